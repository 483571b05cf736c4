import { type Node, sizeOf } from '@weldarray/ir'
import { call, recordTake, reshape as reshapeValue, view } from '@weldarray/runtime'
import type { Met, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { compress, take } from '../indexing/indexing.js'
import { concatenate } from '../joining/joining.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { filled, op } from '../operands/expressions.js'
import { type NamedTuple, namedTuple } from '../operands/named-tuple.js'
import { typedPair } from '../operands/operands.js'
import { arrayOf, ravel, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { unique } from './unique.js'

/*
 * Sets are sorted 1-d arrays without repetitions.
 */

/** Two arrays, flattened, of their common dtype. */
const flatPair = (what: string, a: ArrayInput, b: ArrayInput): [Untyped, Untyped] =>
  typedPair(what, a, b).map((v) => wrap(reshapeValue(v, [sizeOf(v.shape)]))) as [Untyped, Untyped]

/** What `isin` takes behind the arrays. */
type IsinRest = Rest<[assume_unique: boolean, invert: boolean], IsinOptions>

export interface IsinOptions {
  assume_unique?: boolean
  /** True where elements are not among them. */
  invert?: boolean
  /** How NumPy is to look them up: here it is found out. */
  kind?: 'sort' | 'table' | null
}

/** So many are compared with each element; more are put in order, and searched. */
const FEW = 8

/** Whether each element of `x` is one of a few, or none. */
function isOneOf(x: Node, few: Node, invert: boolean): Node {
  const strides = x.shape.map(() => 0)
  const compared = Array.from({ length: few.shape[0]! }, (_, k) =>
    op(invert ? 'ne' : 'eq', x, view(few, { shape: x.shape, strides, offset: k })),
  )
  return compared.reduce((a, b) => op(invert ? 'and' : 'or', a, b))
}

/**
 * Whether each element is one of `test_elements` (bool, in the shape of `element`). NaN is no element's equal. NumPy's
 * `numpy.isin`.
 * @example
 * np.isin([1, 2, 3], [2, 3]) // array([False,  True,  True])
 */
export const isin = declare(
  'isin(element: array, test_elements: array, {assume_unique?: flag, invert?: flag, *, kind?: "sort"|"table"|null})',
  (element: ArrayInput, test_elements: ArrayInput, ...rest: IsinRest): NdArray<'bool'> => {
    const { invert = false } = optionsOf<IsinOptions>(rest)
    const [x, y] = typedPair('isin', element, test_elements)
    const n = sizeOf(y.shape)
    if (n === 0) return wrap(filled(invert ? 1 : 0, 'bool', x.shape))
    const tested = reshapeValue(y, [n])
    if (n <= FEW) return wrap(isOneOf(x, tested, invert))
    const sorted = call('sort', [tested])
    const place = call('searchsorted', [sorted, x], [0])
    // Where all are smaller it is after the last one, which is no equal.
    const found = op(invert ? 'ne' : 'eq', recordTake('isin', sorted, place, 0, 'clip'), x)
    return wrap(found)
  },
)

/**
 * `isin` of flattened arrays: NumPy's older name.
 * @example
 * np.in1d([1, 2, 3], [2, 3]) // array([False,  True,  True])
 */
export const in1d = declare(
  'in1d(ar1: array, ar2: array, {assume_unique?: flag, invert?: flag, *, kind?: "sort"|"table"|null})',
  (a: ArrayInput, b: ArrayInput, ...rest: IsinRest): NdArray<'bool'> => ravel(isin(a, b, optionsOf<IsinOptions>(rest))),
)

export interface IntersectOptions {
  assume_unique?: boolean
  /** Also the indices of the first of each in both arrays. */
  return_indices?: boolean
}

interface Intersect1d {
  <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y, options: IntersectOptions & { return_indices: true }): Common<X, Y>
  <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y, assume_unique: boolean | undefined, return_indices: true): Common<X, Y>
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    b: Y,
    ...rest: Rest<[assume_unique: boolean, return_indices: false], IntersectOptions>
  ): Met<X, Y>
}

/** The elements, and where they are in both. */
type Common<X, Y> = [values: Met<X, Y>, first: NdArray<'int64'>, second: NdArray<'int64'>]

/**
 * The elements of both. With `return_indices` a list: the elements, and their first indices in each flattened array. NumPy's
 * `numpy.intersect1d`.
 * @example
 * np.intersect1d([1, 2, 3], [2, 3, 4]) // array([2., 3.])
 */
export const intersect1d: Intersect1d = declare(
  'intersect1d(ar1: array, ar2: array, {assume_unique?: flag, return_indices?: flag})',
  (a: ArrayInput, b: ArrayInput, ...rest: readonly unknown[]): never => {
    const { return_indices = false } = optionsOf<IntersectOptions>(rest)
    const [x, y] = flatPair('intersect1d', a, b)
    const [p, atP] = unique(x, { return_index: true }) as [NdArray, NdArray]
    const [q, atQ] = unique(y, { return_index: true }) as [NdArray, NdArray]
    const both = isin(p, q)
    const common = compress(both, p)
    return (return_indices ? [common, take(atP, flatnonzeroOf(both)), take(atQ, flatnonzeroOf(isin(q, p)))] : common) as never
  },
)

