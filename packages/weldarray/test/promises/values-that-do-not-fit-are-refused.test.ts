import { broadcastView, ShapeError } from '@weldarray/ir'
import { expect, test } from 'vitest'
import * as np from 'weldarray'

// `logaddexp2.at(x, [0, 1], zeros(0))` read outside of its values, and took the first two of three.
type At = (a: np.NdArray, indices: readonly number[], b: unknown) => void
const methods = Object.entries(np as Record<string, unknown>).filter(
  (entry): entry is [string, { at: At }] => typeof entry[1] === 'function' && 'at' in entry[1],
)

test('there are functions with at', () => expect(methods.length).toBeGreaterThan(20))

test.each(methods)('%s.at refuses values of another shape, and leaves the array as it is', (_, f) => {
  for (const dtype of ['float64', 'int32', 'bool'] as const)
    for (const values of [np.zeros([0], dtype), np.ones([3], dtype), np.ones([2, 2], dtype), [1, 0, 1], []]) {
      const x = np.array([1, 0, 1], dtype) as np.NdArray
      let error: unknown
      try {
        f.at(x, [0, 1], values)
      } catch (e) {
        error = e
      }
      // Functions of one array take no values; others have results that the array cannot hold.
      expect(error instanceof np.WeldError || error instanceof np.ArgumentError).toBe(true)
      expect(x.tolist()).toEqual(np.array([1, 0, 1], dtype).tolist())
    }
})

test('no view is made that would leave what it repeats', () => {
  expect(broadcastView([3, 1], [2, 3, 4])).toEqual({ shape: [2, 3, 4], strides: [0, 1, 0], offset: 0 })
  expect(broadcastView([1], [0])).toEqual({ shape: [0], strides: [0], offset: 0 })
  for (const [from, to] of [
    [[0], [2]],
    [[3], [2]],
    [[2], [3]],
    [[2, 3], [3]],
    [[3], [0]],
  ] as const)
    expect(() => broadcastView(from, to)).toThrow(ShapeError)
})
