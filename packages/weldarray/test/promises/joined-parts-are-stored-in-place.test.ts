import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What is joined before it is computed is stored to its place by the loops that compute it.

const n = 6000
const given = (seed: number): np.NdArray => np.random.default_rng(seed).random(n).evaluate()
const plain = (x: np.NdArray): number[] => x.evaluate().tolist() as number[]

function costOf(x: np.NdArray): { loops: number; bytes: number } {
  const before = np.stats()
  x.evaluate()
  const after = np.stats()
  return { loops: after.loops - before.loops, bytes: after.bytesHeld - before.bytesHeld }
}

test('parts of one shape are one loop, and no memory but the result', () => {
  const [a, b] = [given(1), given(2)]
  const joined = np.concatenate([a.mul(2), b.add(1)])
  const { loops, bytes } = costOf(joined)
  expect(loops).toBe(1)
  expect(bytes).toBeLessThan(8 * 2 * n + 65536)
  expect(plain(joined)).toEqual([...plain(a.mul(2)), ...plain(b.add(1))])
})

test('stacked along a new last axis', () => {
  const [a, b] = [given(1), given(2)]
  const stacked = np.stack([a.mul(2), b.add(1)], 1)
  expect(costOf(stacked).loops).toBe(1)
  expect(stacked.shape).toEqual([n, 2])
  expect([stacked.get(7, 0), stacked.get(7, 1)]).toEqual([2 * (a.get(7) as number), (b.get(7) as number) + 1])
})

test('of parts that are there, pending, computed by calls, joined themselves, twice and empty', () => {
  const a = given(3)
  const twice = a.mul(2)
  const parts = [a, twice, np.sort(a), np.concatenate([a.sub(1), a.slice('10:20')]), twice, a.slice('5:5'), a.slice('::-1')]
  const expected = parts.flatMap((p) => plain(np.array(p)))
  const fresh = a.mul(2)
  const joined = np.concatenate([
    a,
    fresh,
    np.sort(a),
    np.concatenate([a.sub(1), a.slice('10:20')]),
    fresh,
    a.slice('5:5'),
    a.slice('::-1'),
  ])
  expect(plain(joined.add(0))).toEqual(expected)
  expect(plain(fresh)).toEqual(plain(twice))
})

test('a part that is wanted for itself is computed once', () => {
  const a = given(4)
  const part = a.mul(3).add(1)
  const joined = np.concatenate([part, a.sub(1)])
  const before = np.stats().loops
  np.evaluate(part, joined)
  expect(np.stats().loops - before).toBe(1)
  expect(plain(joined).slice(0, n)).toEqual(plain(part))
})

test('operands keep their values, and what is joined may be stored into a view', () => {
  const a = given(5)
  const old = plain(a)
  const joined = np.concatenate([a.mul(2), a.add(1)])
  const target = np.zeros([3 * n]).evaluate()
  a.set(0, 99)
  target.slice(`10:${2 * n + 10}`).assign(joined)
  expect(target.get(10)).toBe(2 * old[0]!)
  expect(target.get(n + 10)).toBe(old[0]! + 1)
  expect(target.get(2 * n + 10)).toBe(0)
})

test('slices that are stacked and reduced are read where they are', () => {
  const a = given(6).reshape(60, 100).evaluate()
  const parts = ['1:-1, 1:-1', ':-2, 1:-1', '2:, 1:-1', '1:-1, :-2', '1:-1, 2:'].map((part) => a.slice(part))
  for (const axis of [0, 1, -1]) {
    const cost = costOf(np.stack(parts, axis).max(axis))
    const added = costOf(parts.reduce((x, y) => np.maximum(x, y)))
    const pending = costOf(
      np
        .stack(
          parts.map((p) => p.mul(1).slice('::-1, ::-1')),
          axis,
        )
        .max(axis),
    )
    expect([axis, pending.loops]).toEqual([axis, 1])
    expect([axis, cost.loops]).toEqual([axis, added.loops])
  }
  const turned = (p: np.NdArray): np.NdArray => p.mul(2).slice('::-1, ::2')
  expect(plain(np.stack(parts.map(turned), -1).max(-1))).toEqual(plain(parts.map(turned).reduce((x, y) => np.maximum(x, y))))
})
