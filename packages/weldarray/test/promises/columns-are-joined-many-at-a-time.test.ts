import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, flat } from '../support/fixtures.js'

/*
 * Rows are joined and scanned in tiles of columns, whose number depends on how many results there are, and on what is done. The same bits from
 * kernels in any tiles and from JavaScript.
 */

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

const rng = np.random.default_rng(20261124)
const COLUMNS = [513, 1000, 2048, 2600]

const calls: Record<string, (x: NdArray) => NdArray[]> = {
  'one sum': (x) => [np.sum(x, 0)],
  'a sum of what takes long': (x) => [np.sum(np.exp(x), 0)],
  'two results': (x) => [np.max(x, 0), np.sum(x, 0)],
  'three results': (x) => [np.max(x, 0), np.min(x, 0), np.sum(x, 0)],
  'five results': (x) => [np.max(x, 0), np.min(x, 0), np.sum(x, 0), np.prod(x, 0), np.sum(np.multiply(x, x), 0)],
  scans: (x) => [np.cumsum(x, 0)],
  'two scans': (x) => [np.add(np.cumsum(x, 0), np.cumprod(x, 0))],
}

test.each(COLUMNS)('%i columns', (columns) => {
  for (const rows of [3, 70])
    for (const dtype of ['float64', 'uint8'] as const) {
      const x = np
        .multiply(rng.random([rows, columns]), 3)
        .astype(dtype)
        .evaluate() as NdArray
      for (const [name, call] of Object.entries(calls)) {
        const outcome = (): unknown[] => {
          const results = call(x)
          np.evaluate(...results)
          return results.flatMap((result) => flat(result))
        }
        forceTier('js')
        const wanted = outcome()
        forceTier('wasm')
        for (const piece of [null, 20_000]) {
          forcePiece(piece)
          const got = outcome()
          expect(
            differences(got as number[], wanted as number[], bits),
            `${name} of ${rows} rows of ${dtype}, pieces of ${piece}`,
          ).toEqual([])
        }
        forcePiece(null)
        forceTier('auto')
      }
    }
})

test('what is little more than read is read in long rows, what takes longer is cut for all threads', () => {
  const x = np.ones([1000, 1000]).clone().evaluate()
  const columns = (result: NdArray): number => Number(/schedule: .* × (\d+)/.exec(result.explain())?.[1])
  expect(columns(np.sum(x, 0))).toBe(1000)
  expect(columns(np.sum(np.exp(x), 0))).toBe(512)
})
