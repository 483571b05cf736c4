import * as np from 'weldarray'
import type { Random } from '../support/random.js'

type Array = np.NdArray
export type Call = (random: Random, pool: readonly Array[]) => Array | readonly Array[] | undefined

const SHAPES = [[0], [1], [7], [], [3, 5], [64, 3], [1030], [4, 1, 6], [2, 3, 4, 5], [9000], [130, 70], [3, 0], [1, 40], [40, 1]]
const DTYPES = ['float64', 'float32', 'int32', 'uint8', 'int64', 'int16', 'uint32', 'bool'] as const

const sizeOf = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1)

/** Numbers that are small and large, whole and not, some of them special. */
export function fresh(random: Random, shape: readonly number[] = random.pick(SHAPES)): Array {
  const dtype = random.pick(DTYPES)
  const data = Float64Array.from({ length: sizeOf(shape) }, () => {
    const x = (random.next() - 0.5) * 10 ** random.int(0, 4)
    const special = dtype.startsWith('float') && random.next() < 0.03
    return special ? random.pick([Number.NaN, Infinity, -Infinity, -0, 1e300, 5e-324]) : random.next() < 0.5 ? Math.round(x) : x
  })
  return np.array(data).reshape(shape).astype(dtype)
}

const some = (random: Random, pool: readonly Array[], test: (a: Array) => boolean = () => true): Array =>
  random.pick(pool.filter(test).length > 0 ? pool.filter(test) : [fresh(random)])
/** An operand for an array of this shape: mostly one that fits. */
function partner(random: Random, pool: readonly Array[], shape: readonly number[], same = false): Array {
  if (random.next() < 0.05) return some(random, pool)
  const fits = ({ shape: s }: Array): boolean =>
    same
      ? String(s) === String(shape)
      : s.every((n, i) => [1, n].includes(shape[i - s.length + shape.length] ?? n) || n === 1) && s.length <= shape.length + 1
  const list = pool.filter(fits)
  return list.length > 0 && random.next() < 0.9 ? random.pick(list) : fresh(random, shape)
}

const axisOf = (random: Random, a: Array): number => random.int(-a.ndim, a.ndim - 1)
const hasAxes = (a: Array): boolean => a.ndim > 0
const few = (a: Array): boolean => a.size <= 20_000
const isWhole = (a: Array): boolean => !String(a.dtype).startsWith('float') && a.dtype !== 'bool'

const unary = [
  'negative',
  'absolute',
  'sqrt',
  'exp',
  'log1p',
  'sin',
  'tan',
  'arctan',
  'tanh',
  'erf',
  'cbrt',
  'floor',
  'rint',
  'sign',
  'square',
  'isnan',
  'logical_not',
  'signbit',
] as const
const binary = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'floor_divide',
  'remainder',
  'fmod',
  'power',
  'arctan2',
  'hypot',
  'maximum',
  'fmin',
  'less',
  'equal',
  'logical_xor',
  'copysign',
  'bitwise_and',
  'left_shift',
] as const
const reductions = ['sum', 'prod', 'min', 'max', 'mean', 'var', 'argmin', 'argmax', 'any', 'all', 'nansum', 'ptp'] as const
const scans = ['cumsum', 'cumprod'] as const

type Any = Record<string, (...args: unknown[]) => Array>
const all = np as unknown as Any

function sliceOf(random: Random, n: number): string {
  const step = random.pick([1, 1, 2, -1, -3])
  const at = (): string => (random.next() < 0.4 ? '' : String(random.int(-n - 1, n + 1)))
  return `${at()}:${at()}:${step}`
}

