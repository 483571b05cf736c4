import { readFileSync } from 'node:fs'
import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { flat } from '../support/fixtures.js'

/*
 * Sums begin with +0, so that a sum of nothing but -0 is +0; running sums and parts (`reduceat`) begin with their first element, and keep
 * -0. What NumPy makes of as many -0 is in `numpy-zero-signs.json`, by the names of the calls.
 */
type Array1 = np.NdArray<'float64'>
type Call = (x: Array1, n: number) => np.NdArray

const ones = (x: Array1): Array1 => np.ones([x.shape[0]!], x.dtype)
const columns = (x: Array1): Array1 => np.stack([x, x, x], 1)
const rows = (x: Array1): Array1 => np.stack([x, x, x])
const twice = (x: Array1): Array1 => np.concatenate([x, x])
const two = (x: Array1): Array1 => np.ones([x.shape[0]!, 2], x.dtype)
const minus0 = (shape: number[], like: Array1): Array1 => np.full(shape, -0, like.dtype)
const square = (x: Array1, n: number): Array1 => minus0([Math.min(n, 300), Math.min(n, 300)], x)
const first = (x: Array1, n: number): Array1 => np.slice(x, `:${n}`) as Array1
const along = (x: Array1, shape: number[]): Array1 => np.reshape(x, shape) as Array1
const even = (n: number): np.NdArray => np.equal(np.remainder(np.arange(n), 2), 0)
const none = (n: number): np.NdArray => np.zeros([n], 'bool')
const places = (n: number): np.NdArray => np.zeros([n], 'int32')

const CALLS: Record<string, Call> = {
  sum: (x) => np.sum(x),
  'sum keepdims': (x) => np.sum(x, { keepdims: true }),
  'sum over no axes': (x) => np.sum(x, []),
  'sum of an element': (x) => np.sum(np.at(x, 0).get() as never),
  'sum from 0': (x) => np.sum(x, { initial: 0 }),
  'sum from -0': (x) => np.sum(x, { initial: -0 }),
  'sum from -0 along rows': (x) => np.sum(columns(x), { axis: 1, initial: -0 }),
  'sum where': (x, n) => np.sum(x, { where: even(n) }),
  'sum where nothing': (x, n) => np.sum(x, { where: none(n) }),
  'sum from -0 where': (x, n) => np.sum(x, { where: even(n), initial: -0 }),
  'sum from -0 where nothing': (x, n) => np.sum(x, { where: none(n), initial: -0 }),
  'sum of columns': (x) => np.sum(columns(x), 0),
  'sum of rows': (x) => np.sum(columns(x), 1),
  'sum of both': (x) => np.sum(columns(x)),
  'sum of one column': (x, n) => np.sum(along(x, [n, 1]), 1),
  'sum of one row': (x, n) => np.sum(along(x, [1, n]), 0),
  'sum of rows and planes': (x, n) => np.sum(along(columns(x), [n, 1, 3]), [0, 2]),
  'sum backwards': (x) => np.sum(np.slice(x, '::-1')),
  'sum of every other': (x) => np.sum(np.slice(np.repeat(x, 2), '::2')),
  'sum of one element many times': (x, n) => np.sum(np.broadcast_to(first(x, 1), [n])),
  mean: (x) => np.mean(x),
  'mean of rows': (x) => np.mean(columns(x), 1),
  'mean of one column': (x, n) => np.mean(along(x, [n, 1]), 1),
  average: (x) => np.average(x),
  'average by weights': (x) => np.average(x, { weights: ones(x) }),
  var: (x) => np.var(x),
  std: (x) => np.std(x),
  median: (x) => np.median(x),
  'median of rows': (x) => np.median(columns(x), 1),
  nanmedian: (x) => np.nanmedian(x),
  nansum: (x) => np.nansum(x),
  nanmean: (x) => np.nanmean(x),
  prod: (x) => np.prod(x),
  max: (x) => np.max(x),
  'add.reduce': (x) => np.add.reduce(x),
  'add.reduceat': (x, n) => np.add.reduceat(x, [0, n >> 1]),
  'add.reduceat of columns': (x) => np.add.reduceat(columns(x), [0], 0),
  'add.accumulate': (x) => np.add.accumulate(x),
  'add.at': (x, n) => {
    const a = minus0([2], x)
    np.add.at(a, places(n) as never, x)
    return a
  },
  'subtract.reduce': (x) => np.subtract.reduce(first(x, 130)),
  cumsum: (x) => np.cumsum(x),
  'cumsum of columns': (x) => np.cumsum(columns(x), 0),
  nancumsum: (x) => np.nancumsum(x),
  'nancumsum behind NaN': (x) => np.nancumsum(np.concatenate([np.multiply(x, NaN) as Array1, x])),
  cumulative_sum: (x) => np.cumulative_sum(x, { include_initial: true }),
  trapezoid: (x) => np.trapezoid(x),
  // (Two single elements are multiplied, not added to 0: BLAS's way alone.)
  dot: (x) => np.dot(twice(x), ones(twice(x))),
  'dot of matrices': (x) => np.dot(rows(x), two(x)),
  vdot: (x) => np.vdot(x, ones(x)),
  vecdot: (x) => np.vecdot(x, ones(x)),
  inner: (x) => np.inner(twice(x), ones(twice(x))),
  'inner of matrices': (x, n) => np.inner(rows(x), np.ones([2, n], x.dtype)),
  'matmul of lines': (x) => np.matmul(x, ones(x)),
  'matmul by a line': (x) => np.matmul(rows(x), ones(x)),
  'matmul of a line': (x) => np.matmul(x, two(x)),
  matmul: (x) => np.matmul(rows(x), two(x)),
  'matmul of stacks': (x, n) => np.matmul(np.broadcast_to(rows(x), [20, 3, n]), along(two(x), [1, n, 2])),
  outer: (x, n) => np.outer(first(x, 50), first(ones(x), Math.min(n, 50))),
  kron: (x, n) => np.kron(first(x, 50), first(ones(x), Math.min(n, 50))),
  'einsum i->': (x) => np.einsum('i->', x),
  'einsum i->i': (x) => np.einsum('i->i', x),
  'einsum ii->i': (x, n) => np.einsum('ii->i', square(x, n)),
  'einsum ii->': (x, n) => np.einsum('ii->', square(x, n)),
  'einsum ij->i': (x) => np.einsum('ij->i', columns(x)),
  'einsum i,i->': (x) => np.einsum('i,i->', x, ones(x)),
  'einsum i,i->i': (x) => np.einsum('i,i->i', x, ones(x)),
  'einsum i,i,i->i': (x) => np.einsum('i,i,i->i', x, ones(x), ones(x)),
  'einsum i,j->ij': (x) => np.einsum('i,j->ij', first(x, 50), first(ones(x), 50)),
  'einsum ij,jk->ik': (x) => np.einsum('ij,jk->ik', rows(x), two(x)),
  tensordot: (x) => np.tensordot(rows(x), two(x), 1),
  'tensordot of lines': (x) => np.tensordot(twice(x), ones(twice(x)), 1),
  trace: (x, n) => np.trace(square(x, n)),
  convolve: (x) => np.convolve(first(x, 4097), np.ones([3], x.dtype)),
  'convolve by one': (x) => np.convolve(x, np.ones([1], x.dtype)),
  correlate: (x) => np.correlate(first(x, 4097), np.ones([3], x.dtype), 'full'),
  bincount: (x, n) => np.bincount(places(n), x),
  histogram: (x, n) => np.histogram(np.zeros([n]), 2, { weights: x })[0],
  norm: (x) => np.linalg.norm(x),
  'norm 1': (x) => np.linalg.norm(x, 1),
  cross: (x, n) => np.cross(columns(x), np.ones([n, 3], x.dtype)),
  polyval: (x) => np.polyval(first(x, 130), 1),
  'sums of windows': (x, n) => np.sum(np.lib.stride_tricks.sliding_window_view(first(x, 4097), Math.min(3, n)), -1),
}

