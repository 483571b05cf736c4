import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Convolutions and correlations are sums of products in blocks of 256 positions of the shorter line, whatever lies beyond an end left out:
 * the same bits on all tiers and in all pieces, by one call that makes its result and nothing else.
 */

const MODES = ['full', 'same', 'valid'] as const
type Mode = (typeof MODES)[number]

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

/** What `correlate` of a line and a shorter one is, in the order of its sums. */
function sums(a: readonly number[], v: readonly number[], mode: Mode): number[] {
  const [n, m] = [a.length, v.length]
  const first = { full: 1 - m, same: -(m >> 1), valid: 0 }[mode]
  const count = { full: n + m - 1, same: n, valid: n - m + 1 }[mode]
  return Array.from({ length: count }, (_, i) => {
    let total: number | null = null
    for (let block = 0; block < m; block += 256) {
      let sum = 0
      for (let k = block; k < Math.min(m, block + 256); k++) {
        const at = first + i + k
        if (at >= 0 && at < n) sum += a[at]! * v[k]!
      }
      total = total === null ? sum : total + sum
    }
    return total!
  })
}

const rng = np.random.default_rng(11)
const LENGTHS = [
  [1, 1],
  [2, 2],
  [17, 3],
  [40, 16],
  [70, 69],
  [300, 258],
  [700, 700],
] as const

describe.each(LENGTHS)('%i and %i elements', (n, m) => {
  const [a, v] = [n, m].map((length) => rng.normal(0, 1, length).evaluate()) as [np.NdArray, np.NdArray]
  const [p, q] = [a, v].map((x) => x.tolist() as number[]) as [number[], number[]]

  test.each(MODES)('%s, by kernels in pieces and in JavaScript', (mode) => {
    const wanted = sums(p, q, mode)
    const turned = sums(p, q.toReversed(), mode)
    for (const tier of ['wasm', 'js', 'auto'] as const)
      for (const piece of [null, 1, 48]) {
        forceTier(tier)
        forcePiece(piece)
        expect(np.correlate(a, v, mode).tolist(), `${tier}, pieces of ${piece}`).toStrictEqual(wanted)
        expect(np.convolve(a, v, mode).tolist(), `convolve, ${tier}, pieces of ${piece}`).toStrictEqual(turned)
        if (n > m) expect(np.convolve(v, a, mode).tolist()).toStrictEqual(turned)
        if (n > m) expect(np.correlate(v, a, mode).tolist()).toStrictEqual(wanted.toReversed())
      }
  })
})

test.each(['float32', 'int32', 'int64', 'uint8', 'int16', 'bool'] as const)('%s', (dtype) => {
  const [a, v] = [300, 37].map((length) => rng.integers(0, 2, length).astype(dtype).evaluate()) as [np.NdArray, np.NdArray]
  const [p, q] = [a, v].map((x) => x.astype('float64').tolist() as number[]) as [number[], number[]]
  for (const tier of ['wasm', 'js'] as const)
    for (const mode of MODES) {
      forceTier(tier)
      const made = np.correlate(a, v, mode)
      expect(made.dtype).toBe(dtype)
      expect(made.astype('float64').tolist()).toEqual(sums(p, q, mode).map((x) => (dtype === 'bool' ? Math.min(1, x) : x)))
    }
})

test('what lies beyond an end is no zero that is multiplied', () => {
  const v = new Array<number>(20).fill(Infinity)
  for (const tier of ['wasm', 'js'] as const) {
    forceTier(tier)
    expect(
      np
        .correlate(np.ones([50]), v, 'full')
        .isnan()
        .any(),
    ).toBe(false)
    expect(np.correlate(np.full([50], -0), np.ones([20]), 'full').tolist()).toStrictEqual(new Array(69).fill(0))
  }
})

test('whole lines are one call, with memory for the result and no more', () => {
  const a = rng.random(60_000).evaluate()
  const v = rng.random(20).evaluate()
  np.convolve(a, v).evaluate().dispose()
  const before = np.stats()
  const made = np.convolve(a, v)
  expect(np.stats({ since: before }).calls).toBe(0)
  made.evaluate()
  const { calls, loops, recorded } = np.stats({ since: before })
  expect({ calls, loops, recorded }).toEqual({ calls: 1, loops: 1, recorded: 1 })
  const held = np.stats().bytesHeld - before.bytesHeld
  expect(held).toBeGreaterThanOrEqual(8 * made.size)
  expect(held).toBeLessThan(8 * made.size + 65_536)
})

test('one plan serves all lengths', () => {
  const [a, v] = [rng.random(70_000).evaluate(), rng.random(50).evaluate()]
  np.convolve(a.slice(':60000'), v.slice(':20')).evaluate()
  const before = np.stats()
  for (const [n, m] of [
    [60_001, 21],
    [65_000, 33],
    [70_000, 50],
  ])
    np.convolve(a.slice(`:${n}`), v.slice(`:${m}`)).evaluate()
  expect(np.stats({ since: before }).plansMade).toBe(0)
})
