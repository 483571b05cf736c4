import { expect, test } from 'vitest'
import * as np from 'weldarray'

// A plan is made for a structure: what a constant, an offset or a length does not decide is put in when it is run.

const rng = np.random.default_rng(11)
const TURNS = 1000
const ramp = np.arange(400).astype('float64').evaluate()

/** Plans made by `work`. */
function plans(work: () => void): number {
  const before = np.stats().plansMade
  work()
  return np.stats().plansMade - before
}

test('one plan for a thousand constants', () => {
  const [a, b] = [rng.random(300), rng.random(300)]
  const step = (rate: number) => a.sub(b.mul(rate)).add(rate / 3)
  const made = plans(() => {
    for (let i = 0; i < TURNS; i++) {
      const result = step(0.1 + i / 7).evaluate()
      if (i % 99 === 0) expect(result.get(299)).toBe(a.get(299) - b.get(299) * (0.1 + i / 7) + (0.1 + i / 7) / 3)
    }
  })
  expect(made).toBe(1)
})

test('one plan for a thousand windows of all offsets and lengths', () => {
  const a = rng.random(5000)
  const elements = Float64Array.from(a.tolist() as number[])
  const made = plans(() => {
    for (let i = 0; i < TURNS; i++) {
      const [from, to] = [1 + i, 1200 + 3 * i]
      const result = a.slice(`${from}:${to}`).mul(2).add(1).evaluate()
      expect(result.size).toBe(to - from)
      expect(result.get(0)).toBe(elements[from]! * 2 + 1)
      expect(result.get(to - from - 1)).toBe(elements[to - 1]! * 2 + 1)
    }
  })
  expect(made).toBe(1)
})

test('one plan for a thousand batches of all lengths; lengths up to 8, and lengths that are one, are structure', () => {
  const table = rng.random([520, 130])
  const mean = rng.random(130)
  const batch = (n: number) => table.slice(`0:${n}`).sub(mean).square().sum(1)
  const all = batch(510).tolist() as number[]
  const made = plans(() => {
    for (let i = 0; i < TURNS; i++) {
      const n = 9 + (i % 500)
      if (n === 130) continue
      const result = batch(n).evaluate()
      expect(result.get(n - 1)).toBe(all[n - 1])
    }
  })
  expect(made).toBe(0)
  for (const n of [1, 8, 130]) {
    expect(plans(() => batch(n).evaluate())).toBe(1)
    expect(plans(() => batch(n).evaluate())).toBe(0)
    expect(batch(n).tolist()).toEqual(all.slice(0, n))
  }
})

test('two windows into one array are a plan of their own, whatever their distance', () => {
  const a = rng.random(5000)
  const made = plans(() => {
    for (let lag = 1; lag <= 300; lag++) {
      const n = 4000 - lag
      const change = a
        .slice(`${lag}:${lag + n}`)
        .sub(a.slice(`:${n}`))
        .evaluate()
      expect(change.get(n - 1)).toBe(a.get(lag + n - 1) - a.get(n - 1))
    }
  })
  expect(made).toBe(1)
})

test('in turns with a graph as deep whose slices of what is pending let their lengths decide, one plan for many lengths still', () => {
  const a = rng.random(5000)
  const plain = (n: number) => a.slice(`:${n}`).mul(3).sub(1)
  const sliced = (n: number) => a.slice(`:${n}`).mul(3).slice('1:').add(2)
  const lengths = [1000, 2000]
  const inPlans = lengths.map((n) => plans(() => sliced(n).evaluate()))
  expect(inPlans).toEqual([1, 1])
  const made = plans(() => {
    for (let i = 0; i < 300; i++) {
      const n = i % 3 === 0 ? 1000 : 900 + i
      expect(plain(n).get(n - 1)).toBe(a.get(n - 1) * 3 - 1)
      const m = lengths[i % 2]!
      const last = sliced(m)
      expect(last.get(m - 2)).toBe(a.get(m - 1) * 3 + 2)
    }
  })
  expect(made).toBe(1)
})

