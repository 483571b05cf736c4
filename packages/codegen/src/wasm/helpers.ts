import { floatBits } from '../emitters/float-bits.js'
import type { Scope } from './scope.js'

/**
 * Where a remainder takes one division: |y| at least `least` and both at most `most`, so that nothing is subnormal or overflows, and
 * a quotient q below `quotient`. Then the products of q with the 21 upper bits of y and with the 32 lower ones are exact, and so is
 * what they leave of x, step by step: it is a multiple of y's last place and below 2y. A q rounded up makes it negative; adding y gives the
 * remainder, which is exact as well.
 */
export const FMOD_RANGE = { least: 2 ** -900, most: 2 ** 1000, quotient: 2 ** 21 }

/**
 * The body of `fmod(x, y)`: JavaScript's `%`, exact. Beyond `FMOD_RANGE`, with x = mx·2^ex and y = my·2^ey, the remainder is
 * (mx·2^(ex-ey) mod my)·2^ey; eleven bits of the power at a time fit into 64 bits.
 */
export function fmodBody(e: Scope): void {
  const { m } = e
  const { i32, i64, f64 } = m
  const types = e.wasm.types
  const x = e.parameter(0).get
  const y = e.parameter(1).get
  const k = (value: bigint | number): number => e.constant('i64', value)
  const field = (bits: number): number => i64.and(bits, k(0x000fffffffffffffn))
  const ux = e.hold(types.i64, i64.reinterpret(f64.abs(x())))
  const uy = e.hold(types.i64, i64.reinterpret(f64.abs(y())))
  const ax = e.hold(types.f64, f64.abs(x()))
  const ay = e.hold(types.f64, f64.abs(y()))
  const q = e.hold(types.f64, f64.trunc(f64.div(ax.get(), ay.get())))
  const { least, most, quotient } = FMOD_RANGE
  const ordinary = i32.and(f64.ge(ay.get(), f64.const(least)), f64.le(f64.max(ax.get(), ay.get()), f64.const(most)))
  e.if(i32.and(ordinary, f64.lt(q.get(), f64.const(quotient))), () => {
    const top = e.hold(types.f64, floatBits.head.scalar(e, { from: 'float64', to: 'float64' }, ay.get))
    const end = f64.sub(ay.get(), top.get())
    const rest = e.hold(types.f64, f64.sub(f64.sub(ax.get(), f64.mul(q.get(), top.get())), f64.mul(q.get(), end)))
    const remainder = m.select(f64.lt(rest.get(), f64.const(0)), f64.add(rest.get(), ay.get()), rest.get())
    e.emit(m.return(f64.copysign(remainder, x())))
  })
  const infinity = 0x7ff0000000000000n
  // y zero or NaN, x infinite or NaN: NaN
  e.if(i32.or(i64.eqz(uy.get()), i32.or(i64.ge_u(ux.get(), k(infinity)), i64.gt_u(uy.get(), k(infinity)))), () => {
    e.emit(m.return(f64.const(Number.NaN)))
  })
  e.if(i64.lt_u(ux.get(), uy.get()), () => e.emit(m.return(x())))
  const ex = e.hold(types.i64, i64.shr_u(ux.get(), k(52)))
  const ey = e.hold(types.i64, i64.shr_u(uy.get(), k(52)))
  const mx = e.hold(types.i64, field(ux.get()))
  const my = e.hold(types.i64, field(uy.get()))
  // Subnormal numbers have the exponent 1 and no leading one.
  for (const [exponent, mantissa] of [
    [ex, mx],
    [ey, my],
  ] as const)
    e.if(
      i64.eqz(exponent.get()),
      () => e.set(exponent, k(1)),
      () => e.set(mantissa, i64.or(mantissa.get(), k(1n << 52n))),
    )
  const left = e.hold(types.i64, i64.sub(ex.get(), ey.get()))
  e.set(mx, i64.rem_u(mx.get(), my.get()))
  e.if(i64.ne(left.get(), k(0)), () => {
    const step = e.local(types.i64)
    e.doWhile(() => {
      e.set(step, m.select(i64.lt_u(left.get(), k(11)), left.get(), k(11)))
      e.set(mx, i64.rem_u(i64.shl(mx.get(), step.get()), my.get()))
      e.set(left, i64.sub(left.get(), step.get()))
      return i64.ne(left.get(), k(0))
    })
  })
  e.if(i64.eqz(mx.get()), () => e.emit(m.return(f64.copysign(f64.const(0), x()))))
  // Normalise: shift the leading one to bit 52, as far as the exponent allows.
  const room = e.hold(types.i64, i64.sub(i64.clz(mx.get()), k(11)))
  e.set(room, m.select(i64.lt_u(room.get(), i64.sub(ey.get(), k(1))), room.get(), i64.sub(ey.get(), k(1))))
  e.set(mx, i64.shl(mx.get(), room.get()))
  e.set(ey, i64.sub(ey.get(), room.get()))
  const isNormal = i64.ne(i64.shr_u(mx.get(), k(52)), k(0))
  const bits = m.select(isNormal, i64.or(field(mx.get()), i64.shl(ey.get(), k(52))), mx.get())
  e.emit(m.return(f64.copysign(f64.reinterpret(bits), x())))
}
