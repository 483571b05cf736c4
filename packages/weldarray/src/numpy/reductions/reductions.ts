import { type ConstNode, type DType, DTypeError, isFloat, type Node, reduceOps, sumType, ValueError } from '@weldarray/ir'
import { cast, constant, reduce } from '@weldarray/runtime'
import type { At, Outcome } from '../../types/dtype-of.js'
import { declare } from '../arguments/declare.js'
import type { Untyped } from '../operands/arrays.js'
import { fitted } from '../operands/destination.js'
import { filled, op, select, truth } from '../operands/expressions.js'
import type { ArrayInput, Axes, DTypeName, ReduceOptions } from '../types.js'
import { OPTIONS, type Reduced, type ReduceRest, type ReductionKind } from './options.js'
import {
  asOut,
  counted,
  countOf,
  finishReduction,
  initialOf,
  needElements,
  type ReduceArgument,
  type Reduction,
  readReduction,
  reduceBool,
  reduceIn,
  spread,
  typeWithOut,
} from './reduce-parts.js'

/*
 * Each takes an axis, a list of axes, or nothing for all of them, and options, in NumPy's order; the axis may be among the
 * options. Each returns a lazy array without the reduced axes (0-d when all are reduced). Throws `AxisError` for an
 * axis the array does not have.
 */
type Reducer<K extends ReductionKind> = <X extends ArrayInput, T extends DTypeName = never, O = never>(
  a: X,
  axis?: ReduceArgument<T, O>,
  ...rest: ReduceRest<K, T, O>
) => Outcome<T, O, Reduced[K][At<X>]>

/** A reduction by its name, its kind, and its expression. */
const reducer = <K extends ReductionKind>(what: string, kind: K, expression: (r: Reduction) => Node): Reducer<K> =>
  declare(
    `${what}(a: array, axis?: integers|null, {${OPTIONS[kind]}})`,
    (a: ArrayInput, axis?: Axes, given?: ReduceOptions): Untyped => {
      const r = readReduction(what, a, axis, given)
      return finishReduction(r, expression(r))
    },
  ) as Reducer<K>

const isNegativeZero = (x: Node): boolean => x.kind === 'const' && Object.is(x.value, -0)

const total =
  (name: 'sum' | 'prod') =>
  (r: Reduction): Node =>
    r.dtype === undefined
      ? asOut(totalIn(name, r, typeWithOut(r.x.dtype, r.out) ?? sumType(r.x.dtype)), r.out)
      : totalIn(name, r, r.dtype)

/** (A sum that begins with -0, not with 0, is -0 where all elements are.) */
function totalIn(name: 'sum' | 'prod', r: Reduction, dtype: DType): Node {
  const initial = initialOf(r, dtype)
  const { combine, identity } = reduceOps[name]
  const x = counted(r, cast(r.x, dtype), constant(identity(dtype), dtype))
  // Summing as bool is NumPy's logical or, multiplying its and.
  if (dtype === 'bool') {
    const result = name === 'sum' ? reduceBool('max', x, r.axes, 0) : reduceBool('min', x, r.axes, 1)
    return initial === undefined ? result : op(name === 'sum' ? 'or' : 'and', result, initial)
  }
  const result = reduceIn(name, x, r.axes, dtype)
  if (initial === undefined) return result
  return isNegativeZero(initial) && name === 'sum'
    ? select(reduceBool('min', op('and', op('eq', x, 0), op('signbit', x)), r.axes, 1), initial, result)
    : op(combine, result, initial)
}

/**
 * Sum. Integers add up in 64 bits (bool and signed to int64, unsigned to uint64), floats in float64; of nothing, 0. NumPy's
 * `numpy.sum`.
 * @example
 * np.sum([[1, 2], [3, 4]], 1) // array([3., 7.])
 */
export const sum = reducer('sum', 'total', total('sum'))
/**
 * Product; dtypes as `sum`; of nothing, 1. NumPy's `numpy.prod`.
 * @example
 * np.prod([1, 2, 3, 4]).item() // 24
 */
export const prod = reducer('prod', 'total', total('prod'))

/** How extremes of no elements, or of those a mask chooses, begin: NumPy wants it said. */
function begins(r: Reduction): Node | undefined {
  const initial = initialOf(r, r.x.dtype)
  if (r.mask !== undefined && initial === undefined)
    throw new ValueError(`${r.what}: 'where' needs 'initial', what the ${r.what} of no elements is`)
  if (initial === undefined) needElements(r.what, r.x, r.axes)
  return initial
}