const { lengths, ...told } = JSON.parse(readFileSync(new URL('../fixtures/numpy-zero-signs.json', import.meta.url), 'utf8')) as {
  lengths: number[]
} & Record<string, Record<'float64' | 'float32', string[]>>

/** Runs of zeros of one sign in C order, as the fixture has them. Anything else is told as it is. */
function signs(result: np.NdArray): string {
  const runs: [string, number][] = []
  for (const e of flat(result)) {
    const sign = Object.is(e, 0) ? '+' : Object.is(e, -0) ? '-' : `${e} `
    if (runs.at(-1)?.[0] === sign) runs.at(-1)![1]++
    else runs.push([sign, 1])
  }
  return runs.map(([sign, count]) => `${sign}${count}`).join('')
}

afterEach(() => forceTier('auto'))

test('the fixture has all of the calls', () => expect(Object.keys(CALLS)).toEqual(Object.keys(told)))

describe.each(Object.keys(CALLS))('%s', (name) => {
  for (const tier of ['auto', 'js', 'wasm', 'interpreter'] as const)
    test(tier, () => {
      for (const dtype of ['float64', 'float32'] as const) {
        const got = lengths.map((n) => {
          // The interpreter takes its time.
          if (tier === 'interpreter' && n > 5000) return null
          forceTier(tier)
          return signs(CALLS[name]!(np.full([n], -0, dtype) as Array1, n))
        })
        expect({ dtype, got }).toEqual({ dtype, got: told[name]![dtype].map((s, i) => (got[i] === null ? null : s)) })
      }
    })
})
