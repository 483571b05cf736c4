import type { Emitter } from './types.js'
import { laneOf } from './types.js'

/** Added to a small integer-valued k, it leaves k + 1023 in the low bits of the sum, for negative k too. */
const PLACE_EXPONENT = 1.5 * 2 ** 52 + 1023
const TWO_52 = 2 ** 52
const TWO_52_BITS = 0x4330000000000000n
const SIGNIFICAND = 0x000fffffffffffffn
const ONE_BITS = 0x3ff0000000000000n
const HEAD_BITS = -(2n ** 32n)

/** Operations on the representation of floats. */
export const floatBits = {
  copysign: {
    // A NaN has no sign (JavaScript cannot tell): it counts as positive.
    scalar: (e, { from }, a, b) => {
      const ops = e.s(laneOf(from))
      return e.m.select(ops.eq!(b!(), b!()), ops.copysign!(a!(), b!()), ops.abs!(a!()))
    },
    simd: (e, { from }, a, b) => {
      const lane = laneOf(from)
      const sign = e.letV128(e.splatConstant(lane, -0))
      const wanted = e.m.v128.and(e.m.v128.and(b!(), sign()), e.v(lane).eq!(b!(), b!()))
      return e.m.v128.or(e.v(lane).abs!(a!()), wanted)
    },
    js: (_, a, b) => `copysign(${a}, ${b})`,
  },
  pow2i: {
    scalar: (e, _, k) => {
      const { f64, i64 } = e.m
      return f64.reinterpret(i64.shl(i64.reinterpret(f64.add(k!(), f64.const(PLACE_EXPONENT))), e.constant('i64', 52)))
    },
    simd: (e, _, k) => e.m.i64x2.shl(e.m.f64x2.add(k!(), e.splatConstant('f64', PLACE_EXPONENT)), e.i32(52)),
    js: (_, k) => `pow2i(${k})`,
  },
  exponent: {
    scalar: (e, _, x) => {
      const { f64, i64 } = e.m
      const field = i64.shr_u(i64.reinterpret(f64.abs(x!())), e.constant('i64', 52))
      return f64.sub(f64.convert_s.i64(field), f64.const(1023))
    },
    simd: (e, _, x) => {
      const field = e.m.i64x2.shr_u(e.m.f64x2.abs(x!()), e.i32(52))
      return e.m.f64x2.sub(e.m.v128.or(field, e.splatConstant('i64', TWO_52_BITS)), e.splatConstant('f64', TWO_52 + 1023))
    },
    js: (_, x) => `exponent(${x})`,
  },
  mantissa: {
    scalar: (e, _, x) => {
      const { f64, i64 } = e.m
      const field = i64.and(i64.reinterpret(x!()), e.constant('i64', SIGNIFICAND))
      return f64.reinterpret(i64.or(field, e.constant('i64', ONE_BITS)))
    },
    simd: (e, _, x) => {
      const field = e.m.v128.and(x!(), e.splatConstant('i64', SIGNIFICAND))
      return e.m.v128.or(field, e.splatConstant('i64', ONE_BITS))
    },
    js: (_, x) => `mantissa(${x})`,
  },
  head: {
    scalar: (e, _, x) => {
      const { f64, i64 } = e.m
      return f64.reinterpret(i64.and(i64.reinterpret(x!()), e.constant('i64', HEAD_BITS)))
    },
    simd: (e, _, x) => e.m.v128.and(x!(), e.splatConstant('i64', HEAD_BITS)),
    js: (_, x) => `head(${x})`,
  },
} satisfies Record<string, Emitter>
