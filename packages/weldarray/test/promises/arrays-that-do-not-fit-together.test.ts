import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as np from 'weldarray'
import { nodeOf } from 'weldarray/ir'

const MIB = 2 ** 20
/** An array of a quarter of the memory, whose elements tell which it is. */
const quarter = (k: number): np.NdArray => np.arange((2 * MIB) / 8).add(k)
const first = 0
const last = (2 * MIB) / 8 - 1

beforeEach(() => np.configure({ maxMemory: 8 * MIB, spill: true }))
afterEach(() => np.configure({ maxMemory: '4G', spill: true }))

describe('evaluated arrays move to a file when memory is full, and come back when they are looked at', () => {
  it('one after the other as text and as single elements, in one turn of the event loop', { timeout: 60_000 }, () => {
    const all = Array.from({ length: 8 }, (_, k) => quarter(k).evaluate())
    for (const [k, x] of all.entries()) expect(String(x.slice('::131072'))).toBe(String(np.array([k, 131_072 + k])))
    for (const [k, x] of all.entries()) expect(x.slice('5:6').item()).toBe(5 + k)
    for (const x of all) x.dispose()
  })

  it('by index, by an evaluation, by `.data`, as nested lists, in place', { timeout: 60_000 }, () => {
    const since = np.stats()
    const all = Array.from({ length: 12 }, (_, k) => quarter(k).evaluate())
    const told = np.stats({ since })
    expect(told.spills).toBeGreaterThanOrEqual(8)
    expect(np.stats().bytesSpilled).toBeGreaterThanOrEqual(8 * 2 * MIB)
    for (const [k, x] of all.entries()) expect([x.get(first), x.get(last)]).toEqual([k, k + last])
    // Now others are in the file.
    expect(all[1]!.add(all[2]!).get(last)).toBe(2 * last + 3)
    expect(all[3]!.sum().item()).toBe((last * (last + 1)) / 2 + 3 * (last + 1))
    expect((all[4]!.data as Float64Array).at(-1)).toBe(last + 4)
    expect(all[5]!.slice(':3').tolist()).toEqual([5, 6, 7])
    all[6]!.slice('::2').addeq(0.5)
    expect(all[6]!.slice(':4').tolist()).toEqual([6.5, 7, 8.5, 9])
    all[7]!.set(3, -1)
    expect(all[7]!.slice(':5').tolist()).toEqual([7, 8, 9, -1, 11])
    expect(np.cumsum(all[8]!).get(2)).toBe(27)
    expect(np.stats({ since }).restores).toBeGreaterThan(8)
    for (const x of all) x.dispose()
    expect(np.stats().bytesSpilled).toBe(0)
  })

  it('a view of what has moved sees what is written through another, and what was cached of it is asked for again', {
    timeout: 60_000,
  }, () => {
    const x = quarter(0).evaluate()
    const view = x.slice('1:3')
    expect(view.get(0)).toBe(1)
    x.set(1, 100)
    const others = Array.from({ length: 8 }, (_, k) => quarter(k).evaluate())
    expect(np.stats().bytesSpilled).toBeGreaterThan(0)
    for (const y of others) y.addeq(1).evaluate()
    expect([x.get(1), view.get(0), view.get(1)]).toEqual([100, 100, 2])
    view.set(1, 7)
    for (const y of others) y.addeq(1).evaluate()
    expect([x.get(2), view.get(1)]).toEqual([7, 7])
    expect(others.map((y) => y.get(0))).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    for (const y of [x, ...others]) y.dispose()
  })

  it('by an operation that was recorded before, over what the arrays held then', () => {
    const x = quarter(1).evaluate()
    const pending = x.mul(2).sum()
    const others = Array.from({ length: 8 }, (_, k) => quarter(k).evaluate())
    x.assign(0)
    expect(pending.item()).toBe(last * (last + 1) + 2 * (last + 1))
    for (const y of [x, ...others]) y.dispose()
  })

  it('in asynchronous evaluations, all of which wait for their turn', { timeout: 60_000 }, async () => {
    const all = Array.from({ length: 10 }, (_, k) => quarter(k).evaluate())
    const sums = all.map((x, k) =>
      x
        .mul(2)
        .add(all[(k + 1) % 10]!)
        .sum(),
    )
    // There is room for the operands of one at a time.
    await Promise.all(sums.map((s) => s.evaluateAsync()))
    const total = (last * (last + 1)) / 2
    expect(sums.map((s) => s.item())).toEqual(all.map((_, k) => 3 * total + (last + 1) * (2 * k + ((k + 1) % 10))))
    for (const x of all) x.dispose()
  })

  it('arrays that are dropped leave the file', { timeout: 60_000 }, async () => {
    const since = np.stats()
    for (let k = 0; k < 15; k++) {
      const kept = Array.from({ length: 5 }, (_, i) => quarter(i).evaluate())
      expect(kept[0]!.get(1)).toBe(1)
    }
    expect(np.stats({ since }).spills).toBeGreaterThan(20)
    expect(np.stats().bytesSpilled).toBeLessThan(12 * 2 * MIB)
  })
})

