import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Width } from './lanes.js'
import type { Arg, Scope } from './scope.js'

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
