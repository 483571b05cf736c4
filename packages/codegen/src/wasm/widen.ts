import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Width } from './lanes.js'
import type { Arg, Ref, Scope } from './scope.js'

/** Registers of small integers, or of 0 and 1, brought to 32-bit lanes, in order; wider ones as they are. */
export function widen(e: Scope, dtype: DType, width: Width, regs: readonly Arg[]): readonly Arg[] {
  if (width >= 4) return regs
  const sign = dtypeInfo[dtype].kind === 'signed' ? 's' : 'u'
  const halves = regs.flatMap((r) =>
    width === 1
      ? [e.letV128(e.m.i16x8[`extend_low_i8x16_${sign}`](r())), e.letV128(e.m.i16x8[`extend_high_i8x16_${sign}`](r()))]
      : [e.letV128(e.m.i32x4[`extend_low_i16x8_${sign}`](r())), e.letV128(e.m.i32x4[`extend_high_i16x8_${sign}`](r()))],
  )
  return widen(e, dtype, (2 * width) as Width, halves)
}

/** The low bits of 32-bit lanes, in order, as shorter lanes: one register of them. */
export function shorten(e: Scope, width: 1 | 2, regs: readonly Arg[]): Ref {
  const { i16x8, i8x16, v128 } = e.m
  const low = (j: number): Ref => v128.and(regs[j]!(), e.splatConstant('i32', 2 ** (8 * width) - 1))
  const halves = (j: number): Ref => i16x8.narrow_i32x4_u(low(j), low(j + 1))
  return width === 2 ? halves(0) : i8x16.narrow_i16x8_u(halves(0), halves(2))
}
