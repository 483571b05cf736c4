import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, flat } from './support/fixtures.js'

/*
 * Functions with kernels of their own: the same bits from the kernels, cut into pieces of any size, and from JavaScript.
 */

const rng = np.random.default_rng(20261121)
const DTYPES = ['float64', 'float32', 'int32', 'bigint64', 'uint8', 'int16', 'bool'] as const
type Call = () => NdArray | NdArray[]

const some = (dtype: string, shape: number[], reach = 50): NdArray =>
  np
    .subtract(np.multiply(rng.random(shape), 2 * reach), dtype.startsWith('u') || dtype === 'bool' ? 0 : reach)
    .astype(dtype as 'int32')
    .evaluate()

/** What a call gives as text and elements, or what it throws. */
function outcome(call: Call): (number | bigint | string)[] {
  try {
    return [call()].flat().flatMap((a) => [`${a.dtype} ${a.shape}`, ...flat(a)])
  } catch (error) {
    return [String(error)]
  }
}

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

/** The label of a call and where its tiers differ. */
function wrong(label: string, call: Call, pieces: readonly (number | null)[] = [null, 1, 100]): string[] {
  forceTier('js')
  const wanted = outcome(call)
  forceTier('wasm')
  const list: string[] = []
  for (const piece of pieces) {
    forcePiece(piece)
    list.push(
      ...differences(outcome(call) as number[], wanted as number[], bits).map((d) => `${label}, pieces of ${piece}: ${d}`),
    )
  }
  forcePiece(null)
  forceTier('auto')
  return list
}

/** Reductions of parts by all that has a kernel for elements of a dtype. */
const partsOf = (a: NdArray, axis: number, starts: readonly number[]): Record<string, Call> =>
  Object.fromEntries(
    (
      [
        'add',
        'subtract',
        'multiply',
        'divide',
        'maximum',
        'minimum',
        'bitwise_and',
        'bitwise_or',
        'bitwise_xor',
        'logical_or',
      ] as const
    ).map((name) => [
      `parts by ${name}`,
      () => np[name].reduceat(a, starts, { axis, ...(name === 'divide' || name === 'logical_or' ? {} : { dtype: a.dtype }) }),
    ]),
  )

test.each([1, 7, 8, 130, 1000, 20_003])('bits of %i bytes', (n) => {
  const a = some('uint8', [n]) as NdArray<'uint8'>
  const few = np.remainder(a, 3)
  const lines = np.reshape(np.slice(a, `:${3 * Math.floor(n / 3)}`), [3, -1]) as NdArray<'uint8'>
  const calls = (bitorder: 'big' | 'little'): Record<string, Call> => ({
    packed: () => np.packbits(few, { bitorder }),
    'packed bool': () => np.packbits(np.greater(few, 0), { bitorder }),
    'packed int32': () => np.packbits(np.astype(few, 'int32'), { bitorder }),
    'packed lines': () => np.packbits(lines, { bitorder, axis: 1 }),
    'packed columns': () => np.packbits(lines, { bitorder, axis: 0 }),
    unpacked: () => np.unpackbits(a, { bitorder }),
    'unpacked, some': () => np.unpackbits(a, { bitorder, count: 8 * n - 3 }),
    'unpacked, more': () => np.unpackbits(lines, { bitorder, count: 8 * n + 3, axis: 1 }),
    'unpacked columns': () => np.unpackbits(lines, { bitorder, axis: 0, count: 5 }),
  })
  const pieces = n > 5000 ? [null, 5000] : [null, 1, 100]
  for (const order of ['big', 'little'] as const)
    expect(Object.entries(calls(order)).flatMap(([label, call]) => wrong(`${order}: ${label}`, call, pieces))).toEqual([])
  const back = np.unpackbits(np.packbits(few), { count: n })
  expect(np.array_equal(back, np.greater(few, 0).astype('uint8'))).toBe(true)
})

