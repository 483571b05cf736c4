import type { DType } from '@weldarray/ir'
import type { Width } from './lanes.js'
import type { Ref, Scope } from './scope.js'

/** An i32 brought into the range of a narrower integer, by its low bits; other dtypes are returned as they are. */
export function wrapScalar(e: Scope, dtype: DType, value: Ref): Ref {
  switch (dtype) {
    case 'int8':
      return e.m.i32.extend8_s(value)
    case 'int16':
      return e.m.i32.extend16_s(value)
    case 'uint8':
      return e.m.i32.and(value, e.i32(0xff))
    case 'uint16':
      return e.m.i32.and(value, e.i32(0xffff))
    default:
      return value
  }
}

/** The same for lanes of 32 bits; shorter ones wrap by themselves. */
export function wrapVector(e: Scope, dtype: DType, value: Ref, width: Width = 4): Ref {
  if (width < 4) return value
  const extend = (bits: number): Ref => e.m.i32x4.shr_s(e.m.i32x4.shl(value, e.i32(bits)), e.i32(bits))
  switch (dtype) {
    case 'int8':
      return extend(24)
    case 'int16':
      return extend(16)
    case 'uint8':
      return e.m.v128.and(value, e.splatConstant('i32', 0xff))
    case 'uint16':
      return e.m.v128.and(value, e.splatConstant('i32', 0xffff))
    default:
      return value
  }
}
