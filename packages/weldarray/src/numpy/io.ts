import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Fflate from 'fflate'
import { decodeNpy, encodeNpy } from './npy.js'
import { toValue } from './operands.js'
import type { NdArray } from './seam.js'
import type { ArrayInput } from './types.js'

// Loaded at the first use: most programs read and write no archives.
const zip = (): typeof Fflate => createRequire(import.meta.url)('fflate')

/** Arrays by name. */
export type Archive = Record<string, NdArray>

const withEnding = (file: string, ending: string): string => (file.endsWith(ending) ? file : file + ending)

/** Writes an array to a `.npy` file (the ending is added). */
export function save(file: string, a: ArrayInput): void {
  writeFileSync(withEnding(file, '.npy'), encodeNpy(toValue('save', a)))
}

const ZIP = [0x50, 0x4b]

/** Reads what `save` or NumPy wrote: the array of a `.npy` file, or the arrays by name of a `.npz` file (also given as bytes). */
export function load(file: string | Uint8Array): NdArray | Archive {
  const bytes = typeof file === 'string' ? readFileSync(file) : file
  return bytes[0] === ZIP[0] && bytes[1] === ZIP[1] ? loadz(bytes) : decodeNpy(bytes)
}

/** Reads a `.npz` archive: its arrays by name. */
export function loadz(file: string | Uint8Array): Archive {
  const bytes = typeof file === 'string' ? readFileSync(file) : file
  const parts = zip().unzipSync(bytes)
  return Object.fromEntries(Object.entries(parts).map(([name, data]) => [name.replace(/\.npy$/, ''), decodeNpy(data, 'loadz')]))
}

/** Writes arrays by name, or a list (`arr_0`, `arr_1`, …), to a `.npz` archive (the ending is added), compressed if asked. */
export function savez(
  file: string,
  arrays: Readonly<Record<string, ArrayInput>> | readonly ArrayInput[],
  options: { compress?: boolean } = {},
): void {
  const named = Array.isArray(arrays)
    ? Object.fromEntries(arrays.map((a: ArrayInput, i) => [`arr_${i}`, a]))
    : (arrays as Record<string, ArrayInput>)
  const parts = Object.fromEntries(Object.entries(named).map(([name, a]) => [`${name}.npy`, encodeNpy(toValue('savez', a))]))
  writeFileSync(withEnding(file, '.npz'), zip().zipSync(parts, { level: options.compress ? 6 : 0 }))
}

/** As `savez`, compressed. */
export const savez_compressed = (file: string, arrays: Readonly<Record<string, ArrayInput>> | readonly ArrayInput[]): void =>
  savez(file, arrays, { compress: true })
