import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ValueError } from '@weldarray/ir'
import type * as Fflate from 'fflate'
import { declare } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { decodeNpy, encodeNpy } from './npy.js'
import { unzip } from './unzip.js'

// Loaded at the first use: most programs write no archives.
const require = createRequire(import.meta.url)
const zip = (): typeof Fflate => require('fflate')

/** Arrays by name. */
export type Archive = Record<string, NdArray>

const withEnding = (file: string, ending: string): string => (file.endsWith(ending) ? file : file + ending)

/**
 * Writes an array to a `.npy` file (the ending is added). NumPy's `numpy.save`.
 * @example
 * await np.save('x.npy', np.arange(3))
 * (await np.load('x.npy')).tolist() // [ 0, 1, 2 ]
 */
export const save = declare('save(file: string, arr: array)', (file: string, a: ArrayInput): void => {
  writeFileSync(withEnding(file, '.npy'), encodeNpy(toValue('save', a)))
})

const ZIP = [0x50, 0x4b]

export interface LoadOptions {
  /**
   * Most bytes that are unpacked or read; by default as many as there are in a `.npy` file, and for an archive a hundred times
   * its size, at least 256 MiB: a small file that says it holds gigabytes is refused.
   */
  maxBytes?: number | undefined
}

const LEAST_LIMIT = 2 ** 28

const bytesOf = (file: string | ArrayBufferView | ArrayBufferLike): Uint8Array =>
  typeof file === 'string'
    ? readFileSync(file)
    : ArrayBuffer.isView(file)
      ? new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
      : new Uint8Array(file)

/**
 * Reads what `save` or NumPy wrote: the array of a `.npy` file, or the arrays by name of a `.npz` file (also given as bytes).
 * Throws `ValueError` for damaged files. NumPy's `numpy.load`.
 * @example
 * await np.save('x.npy', np.arange(3))
 * await np.load('x.npy') // array([0., 1., 2.])
 */
export const load = declare(
  'load(file: string|bytes, {*, maxBytes?: integer})',
  (file: string | Uint8Array | ArrayBuffer, options?: LoadOptions): NdArray | Archive => {
    const bytes = bytesOf(file)
    if (bytes[0] === ZIP[0] && bytes[1] === ZIP[1]) return unpacked('load', bytes, options)
    const most = options?.maxBytes ?? Infinity
    if (bytes.length > most) throw new ValueError(`load: the file has ${bytes.length} bytes, more than maxBytes, ${most}`)
    return decodeNpy(bytes)
  },
)

/**
 * Reads a `.npz` archive: its arrays by name.
 * @example
 * await np.savez('xs.npz', { a: [1, 2] })
 * (await np.loadz('xs.npz')).a // array([1., 2.])
 */
export const loadz = declare(
  'loadz(file: string|bytes, {*, maxBytes?: integer})',
  (file: string | Uint8Array | ArrayBuffer, options?: LoadOptions): Archive => unpacked('loadz', bytesOf(file), options),
)

function unpacked(what: string, bytes: Uint8Array, options: LoadOptions | undefined): Archive {
  const parts = unzip(what, bytes, options?.maxBytes ?? Math.max(LEAST_LIMIT, 100 * bytes.length))
  return Object.fromEntries(parts.map(([name, data]) => [name.replace(/\.npy$/, ''), decodeNpy(data, what)]))
}

/**
 * Writes arrays by name, or a list (`arr_0`, `arr_1`, …), to a `.npz` archive (the ending is added), compressed if asked.
 * NumPy's `numpy.savez`.
 * @example
 * await np.savez('xs.npz', { a: [1, 2], b: 3 })
 * Object.keys(await np.loadz('xs.npz')) // [ 'a', 'b' ]
 */
export const savez = declare(
  'savez(file: string, arrays: object, {*, compress?: flag})',
  (
    file: string,
    arrays: Readonly<Record<string, ArrayInput>> | readonly ArrayInput[],
    options: { compress?: boolean } = {},
  ): void => {
    const named: [string, ArrayInput][] = Array.isArray(arrays)
      ? arrays.map((a: ArrayInput, i) => [`arr_${i}`, a])
      : Object.entries(arrays as Record<string, ArrayInput>)
    const parts = Object.fromEntries(named.map(([name, a]) => [`${name}.npy`, encodeNpy(toValue('savez', a))]))
    writeFileSync(withEnding(file, '.npz'), zip().zipSync(parts, { level: options.compress ? 6 : 0 }))
  },
)

/**
 * As `savez`, compressed. NumPy's `numpy.savez_compressed`.
 * @example
 * await np.savez_compressed('xs.npz', { a: [1, 2] })
 * (await np.loadz('xs.npz')).a // array([1., 2.])
 */
export const savez_compressed = declare(
  'savez_compressed(file: string, arrays: object)',
  (file: string, arrays: Readonly<Record<string, ArrayInput>> | readonly ArrayInput[]): void =>
    savez(file, arrays, { compress: true }),
)
