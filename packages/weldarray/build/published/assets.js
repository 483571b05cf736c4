/*
 * What the library needs beside its own code, in the published package: takes the place of packages/runtime/src/assets/assets.ts.
 * Each is a module that is required by a literal name when it is needed, so that bundlers take all of them along.
 */

/** Put in by the build: a hash of all that compiles kernels. */
export const codegenFingerprint = () => WELDARRAY_FINGERPRINT

export const compilerScript = () => ({
  source: require('./compiler-thread.cjs'),
  isText: true,
  data: { binaryen: require('./binaryen.cjs') },
})

export const piscina = () => require('./piscina.cjs')

export const poolTask = 'weldarray:attend'

export const prebuilt = (which) => (which === 'library' ? require('./prebuilt-library.cjs') : require('./prebuilt.cjs'))

/** The folder of the package, which a stack tells; in a program that was bundled once more its code has no place of its own. */
const folder = /([^\s(]*[\\/])weldarray\.cjs:\d+:\d+/.exec(new Error().stack)?.[1]

export const isOwnFrame = (line) => folder !== undefined && line.includes(folder)
