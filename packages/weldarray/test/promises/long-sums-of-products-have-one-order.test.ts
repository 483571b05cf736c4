import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * A few long sums of products are added up many blocks side by side: blocks of 256 products from zero, then the blocks' sums, one after the other, as
 * in every product of matrices.
 */

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

const rng = np.random.default_rng(31)

function inBlocks(a: readonly number[], b: readonly number[]): number {
  let total = 0
  for (let block = 0; block < a.length; block += 256) {
    let sum = 0
    for (let k = block; k < Math.min(a.length, block + 256); k++) sum += a[k]! * b[k]!
    total = block === 0 ? sum : total + sum
  }
  return total
}

const LENGTHS = [255, 256, 257, 512, 700, 2048, 2049, 4096 + 300, 20_000]

test.each(LENGTHS)('of %i elements', (n) => {
  const a = rng.normal(0, 1, [3, n]).evaluate()
  const b = rng.normal(0, 1, [4, n]).evaluate()
  const [p, q] = [a.tolist(), b.tolist()] as number[][][] as [number[][], number[][]]
  const wanted = p.map((row) => q.map((column) => inBlocks(row, column)))
  for (const tier of ['wasm', 'js', 'auto'] as const)
    for (const piece of [null, 1, 3, 9]) {
      forceTier(tier)
      forcePiece(piece)
      const label = `${tier}, pieces of ${piece}`
      expect(np.dot(a.pick(0), b.pick(1)).item(), label).toBe(wanted[0]![1])
      expect(np.vdot(a.pick(2), b.pick(3)).item(), label).toBe(wanted[2]![3])
      expect(np.matmul(a, b.T).tolist(), label).toStrictEqual(wanted)
      expect(np.matmul(a, b.pick(2)).tolist(), label).toStrictEqual(wanted.map((row) => row[2]))
      expect(np.matmul(a.slice(':, 1:'), b.T.slice('1:')).get(0, 0), label).toBe(inBlocks(p[0]!.slice(1), q[0]!.slice(1)))
      // Others than neighbours are added up in the same order.
      expect(np.matmul(a, b.T.clone()).tolist(), label).toStrictEqual(wanted)
    }
})

describe.each(['float32', 'int32', 'int64', 'uint8'] as const)('%s', (dtype) => {
  test.each(LENGTHS)('of %i elements', (n) => {
    const [a, b] = [2, 3].map((rows) => rng.integers(-90, 90, [rows, n]).astype(dtype).evaluate()) as [np.NdArray, np.NdArray]
    forceTier('js')
    const wanted = np.matmul(a, b.T).tolist()
    forceTier('wasm')
    for (const piece of [null, 1, 9]) {
      forcePiece(piece)
      expect(np.matmul(a, b.T).tolist()).toStrictEqual(wanted)
    }
  })
})

test('covariances of two long variables are few loops, however long they are', () => {
  const [x, y] = [rng.random(90_000).evaluate(), rng.random(90_000).evaluate()]
  const loopsOf = (n: number): number => {
    const [p, q] = [x.slice(`:${n}`), y.slice(`:${n}`)]
    np.cov(p, q).evaluate()
    const before = np.stats()
    np.cov(p, q).evaluate()
    return np.stats({ since: before }).loops
  }
  expect(loopsOf(90_000)).toBe(loopsOf(10_000))
})
