import { type DType, toDType } from '@weldarray/ir'
import { dtypeOf, isArrayLikeNd } from '../operands/arrays.js'
import { isWeak, toValue, weakType } from '../operands/operands.js'
import { typedArrayType } from '../operands/typed-arrays.js'
import type { ArrayInput, DTypeName } from '../types.js'

/** The dtype a name stands for, or that of what an array function would read. Nothing is copied or evaluated. */
export function dtypeOfInput(what: string, x: DTypeName | ArrayInput): DType {
  if (typeof x === 'string') return toDType(x)
  if (isArrayLikeNd(x)) return dtypeOf(x)
  if (isWeak(x)) return weakType(what, x)
  return typedArrayType(x) ?? toValue(what, x).dtype
}
