import { expect, it } from 'vitest'
import * as np from 'weldarray'

/*
 * Calls that ended in an error of the engine's, or looked through billions of places that hold nothing.
 */

it.each<[string, () => unknown]>([
  ['indices of a negative length, of which there was no end', () => np.ndindex(2, -1)],
  ['indices of no whole length', () => np.ndindex(2.5)],
  ['more axes than there may be', () => np.zeros(2).slice(...new Array<null>(64).fill(null))],
  ['characters before a number', () => np.format_float_scientific(1.5, { pad_left: 2 ** 40 })],
  ['digits of an exponent', () => np.format_float_scientific(1.5, { exp_digits: 2 ** 40 })],
  ['digits without end', () => np.format_float_scientific(1e-5, { precision: 2 ** 40, unique: false })],
  ['the same, without an exponent', () => np.format_float_positional(1e-5, { precision: 2 ** 40, unique: false })],
  ['coordinates of points', () => np.histogramdd(np.zeros([3, 0]))],
  ['edges of cells', () => np.histogram2d([1, 2], [1, 2], [[], [0, 1]])],
])('more than there can be, or none, is told: %s', (_, call) => expect(call).toThrow(np.WeldError))

it('numbers are padded, and have as many digits as are asked for', () => {
  expect(np.format_float_scientific(1.5, { pad_left: 5, exp_digits: 4 })).toBe('    1.5e+0000')
  expect(np.format_float_scientific(1e-5, { precision: 3, unique: false })).toBe('1.000e-05')
})

it('a triangle takes no longer than what it holds', () => {
  const shown = (indices: np.NdArray[]): unknown => indices.map((i) => i.tolist())
  expect(shown(np.triu_indices(1e9, 0, 2))).toEqual([
    [0, 0, 1],
    [0, 1, 1],
  ])
  expect(shown(np.tril_indices(2, 0, 1e9))).toEqual([
    [0, 1, 1],
    [0, 0, 1],
  ])
  expect(shown(np.triu_indices(3, 2, 4))).toEqual([
    [0, 0, 1],
    [2, 3, 3],
  ])
  expect(shown(np.tril_indices(4, -2, 3))).toEqual([
    [2, 3, 3],
    [0, 0, 1],
  ])
  expect(np.triu_indices(3, 5)[0]!.size + np.tril_indices(3, -3)[0]!.size).toBe(0)
})

it('an array has no more axes than arrays have, however many are asked for', () => {
  for (const ndmin of [65, 1e9, 2 ** 53]) expect(() => np.array([1, 2], { ndmin })).toThrow(np.ShapeError)
  expect(np.array([1, 2], { ndmin: 64 }).shape.length).toBe(64)
})