const extreme =
  (name: 'min' | 'max') =>
  (r: Reduction): Node => {
    const initial = begins(r)
    if (initial === undefined) return reduce(name, r.x, r.axes)
    if (countOf(r.x.shape, r.axes) === 0)
      return filled(
        (initial as ConstNode).value,
        r.x.dtype,
        r.x.shape.filter((_, i) => !r.axes.includes(i)),
      )
    return op(`${name}imum`, reduce(name, counted(r, r.x, initial), r.axes), initial)
  }

/**
 * Smallest element; NaN if there is one. Throws `ShapeError` when there are no elements. NumPy's `numpy.amin`.
 * @example
 * np.amin([[3, 1], [2, 4]], 0) // array([2., 1.])
 */
export const min = reducer('min', 'extreme', extreme('min'))
/**
 * Largest element; NaN if there is one. Throws `ShapeError` when there are no elements. NumPy's `numpy.amax`.
 * @example
 * np.amax([[3, 1], [2, 4]], 0) // array([3., 4.])
 */
export const max = reducer('max', 'extreme', extreme('max'))

/**
 * max - min. NumPy's `numpy.ptp`.
 * @example
 * np.ptp([4, 9, 2]).item() // 7
 */
export const ptp = reducer('ptp', 'range', (r) => {
  // NumPy puts the maximum into `out`, and subtracts there.
  const dtype = typeWithOut(r.x.dtype, r.out) ?? r.x.dtype
  return op('sub', cast(extreme('max')(r), dtype), cast(extreme('min')(r), dtype))
})

/**
 * How many elements are non-zero (int64). NumPy's `numpy.count_nonzero`.
 * @example
 * np.count_nonzero([0, 5, 6]).item() // 2
 */
export const count_nonzero = reducer('count_nonzero', 'count', (r) => reduce('sum', cast(truth(r.x), 'int64'), r.axes))

/** The floating dtype of a mean. */
const meanType = (r: Reduction): 'float32' | 'float64' => {
  const dtype = r.dtype ?? r.x.dtype
  if (r.dtype !== undefined && !isFloat(r.dtype))
    throw new DTypeError(`${r.what}: dtype ${r.dtype} has no fractions; expected float32 or float64`)
  return dtype === 'float32' ? 'float32' : 'float64'
}

/** The number of elements in each mean: a number, or per result when a mask chooses them. `none` stands for less than one. */
const divisor = (r: Reduction, ddof = 0, none: 0 | typeof NaN = 0): Node | number => {
  if (r.mask === undefined) {
    const n = countOf(r.x.shape, r.axes) - ddof
    return n > 0 ? n : none
  }
  const n = op('sub', reduce('sum', cast(r.mask, 'float64'), r.axes), ddof)
  return select(op('gt', n, 0), n, none)
}

const mean64 = (r: Reduction, x: Node): Node => op('div', reduce('sum', counted(r, x, 0), r.axes), divisor(r))

/** The mean of the squared distances from the mean: two passes, so that nothing cancels. */
const variance64 = (r: Reduction, none: 0 | typeof NaN = 0): Node => {
  const x = cast(r.x, 'float64')
  const mean =
    r.mean === undefined ? spread(mean64(r, x), x.shape, r.axes) : fitted(r.what, cast(r.mean, 'float64'), x.shape, 'float64')
  const distance = op('sub', x, mean)
  return op('div', reduce('sum', counted(r, op('mul', distance, distance), 0), r.axes), divisor(r, r.ddof, none))
}

/** In an integer dtype NumPy sums in it, wrapping, and drops the fraction of the mean. */
const meanOf = (r: Reduction): Node =>
  r.dtype !== undefined && !isFloat(r.dtype)
    ? cast(op('div', cast(total('sum')(r), 'float64'), divisor(r)), r.dtype)
    : cast(mean64(r, cast(r.x, 'float64')), meanType(r))

/**
 * Arithmetic mean, computed in float64; float32 of float32, else float64. Of nothing, NaN. NumPy's `numpy.mean`.
 * @example
 * np.mean([[1, 2], [3, 4]], 0) // array([2., 3.])
 */
export const mean = reducer('mean', 'mean', meanOf)
/**
 * Variance with `n - ddof` as divisor (`ddof` 0), by two passes in float64; dtype as `mean`. NumPy's `numpy.var`.
 * @example
 * np.var([1, 3], { ddof: 1 }).item() // 2
 */
const variance = reducer('var', 'spread', (r) => cast(variance64(r), meanType(r)))
/**
 * Standard deviation: the root of `var`. NumPy's `numpy.std`.
 * @example
 * np.std([1, 3]).item() // 1
 */
export const std = reducer('std', 'spread', (r) => cast(op('sqrt', variance64(r)), meanType(r)))

export { extreme, max as amax, meanOf, meanType, min as amin, type Reducer, reducer, total, variance as var, variance64 }
