import { forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, flat } from '../support/fixtures.js'

/*
 * Reductions whose order changes no bit go through transposed arrays as these lie in memory. Compared with those of copies in C order, which
 * have no other order.
 */

afterEach(() => forceTier('auto'))

const rng = np.random.default_rng(20261123)
const DTYPES = ['float64', 'int64', 'uint8'] as const

/** Elements with zeros of both signs, infinities and, if it has them, NaN. */
function elements(shape: number[], dtype: np.DType, odd: boolean): NdArray {
  const x = rng.integers(-3, 4, shape).astype('float64')
  const whole = odd ? np.where(np.equal(x, 3), Infinity, np.where(np.equal(x, 0), -0, x)) : np.absolute(x)
  const holes = odd ? np.where(np.less(rng.random(shape), 0.02), NaN, whole) : whole
  return (holes as NdArray).astype(dtype as 'float64').evaluate() as NdArray
}

/** Layouts that no copy in C order has. */
function layouts(dtype: np.DType, odd: boolean): NdArray[] {
  const matrix = elements([37, 81], dtype, odd)
  const cube = elements([12, 40, 9], dtype, odd)
  const image = elements([20, 30, 3], dtype, odd)
  return [
    np.transpose(matrix),
    np.transpose(matrix).slice('::2, ::-1') as NdArray,
    np.transpose(matrix.slice('::-1, 1:') as NdArray),
    np.transpose(cube),
    np.transpose(cube, [1, 2, 0]),
    np.transpose(cube, [1, 0, 2]),
    np.transpose(image, [2, 0, 1]),
    np.transpose(matrix.slice(':1') as NdArray),
  ]
}

const reductions: Record<string, (x: NdArray, axis: number | number[] | null) => NdArray> = {
  max: (x, axis) => np.max(x, axis),
  min: (x, axis) => np.min(np.negative(x.astype('float64')), axis),
  sum: (x, axis) => np.sum(x, axis),
  all: (x, axis) => np.all(np.greater(x, 1), { axis, keepdims: true }) as NdArray,
  count: (x, axis) => np.count_nonzero(x, axis),
  'of what is stored': (x, axis) => {
    const twice = np.multiply(x.astype('float64'), 2)
    const found = np.max(np.add(twice, 1), axis)
    np.evaluate(twice, found)
    return found
  },
  'of two layouts': (x, axis) => np.max(np.add(x.astype('float64'), np.arange(x.size).reshape(x.shape)), axis),
}

test.each(DTYPES)('%s', (dtype) => {
  for (const odd of dtype.startsWith('float') ? [false, true] : [false])
    layouts(dtype, odd).forEach((x, layout) => {
      const copy = np.array(x).evaluate() as NdArray
      const axes = x.shape.map((_, axis) => axis)
      const lists = x.shape.length > 2 ? axes.map((gone) => axes.filter((axis) => axis !== gone)) : []
      for (const [name, reduction] of Object.entries(reductions))
        for (const axis of [null, ...axes, ...lists]) {
          const wanted = flat(reduction(copy, axis))
          for (const tier of ['js', 'wasm'] as const) {
            forceTier(tier)
            const got = reduction(x, axis)
            expect(differences(flat(got), wanted, bits), `${name} of layout ${layout} along ${axis}, ${tier}`).toEqual([])
          }
          forceTier('auto')
        }
    })
})
