import { DTypeError, isFloat, sumType } from '@weldarray/ir'
import { cast, reduce, type Value } from '@weldarray/runtime'
import { op, truth } from './pen.js'
import {
  counted,
  countOf,
  finishReduction,
  needElements,
  type ReduceArgument,
  type Reduction,
  readReduction,
  reduceBool,
  reduceIn,
  spread,
} from './reduce-parts.js'
import type { NdArray } from './seam.js'
import type { ArrayInput } from './types.js'

/*
 * Each takes an axis, a list of axes, or `{ axis, keepdims, dtype, out, where }` after the array (`var` and `std` also
 * `ddof`), and returns a lazy array without the reduced axes (0-d when all are reduced). Throws `AxisError` for an
 * axis the array does not have.
 */
type Reducer = (a: ArrayInput, argument?: ReduceArgument) => NdArray

const reducer =
  (what: string, expression: (r: Reduction) => Value): Reducer =>
  (a, argument) => {
    const r = readReduction(what, a, argument)
    return finishReduction(r, expression(r))
  }

const total =
  (name: 'sum' | 'prod', neutral: 0 | 1) =>
  (r: Reduction): Value => {
    const dtype = r.dtype ?? sumType(r.x.dtype)
    // Summing as bool is NumPy's logical or, multiplying its and.
    if (dtype === 'bool') return reduceBool(name === 'sum' ? 'max' : 'min', counted(r, truth(r.x), neutral), r.axes, neutral)
    return reduceIn(name, counted(r, cast(r.x, dtype), neutral), r.axes, dtype)
  }

/** Sum. Integers add up in 64 bits (bool and signed to bigint64, unsigned to biguint64), floats in float64; of nothing, 0. */
export const sum = reducer('sum', total('sum', 0))
/** Product; dtypes as `sum`; of nothing, 1. */
export const prod = reducer('prod', total('prod', 1))

const extreme =
  (name: 'min' | 'max') =>
  (r: Reduction): Value => {
    if (r.mask !== undefined)
      throw new DTypeError(`${r.what}: 'where' needs an initial value and is not supported; use where(mask, a, limit)`)
    needElements(r.what, r.x, r.axes)
    return reduce(name, r.dtype === undefined ? r.x : cast(r.x, r.dtype), r.axes)
  }

/** Smallest element; NaN if there is one. Throws `ShapeError` when there are no elements. */
export const min = reducer('min', extreme('min'))
/** Largest element; NaN if there is one. Throws `ShapeError` when there are no elements. */
export const max = reducer('max', extreme('max'))

/** max - min. */
export const ptp = reducer('ptp', (r) => op('sub', extreme('max')(r), extreme('min')(r)))

/** Whether any element is non-zero; of nothing, false. */
export const any = reducer('any', (r) => reduceBool('max', counted(r, truth(r.x), 0), r.axes, 0))
/** Whether all elements are non-zero; of nothing, true. */
export const all = reducer('all', (r) => reduceBool('min', counted(r, truth(r.x), 1), r.axes, 1))

/** How many elements are non-zero (bigint64). */
export const count_nonzero = reducer('count_nonzero', (r) => reduce('sum', cast(counted(r, truth(r.x), 0), 'bigint64'), r.axes))

/** The floating dtype of a mean. */
const meanType = (r: Reduction): 'float32' | 'float64' => {
  const dtype = r.dtype ?? r.x.dtype
  if (r.dtype !== undefined && !isFloat(r.dtype))
    throw new DTypeError(`${r.what}: dtype ${r.dtype} has no fractions; expected float32 or float64`)
  return dtype === 'float32' ? 'float32' : 'float64'
}

/** The number of elements in each mean: a number, or per result when a mask chooses them. */
const divisor = (r: Reduction, ddof = 0): Value | number => {
  if (r.mask === undefined) return Math.max(countOf(r.x.shape, r.axes) - ddof, 0)
  const n = reduce('sum', cast(r.mask, 'float64'), r.axes)
  return op('maximum', op('sub', n, ddof), 0)
}

const mean64 = (r: Reduction, x: Value): Value => op('div', reduce('sum', counted(r, x, 0), r.axes), divisor(r))

/** The mean of the squared distances from the mean: two passes, so that nothing cancels. */
const variance64 = (r: Reduction): Value => {
  const x = cast(r.x, 'float64')
  const distance = op('sub', x, spread(mean64(r, x), x.shape, r.axes))
  return op('div', reduce('sum', counted(r, op('mul', distance, distance), 0), r.axes), divisor(r, r.ddof))
}

/** Arithmetic mean, computed in float64; float32 of float32, else float64. Of nothing, NaN. */
export const mean = reducer('mean', (r) => cast(mean64(r, cast(r.x, 'float64')), meanType(r)))
/** Variance with `n - ddof` as divisor (`ddof` 0), by two passes in float64; dtype as `mean`. */
const variance = reducer('var', (r) => cast(variance64(r), meanType(r)))
/** Standard deviation: the root of `var`. */
export const std = reducer('std', (r) => cast(op('sqrt', variance64(r)), meanType(r)))

export { max as amax, min as amin, type Reducer, reducer, variance as var }
