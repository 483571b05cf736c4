/*
 * Binaryen in the compiler thread: its one module taken apart (see ../binaryen.mjs), which the thread is given when it is started.
 * Takes the place of the package.
 */
import { Script } from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'

let binaryen

/** Makes it ready. What imports it is imported after that. */
export async function load({ script, wasm }) {
  const settings = {
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(brotliDecompressSync(Buffer.from(wasm, 'base64')), imports).then(({ instance }) => done(instance))
      return {}
    },
  }
  binaryen = await new Script(script, { filename: 'binaryen.js' }).runInThisContext()(settings)
  return binaryen
}

export { binaryen as default }
