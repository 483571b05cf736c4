import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { decode, LETTERS } from './fixtures.js'

/** Element i is i * step % modulus - shift. */
type Rule = [step: number, modulus: number, shift: number]

/** Arrays and arguments as `tools/numpy-library-fixtures.py` writes them. */
export type LibrarySpec = { array: [letter: string, shape: number[], elements: string | Rule] }

export function libraryArray({ array: [letter, shape, elements] }: LibrarySpec): NdArray {
  const dtype = LETTERS[letter]!
  if (typeof elements === 'string') return decode(elements, dtype, shape)
  const [step, modulus, shift] = elements
  const size = shape.reduce((n, d) => n * d, 1)
  const list = Float64Array.from({ length: size }, (_, i) => ((i * step) % modulus) - shift)
  return np.array(list).astype(dtype).reshape(shape).evaluate()
}

const isSpec = (x: unknown): x is LibrarySpec => typeof x === 'object' && x !== null && 'array' in x

export const libraryArgument = (x: unknown): unknown =>
  isSpec(x) ? libraryArray(x) : Array.isArray(x) && x.some(isSpec) ? x.map((y) => libraryArray(y as LibrarySpec)) : x