describe.each(DTYPES)('%s', (dtype) => {
  test.each([1, 16, 17, 1000, 66_001])('%i elements', (n) => {
    const a = some(dtype, [n])
    const mask = np.less(rng.random([n]), 0.5).evaluate()
    const index = rng.integers(-n, n, [n + 3]) as NdArray
    const far = np.multiply(index, 3)
    const calls: Record<string, Call> = {
      take: () => np.take(a, index),
      'take at int32': () => np.take(a, np.astype(index, 'int32')),
      wrap: () => np.take(a, far, null, { mode: 'wrap' }),
      clip: () => np.take(a, far, null, { mode: 'clip' }),
      outside: () => np.take(a, far),
      compress: () => np.compress(mask, a),
      'all of them': () => np.compress(np.ones([n]), a),
      'none of them': () => np.compress(np.zeros([n]), a),
      nonzero: () => np.nonzero(a),
      cumsum: () => np.cumsum(a),
      cumprod: () => np.cumprod(a),
      cummax: () => np.cummax(a),
      cummin: () => np.cummin(a),
      sort: () => np.sort(a),
      argsort: () => np.argsort(a),
      argmax: () => np.argmax(a),
      argmin: () => np.argmin(a),
      unique: () => np.unique(a),
      'unique, all told': () => np.unique(a, { return_index: true, return_inverse: true, return_counts: true }),
      searchsorted: () => np.searchsorted(np.sort(np.slice(a, ':100')), a),
      'searchsorted, right': () => np.searchsorted(np.sort(np.slice(a, ':100')), a, 'right'),
      median: () => np.median(a),
      concatenate: () => np.concatenate([a, np.slice(a, '::-1')]),
      stack: () => np.stack([a, a, a], 1),
      'stack of two': () => np.stack([a, np.slice(a, '::-1')], 1),
      columns: () => np.concatenate([np.reshape(a, [-1, 1]), np.zeros([n, 1], { dtype: a.dtype as 'int32' })], 1),
      roll: () => np.roll(a, 5),
      repeat: () => np.repeat(a, np.astype(mask, 'int32')),
      ...partsOf(a, 0, [0, n >> 1, n >> 2, n - 1, n >> 3]),
      'parts of some elements': () => np.add.reduceat(a, np.arange(0, n, 11), { dtype }) as NdArray,
    }
    const pieces = n > 5000 ? [null, 5000] : [null, 1, 100]
    expect(Object.entries(calls).flatMap(([label, call]) => wrong(label, call, pieces))).toEqual([])
  })

  test.each([0, 1, 2])('axis %i', (axis) => {
    const a = some(dtype, [20, 5, 10])
    const mask = np.less(rng.random([a.shape[axis]!]), 0.5).evaluate()
    const calls: Record<string, Call> = {
      take: () =>
        np.take(
          a,
          [
            [0n, -1n],
            [2n, 3n],
          ],
          axis,
        ),
      compress: () => np.compress(mask, a, axis),
      cumsum: () => np.cumsum(a, axis),
      cumprod: () => np.cumprod(a, axis),
      cummax: () => np.cummax(a, axis),
      cummin: () => np.cummin(a, axis),
      sort: () => np.sort(a, axis),
      argsort: () => np.argsort(a, axis),
      argmax: () => np.argmax(np.reshape(np.repeat(a, 4), [20, 10, 20]), axis),
      argmin: () => np.argmin(np.reshape(np.repeat(a, 16), [100, 160]), -1),
      median: () => np.median(a, axis),
      concatenate: () => np.concatenate([a, a], axis),
      stack: () => np.stack([a, a], axis),
      roll: () => np.roll(a, [3, -1], [axis, 1]),
      repeat: () => np.repeat(a, np.astype(mask, 'int32'), axis),
      nonzero: () => np.nonzero(a),
      argwhere: () => np.argwhere(a),
      ...partsOf(a, axis, [0, 4, 1]),
      ...partsOf(some(dtype, [3, 300, 5]), 1, [200, 0, 170]),
    }
    expect(Object.entries(calls).flatMap(([label, call]) => wrong(label, call))).toEqual([])
  })

  test.each([
    [1, 1, 1],
    [3, 5, 7],
    [17, 300, 19],
    [9, 300, 45],
    [33, 513, 12],
    [5, 300, 14],
    [6, 257, 31],
    [100, 600, 1],
    [1, 600, 100],
    [37, 259, 1],
    [1, 259, 37],
  ])('matrices %i x %i x %i', (m, k, n) => {
    const [a, b] = [some(dtype, [m, k]), some(dtype, [k, n])]
    const [at, bt] = [np.transpose(some(dtype, [k, m])), np.transpose(some(dtype, [n, k]))]
    const list = Object.entries({
      'a b': [a, b],
      'at b': [at, b],
      'a bt': [a, bt],
      'at bt': [at, bt],
      'every second row': [np.slice(a, '::2'), b],
    }).flatMap(([label, [x, y]]) => wrong(label, () => np.matmul(x!, y!)))
    expect(list).toEqual([])
    // However operands lie in memory.
    const copies = np.matmul(np.copy(at).evaluate(), np.copy(bt).evaluate())
    expect(differences(flat(np.matmul(at, bt)), flat(copies), bits)).toEqual([])
  })

  // Half of it is computed; several strips, the last one cut short, and one.
  test.each([
    [199, 9],
    // Bigints are multiplied one by one in JavaScript.
    [200, dtype === 'bigint64' ? 60 : 300],
    [263, 1],
    [321, 40],
  ])('%i rows of %i by themselves', (m, k) => {
    const a = some(dtype, [m, 2 * k])
    const other = np.copy(a).evaluate()
    const cut = (x: NdArray): NdArray => np.slice(x, ':, ::2') as NdArray
    expect(
      Object.entries({ a, 'every second column': cut(a) }).flatMap(([label, x]) =>
        wrong(label, () => np.matmul(x, np.transpose(x))),
      ),
    ).toEqual([])
    // Rows enough for several strips, where there are so many columns, and no more: JavaScript multiplies them, too.
    const tall = np.copy(np.slice(other, ':, :210')).evaluate()
    expect(wrong('turned', () => np.matmul(np.transpose(tall), tall))).toEqual([])
    expect(
      differences(flat(np.matmul(cut(a), np.transpose(cut(a)))), flat(np.matmul(cut(a), np.transpose(cut(other)))), bits),
    ).toEqual([])
  })

  // By blocks of the long index; as many columns as a panel has, and others; a block that is cut short, and none; more blocks than at once.
  test.each([
    [4, 2048 + 100],
    [10, 2304],
    [8, 17_000],
  ])('few rows by %i columns over an index of %i', (columns, inner) => {
    const [x, y] = [some(dtype, [inner, 7]), some(dtype, [inner, columns])]
    const list = Object.entries({ turned: np.transpose(x), 'row by row': np.copy(np.transpose(x)).evaluate() })
    expect(list.flatMap(([label, left]) => wrong(label, () => np.matmul(left, y)))).toEqual([])
  })

  // Sums that stay in registers: one to four vectors of them, whole blocks by several, by one and cut short.
  test.each([2, 3, 4, 5, 8, 9])('%i columns, turned, times a vector', (columns) => {
    const inner = 256 * 6 + 41
    const [x, v] = [some(dtype, [inner, columns]), some(dtype, [inner])]
    expect(wrong('turned', () => np.matmul(np.transpose(x), v))).toEqual([])
  })

  test('stacks of matrices', () => {
    const [a, b] = [some(dtype, [3, 1, 5, 6]), some(dtype, [4, 6, 9])]
    expect(wrong('stacks', () => np.matmul(a, b))).toEqual([])
  })
})