describe('what does not fit all the same is refused', () => {
  it('with spill off: the error says what holds the memory, and what to do', () => {
    np.configure({ spill: false })
    const all: np.NdArray[] = []
    const more = (): void => {
      for (let k = 0; k < 6; k++) all.push(quarter(k).evaluate())
    }
    expect(more).toThrow(np.MemoryLimitError)
    expect(more).toThrow(
      /2\.0 MiB do not fit: of 8\.0 MiB, .* held by arrays .* MiB \(\d, the largest float64\[262144\].*spill is off.*[Dd]ispose/,
    )
    for (const [k, x] of all.entries()) expect(x.get(last)).toBe(last + (k % 3))
    for (const x of all) x.dispose()
  })

  it('beyond the limit of the file', () => {
    np.configure({ spill: 4 * MIB })
    const all: np.NdArray[] = []
    expect(() => {
      for (let k = 0; k < 12; k++) all.push(quarter(k).evaluate())
    }).toThrow(/are in a file/)
    expect(np.stats().bytesSpilled).toBeLessThanOrEqual(4 * MIB)
    // To take one back, another has to find room.
    np.configure({ spill: true })
    for (const [k, x] of all.entries()) expect(x.get(last)).toBe(last + k)
    for (const x of all) x.dispose()
  })

  it('an array whose elements somebody has got as a typed array is not moved before the event loop turns', async () => {
    const x = quarter(1).evaluate()
    const elements = nodeOf(x).memory!.data
    const fill = (): void => {
      for (const y of Array.from({ length: 6 }, (_, k) => quarter(100 * k).evaluate())) expect(y.get(0) % 100).toBe(0)
    }
    fill()
    expect([elements[0], elements[last]]).toEqual([1, last + 1])
    await new Promise(setImmediate)
    const { spills } = np.stats()
    fill()
    fill()
    expect(np.stats().spills).toBeGreaterThan(spills)
    expect([x.get(0), x.get(last)]).toEqual([1, last + 1])
    x.dispose()
  })
})

describe('before memory is refused', () => {
  it('pending expressions that keep much alive are computed', { timeout: 60_000 }, () => {
    np.configure({ spill: false })
    const since = np.stats()
    // Sixteen times what fits, and each too little to be computed when it is recorded.
    const sums = Array.from({ length: 64 }, (_, k) => quarter(k).evaluate().mul(2).sum())
    const { evaluationsImplicit } = np.stats({ since })
    expect(evaluationsImplicit).toBeGreaterThan(50)
    expect(evaluationsImplicit).toBeLessThan(90)
    expect(sums.map((s) => s.item())).toEqual(sums.map((_, k) => last * (last + 1) + 2 * k * (last + 1)))
  })
})
