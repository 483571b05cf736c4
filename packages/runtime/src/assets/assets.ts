import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as PiscinaModule from 'piscina'

/*
 * What the library needs beside its own code. Here, in the source tree, these are files. In the published package another module
 * takes the place of this one, packages/weldarray/build/published/assets.js: there they are modules beside the bundle, required
 * by name, so that a bundler takes them along into a single file.
 */

const require = createRequire(import.meta.url)

/** A thread's script: a file, or text; and what it is given beside its ports. */
export interface ThreadScript {
  readonly source: URL | string
  readonly isText?: boolean
  readonly data?: object
}

/** The script of the compiler thread. */
export const compilerScript = (): ThreadScript => ({ source: new URL('../compiler/compiler-worker.js', import.meta.url) })

/** Piscina, loaded when first needed, so that programs whose arrays are small never load it. */
export const piscina = (): typeof PiscinaModule => require('piscina') as typeof PiscinaModule

/** What the pool's threads run, by the name under which Piscina finds it. */
export const poolTask = fileURLToPath(new URL('../team/pool-worker.cjs', import.meta.url))

/** Kernels that were compiled when the package was built. */
export interface Prebuilt {
  /** Of the code generator that made them: kernels of another are of no use. */
  readonly fingerprint: string
  /** Code in base64, by kernel text. */
  readonly kernels: Readonly<Record<string, string>>
}

/** The files of prebuilt kernels: the elementary functions, and the library. */
export const prebuiltFiles = { elementary: 'prebuilt.json', library: 'prebuilt-library.json' } as const

/** Where the build of the source tree puts them. */
export const prebuiltFolder = fileURLToPath(new URL('../compiler/', import.meta.url))

/** Throws when they have not been built. */
export const prebuilt = (which: keyof typeof prebuiltFiles): Prebuilt =>
  JSON.parse(readFileSync(prebuiltFolder + prebuiltFiles[which], 'utf8')) as Prebuilt

export { codegenFingerprint } from './fingerprint.js'

/** The folder of all packages. */
const packages = fileURLToPath(new URL('../../../', import.meta.url))

/** Whether a line of a stack is this library's. Source maps turn `dist` into `src`. */
export const isOwnFrame = (line: string): boolean =>
  line.includes(packages) && [`${sep}dist${sep}`, `${sep}src${sep}`].some((folder) => line.includes(folder))
