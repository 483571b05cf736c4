import { type DType, dtypeInfo, type IndexMode, isFloat, refuses } from '@weldarray/ir'
import type { Frame } from './frame.js'
import type { Arg, Ref } from './scope.js'

/** Above it, doubles do not tell one whole number from the next. */
const LARGEST_WHOLE = Number.MAX_SAFE_INTEGER
/** Stands for an index that is none. */
const OUTSIDE = -(1n << 62n)

/** An index as a 64-bit integer; null for one of 32 bits that is worked with as it is. */
function wide({ e }: Frame, dtype: DType, index: Arg, mode: IndexMode): Arg | null {
  const { f64, i64 } = e.m
  if (!isFloat(dtype)) {
    if (dtypeInfo[dtype].bytes === 8) return index
    // Lengths are unsigned words.
    return refuses(mode) ? null : e.let(e.wasm.types.i64, i64.extend_s(index()))
  }
  const whole = e.m.i32.and(f64.eq(f64.trunc(index()), index()), f64.le(f64.abs(index()), f64.const(LARGEST_WHOLE)))
  return e.let(e.wasm.types.i64, e.m.select(whole, i64.trunc_s_sat.f64(index()), e.constant('i64', OUTSIDE)))
}

/**
 * How far from the access's own address the element is that an index (a name for a scalar) stands for, in bytes, by the mode of
 * the access: `placeOf` of the IR. An index that stands for none is noted, and taken for the first.
 */
export function gatherOffset(f: Frame, slot: number, dtype: DType, index: Arg): Ref {
  const { e, kernel } = f
  const { i32 } = e.m
  const mode = kernel.accesses[slot]!.mode!
  const { scale, length } = f.gathers[slot]!
  const long = wide(f, dtype, index, mode)
  const [type, lane] = long === null ? (['i32', 4] as const) : (['i64', 8] as const)
  const ops = e.s(type)
  const n = (): Ref => (lane === 8 ? e.m.i64.extend_u(length.get()) : length.get())
  const low = (x: Ref): Ref => (lane === 8 ? e.m.i32.wrap(x) : x)
  const zero = (): Ref => e.constant(type, 0)
  const last = (): Ref => ops.sub!(n(), e.constant(type, 1))
  const given = long ?? index
  const named = (x: Ref): Arg => e.let(e.wasm.types[type], x)
  /** What is below zero counted from the end. */
  const fromEnd = (x: Arg): Ref => ops.add!(x(), ops.and!(ops.shr_s!(x(), e.constant(type, 8 * lane - 1)), n()))
  const note = (wrong: Arg): void => {
    e.set(f.failed!, i32.or(f.failed!.get(), wrong()))
  }
  let place: Ref
  if (refuses(mode)) {
    const at = mode === 'natural' ? given : named(fromEnd(given))
    const wrong = e.letI32(ops.ge_u!(at(), n()))
    note(wrong)
    place = e.m.select(wrong(), e.i32(0), low(at()))
  } else {
    if (isFloat(dtype)) note(e.letI32(e.m.i64.eq(given(), e.constant('i64', OUTSIDE))))
    if (mode === 'wrap') place = low(fromEnd(named(ops.rem_s!(given(), n()))))
    else {
      const below = named(e.m.select(ops.lt_s!(given(), zero()), zero(), given()))
      place = low(e.m.select(ops.ge_s!(below(), n()), last(), below()))
    }
  }
  return i32.mul(place, scale.get())
}
