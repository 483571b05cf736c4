/** The compiler thread's script. It stands beside this module, in the source tree as in the published bundle. */
export const compilerScript = new URL('./compiler-worker.js', import.meta.url)
