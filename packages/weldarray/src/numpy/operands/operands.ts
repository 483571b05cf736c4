import {
  ArgumentError,
  checkFits,
  type DType,
  meeting,
  type Node,
  promoteScalar,
  type Scalar,
  type TypedArray,
} from '@weldarray/ir'
import { cast, constant } from '@weldarray/runtime'
import { fromClone, isClone } from '../../array/wrap.js'
import type { ArrayInput, WeakScalar } from '../types.js'
import { isArrayLikeNd, leafOf, valueOf } from './arrays.js'
import { nestedValue } from './nested.js'
import { typedArrayType } from './typed-arrays.js'

/** An operand before promotion: a recorded value, or a scalar that adapts to the arrays it meets. */
export type Operand = Node | WeakScalar

export const isWeak = (x: unknown): x is WeakScalar => typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean'

/**
 * Anything a caller may hand over, as an operand. Memory the caller can reach is copied now, so that later
 * writes to it cannot change a pending result. Nested arrays of numbers are float64, of bigints bigint64, of booleans bool.
 */
export function operand(what: string, x: ArrayInput): Operand {
  if (isWeak(x)) return x
  if (isArrayLikeNd(x)) return valueOf(x)
  const dtype = typedArrayType(x)
  if (dtype !== undefined) return leafOf(x as unknown as ArrayLike<Scalar>, dtype, [(x as TypedArray).length])
  if (Array.isArray(x)) return nestedValue(what, x)
  if (isClone(x)) return valueOf(fromClone(x))
  throw new ArgumentError(
    `${what}: cannot use ${x === null ? 'null' : typeof x} as an array; expected an array, a typed array, nested arrays or a number`,
  )
}

/** The dtype of scalars that meet no array: numbers are float64, bigints bigint64, booleans bool. Throws `DTypeError` for more than 64 bits. */
export function weakType(what: string, ...scalars: readonly WeakScalar[]): DType {
  if (scalars.some((s) => typeof s === 'number')) return 'float64'
  const bigs = scalars.filter((s) => typeof s === 'bigint')
  if (bigs.length === 0) return 'bool'
  const dtype = bigs.some((s) => s > 0x7fffffffffffffffn) ? 'biguint64' : 'bigint64'
  for (const s of bigs) checkFits(what, dtype, s)
  return dtype
}

const typeOfArray = (x: Operand): DType | undefined => (isWeak(x) ? undefined : x.dtype)

/** The dtype in which the arrays among the operands meet. */
export const strongType = (operands: readonly Operand[]): DType | undefined => meeting(operands, typeOfArray)

/** The dtype the operands meet in (NEP 50). Throws `DTypeError` for a whole number that does not fit. */
export function commonType(what: string, operands: readonly Operand[]): DType {
  let dtype = strongType(operands)
  if (dtype === undefined) return weakType(what, ...operands.filter(isWeak))
  for (const x of operands) if (isWeak(x)) dtype = promoteScalar(what, dtype, x)
  return dtype
}

/** An operand as a value by itself: weak scalars take the dtype they have without arrays. */
export const settled = (x: Operand, dtype?: DType, what = 'array'): Node =>
  isWeak(x) ? constant(scalarOf(x), dtype ?? weakType(what, x)) : x

export const scalarOf = (x: WeakScalar): Scalar => (typeof x === 'boolean' ? Number(x) : x)

/** An operand in a dtype; scalars take it. */
export const inType = (x: Operand, dtype: DType): Node => (isWeak(x) ? constant(scalarOf(x), dtype) : cast(x, dtype))

/** Anything as a value of its own dtype. */
export const toValue = (what: string, x: ArrayInput): Node => settled(operand(what, x), undefined, what)

/** Two operands as values of their common dtype, each with its own shape. */
export function typedPair(what: string, a: ArrayInput, b: ArrayInput): [Node, Node] {
  const operands = [operand(what, a), operand(what, b)]
  const dtype = commonType(what, operands)
  return [inType(operands[0]!, dtype), inType(operands[1]!, dtype)]
}
