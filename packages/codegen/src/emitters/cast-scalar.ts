import { dtypeInfo } from '@weldarray/ir'
import type { Arg, Ref, Scope } from '../wasm/scope.js'
import { wrapScalar } from '../wasm/wrap.js'
import { laneOf, type OpType } from './types.js'

const TWO_32 = 2 ** 32
const TWO_63 = 2 ** 63
const TWO_64 = 2 ** 64

/** A whole number modulo a power of two, exact; NaN for infinities and NaN. */
function modulo(e: Scope, t: Arg, power: number): Ref {
  const { f64 } = e.m
  return f64.sub(t(), f64.mul(f64.floor(f64.mul(t(), f64.const(1 / power))), f64.const(power)))
}

function floatToI32(e: Scope, x: Ref): Ref {
  const t = e.let(e.wasm.types.f64, e.m.f64.trunc(x))
  return e.m.i32.trunc_u_sat.f64(modulo(e, t, TWO_32))
}

/** Below 2^63 the conversion is exact; from there on the last bits are zeros, so that the remainder is exact in a double. */
function floatToI64(e: Scope, x: Ref): Ref {
  const t = e.let(e.wasm.types.f64, e.m.f64.trunc(x))
  const near = e.m.f64.lt(e.m.f64.abs(t()), e.m.f64.const(TWO_63))
  return e.m.select(near, e.m.i64.trunc_s_sat.f64(t()), e.m.i64.trunc_u_sat.f64(modulo(e, t, TWO_64)))
}

/** One element converted: the rules of `convert` in the IR. */
export function castScalar(e: Scope, { from, to }: OpType, a: Arg): Ref {
  const source = laneOf(from)
  const target = laneOf(to)
  const unsigned = dtypeInfo[from].kind !== 'signed'
  if (to === 'bool') return from === 'bool' ? a() : e.s(source).ne!(a(), e.constant(source, 0))
  const wide = (): Ref => (source === 'f32' ? e.m.f64.promote(a()) : a())
  switch (target) {
    case 'i32':
      if (source === 'i32') return wrapScalar(e, to, a())
      return wrapScalar(e, to, source === 'i64' ? e.m.i32.wrap(a()) : floatToI32(e, wide()))
    case 'i64':
      if (source === 'i64') return a()
      if (source === 'i32') return unsigned ? e.m.i64.extend_u(a()) : e.m.i64.extend_s(a())
      return floatToI64(e, wide())
    case 'f64':
      if (source === 'f64') return a()
      if (source === 'f32') return e.m.f64.promote(a())
      return e.m.f64[unsigned ? 'convert_u' : 'convert_s'][source](a())
    case 'f32':
      if (source === 'f32') return a()
      if (source === 'f64') return e.m.f32.demote(a())
      if (source === 'i32') return e.m.f32[unsigned ? 'convert_u' : 'convert_s'].i32(a())
      // Through a double, as JavaScript's Number(bigint) goes.
      return e.m.f32.demote(e.m.f64[unsigned ? 'convert_u' : 'convert_s'].i64(a()))
  }
}
