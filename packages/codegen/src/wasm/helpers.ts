import type { Scope } from './scope.js'

/**
 * The body of `fmod(x, y)`: JavaScript's `%`, exact. With x = mx·2^ex and y = my·2^ey, the remainder is
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
