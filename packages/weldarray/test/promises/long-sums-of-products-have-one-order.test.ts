import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * A few long sums of products are added up many blocks side by side: blocks of 256 products from zero, then the blocks' sums, one after the other, as
 * in every product of matrices. A single one of more than 2,048 is a loop: its products are added up as `sum` adds up elements.
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

/** As reductions add up: eight lanes in blocks of 4,096, lanes and blocks as trees of neighbours. */
function inLanes(a: readonly number[], b: readonly number[]): number {
  const tree = (x: number[]): number =>
    x.length === 1 ? x[0]! : tree(x.flatMap((p, i) => (i % 2 === 0 ? [i + 1 < x.length ? p + x[i + 1]! : p] : [])))
  const blocks: number[] = []
  for (let block = 0; block < a.length; block += 4096) {
    const lanes = new Array<number>(8).fill(0)
    for (let k = block; k < Math.min(a.length, block + 4096); k++) lanes[k % 8]! += a[k]! * b[k]!
    blocks.push(tree(lanes))
  }
  return tree(blocks)
}

const single = (a: readonly number[], b: readonly number[]): number => (a.length > 2048 ? inLanes(a, b) : inBlocks(a, b))

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
      expect(np.dot(a.pick(0), b.pick(1)).item(), label).toBe(single(p[0]!, q[1]!))
      expect(np.vdot(a.pick(2), b.pick(3)).item(), label).toBe(single(p[2]!, q[3]!))
      expect(np.dot(a.T.clone().slice(':, 0'), b.slice('1, ::-1').slice('::-1')).item(), label).toBe(single(p[0]!, q[1]!))
      expect(np.matmul(a.pick(0).reshape([1, n]), b.pick(1).reshape([n, 1])).tolist(), label).toStrictEqual([
        [single(p[0]!, q[1]!)],
      ])
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
    const dot = np.dot(a.pick(0), b.pick(1)).item()
    forceTier('wasm')
    for (const piece of [null, 1, 9]) {
      forcePiece(piece)
      expect(np.matmul(a, b.T).tolist()).toStrictEqual(wanted)
      expect(np.dot(a.pick(0), b.pick(1)).item()).toBe(dot)
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

test('what a long sum of products is computed from is part of its loop', () => {
  const [x, y] = [rng.random(9000).evaluate(), rng.integers(0, 200, 9000).astype('uint8').evaluate()]
  const call = (): number => np.dot(np.multiply(x, 2), np.add(y, 1).astype('float64')).item() as number
  call()
  const before = np.stats()
  const result = call()
  expect(np.stats({ since: before })).toMatchObject({ loops: 1, calls: 0 })
  const [p, q] = [x.tolist(), y.tolist()] as [number[], number[]]
  expect(result).toBe(
    inLanes(
      p.map((v) => v * 2),
      q.map((v) => (v + 1) % 256),
    ),
  )
})

test('sums of products begin at zero', () => {
  for (const n of [1, 5, 300, 3000])
    for (const dtype of ['float64', 'float32'] as const)
      expect(np.dot(np.full(n, -0, { dtype }), np.ones(n, { dtype })).item(), `${n} ${dtype}`).toBe(0)
})
