/*
 * What the library needs beside its own code, in the published package: takes the place of packages/runtime/src/assets/assets.ts.
 * Each is a module that is required by a literal name when it is needed, so that bundlers take all of them along.
 */
import { existsSync } from 'node:fs'

/** Put in by the build: a hash of all that compiles kernels. */
export const codegenFingerprint = () => WELDARRAY_FINGERPRINT

let found

/**
 * The folder of the package, which a stack tells; in a program that was bundled once more its code has no place of its own. Not found out
 * by an import: for its lines in a stack the engine counts those of the bundle.
 */
function folder() {
  found ??= { path: /([^\s(]*[\\/])weldarray\.cjs:\d+:\d+/.exec(new Error().stack)?.[1] }
  return found.path
}

/** What a thread runs that reads its script, and Binaryen, itself. */
const readingItself = (folder) => `{
  const folder = ${JSON.stringify(folder)}
  require('node:worker_threads').workerData.binaryen = require(folder + 'binaryen.cjs')
  const filename = folder + 'compiler-thread.cjs'
  require('node:vm').compileFunction(require(filename), ['require'], { filename })(require)
}`

/** Reading megabytes would hold up the thread that computes; where there are no files any more, it has them already. */
export const compilerScript = () =>
  folder() !== undefined && existsSync(`${folder()}compiler-thread.cjs`)
    ? { source: readingItself(folder()), isText: true }
    : { source: require('./compiler-thread.cjs'), isText: true, data: { binaryen: require('./binaryen.cjs') } }

export const piscina = () => require('./piscina.cjs')

export const poolTask = 'weldarray:attend'

export const prebuilt = (which) => (which === 'library' ? require('./prebuilt-library.cjs') : require('./prebuilt.cjs'))

export const isOwnFrame = (line) => folder() !== undefined && line.includes(folder())
