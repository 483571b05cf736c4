import { type DType, dtypeInfo } from '@weldarray/ir'
import { laneWidth, type Width } from '../wasm/lanes.js'
import type { Arg, Ref, Scope } from '../wasm/scope.js'
import type { Shaped, Value, Vector } from '../wasm/vector.js'
import { shorten, widen } from '../wasm/widen.js'
import { high, PLACED } from './cast-vector.js'
import { type Emitter, laneOf, type OpType } from './types.js'

const unsigned = (dtype: DType): boolean => dtypeInfo[dtype].kind !== 'signed'

/** Floor division and its remainder. The divisors on which the instructions trap (0, and -1 for INT_MIN) are replaced by 1. */
function division(rem: boolean): Emitter['scalar'] {
  return (e, { from }, a, b) => {
    const lane = laneOf(from)
    const type = e.wasm.types[lane]
    const s = e.s(lane)
    const k = (value: number): Ref => e.constant(lane, value)
    const zero = (): Ref => s.eqz!(b!())
    if (unsigned(from)) {
      const d = e.let(type, e.m.select(zero(), k(1), b!()))
      return e.m.select(zero(), k(0), s[rem ? 'rem_u' : 'div_u']!(a!(), d()))
    }
    const minusOne = (): Ref => s.eq!(b!(), k(-1))
    const d = e.let(type, e.m.select(e.m.i32.or(zero(), minusOne()), k(1), b!()))
    // A second division would take longer than the product.
    const q = rem ? null : e.let(type, s.div_s!(a!(), d()))
    const r = e.let(type, q === null ? s.rem_s!(a!(), d()) : s.sub!(a!(), s.mul!(q(), d())))
    const crossed = e.letI32(e.m.i32.and(s.ne!(r(), k(0)), s.lt_s!(s.xor!(r(), d()), k(0))))
    // With the divisor replaced by 1 the remainder is 0, which is right for both.
    if (q === null) return e.m.select(crossed(), s.add!(r(), d()), r())
    const down = e.m.select(crossed(), s.sub!(q(), k(1)), q())
    return e.m.select(zero(), k(0), e.m.select(minusOne(), s.sub!(k(0), a!()), down))
  }
}

/** `PLACED` as an integer; the same of singles. */
const PLACED_BITS = 0x4338000000000000n
const PLACED_SINGLE = 2 ** 23 + 2 ** 22
const PLACED_SINGLE_BITS = 0x4b400000

/**
 * The same of several integers as floats: their quotient, rounded to a float, is on the same side of each whole number as the exact one.
 */
function vectorDivision(rem: boolean): NonNullable<Emitter['vector']> {
  return (v, t, a, b) => {
    if (laneOf(t.from) === 'i64') return divisionOf64(v, t, a!, b!, rem)
    if (dtypeInfo[t.from].bytes === 4) return divisionOf32(v, t, a!, b!, rem)
    return v.width(t.from) === 1 && b!.scalar !== undefined
      ? bytesByOne(v, t, a!, b!, b!.scalar, rem)
      : divisionOf16(v, t, a!, b!, rem)
  }
}

/** What floats are divided by: register `j` of it, and what others are when divided by that and rounded down. */
interface Divisor {
  at(j: number): Ref
  quotient(x: Arg, j: number): Ref
}

/**
 * Integers by which floats with as many bits to spare as they have themselves are divided. Where all are the same number it is multiplied by its
 * inverse: half of one more, or less where the divisor is negative, no quotient is nearer to a whole number than half the inverse, and what two roundings do is less.
 */
