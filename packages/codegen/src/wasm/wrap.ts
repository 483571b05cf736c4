import { type DType, dtypeInfo } from '@weldarray/ir'
import { isSmall } from '../emitters/types.js'
import type { Width } from './lanes.js'
import type { Ref, Scope } from './scope.js'

const unused = (dtype: DType): number => 32 - 8 * dtypeInfo[dtype].bytes
const mask = (dtype: DType): number => 2 ** (8 * dtypeInfo[dtype].bytes) - 1

/** An i32 brought into the range of a narrower integer, by its low bits; other dtypes are returned as they are. */
export function wrapScalar(e: Scope, dtype: DType, value: Ref): Ref {
  if (!isSmall(dtype)) return value
  const { i32 } = e.m
  if (dtypeInfo[dtype].kind === 'unsigned') return i32.and(value, e.i32(mask(dtype)))
  return unused(dtype) === 24 ? i32.extend8_s(value) : i32.extend16_s(value)
}

/** The same for lanes of 32 bits; shorter ones wrap by themselves. */
export function wrapVector(e: Scope, dtype: DType, value: Ref, width: Width = 4): Ref {
  if (width < 4 || !isSmall(dtype)) return value
  if (dtypeInfo[dtype].kind === 'unsigned') return e.m.v128.and(value, e.splatConstant('i32', mask(dtype)))
  const bits = unused(dtype)
  return e.m.i32x4.shr_s(e.m.i32x4.shl(value, e.i32(bits)), e.i32(bits))
}
