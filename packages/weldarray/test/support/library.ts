import type { NdArray } from 'weldarray'
import { decode, LETTERS } from './fixtures.js'

/** Arrays and arguments as `tools/numpy-library-fixtures.py` writes them. */
export type LibrarySpec = { array: [letter: string, shape: number[], blob: string] }

export const libraryArray = ({ array: [letter, shape, blob] }: LibrarySpec): NdArray => decode(blob, LETTERS[letter]!, shape)

const isSpec = (x: unknown): x is LibrarySpec => typeof x === 'object' && x !== null && 'array' in x

export const libraryArgument = (x: unknown): unknown =>
  isSpec(x) ? libraryArray(x) : Array.isArray(x) && x.some(isSpec) ? x.map((y) => libraryArray(y as LibrarySpec)) : x