function divisorOf(e: Scope, lane: 'f32' | 'f64', from: DType, b: Value, floats: () => readonly Arg[]): Divisor {
  const ops = e.v(lane)
  if (b.scalar === undefined) {
    const regs = floats()
    return { at: (j) => regs[j]!(), quotient: (x, j) => ops.floor!(ops.div!(x(), regs[j]!())) }
  }
  const s = e.s(lane)
  const convert = e.m[lane][unsigned(from) ? 'convert_u' : 'convert_s'].i32
  const number = e.let(e.wasm.types[lane], convert(b.scalar()))
  const everywhere = (x: Ref): Arg => e.letV128(ops.splat!(x))
  const all = everywhere(number())
  const inverse = everywhere(s.div!(e.constant(lane, 1), number()))
  const half = everywhere(s.copysign!(e.constant(lane, 0.5), number()))
  return { at: all, quotient: (x) => ops.floor!(ops.mul!(ops.add!(x(), half()), inverse())) }
}

/** Where a divisor is not 0, in lanes of its own. */
const divides = (v: Vector, from: DType, b: Value): Ref => {
  const width = v.width(from)
  return v.e.v('i32', width).ne!(v.regs(b)[0]!(), v.e.splatConstant('i32', 0, width))
}

/** Integers of 16 bits and fewer: singles hold them, their products with a quotient, and what is left. */
function divisionOf16(v: Vector, { from }: OpType, a: Value, b: Value, rem: boolean): Shaped {
  const { e } = v
  const { f32x4, i32x4, v128 } = e.m
  const width = v.width(from)
  const singles = (x: Value): Arg[] => widen(e, from, width, v.regs(x)).map((r) => e.letV128(f32x4.convert_i32x4_s(r())))
  const by = divisorOf(e, 'f32', from, b, () => singles(b))
  const placed = singles(a).map((x, j) => {
    const quotient = by.quotient(x, j)
    const found = rem ? f32x4.sub(x(), f32x4.mul(quotient, by.at(j))) : quotient
    return e.letV128(f32x4.add(found, e.splatConstant('f32', PLACED_SINGLE)))
  })
  const found =
    width === 1 || width === 2 ? shorten(e, width, placed) : i32x4.sub(placed[0]!(), e.splatConstant('i32', PLACED_SINGLE_BITS))
  return { width, regs: [v128.and(found, divides(v, from, b))] }
}

/**
 * Bytes divided by one number d: half of one more than each, times a power of two below 1/d as a fraction of fifteen bits, in 16-bit lanes. A
 * quotient is 1/2d away from whole numbers at least; the fraction and its rounded product are off by less than 1/32d.
 */
function bytesByOne(v: Vector, { from }: OpType, a: Value, b: Value, number: Arg, rem: boolean): Shaped {
  const { e } = v
  const { f32, f32x4, i8x16, i16x8, i32, i32x4, v128 } = e.m
  const isUnsigned = unsigned(from)
  const isNegative = (): Ref => i32.lt_s(number(), e.i32(0))
  const size = isUnsigned ? number() : e.m.select(isNegative(), i32.sub(e.i32(0), number()), number())
  const d = e.letI32(e.m.select(number(), size, e.i32(1)))
  // The least power of two that is no less than d. By instructions that engines take out of the loop: they do not trap.
  const power = e.letI32(i32.sub(e.i32(32), i32.clz(i32.sub(d(), e.i32(1)))))
  const part = f32.div(f32.convert_s.i32(i32.shl(e.i32(1), i32.add(power(), e.i32(14)))), f32.convert_s.i32(d()))
  const signed = isUnsigned ? part : f32.copysign(part, f32.convert_s.i32(number()))
  const whole = e.letV128(i32x4.trunc_sat_f32x4_s(f32x4.splat(signed)))
  const fraction = e.letV128(i16x8.narrow_i32x4_s(whole(), whole()))
  const half = e.letV128(i16x8.splat(isUnsigned ? e.i32(64) : e.m.select(isNegative(), e.i32(-64), e.i32(64))))
  const shift = e.letI32(i32.add(power(), e.i32(6)))
  const [bytes] = v.regs(a) as [Arg]
  const found = (['low', 'high'] as const).map((side): Ref => {
    const x = e.letV128(i16x8[`extend_${side}_i8x16_${isUnsigned ? 'u' : 's'}`](bytes()))
    const more = i16x8.add(i16x8.shl(x(), e.i32(7)), half())
    const quotient = i16x8.shr_s(i16x8.q15mulr_sat_s(more, fraction()), shift())
    const wanted = rem ? i16x8.sub(x(), i16x8.mul(quotient, i16x8.splat(number()))) : quotient
    return v128.and(wanted, e.splatConstant('i32', 0xff, 2))
  }) as [Ref, Ref]
  return { width: 1, regs: [v128.and(i8x16.narrow_i16x8_u(...found), divides(v, from, b))] }
}

