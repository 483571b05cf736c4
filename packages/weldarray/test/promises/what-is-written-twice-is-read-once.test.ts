import { expect, test } from 'vitest'
import * as np from 'weldarray'

// `x.slice(':, 0')` written twice is one read of the column, and what is computed of it is computed once; so are rows taken twice by one batch.
const numbers = (count: number, by: number): Float64Array => Float64Array.from({ length: count }, (_, i) => ((i * by) % 97) - 40)
const x = np.array(numbers(6000, 31)).reshape(2000, 3)
const accesses = (array: np.NdArray, kind: string): number =>
  array
    .explain()
    .split('\n')
    .filter((line) => line.startsWith('  | access') && line.includes(kind)).length

test('a slice that is written twice', () => {
  const column = () => x.slice(':, 1')
  const sum = column().mul(column()).add(column().exp()).sub(np.exp(column()))
  expect(accesses(sum, 'load')).toBe(1)
  expect(sum.tolist()).toEqual(
    Array.from({ length: 2000 }, (_, i) => x.get(i, 1) ** 2 + Math.exp(x.get(i, 1)) - Math.exp(x.get(i, 1))),
  )
})

test('rows that are taken twice', () => {
  const order = np.random.default_rng(4).permutation(2000)
  const batch = order.slice('100:1500')
  const square = x.slice(batch).mul(x.slice(batch))
  expect(accesses(square, 'gather')).toBe(1)
  const rows = order.tolist().slice(100, 1500) as number[]
  expect(square.tolist()).toEqual(rows.map((r) => [0, 1, 2].map((c) => x.get(r, c) ** 2)))
})

test('slices that begin elsewhere, or go another way, are reads of their own: a plan for the one does not serve the other', () => {
  const of = (a: string, b: string): number[] => x.slice(a, 0).add(x.slice(b, 0).mul(1000)).tolist() as number[]
  const wanted = (from: (i: number) => number, other: (i: number) => number): number[] =>
    Array.from({ length: 1500 }, (_, i) => x.get(from(i), 0) + x.get(other(i), 0) * 1000)
  for (let turn = 0; turn < 3; turn++) {
    expect(of('20:1520', '20:1520')).toEqual(
      wanted(
        (i) => i + 20,
        (i) => i + 20,
      ),
    )
    expect(of('20:1520', '21:1521')).toEqual(
      wanted(
        (i) => i + 20,
        (i) => i + 21,
      ),
    )
    expect(of('20:1520', '1519:19:-1')).toEqual(
      wanted(
        (i) => i + 20,
        (i) => 1519 - i,
      ),
    )
  }
})

test('compiled functions read each argument, also where they were traced with one array for both', () => {
  const f = np.compile((a: np.NdArray<'float64'>, b: np.NdArray<'float64'>) => a.mul(3).sub(b))
  const [a, b] = [x.slice(':, 0'), x.slice(':, 2')]
  expect(f(a, a).tolist()).toEqual(a.mul(2).tolist())
  expect(f(a, b).tolist()).toEqual(Array.from({ length: 2000 }, (_, i) => x.get(i, 0) * 3 - x.get(i, 2)))
  expect(f(a, a).tolist()).toEqual(a.mul(2).tolist())
})