const flatnonzeroOf = (mask: NdArray): Untyped => mask.nonzero()[0]!

/**
 * The elements of either. NumPy's `numpy.union1d`.
 * @example
 * np.union1d([1, 2], [2, 3]) // array([1., 2., 3.])
 */
export const union1d = declare(
  'union1d(ar1: array, ar2: array)',
  <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y): Met<X, Y> => unique(concatenate(flatPair('union1d', a, b))),
)

type UniqueRest = Rest<[assume_unique: boolean], { assume_unique?: boolean }>

/**
 * The elements of the first that are not of the second. With `assume_unique` in the order of the first. NumPy's
 * `numpy.setdiff1d`.
 * @example
 * np.setdiff1d([1, 2, 3], [2]) // array([1., 3.])
 */
export const setdiff1d = declare(
  'setdiff1d(ar1: array, ar2: array, {assume_unique?: flag})',
  <X extends ArrayInput>(a: X, b: ArrayInput, ...rest: UniqueRest): Same<X> => {
    const { assume_unique = false } = optionsOf<{ assume_unique?: boolean }>(rest)
    const own = ravel(arrayOf('setdiff1d', a))
    const x = assume_unique ? own : unique(own)
    return compress(isin(x, b, { invert: true }), x)
  },
)

/**
 * The elements of one but not of both, sorted; a NaN of each is no other's equal. NumPy's `numpy.setxor1d`.
 * @example
 * np.setxor1d([1, 2], [2, 3]) // array([1., 3.])
 */
export const setxor1d = declare(
  'setxor1d(ar1: array, ar2: array, {assume_unique?: flag})',
  <X extends ArrayInput, Y extends ArrayInput>(a: X, b: Y, ...rest: UniqueRest): Met<X, Y> => {
    const { assume_unique = false } = optionsOf<{ assume_unique?: boolean }>(rest)
    const [x, y] = flatPair('setxor1d', a, b).map((z) => (assume_unique ? z : unique(z))) as [Untyped, Untyped]
    const rests = [compress(isin(x, y, { invert: true }), x), compress(isin(y, x, { invert: true }), y)]
    return unique(concatenate(rests), { equal_nan: false })
  },
)

/**
 * The distinct elements, sorted (each NaN by itself): the array API standard's name. NumPy's `numpy.unique_values`.
 * @example
 * np.unique_values([3, 1, 3]) // array([1., 3.])
 */
export const unique_values = declare(
  'unique_values(x: array)',
  <X extends ArrayInput>(x: X): Same<X> => unique(x, { equal_nan: false }),
)
type Counts = NdArray<'int64'>

/**
 * The distinct elements and how often each occurs. NumPy's `numpy.unique_counts`.
 * @example
 * np.unique_counts([3, 1, 3]).counts // array([1, 2])
 */
export const unique_counts = declare(
  'unique_counts(x: array)',
  <X extends ArrayInput>(x: X): NamedTuple<[values: Same<X>, counts: Counts], { values: Same<X>; counts: Counts }> => {
    const [values, counts] = unique(x, { return_counts: true, equal_nan: false })
    return namedTuple({ values, counts })
  },
)
/**
 * The distinct elements, and the position of every element among them. NumPy's `numpy.unique_inverse`.
 * @example
 * np.unique_inverse([3, 1, 3]).inverse_indices // array([1, 0, 1])
 */
export const unique_inverse = declare(
  'unique_inverse(x: array)',
  <X extends ArrayInput>(
    x: X,
  ): NamedTuple<[values: Same<X>, inverse_indices: Counts], { values: Same<X>; inverse_indices: Counts }> => {
    const [values, inverse] = unique(x, { return_inverse: true, equal_nan: false })
    return namedTuple({ values, inverse_indices: reshape(inverse!, [...arrayOf('unique_inverse', x).shape]) })
  },
)
/**
 * The distinct elements, the index of the first of each, the position of every element among them, and how often each occurs.
 * NumPy's `numpy.unique_all`.
 * @example
 * np.unique_all([3, 1, 3]).indices // array([1, 0])
 */
export const unique_all = declare(
  'unique_all(x: array)',
  <X extends ArrayInput>(
    x: X,
  ): NamedTuple<
    [values: Same<X>, indices: Counts, inverse_indices: Counts, counts: Counts],
    { values: Same<X>; indices: Counts; inverse_indices: Counts; counts: Counts }
  > => {
    const [values, indices, inverse, counts] = unique(x, {
      return_index: true,
      return_inverse: true,
      return_counts: true,
      equal_nan: false,
    })
    const inverse_indices = reshape(inverse!, [...arrayOf('unique_all', x).shape])
    return namedTuple({ values, indices, inverse_indices, counts })
  },
)