test('counts, whole and weighted, and bins', () => {
  for (const n of [300, 70_001, 200_001]) {
    const numbers = rng.integers(0, 1000, [n], { dtype: 'int32' }) as NdArray
    const wide = np.astype(numbers, 'bigint64')
    const x = rng.normal(0, 1, [n]) as NdArray
    const calls: Record<string, Call> = {
      bincount: () => np.bincount(numbers),
      'bincount of 64 bits': () => np.bincount(wide, { minlength: 2000 }),
      weighted: () => np.bincount(numbers, { weights: x }),
      histogram: () => np.histogram(x, 100),
      'histogram in a range': () => np.histogram(x, 7, { range: [-1, 0.5] }),
      'weighted histogram': () => np.histogram(x, 10, { weights: x }),
      'given edges': () => np.histogram(x, [-1, 0, 3]),
    }
    expect(Object.entries(calls).flatMap(([label, call]) => wrong(label, call, [null, 5000]))).toEqual([])
  }
})

test.each(['evenly', 'with NaN and zeros', 'with infinities', 'nearly all the same', 'big integers'])(
  'long lines spread %s',
  (how) => {
    const n = 70_002
    const even = rng.random(n) as NdArray
    const x = {
      evenly: () => np.subtract(even, 0.5),
      'with NaN and zeros': () =>
        np.where(np.less(even, 0.01), Number.NaN, np.where(np.less(even, 0.02), -0, np.where(np.less(even, 0.03), 0, even))),
      'with infinities': () => np.where(np.less(even, 0.01), Number.NEGATIVE_INFINITY, even),
      'nearly all the same': () => np.where(np.less(even, 0.001), 1e9, 1),
      'big integers': () => rng.integers(-(2n ** 62n), 2n ** 62n, n) as NdArray,
    }[how]!().evaluate()
    const some = [0.01, 0.25, 0.5, 0.999]
    expect([
      ...wrong('sort', () => np.sort(x), [null, 500]),
      ...wrong('argsort', () => np.argsort(x), [null, 500]),
      ...wrong('median', () => np.median(x), [null, 500]),
      ...wrong('quantile', () => np.quantile(np.reshape(x, [-1, 3]), some, 0), [null, 500]),
      ...wrong('quantile of float32', () => np.quantile(np.astype(x, 'float32'), some), [null, 500]),
    ]).toEqual([])
  },
)