function divisionOf32(v: Vector, { from }: OpType, a: Value, b: Value, rem: boolean): Shaped {
  const { e } = v
  const { f64x2, i32x4, v128 } = e.m
  const convert = unsigned(from) ? f64x2.convert_low_i32x4_u : f64x2.convert_low_i32x4_s
  const [x, y] = [v.regs(a)[0]!, v.regs(b)[0]!]
  const doubles = (r: Arg): Arg[] => [e.letV128(convert(r())), e.letV128(convert(high(e, r)))]
  const by = divisorOf(e, 'f64', from, b, () => doubles(y))
  const placed = doubles(x).map((p, j) => e.letV128(f64x2.add(by.quotient(p, j), e.splatConstant('f64', PLACED))))
  const quotients = v128.and(v.lowHalves(placed[0]!, placed[1]!), divides(v, from, b))
  if (!rem) return { width: 4, regs: [quotients] }
  return { width: 4, regs: [v128.and(i32x4.sub(x(), i32x4.mul(quotients, y())), divides(v, from, b))] }
}

/** Integers of 64 bits are near zero nearly always: below 2^51 in size they, and products of theirs that are, are exact as doubles. */
const NEAR = 51n

function divisionOf64(v: Vector, t: OpType, a: Value, b: Value, rem: boolean): Shaped {
  const { e } = v
  const { f64x2, i64x2, v128 } = e.m
  const [xs, ys] = [v.regs(a), v.regs(b)]
  const all = (n: bigint): Ref => e.splatConstant('i64', n)
  const sizes = [...xs, ...ys].map((r) =>
    unsigned(t.from)
      ? i64x2.shr_u(r(), e.i32(Number(NEAR)))
      : i64x2.shr_u(i64x2.add(r(), all(1n << NEAR)), e.i32(Number(NEAR) + 1)),
  )
  const isFar = v128.any_true(sizes.reduce((p, q) => v128.or(p, q)))
  const results = xs.map(() => e.temporary(e.wasm.types.v128))
  // What is placed has the bits of its integer, but for those of what it was placed by.
  const toDoubles = (r: Arg): Arg => e.letV128(f64x2.sub(i64x2.add(r(), all(PLACED_BITS)), e.splatConstant('f64', PLACED)))
  const toIntegers = (x: Ref): Ref => i64x2.sub(f64x2.add(x, e.splatConstant('f64', PLACED)), all(PLACED_BITS))
  e.if(
    isFar,
    () =>
      v.lanewise({ scalar: division(rem), js: () => '' }, t, [a, b]).regs.forEach((r, i) => {
        e.set(results[i]!, r)
      }),
    () =>
      results.forEach((result, i) => {
        const [p, q] = [toDoubles(xs[i]!), toDoubles(ys[i]!)]
        const quotient = f64x2.floor(f64x2.div(p(), q()))
        const found = toIntegers(rem ? f64x2.sub(p(), f64x2.mul(quotient, q())) : quotient)
        e.set(result, v128.and(found, i64x2.ne(ys[i]!(), all(0n))))
      }),
  )
  return { width: 8, regs: results.map((r) => r.get()) }
}

const bitsOf = (dtype: DType): number => dtypeInfo[dtype].bytes * 8

/** `amount` is a legal one: below `bits` when seen as unsigned (negative amounts are not). */
const within = (e: Scope, dtype: DType, amount: Arg, bits: number): Ref => {
  const lane = laneOf(dtype)
  return e.s(lane).lt_u!(amount(), e.constant(lane, bits))
}

