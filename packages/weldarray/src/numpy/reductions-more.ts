import { AxisError, broadcastShapes, contiguousStrides, isFloat, ShapeError, sameShape, showShape, sumType } from '@weldarray/ir'
import { broadcast, cast, iota, map, reduce, type Value } from '@weldarray/runtime'
import { toValue } from './operands.js'
import { isnan, op, select } from './pen.js'
import {
  finishReduction,
  isnanOf,
  needElements,
  type ReduceArgument,
  type Reduction,
  readReduction,
  reduceIn,
  reduceOptions,
  spread,
} from './reduce-parts.js'
import { mean, reducer, std, var as variance } from './reductions.js'
import { type NdArray, wrap } from './seam.js'
import type { ArrayInput, ReduceOptions } from './types.js'

/** Where no element is found; beyond every index. */
const NOWHERE = Number.MAX_SAFE_INTEGER

/** The first index at which the extreme stands (the first NaN counts as it), along one axis or in the flattened array. */
function firstExtreme(r: Reduction, name: 'min' | 'max'): Value {
  const { x, axes, what } = r
  if (axes.length !== 1 && axes.length !== x.shape.length)
    throw new AxisError(`${what}: takes one axis or none, got axes ${axes.join(', ')}`)
  needElements(what, x, axes)
  const found = spread(reduce(name, x, axes), x.shape, axes)
  const same = map('eq', [x, found])
  const hit = isFloat(x.dtype) ? op('or', same, isnan(x)) : same
  const flat = axes.length === x.shape.length
  const strides = flat ? contiguousStrides(x.shape) : x.shape.map((_, i) => (i === axes[0] ? 1 : 0))
  const index = iota({ shape: x.shape, strides, offset: 0 })
  return cast(reduce('min', select(hit, index, NOWHERE), axes), 'bigint64')
}

/** Index of the first largest element (bigint64), along an axis or, without one, in the flattened array. */
export const argmax = reducer('argmax', (r) => firstExtreme(r, 'max'))
/** Index of the first smallest element (bigint64), along an axis or, without one, in the flattened array. */
export const argmin = reducer('argmin', (r) => firstExtreme(r, 'min'))

/** Replaces NaN by `value`. */
const denan = (x: Value, value: number): Value => {
  const mask = isnanOf(x)
  return mask === null ? x : select(mask, value, x)
}

export const nansum = reducer('nansum', (r) => {
  const dtype = r.dtype ?? sumType(r.x.dtype)
  return reduceIn('sum', cast(denan(r.x, 0), dtype), r.axes, dtype)
})
export const nanprod = reducer('nanprod', (r) => {
  const dtype = r.dtype ?? sumType(r.x.dtype)
  return reduceIn('prod', cast(denan(r.x, 1), dtype), r.axes, dtype)
})

const nanExtreme = (name: 'min' | 'max', worst: number) => (r: Reduction) => {
  needElements(r.what, r.x, r.axes)
  const mask = isnanOf(r.x)
  if (mask === null) return reduce(name, r.x, r.axes)
  const extreme = reduce(name, denan(r.x, worst), r.axes)
  return select(reduce('min', mask, r.axes), NaN, extreme)
}
/** Extremes without NaN; NaN where there is nothing else. */
export const nanmin = reducer('nanmin', nanExtreme('min', Infinity))
export const nanmax = reducer('nanmax', nanExtreme('max', -Infinity))

const withoutNan =
  (base: (a: ArrayInput, argument?: ReduceArgument) => NdArray, what: string) =>
  (a: ArrayInput, argument?: ReduceArgument): NdArray => {
    const x = toValue(what, a)
    const mask = isnanOf(x)
    if (mask === null) return base(wrap(x), argument)
    return base(wrap(x), { ...reduceOptions(argument), where: wrap(op('not', mask)) })
  }
/** Mean, variance and standard deviation of the elements that are not NaN. */
export const nanmean = withoutNan(mean, 'nanmean')
export const nanvar = withoutNan(variance, 'nanvar')
export const nanstd = withoutNan(std, 'nanstd')

/** Mean weighted by `weights`, which broadcasts to the array, or is 1-d and runs along the one axis. */
export function average(a: ArrayInput, options: ReduceOptions & { weights?: ArrayInput } = {}): NdArray {
  const { weights, ...rest } = options
  if (weights === undefined) return mean(a, rest)
  const r = readReduction('average', a, rest)
  const { shape } = r.x
  const w = cast(toValue('average', weights), 'float64')
  const along = r.axes.length === 1 && w.shape.length === 1
  const others = shape.map((_, i) => i).filter((i) => i !== r.axes[0])
  if (!along) checkBroadcast('average', w.shape, shape)
  else checkBroadcast('average', w.shape, [shape[r.axes[0]!]!])
  const full = along ? spread(w, shape, others) : broadcast(w, shape)
  const total = reduce('sum', op('mul', cast(r.x, 'float64'), full), r.axes)
  return finishReduction(r, op('div', total, reduce('sum', full, r.axes)))
}

function checkBroadcast(what: string, from: readonly number[], to: readonly number[]): void {
  if (!sameShape(broadcastShapes(what, from, to), to))
    throw new ShapeError(`${what}: weights of shape ${showShape(from)} do not fit ${showShape(to)}`)
}