test.each([
  [97, 97],
  [131, 70],
  [66, 129],
  [330, 60],
])('factors of %i x %i', (rows, columns) => {
  const a = rng.standard_normal([rows, columns]).evaluate()
  const square = np.matmul(a, np.transpose(a)).add(np.eye(rows)).evaluate()
  const right = rng.standard_normal([rows, 9]).evaluate()
  const calls: Record<string, Call> = {
    solve: () => np.linalg.solve(square, right),
    'solve for a vector': () => np.linalg.solve(square, right.slice(':, 0')),
    inv: () => np.linalg.inv(square),
    det: () => np.linalg.det(square),
    cholesky: () => np.linalg.cholesky(square),
    qr: () => Object.values(np.linalg.qr(a)),
    'qr, complete': () => Object.values(np.linalg.qr(a, 'complete')),
    eigh: () => Object.values(np.linalg.eigh(square)),
    eigvalsh: () => np.linalg.eigvalsh(square),
    svd: () => Object.values(np.linalg.svd(a)),
    svdvals: () => np.linalg.svdvals(a),
    pinv: () => np.linalg.pinv(a),
    lstsq: () => np.linalg.lstsq(a, right).filter((x) => typeof x !== 'number'),
  }
  expect(Object.entries(calls).flatMap(([label, call]) => wrong(label, call, [null, 3]))).toEqual([])
})

test('NaN and zeros of both signs', () => {
  const a = np.array([0, -0, Number.NaN, 1, -0, 0, Number.POSITIVE_INFINITY, -2])
  const calls: Record<string, Call> = {
    cummax: () => np.cummax(a),
    cummin: () => np.cummin(a),
    nonzero: () => np.nonzero(a),
    take: () => np.take(a, [2, 1, 0]),
    cumsum: () => np.cumsum(a),
    sort: () => np.sort(a),
    argsort: () => np.argsort(a),
    unique: () => np.unique(a),
    searchsorted: () => np.searchsorted(np.sort(a), a, 'right'),
  }
  expect(Object.entries(calls).flatMap(([label, call]) => wrong(label, call))).toEqual([])
})
