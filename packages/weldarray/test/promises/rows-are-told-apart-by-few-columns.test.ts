import { forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { flat } from '../support/fixtures.js'

/*
 * `unique` along an axis puts rows in order by as many columns as tell them apart. Compared with rows sorted one by one.
 */

afterEach(() => forceTier('auto'))

type Row = readonly (number | bigint)[]
const isNaN = (x: number | bigint): boolean => Number.isNaN(x)
const compare = (a: Row, b: Row): number => {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x < y || (isNaN(y) && !isNaN(x))) return -1
    if (x > y || (isNaN(x) && !isNaN(y))) return 1
  }
  return 0
}

/** The distinct rows, where the first of each is, which one each row is, and how many of each there are; rows with NaN are like no other. */
function distinct(rows: readonly Row[]): [Row[], number[], number[], number[]] {
  const order = rows.map((_, i) => i).sort((i, j) => compare(rows[i]!, rows[j]!) || i - j)
  const [first, inverse, counts]: [number[], number[], number[]] = [[], rows.map(() => 0), []]
  order.forEach((at, i) => {
    const isNew = i === 0 || rows[at]!.some((x, k) => x !== rows[order[i - 1]!]![k])
    if (isNew) {
      first.push(at)
      counts.push(0)
    }
    inverse[at] = first.length - 1
    counts[first.length - 1]!++
  })
  return [first.map((i) => rows[i]!), first, inverse, counts]
}

const rng = np.random.default_rng(20261122)
const rowsOf = (a: NdArray): Row[] => {
  const [n, m] = a.shape as [number, number]
  const cells = flat(a)
  return Array.from({ length: n }, (_, i) => cells.slice(i * m, (i + 1) * m))
}

/** Rows that the first columns tell apart, that only the last one does, that several are like, and that are all one. */
function matrices(dtype: np.DType): NdArray[] {
  const values = (high: number, shape: number[]): NdArray => rng.integers(0, high, shape).astype(dtype as 'float64') as NdArray
  const late = values(1, [40, 7])
  late.slice(':', 6).assign(np.mod(np.multiply(np.arange(40), 17), 40))
  return [
    values(100, [60, 9]),
    values(2, [200, 5]),
    values(2, [50, 16]),
    values(3, [64, 1]),
    values(1, [30, 4]),
    late,
    values(100, [1, 3]),
    values(100, [0, 3]),
    values(100, [3, 0]),
    np.transpose(values(2, [6, 90])),
    values(2, [80, 12]).slice('::-2, 1::3') as NdArray,
  ]
}

function expectDistinct(a: NdArray): void {
  const [values, first, inverse, counts] = distinct(rowsOf(a))
  const [n, m] = a.shape as [number, number]
  for (const [x, axis] of [
    [a, 0],
    [np.transpose(a), 1],
    [np.reshape(a, [n, 1, m]), -3],
  ] as const) {
    const got = np.unique(x, { axis, return_index: true, return_inverse: true, return_counts: true })
    const rows = np.reshape(axis === 1 ? np.transpose(got[0]) : got[0], [-1, Math.max(1, m)])
    expect(flat(rows)).toEqual(values.flat())
    expect(got.slice(1).map((x) => flat(x as NdArray).map(Number))).toEqual([first, inverse, counts])
  }
}

test.each(['float64', 'float32', 'int32', 'uint8', 'int16', 'int64', 'bool'] as const)('rows of %s', (dtype) => {
  for (const tier of ['js', 'wasm', 'auto'] as const) {
    forceTier(tier)
    for (const a of matrices(dtype)) expectDistinct(a)
  }
})

test('NaN are last, and told apart by what comes after them', () => {
  for (const a of matrices('float64')) {
    const holes = np.where(np.equal(np.mod(a, 3), 1), NaN, a) as NdArray
    const zeros = np.where(np.equal(a, 0), np.where(np.equal(np.mod(np.arange(a.shape[1]!), 2), 0), -0, 0), holes) as NdArray
    for (const x of [holes, zeros]) expectDistinct(x)
  }
})