/** The 32-bit shift amount that SIMD shifts take. */
const narrow = (e: Scope, dtype: DType, amount: Ref): Ref => (laneOf(dtype) === 'i64' ? e.m.i32.wrap(amount) : amount)

/** Right shifts of signed numbers by too much are shifts by the lane's width less one: nothing but the sign is left. */
const clamped = (e: Scope, dtype: DType, amount: Arg, width: Width): Ref => {
  const lane = laneOf(dtype)
  const top = 8 * width - 1
  return e.m.select(within(e, dtype, amount, top), amount(), e.constant(lane, top))
}

const jsRange = (dtype: DType, n: string): string =>
  dtypeInfo[dtype].big ? `${n} >= 0n && ${n} < 64n` : `${n} >= 0 && ${n} < ${bitsOf(dtype)}`

export const integers = {
  floordiv: {
    scalar: division(false),
    vector: vectorDivision(false),
    short: true,
    js: ({ from }, a, b) => (dtypeInfo[from].big ? `floordivBig(${a}, ${b})` : `${b} === 0 ? 0 : Math.floor(${a} / ${b})`),
    leaves: true,
  },
  floorrem: {
    scalar: division(true),
    vector: vectorDivision(true),
    short: true,
    js: ({ from }, a, b) => `${dtypeInfo[from].big ? 'floorremBig' : 'floorrem'}(${a}, ${b})`,
  },
  shl: {
    scalar: (e, { from }, a, b) => {
      const lane = laneOf(from)
      return e.m.select(within(e, from, b!, bitsOf(from)), e.s(lane).shl!(a!(), b!()), e.constant(lane, 0))
    },
    vector: (v, { from }, a, b) => {
      const amount = b!.scalar
      if (amount === undefined) return null
      const { e } = v
      const lane = laneOf(from)
      const keep = e.m.i32x4.splat(e.m.i32.sub(e.i32(0), within(e, from, amount, bitsOf(from))))
      const mask = e.letV128(keep)
      const width = v.width(from)
      const regs = v.regs(a!).map((r) => e.m.v128.and(e.v(lane, width).shl!(r(), narrow(e, from, amount())), mask()))
      return { width, regs }
    },
    short: [1],
    js: ({ from }, a, n) => `${jsRange(from, n!)} ? ${a} << ${n} : ${dtypeInfo[from].big ? '0n' : '0'}`,
    leaves: true,
  },
  shr: {
    scalar: (e, { from }, a, b) => {
      const lane = laneOf(from)
      if (!unsigned(from)) return e.s(lane).shr_s!(a!(), clamped(e, from, b!, laneWidth(from)))
      return e.m.select(within(e, from, b!, bitsOf(from)), e.s(lane).shr_u!(a!(), b!()), e.constant(lane, 0))
    },
    vector: (v, { from }, a, b) => {
      const amount = b!.scalar
      if (amount === undefined) return null
      const { e } = v
      const width = v.width(from)
      const ops = e.v(laneOf(from), width)
      if (!unsigned(from)) {
        const n = e.letI32(narrow(e, from, clamped(e, from, amount, width)))
        return { width, regs: v.regs(a!).map((r) => ops.shr_s!(r(), n())) }
      }
      const mask = e.letV128(e.m.i32x4.splat(e.m.i32.sub(e.i32(0), within(e, from, amount, bitsOf(from)))))
      return { width, regs: v.regs(a!).map((r) => e.m.v128.and(ops.shr_u!(r(), narrow(e, from, amount())), mask())) }
    },
    short: [1],
    js: ({ from }, a, n) => {
      const { big } = dtypeInfo[from]
      const shift = `${a} ${from === 'uint32' ? '>>>' : '>>'} ${n}`
      return unsigned(from)
        ? `${jsRange(from, n!)} ? ${shift} : ${big ? '0n' : '0'}`
        : `${jsRange(from, n!)} ? ${shift} : ${a} < ${big ? '0n ? -1n : 0n' : '0 ? -1 : 0'}`
    },
  },
} satisfies Record<string, Emitter>
