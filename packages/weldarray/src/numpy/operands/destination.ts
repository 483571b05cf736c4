import { ArgumentError, broadcastShapes, type DType, type Node, ShapeError, sameShape, showShape } from '@weldarray/ir'
import { broadcast, cast, constant, map, reshape } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import { checkList, maskOf } from '../arguments/checks.js'
import { type Casting, checkCast } from '../dtypes/casting.js'
import type { ArrayInput } from '../types.js'
import { dtypeOf, isNdArray, type NdArray, type Untyped, valueOf, wrap, writeValue } from './arrays.js'
import { filled } from './expressions.js'
import { isWeak, type Operand, operand, settled } from './operands.js'

/** `value` in the dtype in which `target` keeps elements, converted as its stores convert. */
export function converted(value: Node, target: NdArray<AnyDType>, dtype = dtypeOf(target)): Node {
  if (target.dtype !== 'uint8_clamped' || value.dtype === dtype || value.dtype === 'bool') return cast(value, dtype)
  const bound = (x: number): Node => constant(x, 'float64')
  const within = map('minimum', [map('maximum', [cast(value, 'float64'), bound(0)]), bound(255)])
  return cast(map('nearest', [within]), dtype)
}

/** As NumPy assigns: leading axes of length 1 that the target does not have are no obstacle. */
export function droppingOnes(value: Node, rank: number): Node {
  const { shape } = value
  let first = 0
  while (shape.length - first > rank && shape[first] === 1) first++
  return first === 0 ? value : reshape(value, shape.slice(first))
}

/** An operand to be stored in `target`: a scalar takes its dtype, converted as its stores convert. */
export function toStore(x: Operand, target: NdArray<AnyDType>): Node {
  if (!isWeak(x)) return droppingOnes(x, target.shape.length)
  return settled(target.dtype === 'uint8_clamped' ? Uint8ClampedArray.of(Number(x))[0]! : x, dtypeOf(target))
}

/**
 * Values that a function of NumPy's stores in `target`, in its dtype. Numbers must fit an integer dtype; arrays of other dtypes wrap, or are
 * refused by a rule. Throws `DTypeError`. (`assign` and `at().set` are stores of `ndarray`'s: there, numbers wrap, too.)
 */
export function toWrite(what: string, values: ArrayInput, target: NdArray<AnyDType>, casting: Casting = 'unsafe'): Node {
  const x = operand(what, values)
  if (!isWeak(x) && !Array.isArray(values)) checkCast(what, x.dtype, dtypeOf(target), casting)
  if (target.dtype !== 'uint8_clamped') checkList(what, values, dtypeOf(target))
  return converted(toStore(x, target), target)
}

/** `value` as it will be stored in an array of this shape and dtype. */
export function fitted(what: string, value: Node, shape: readonly number[], dtype: DType): Node {
  if (!sameShape(broadcastShapes(what, value.shape, shape), shape))
    throw new ShapeError(
      `${what}: a result of shape ${showShape(value.shape)} does not fit an output of shape ${showShape(shape)}`,
    )
  const cast1 = cast(value, dtype)
  return cast1.kind === 'const' ? filled(cast1.value, dtype, shape) : broadcast(cast1, shape)
}

/** Writes `value` over `target`, whatever its storage; operands that overlap it have been read before. */
export function write<A extends NdArray<AnyDType>>(what: string, target: A, value: Node, casting: Casting = 'same_kind'): A {
  const dtype = dtypeOf(target)
  checkCast(what, value.dtype, dtype, casting)
  writeValue(target, fitted(what, converted(value, target, dtype), Array.from(target.shape), dtype))
  return target
}

/** Writes a result to an `out` that must have exactly its shape, as reductions want it. */
export function into<A extends NdArray<AnyDType>>(what: string, out: A, value: Node, casting: Casting = 'same_kind'): A {
  if (!sameShape(value.shape, Array.from(out.shape)))
    throw new ShapeError(
      `${what}: out has shape ${showShape(Array.from(out.shape))}, expected that of the result, ${showShape(value.shape)}`,
    )
  return write(what, out, value, casting)
}

/** The result of an elementwise function given `out` and `where`. */
export function store(
  what: string,
  value: Node,
  out: NdArray<AnyDType> | undefined,
  where: ArrayInput | undefined,
  casting?: Casting,
): Untyped {
  if (out !== undefined && !isNdArray(out)) throw new ArgumentError(`${what}: out must be an array of this library`)
  if (where === undefined) return write(what, out!, value, casting)
  const mask = maskOf(what, where)
  const shape = broadcastShapes(what, value.shape, mask.shape)
  if (out === undefined) return wrap(masked(mask, value, filled(0, value.dtype, shape), shape))
  const dtype = dtypeOf(out)
  checkCast(what, value.dtype, dtype, casting)
  const target = Array.from(out.shape)
  writeValue(
    out,
    masked(fitted(what, mask, target, 'bool'), fitted(what, converted(value, out, dtype), target, dtype), valueOf(out), target),
  )
  return out
}

export const masked = (mask: Node, value: Node, otherwise: Node, shape: readonly number[]): Node =>
  map('select', [broadcast(mask, shape), broadcast(value, shape), broadcast(otherwise, shape)])
