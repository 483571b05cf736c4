import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// What is changed at places in a loop is no graph of all turns: the plan of a turn serves the next, and few places are changed where they are.

const TURNS = 200

const counted = (run: () => void): { plans: number; recorded: number; calls: number } => {
  const before = np.stats()
  run()
  const after = np.stats()
  return {
    plans: after.plansMade - before.plansMade,
    recorded: after.recorded - before.recorded,
    calls: after.calls - before.calls,
  }
}

describe.each([
  ['few places of few elements', 300, 100],
  ['few places of many elements', 20_000, 100],
  ['as many places as elements', 5000, 5000],
] as const)('%s', (_, size, count) => {
  const rng = np.random.default_rng(3)
  const index = rng.integers(0, size, count).evaluate()
  const values = rng.integers(0, 100, count).astype('float64').evaluate()
  const totals = new Float64Array(size)
  for (let i = 0; i < count; i++) totals[index.get(i)]! += values.get(i)

  test.each(['at', 'ufunc.at', 'pending values'] as const)('%s', (how) => {
    const x = np.zeros(size)
    const turn = (k: number): unknown =>
      how === 'at'
        ? x.at(index).add(values)
        : how === 'ufunc.at'
          ? np.add.at(x, index, values)
          : x.at(index).add(values.mul(k).div(k))
    turn(1)
    turn(1)
    const first = counted(() => turn(1))
    const rest = counted(() => {
      for (let k = 1; k <= TURNS; k++) turn(k)
    })
    expect(rest.plans).toBeLessThanOrEqual(3)
    expect(rest.recorded).toBe(TURNS * first.recorded)
    // Of all turns the last waits, if any does.
    expect(counted(() => x.evaluate()).calls).toBeLessThanOrEqual(1)
    if (how !== 'pending values') expect(x.tolist()).toEqual(Array.from(totals, (t) => t * (TURNS + 3)))
  })
})

test.each([
  ['of it', (x: np.NdArray) => x],
  ['of a part of it', (x: np.NdArray) => x.slice('10:90000')],
])('an array that waits is computed once where few places %s change', (_, part) => {
  const x = np.arange(100_000).mul(1.5)
  const before = np.stats()
  part(x).at([1, 2]).add(1)
  expect(np.stats({ since: before }).bytesWritten).toBe(8 * 100_000)
  expect(part(x).get(2)).toBe(part(np.arange(100_000)).get(2) * 1.5 + 1)
})
