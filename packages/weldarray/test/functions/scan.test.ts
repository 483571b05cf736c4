import { expect, test, vi } from 'vitest'
import * as np from 'weldarray'

// Associative to the bit, so that one element after the other is what any order gives; the last two are not commutative.
const functions: readonly ((a: number, b: number) => number)[] = [
  (a, b) => (Math.abs(b) >= Math.abs(a) ? b : a),
  (a, b) => (a * b) % 101,
  (a, b) => {
    let [x, y] = [Math.abs(a), Math.abs(b)]
    while (y > 0) [x, y] = [y, x % y]
    return x
  },
  (a, b) => (Number.isNaN(b) ? a : b),
  (a, _b) => a,
]

const running = (f: (a: number, b: number) => number, list: readonly number[]): number[] => {
  const out: number[] = []
  for (const x of list) out.push(out.length === 0 ? x : f(out[out.length - 1]!, x))
  return out
}

test.each(functions.map((f) => [String(f), f] as const))('running totals by %s', (_, f) => {
  for (const n of [1, 2, 9, 1000, 40_003]) {
    const x = np.random.default_rng(n).integers(1, 100, [n]).astype('float64')
    if (n > 4) x.set(3, Number.NaN)
    // No multiple of 101 and nothing that is no number, where these are kept.
    const given = f === functions[1] || f === functions[2] ? np.where(x.eq(x), x, 1) : x
    const expected = running(f, given.tolist() as number[])
    expect(np.scan(f)(given).tolist()).toEqual(expected)
    expect(np.scan(f)(given.clone().evaluate()).mul(1).tolist()).toEqual(expected)
    expect(np.scan(f, { init: 60 })(given).tolist()).toEqual(running(f, [60, ...(given.tolist() as number[])]).slice(1))
  }
})

test('lines of any axis', () => {
  const f = functions[3]!
  const x = np.random.default_rng(3).normal(0, 1, [7, 5, 6])
  const holes = np.where(x.lt(0), Number.NaN, x)
  const y = holes.tolist() as number[][][]
  const along = [
    y[0]!.map((row, j) =>
      row.map((_, k) =>
        running(
          f,
          y.map((plane) => plane[j]![k]!),
        ),
      ),
    ),
    y.map((plane) =>
      plane[0]!.map((_, k) =>
        running(
          f,
          plane.map((row) => row[k]!),
        ),
      ),
    ),
    y.map((plane) => plane.map((row) => running(f, row))),
  ]
  along.forEach((lines, axis) => {
    expect(np.moveaxis(np.scan(f)(holes, { axis }), axis, -1).tolist()).toEqual(lines)
  })
  // Some lines begin with none.
  expect(along.flat(3).some(Number.isNaN)).toBe(true)
})

test('any function is one loop, with what comes before and after it, and one plan for all lengths', () => {
  const last = np.scan((a, b) => (Number.isNaN(b) ? a : b))
  const [some, more] = [20_001, 30_000].map((n) => np.arange(n).add(1).evaluate()) as [np.NdArray, np.NdArray]
  const of = (x: np.NdArray) => last(x.mul(2)).add(1)
  of(some).evaluate()
  const before = np.stats()
  expect(of(more).get(29_999)).toBe(60_001)
  expect(np.stats({ since: before })).toMatchObject({ loops: 1, plansMade: 0 })
  expect(of(more).explain()).toMatch(/^loop 1 of 1: running totals along the last axis/m)
})

test.each([
  ['booleans of booleans', (a: number, b: number) => a || b, [false, true, false], 'bool', [false, true, true]],
  ['numbers of booleans', (a: number, b: number) => a + b * 1, [true, false, true], 'float64', [1, 1, 2]],
  ['what is equal', (a: number, b: number) => a === b, [true, false, true], 'bool', [true, false, false]],
] as const)('%s', (_, f, list, dtype, expected) => {
  for (const copies of [1, 400]) {
    const x = np.tile(np.array([...list]), copies)
    const y = np.scan(f as (a: number, b: number) => number)(x)
    expect(y.dtype).toBe(dtype)
    if (copies === 1) expect(y.tolist()).toEqual(expected)
    expect(np.scan(f as (a: number, b: number) => number)(x.slice(':1')).dtype).toBe(dtype)
  }
})

test('what is not compiled, or takes bigints', () => {
  vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const seen: number[] = []
  const f = np.scan((a, b) => {
    seen.push(b)
    return a + b
  })
  const x = np.arange(6).add(1).reshape([2, 3])
  expect(f(x, { axis: 0 }).tolist()).toEqual(np.cumsum(x.astype('float64'), 0).tolist())
  expect(f(x, { axis: 1 }).tolist()).toEqual(np.cumsum(x.astype('float64'), 1).tolist())
  expect(f(np.array([5n, 6n, 2n ** 62n])).tolist()).toEqual([5n, 11n, 2n ** 62n + 11n])
})
