import { ROOT_HALF, TO_BINADE } from '@weldarray/ir'
import { type Emitter, laneOf } from './types.js'

const TWO_52 = 2 ** 52
const TWO_52_BITS = 0x4330000000000000n
const SIGNIFICAND = 0x000fffffffffffffn
const ONE_BITS = 0x3ff0000000000000n
const HEAD_BITS = -(2n ** 32n)

/** A double's representation with the given high word. */
const HIGH = (word: number): bigint => BigInt(word) << 32n

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
  pow2placed: {
    scalar: (e, _, sum) => e.m.f64.reinterpret(e.m.i64.shl(e.m.i64.reinterpret(sum!()), e.constant('i64', 52))),
    simd: (e, _, sum) => e.m.i64x2.shl(sum!(), e.i32(52)),
    js: (_, sum) => `pow2placed(${sum})`,
  },
  binade: {
    scalar: (e, _, x) => {
      const { f64, i64 } = e.m
      const field = i64.shr_u(i64.add(i64.reinterpret(x!()), e.constant('i64', HIGH(TO_BINADE))), e.constant('i64', 52))
      return f64.sub(f64.convert_s.i64(field), f64.const(1023))
    },
    simd: (e, _, x) => {
      const field = e.m.i64x2.shr_u(e.m.i64x2.add(x!(), e.splatConstant('i64', HIGH(TO_BINADE))), e.i32(52))
      return e.m.f64x2.sub(e.m.v128.or(field, e.splatConstant('i64', TWO_52_BITS)), e.splatConstant('f64', TWO_52 + 1023))
    },
    js: (_, x) => `binade(${x})`,
  },
  significand: {
    scalar: (e, _, x) => {
      const { f64, i64 } = e.m
      const field = i64.and(i64.add(i64.reinterpret(x!()), e.constant('i64', HIGH(TO_BINADE))), e.constant('i64', SIGNIFICAND))
      return f64.reinterpret(i64.add(field, e.constant('i64', HIGH(ROOT_HALF))))
    },
    simd: (e, _, x) => {
      const { i64x2, v128 } = e.m
      const field = v128.and(i64x2.add(x!(), e.splatConstant('i64', HIGH(TO_BINADE))), e.splatConstant('i64', SIGNIFICAND))
      return i64x2.add(field, e.splatConstant('i64', HIGH(ROOT_HALF)))
    },
    js: (_, x) => `significand(${x})`,
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