/** Calls by name, with how often they are made. Every kind of loop there is, and all that the library has kernels for. */
const table: readonly (readonly [name: string, weight: number, call: Call])[] = [
  ['fresh', 3, (r) => fresh(r)],
  ['unary', 6, (r, pool) => all[r.pick(unary)]!(some(r, pool))],
  [
    'binary',
    9,
    (r, pool) => {
      const a = some(r, pool)
      return all[r.pick(binary)]!(a, r.next() < 0.3 ? r.pick([2, 1, 0.5, 3]) : partner(r, pool, a.shape))
    },
  ],
  [
    'where',
    2,
    (r, pool) => {
      const a = some(r, pool, (b) => b.dtype === 'bool')
      return np.where(a, partner(r, pool, a.shape), partner(r, pool, a.shape))
    },
  ],
  ['clip', 1, (r, pool) => np.clip(some(r, pool), -3, 7)],
  ['astype', 3, (r, pool) => some(r, pool).astype(r.pick(DTYPES))],
  [
    'reduction',
    4,
    (r, pool) => {
      const a = some(r, pool)
      return np.asarray(
        all[r.pick(reductions)]!(a, a.ndim > 0 && r.next() < 0.7 ? { axis: axisOf(r, a), keepdims: r.next() < 0.3 } : {}),
      )
    },
  ],
  [
    'slice',
    6,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      return a.slice(...a.shape.map((n) => (r.next() < 0.1 && n > 0 ? r.int(-n, n - 1) : sliceOf(r, n))))
    },
  ],
  ['transpose', 3, (r, pool) => some(r, pool).T],
  ['reshape', 3, (r, pool) => some(r, pool).reshape(-1)],
  [
    'broadcast',
    2,
    (r, pool) => {
      const a = some(r, pool, (b) => b.size <= 5000)
      return a.broadcastTo([r.int(0, 3), ...a.shape])
    },
  ],
  [
    'in place',
    4,
    (r, pool) => {
      const a = some(r, pool, (b) => String(b.dtype).startsWith('float') && !b.stride.includes(0))
      return a[r.pick(['addeq', 'muleq', 'subeq'] as const)](r.next() < 0.5 ? 1.5 : partner(r, pool, a.shape, true))
    },
  ],
  [
    'assign',
    4,
    (r, pool) => {
      const a = some(r, pool, (b) => hasAxes(b) && !b.stride.includes(0))
      const part = a.slice(...a.shape.map((n) => sliceOf(r, n)))
      part.assign(r.next() < 0.5 ? 3 : partner(r, pool, part.shape, true))
      return a
    },
  ],
  [
    'scan',
    2,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      return all[r.pick(scans)]!(a, axisOf(r, a))
    },
  ],
  [
    'sort',
    2,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      return all[r.pick(['sort', 'argsort', 'flip', 'diff', 'cumulative_sum'])]!(a)
    },
  ],
  ['unique', 1, (r, pool) => np.unique(some(r, pool))],
  [
    'unique with places',
    1,
    (r, pool) =>
      np.unique(some(r, pool), { return_index: true, return_inverse: true, return_counts: true, equal_nan: r.next() < 0.5 }),
  ],
  ['median', 1, (r, pool) => np.asarray(np.median(some(r, pool)))],
  [
    'quantiles',
    2,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      const shares = r.pick([0.3, [0, 0.25, 1], [0.999]])
      const method = r.pick(['linear', 'hazen', 'midpoint', 'nearest', 'closest_observation', 'averaged_inverted_cdf'] as const)
      return r.pick([np.quantile, np.nanquantile])(a, shares, { axis: axisOf(r, a), method })
    },
  ],
  [
    'put',
    3,
    (r, pool) => {
      const a = some(r, pool).clone()
      const mode = r.pick(['wrap', 'clip', 'raise'] as const)
      const reach = mode === 'raise' ? Math.max(1, a.size) : 2 * a.size + 1
      const indices = np.remainder(np.nan_to_num(some(r, pool, few)), reach).astype('int32')
      np.put(a, indices, fresh(r, [r.int(1, 9)]).astype(a.dtype), { mode })
      return a
    },
  ],
  [
    'changed in place',
    3,
    (r, pool) => {
      const a = some(r, pool, (x) => hasAxes(x) && x.shape[0]! > 0 && x.dtype !== 'bool').clone()
      const n = a.shape[0]!
      const indices = np.remainder(np.nan_to_num(some(r, pool, few).ravel()), n).astype(r.pick(['int32', 'int64', 'uint8']))
      const change = r.pick(['set', 'add', 'sub', 'mul', 'min', 'max'] as const)
      return a.at(indices)[change](r.next() < 0.5 ? 3 : fresh(r, a.shape.slice(1)).astype(a.dtype))
    },
  ],
  [
    'where a mask holds',
    2,
    (r, pool) => {
      const a = some(r, pool).clone()
      const mask = np.greater(a, 0)
      const values = fresh(r, [r.int(1, 9)]).astype(a.dtype)
      r.pick([np.place, np.putmask])(a, mask, values)
      return a
    },
  ],
  [
    'along an axis',
    1,
    (r, pool) => {
      const a = some(r, pool, hasAxes).clone()
      const axis = axisOf(r, a)
      np.put_along_axis(a, np.argsort(a, axis), fresh(r, a.shape).astype(a.dtype), axis)
      return a
    },
  ],
  [
    'parts of an axis',
    1,
    (r, pool) => {
      const a = some(r, pool, (x) => hasAxes(x) && x.size > 0)
      const axis = axisOf(r, a)
      const starts = Array.from({ length: r.int(0, 5) }, () => r.int(0, a.shape.at(axis)! - 1))
      return np[r.pick(['add', 'multiply', 'maximum', 'logical_xor', 'fmin'] as const)].reduceat(a, starts, axis)
    },
  ],
  ['isin', 1, (r, pool) => np.isin(some(r, pool), some(r, pool), { invert: r.next() < 0.3 })],
  ['interp', 1, (r, pool) => np.interp(some(r, pool), [-3, 0, 1, 1, 40], [1, 2, Infinity, -5, 7])],
  [
    'digitize',
    1,
    (r, pool) =>
      np.digitize(
        some(r, pool),
        r.pick([
          [-4, 0, 0.5, 9],
          [7, 1, -2],
        ]),
        r.next() < 0.5,
      ),
  ],
  [
    'lexsort',
    1,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      return np.lexsort([np.floor_divide(np.nan_to_num(a.astype('float64')), 100), a.gt(0)])
    },
  ],
  ['packbits', 1, (r, pool) => np.unpackbits(np.packbits(some(r, pool).gt(0)))],
  ['choose', 1, (r, pool) => np.choose(some(r, pool).gt(0).astype('int32'), [3, some(r, pool).size, 5])],
  [
    'convolve',
    1,
    (r, pool) =>
      np.convolve(some(r, pool, (a) => a.size > 0 && few(a)).ravel(), fresh(r, [5]), r.pick(['full', 'same'] as const)),
  ],
  ['searchsorted', 1, (r, pool) => np.searchsorted(np.sort(some(r, pool).ravel()), some(r, pool))],
  [
    'take',
    2,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      const axis = axisOf(r, a)
      return np.take(a, np.array(Float64Array.from({ length: r.int(0, 300) }, () => r.int(-9, 9))), axis, {
        mode: r.pick(['wrap', 'clip', 'raise'] as const),
      })
    },
  ],
  [
    'compress',
    2,
    (r, pool) => {
      const a = some(r, pool)
      return np.extract(np.greater(a, 0), a)
    },
  ],
  ['nonzero', 1, (r, pool) => np.nonzero(some(r, pool, hasAxes)) as readonly Array[]],
  ['bincount', 1, (r, pool) => np.bincount(np.remainder(some(r, pool, isWhole).ravel(), 50).astype('int32'))],
  ['histogram', 1, (r, pool) => np.histogram(np.nan_to_num(some(r, pool)), { bins: 7, range: [-20, 20] })[0]],
  ['uneven histogram', 1, (r, pool) => np.histogram(some(r, pool), [-30, -1, 0, 0, 2.5, 400])[0]],
  [
    'weighted histogram',
    1,
    (r, pool) => {
      const a = np.nan_to_num(some(r, pool))
      return np.histogram(a, { bins: 9, range: [-20, 20], weights: a })[0]
    },
  ],
  [
    'concatenate',
    2,
    (r, pool) => {
      const a = some(r, pool, hasAxes)
      return np.concatenate([a, partner(r, pool, a.shape, true), a], axisOf(r, a))
    },
  ],
  [
    'stack',
    1,
    (r, pool) => {
      const a = some(r, pool)
      return np.stack([a, a.mul(2)], r.int(0, a.ndim))
    },
  ],
  ['roll', 1, (r, pool) => np.roll(some(r, pool), r.int(-5, 5))],
  [
    'repeat',
    1,
    (r, pool) =>
      np.repeat(
        some(r, pool, (a) => a.size < 3000),
        r.int(0, 3),
      ),
  ],
  [
    'matmul',
    2,
    (r, pool) => {
      const a = some(r, pool, (b) => b.ndim === 2 && b.shape[0]! <= 130)
      return np.matmul(a, a.T)
    },
  ],
  ['random', 1, (r) => np.random.default_rng(r.int(0, 9)).normal(0, 1, r.int(1, 3000))],
]

export const calls = table.map(([name, weight, call]): readonly [string, number, Call] => [
  name,
  weight,
  (r, pool) => call(r, pool.filter(few)),
])
