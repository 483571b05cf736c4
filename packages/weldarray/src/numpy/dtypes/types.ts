import {
  type DType,
  DTypeError,
  dtypeInfo,
  isFloat,
  isInteger,
  meeting,
  normalizeAxes,
  promoteScalar,
  promoteTypes,
  sizeOf,
  toDType,
} from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import type { DTypeKind } from '../constants.js'
import { isArrayLikeNd } from '../operands/arrays.js'
import { isWeak, toValue, weakType } from '../operands/operands.js'
import { typedArrayType } from '../operands/typed-arrays.js'
import type { ArrayInput, Axes, DTypeName, WeakScalar } from '../types.js'
import { type Casting, canCast } from './casting.js'
import { dtypeOfInput } from './type-of-input.js'

const KINDS: { readonly [name: string]: (d: DType) => boolean } = {
  generic: () => true,
  number: (d) => d !== 'bool',
  integer: isInteger,
  signedinteger: (d) => dtypeInfo[d].kind === 'signed',
  unsignedinteger: (d) => dtypeInfo[d].kind === 'unsigned',
  inexact: isFloat,
  floating: isFloat,
  complexfloating: () => false,
}

/**
 * Whether a dtype is of a kind (`np.issubdtype(x.dtype, np.floating)`), or is the dtype named. NumPy's `numpy.issubdtype`.
 * @example
 * np.issubdtype('int32', np.integer) // true
 */
export const issubdtype = declare(
  'issubdtype(arg1: string, arg2: string)',
  (dtype: DTypeName, kind: DTypeName | DTypeKind): boolean => {
    const test = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
    return test === undefined ? toDType(dtype) === toDType(kind) : test(toDType(dtype))
  },
)

/** The array API standard's names of kinds. */
export type StandardKind =
  | 'bool'
  | 'signed integer'
  | 'unsigned integer'
  | 'integral'
  | 'real floating'
  | 'complex floating'
  | 'numeric'

const STANDARD: { readonly [name: string]: (d: DType) => boolean } = {
  bool: (d) => d === 'bool',
  'signed integer': (d) => dtypeInfo[d].kind === 'signed',
  'unsigned integer': (d) => dtypeInfo[d].kind === 'unsigned',
  integral: isInteger,
  'real floating': isFloat,
  'complex floating': () => false,
  numeric: (d) => d !== 'bool',
}

/**
 * Whether a dtype is of one of the kinds of the array API standard, or one of the dtypes named. NumPy's `numpy.isdtype`.
 * @example
 * np.isdtype('int8', 'integral') // true
 */
export const isdtype = declare(
  'isdtype(dtype: dtype, kind: string|strings)',
  (dtype: DTypeName, kind: DTypeName | StandardKind | readonly (DTypeName | StandardKind)[]): boolean => {
    const own = toDType(dtype)
    const kinds = typeof kind === 'string' ? [kind] : kind
    return kinds.some((k) => (Object.hasOwn(STANDARD, k) ? STANDARD[k]!(own) : own === toDType(k)))
  },
)

/**
 * The dtype in which arrays of two dtypes meet: `np.promote_types('int8', 'uint8')` is `'int16'`. NumPy's
 * `numpy.promote_types`.
 * @example
 * np.promote_types('int8', 'uint8') // 'int16'
 */
export const promote_types = declare(
  'promote_types(type1: dtype, type2: dtype)',
  (a: DTypeName, b: DTypeName): DType => promoteTypes(toDType(a), toDType(b)),
)

/**
 * The dtype in which arrays, dtypes and numbers meet; numbers adapt to the arrays (NEP 50). Throws `DTypeError` for a number
 * that does not fit. NumPy's `numpy.result_type`.
 * @example
 * np.result_type('int32', np.ones(2, 'float32')) // 'float64'
 */
export const result_type = declare(
  'result_type(...arrays_and_dtypes: dtype|array)',
  (...inputs: readonly (DTypeName | ArrayInput)[]): DType => {
    if (inputs.length === 0) throw new ArgumentError('result_type: got nothing, expected at least one array, dtype or number')
    const strong = meeting(inputs, (x) => (isWeak(x) ? undefined : dtypeOfInput('result_type', x)))
    const weak = inputs.filter((x): x is WeakScalar => isWeak(x))
    if (strong === undefined) return weakType('result_type', ...weak)
    return weak.reduce((dtype: DType, x) => promoteScalar('result_type', dtype, x), strong)
  },
)

/**
 * Whether elements of one dtype (or of an array) may be stored as another by a rule: 'safe' unless given. NumPy's
 * `numpy.can_cast`.
 * @example
 * np.can_cast('float64', 'int32') // false
 */
