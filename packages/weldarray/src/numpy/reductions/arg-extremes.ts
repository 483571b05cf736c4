import { AxisError, contiguousStrides, isFloat, type Node, sizeOf } from '@weldarray/ir'
import { byteLength, call, cast, FEW_FOR_CALL, iota, isLargePart, map, reduce, reshape } from '@weldarray/runtime'
import { checkCast } from '../dtypes/casting.js'
import { dtypeOf } from '../operands/arrays.js'
import { isnan, op, select } from '../operands/expressions.js'
import { axesLast } from './axes-last.js'
import { isnanOf, needElements, type Reduction, spread } from './reduce-parts.js'
import { extreme, meanOf, meanType, reducer, total, variance64 } from './reductions.js'

/** Where no element is found; beyond every index. */
const NOWHERE = Number.MAX_SAFE_INTEGER
/** Many lines up to this long are part of the loop that computes them; few and longer ones are searched where they lie in memory. */
const SHORT_LINE = 8

/** The first index at which the extreme stands (the first NaN counts as it), along one axis or in the flattened array. */
function firstExtreme(r: Reduction, name: 'min' | 'max'): Node {
  const { x, axes, what } = r
  if (axes.length !== 1 && axes.length !== x.shape.length)
    throw new AxisError(`${what}: takes one axis or none, got axes ${axes.join(', ')}`)
  // What the index is stored in must be a kind of it, as NumPy has it: it is read back.
  if (r.out !== undefined) checkCast(what, dtypeOf(r.out), 'int64', 'safe')
  needElements(what, x, axes)
  const flat = axes.length === x.shape.length
  const line = flat ? sizeOf(x.shape) : x.shape[axes[0]!]!
  // What is too large to lie in memory is computed in pieces, which loops can be.
  const lies = !isLargePart(byteLength(x.dtype, sizeOf(x.shape)))
  if (lies && (line > SHORT_LINE || sizeOf(x.shape) <= FEW_FOR_CALL))
    return call(name === 'max' ? 'argmax' : 'argmin', [flat ? reshape(x, [line]) : axesLast(x, axes)], [], 'int64')
  const found = spread(reduce(name, x, axes), x.shape, axes)
  const same = map('eq', [x, found])
  const hit = isFloat(x.dtype) ? op('or', same, isnan(x)) : same
  const strides = flat ? contiguousStrides(x.shape) : x.shape.map((_, i) => (i === axes[0] ? 1 : 0))
  const index = iota({ shape: x.shape, strides, offset: 0 })
  return cast(reduce('min', select(hit, index, NOWHERE), axes), 'int64')
}

/**
 * Index of the first largest element (int64), along an axis or, without one, in the flattened array. NumPy's `numpy.argmax`.
 * @example
 * np.argmax([1, 9, 3]).item() // 1
 */
export const argmax = reducer('argmax', 'place', (r) => firstExtreme(r, 'max'))
/**
 * Index of the first smallest element (int64), along an axis or, without one, in the flattened array. NumPy's `numpy.argmin`.
 * @example
 * np.argmin([[3, 1], [2, 4]], 1) // array([1, 0])
 */
export const argmin = reducer('argmin', 'place', (r) => firstExtreme(r, 'min'))

/** Replaces NaN by `value`. */
const denan = (x: Node, value: number): Node => {
  const mask = isnanOf(x)
  return mask === null ? x : select(mask, value, x)
}

/** The elements that are not NaN, as far as a mask counts them in. */
const numbers = (r: Reduction): Reduction => {
  const mask = isnanOf(r.x)
  if (mask === null) return r
  const there = op('not', mask)
  return { ...r, mask: r.mask === undefined ? there : op('and', there, r.mask) }
}

/**
 * Sum and product of the elements that are not NaN. NumPy's `numpy.nansum`.
 * @example
 * np.nansum([1, NaN, 2]).item() // 3
 */
export const nansum = reducer('nansum', 'total', (r) => total('sum')({ ...r, x: denan(r.x, 0) }))
/**
 * The product of the elements that are not NaN. NumPy's `numpy.nanprod`.
 * @example
 * np.nanprod([2, NaN, 3]).item() // 6
 */
export const nanprod = reducer('nanprod', 'total', (r) => total('prod')({ ...r, x: denan(r.x, 1) }))

const nanExtreme = (name: 'min' | 'max', worst: number) => (r: Reduction) => {
  const mask = isnanOf(r.x)
  if (mask === null || r.initial !== undefined || r.mask !== undefined) return extreme(name)({ ...r, x: denan(r.x, worst) })
  return select(reduce('min', mask, r.axes), NaN, extreme(name)({ ...r, x: denan(r.x, worst) }))
}
/**
 * Extremes without NaN; NaN where there is nothing else. NumPy's `numpy.nanmin`.
 * @example
 * np.nanmin([1, NaN, 2]).item() // 1
 */
export const nanmin = reducer('nanmin', 'extreme', nanExtreme('min', Infinity))
/**
 * The largest element that is not NaN; NaN where there is nothing else. NumPy's `numpy.nanmax`.
 * @example
 * np.nanmax([1, NaN, 2]).item() // 2
 */
export const nanmax = reducer('nanmax', 'extreme', nanExtreme('max', -Infinity))

/**
 * Mean, variance and standard deviation of the elements that are not NaN; NaN where `ddof` leaves nothing to divide by.
 * NumPy's `numpy.nanmean`.
 * @example
 * np.nanmean([1, NaN, 2]).item() // 1.5
 */
export const nanmean = reducer('nanmean', 'mean', (r) => meanOf(numbers(r)))
const nanvariance = (r: Reduction): Node => variance64(numbers(r), isFloat(r.x.dtype) ? NaN : 0)
/**
 * The variance of the elements that are not NaN; NaN where `ddof` leaves nothing to divide by. NumPy's `numpy.nanvar`.
 * @example
 * np.nanvar([1, NaN, 3]).item() // 1
 */
export const nanvar = reducer('nanvar', 'spread', (r) => cast(nanvariance(r), meanType(r)))
/**
 * The standard deviation of the elements that are not NaN. NumPy's `numpy.nanstd`.
 * @example
 * np.nanstd([1, NaN, 3]).item() // 1
 */
export const nanstd = reducer('nanstd', 'spread', (r) => cast(op('sqrt', nanvariance(r)), meanType(r)))