test('lengths that data decide are none of the plan, beside slices and joins of what is pending', () => {
  const points = rng.random([3000, 2])
  const curve = rng.random(400)
  const step = (level: number) => {
    const parts = [points.slice(points.slice(':', 0).lt(level)), points.slice(points.slice(':', 1).gt(level))]
    const centers = np.stack(parts.map((part) => part.mean(0)))
    const slope = curve.mul(level)
    return centers.add(slope.slice('1:').sub(slope.slice(':-1')).sum())
  }
  const made = plans(() => {
    for (let i = 1; i < 60; i++) {
      const level = 0.2 + i / 100
      const { length } = (points.tolist() as number[][]).filter(([x]) => x! < level)
      const center = (points.tolist() as number[][]).reduce((sum, [x, y]) => (x! < level ? sum + y! : sum), 0) / length
      const rise = (curve.get(399) - curve.get(0)) * level
      expect(step(level).get(0, 1)).toBeCloseTo(center + rise, 9)
    }
  })
  // What selects, and what is computed of it; more where two lengths happen to be one.
  expect(made).toBeLessThanOrEqual(6)
})

test('lengths with the factors that stand for other lengths in plans are lengths like others', () => {
  const table = rng.random([9 * 67, 40])
  for (const n of [67, 71, 134, 67 * 73, 67 * 67]) {
    const x = rng.random(n + 1)
    const batch = (rows: number) => {
      const y = x.mul(2)
      return table.slice(`:${rows}`).add(y.slice('1:').sub(y.slice(':-1')).sum())
    }
    const made = plans(() => {
      for (let rows = 100; rows < 160; rows++) {
        const rise = 2 * (x.get(n) - x.get(0))
        expect(batch(rows).get(rows - 1, 39)).toBeCloseTo(table.get(rows - 1, 39) + rise, 9)
      }
    })
    expect(made, `${n} elements`).toBeLessThanOrEqual(3)
  }
})

test('a structure of which no plan serves all lengths is told from its key', () => {
  // What is 67 · 71 in the model is both a product of two lengths and a length that decides.
  const x = rng.random(67 * 71 + 1)
  const table = rng.random([60, 40])
  const batch = (rows: number) => {
    const y = x.mul(3)
    return table.slice(`:${rows}`).add(y.slice('1:').sub(y.slice(':-1')).sum())
  }
  for (const rows of [50, 51]) {
    expect(plans(() => batch(rows).evaluate())).toBe(rows === 50 ? 2 : 1)
    expect(plans(() => batch(rows).evaluate())).toBe(0)
  }
})

/** Plans of a structure before what is cut is computed first, for lengths that are structure (up to 8) and others. */
const FEW = 16

test.each<[string, (i: number) => np.NdArray, (i: number) => number]>([
  [
    'lags of what is pending',
    (i) =>
      ramp
        .mul(2)
        .slice(`${i}:`)
        .sub(ramp.mul(2).slice(`:-${i}`))
        .sum(),
    (i) => 2 * i * (400 - i),
  ],
  ['borders that grow', (i) => np.pad(ramp.mul(2), [i, 3]).sum(), () => 400 * 399],
  [
    'parts of many lengths, joined',
    (i) => np.concatenate([ramp.slice(`:${i}`).mul(2), ramp.slice(`${i}:`).add(1)]).sum(),
    (i) => (i * (i - 1)) / 2 + 399 * 200 + 400 - i,
  ],
  [
    'numbers that are counted',
    (i) =>
      np
        .arange(150 + i)
        .mul(3)
        .sum()
        .astype('float64') as never,
    (i) => (3 * (150 + i) * (149 + i)) / 2,
  ],
])('few plans for %s', async (_, make, expected) => {
  const made = plans(() => {
    for (let i = 1; i <= 100; i++) expect(make(i).item()).toBe(expected(i))
  })
  expect(made).toBeLessThanOrEqual(FEW)
  const before = np.stats().plansMade
  for (let i = 101; i <= 140; i++) expect((await make(i).evaluateAsync()).item()).toBe(expected(i))
  expect(np.stats().plansMade - before).toBeLessThanOrEqual(8)
})