export const can_cast = declare(
  'can_cast(from_: any, to: dtype, {casting?: "no"|"equiv"|"safe"|"same_kind"|"unsafe"})',
  (
    from: DTypeName | ArrayInput,
    to: DTypeName,
    ...rest: Rest<[casting: Casting | 'equiv'], { casting?: Casting | 'equiv' }>
  ): boolean => {
    const { casting = 'safe' } = optionsOf<{ casting?: Casting | 'equiv' }>(rest)
    if (isWeak(from))
      throw new ArgumentError(
        `can_cast: got the number ${from}, expected a dtype or an array: what holds for a number depends on its value`,
      )
    return canCast(dtypeOfInput('can_cast', from), toDType(to), casting === 'equiv' ? 'no' : casting)
  },
)

const SMALLEST = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64'] as const

/**
 * The smallest dtype that holds a number; the dtype of an array. Fractions need float32, unless they are too large for it.
 * NumPy's `numpy.min_scalar_type`.
 * @example
 * np.min_scalar_type(-200) // 'int16'
 */
export const min_scalar_type = declare('min_scalar_type(a: array)', (x: ArrayInput): DType => {
  if (!isWeak(x)) return dtypeOfInput('min_scalar_type', x)
  if (typeof x === 'boolean') return 'bool'
  if (typeof x === 'number' && !Number.isInteger(x))
    return Number.isFinite(x) && Math.abs(x) > 3.4028234663852886e38 ? 'float64' : 'float32'
  const n = BigInt(x)
  for (const dtype of SMALLEST) {
    const { kind, bytes } = dtypeInfo[dtype]
    const bits = BigInt(8 * bytes)
    const low = kind === 'unsigned' ? 0n : -(1n << (bits - 1n))
    if (n < 0n === (kind === 'signed') && n >= low && n < low + (1n << bits)) return dtype
  }
  return 'float64'
})

/**
 * The floating dtype in which arrays meet; integers count as float64. NumPy's `numpy.common_type`.
 * @example
 * np.common_type(np.ones(2, 'float32'), np.ones(2, 'int8')) // 'float64'
 */
export const common_type = declare('common_type(...arrays: array)', (...arrays: readonly ArrayInput[]): DType => {
  if (arrays.length === 0) throw new ArgumentError('common_type: got no arrays, expected at least one')
  return arrays
    .map((a): DType => {
      const dtype = dtypeOfInput('common_type', a)
      if (dtype === 'bool') throw new DTypeError('common_type: cannot make a common floating dtype of bool; cast with astype')
      return isFloat(dtype) ? dtype : 'float64'
    })
    .reduce(promoteTypes)
})

/**
 * Whether `x` is one number, bigint, boolean or string, and no array. NumPy's `numpy.isscalar`.
 * @example
 * np.isscalar(3.5) // true
 */
export const isscalar = declare('isscalar(element: any)', (x: unknown): boolean => isWeak(x) || typeof x === 'string')

const shapeOfInput = (what: string, a: ArrayInput): readonly number[] => {
  if (isWeak(a)) return []
  if (isArrayLikeNd(a)) return Array.from(a.shape)
  return typedArrayType(a) === undefined ? toValue(what, a).shape : [(a as unknown as ArrayLike<unknown>).length]
}

/**
 * The lengths of the axes of whatever counts as an array. NumPy's `numpy.shape`.
 * @example
 * np.shape([[1, 2, 3]]) // [ 1, 3 ]
 */
export const shape = declare('shape(a: array)', (a: ArrayInput): number[] => [...shapeOfInput('shape', a)])

/**
 * The number of axes of whatever counts as an array. NumPy's `numpy.ndim`.
 * @example
 * np.ndim([[1, 2, 3]]) // 2
 */
export const ndim = declare('ndim(a: array)', (a: ArrayInput): number => shapeOfInput('ndim', a).length)

/**
 * The number of elements, or that along an axis or axes. NumPy's `numpy.size`.
 * @example
 * np.size([[1, 2, 3]]) // 3
 */
export const size = declare(
  'size(a: array, {axis?: integers|null})',
  (a: ArrayInput, ...rest: Rest<[axis: Axes], { axis?: Axes }>): number => {
    const { axis = null } = optionsOf<{ axis?: Axes }>(rest)
    const lengths = shapeOfInput('size', a)
    return sizeOf(normalizeAxes('size', axis, lengths.length).map((i) => lengths[i]!))
  },
)

/**
 * The dtype a name stands for: `np.dtype('double')` is `'float64'`. Throws `DTypeError` for unknown names. NumPy's
 * `numpy.dtype`.
 * @example
 * np.dtype('double') // 'float64'
 */
export const dtype = declare('dtype(dtype: dtype)', (name: DTypeName): DType => toDType(name))
