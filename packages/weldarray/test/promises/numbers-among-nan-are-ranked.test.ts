import { forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, flat } from '../support/fixtures.js'

/*
 * Of the numbers of one row among NaN no more are put in order than a quantile takes: those in some buckets, of long rows. Compared with quantiles of
 * the numbers alone.
 */

afterEach(() => forceTier('auto'))

const rng = np.random.default_rng(20261125)
const SHARES = [0, 0.001, 0.25, 0.5, 0.9, 1]

/** Numbers, of which several are alike, and so many of them NaN. */
function holes(length: number, share: number): NdArray {
  const x = np.round(np.multiply(rng.standard_normal(length), 100), 1)
  return np.where(np.less(rng.random(length), share), NaN, x).evaluate() as NdArray
}

test.each([1, 2, 5, 100, 5000, 40_000])('%i elements', (length) => {
  for (const share of [0, 0.3, 0.97, 1]) {
    const x = holes(length, share)
    const numbers = x.slice(np.logical_not(np.isnan(x))) as NdArray
    for (const tier of ['js', 'wasm', 'auto'] as const) {
      forceTier(tier)
      const found = [np.nanmedian(x), np.nanquantile(x, SHARES), np.nanpercentile(x, 30, { method: 'hazen' })]
      const wanted =
        numbers.size === 0
          ? new Array<number>(2 + SHARES.length).fill(NaN)
          : [np.median(numbers), np.quantile(numbers, SHARES), np.percentile(numbers, 30, { method: 'hazen' })].flatMap((q) =>
              flat(q),
            )
      expect(
        differences(
          found.flatMap((q) => flat(q)),
          wanted,
          bits,
        ),
        `${share} NaN, ${tier}`,
      ).toEqual([])
    }
    forceTier('auto')
    const grid = np.reshape(x, [1, length])
    expect(flat(np.nanmedian(grid, 1))).toEqual(flat(np.nanmedian(x)))
    expect(np.nanmedian(x.astype('float32')).dtype).toBe('float32')
  }
})

test('of a long row not all is sorted', () => {
  expect(np.nanmedian(holes(40_000, 0.1)).explain()).toMatch(/ranked/)
})
