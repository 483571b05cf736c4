import { readFileSync } from 'node:fs'
import type { DType } from '@weldarray/ir'
import type { AnyDType, NdArray } from 'weldarray'
import * as np from 'weldarray'

/** What `tools/numpy-fixtures.py` wrote. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../fixtures/numpy-${name}.json`, import.meta.url), 'utf8')) as T

export const LETTERS: Readonly<Record<string, DType>> = {
  '?': 'bool',
  b: 'int8',
  B: 'uint8',
  h: 'int16',
  H: 'uint16',
  i: 'int32',
  I: 'uint32',
  q: 'int64',
  Q: 'uint64',
  f: 'float32',
  d: 'float64',
}
export const DTYPES = Object.values(LETTERS)

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

/** Elements of a blob as an array of this library. */
export const decode = (text: string, dtype: DType, shape?: readonly number[]): NdArray => {
  const a = np.frombuffer(bytesOf(text), dtype)
  return shape === undefined ? a : np.reshape(a, shape)
}

type Element = number | bigint

/** int64 as bigints, which are exact. */
const exactly = (a: NdArray): NdArray<AnyDType> => {
  const dtype: string = a.dtype
  return dtype === 'int64' || dtype === 'uint64' ? a.astype(`big${dtype}`) : a
}

/** The elements in C order. */
export const flat = (a: NdArray): Element[] =>
  (np.ravel(np.copy(exactly(a))).tolist() as (Element | boolean)[]).map((x) => (typeof x === 'boolean' ? Number(x) : x))

export type Same = (got: Element, wanted: Element) => boolean

/** The same bits, all NaN being one. */
export const bits: Same = Object.is
/** As `bits`, zeros of either sign being one. */
export const value: Same = (x, y) => x === y || Object.is(x, y)
export const within =
  (relative: number): Same =>
  (x, y) =>
    Object.is(x, y) ||
    (typeof x === 'number' && Math.abs(x - (y as number)) <= relative * Math.max(Math.abs(x), Math.abs(y as number)))

/** Distance in units of the last place of float64 or float32; equal non-finite values are 0 apart. */
export function ulps(x: number, y: number, narrow: boolean): number {
  if (Object.is(x, y)) return 0
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Infinity
  if (x === 0 && y === 0) return Infinity
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(y))), narrow ? -126 : -1022)
  const unit = 2 ** Math.max(exponent - (narrow ? 23 : 52), narrow ? -149 : -1074)
  return Math.abs(x - y) / unit
}

/** The first elements that differ, told with where they are; an empty list when all agree. */
export function differences(got: readonly Element[], wanted: readonly Element[], same: Same): string[] {
  if (got.length !== wanted.length) return [`${got.length} elements, expected ${wanted.length}`]
  const list: string[] = []
  for (let i = 0; i < got.length && list.length < 5; i++)
    if (!same(got[i]!, wanted[i]!)) list.push(`[${i}] ${got[i]}, expected ${wanted[i]}`)
  return list
}

/** Takes results one after the other from a table of dtype letters and elements. */
export class Table {
  private at = 0
  private row = 0
  private readonly bytes: Uint8Array

  constructor([letters, blob]: readonly [string, string]) {
    this.letters = letters
    this.bytes = bytesOf(blob)
  }
  private readonly letters: string

  /** The next result's dtype and elements; null where NumPy raised. */
  next(size: number): { dtype: DType; elements: Element[] } | null {
    const letter = this.letters[this.row++]!
    if (letter === '-') return null
    const dtype = LETTERS[letter]!
    const width = { '?': 1, b: 1, B: 1, h: 2, H: 2, i: 4, I: 4, q: 8, Q: 8, f: 4, d: 8 }[letter]!
    const slice = this.bytes.slice(this.at, (this.at += size * width))
    return { dtype, elements: flat(np.frombuffer(slice, dtype)) }
  }
}

/** Checks one call against one result; returns what is wrong. */
export function check(label: string, run: () => NdArray, wanted: ReturnType<Table['next']>, same: Same): string[] {
  let got: NdArray
  try {
    got = run()
  } catch (error) {
    if (wanted === null) return error instanceof np.WeldError ? [] : [`${label}: threw ${error}`]
    return [`${label}: threw ${error}, expected ${wanted.dtype}`]
  }
  if (wanted === null) return [`${label}: gave ${got.dtype}, expected an error`]
  if (got.dtype !== wanted.dtype) return [`${label}: gave ${got.dtype}, expected ${wanted.dtype}`]
  return differences(flat(got), wanted.elements, same).map((d) => `${label} ${wanted.dtype}: ${d}`)
}
