import { dtypeInfo } from '@weldarray/ir'
import type { Arg, Ref, Scope } from '../wasm/scope.js'
import type { Shaped, Value, Vector } from '../wasm/vector.js'
import { wrapVector } from '../wasm/wrap.js'
import { laneOf, type OpType } from './types.js'

const HIGH_HALF = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
const LOW_LOW = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
const TWO_32 = 2 ** 32

export const high = (e: Scope, x: Arg): Ref => e.m.i8x16.shuffle(x(), x(), HIGH_HALF)
/** The low halves of two registers in one. */
const join = (e: Scope, a: Ref, b: Ref): Ref => e.m.i8x16.shuffle(a, b, LOW_LOW)

/**
 * Two doubles to integers modulo 2^32, in the low half of each 64-bit lane: 2^52 more, and the last bits of the
 * significand are the number. What is left of NaN and infinities is NaN, and is masked out.
 */
function truncated(e: Scope, x: Ref): Arg {
  const { f64x2, v128 } = e.m
  const t = e.letV128(f64x2.trunc(x))
  const quotient = f64x2.floor(f64x2.mul(t(), e.splatConstant('f64', 1 / TWO_32)))
  const rest = e.letV128(f64x2.sub(t(), f64x2.mul(quotient, e.splatConstant('f64', TWO_32))))
  return e.letV128(v128.and(f64x2.add(rest(), e.splatConstant('f64', 2 ** 52)), f64x2.eq(rest(), rest())))
}

/**
 * What makes the last bits of a whole double below 2^51 in size those of its integer: so much that the significand ends at 1, and room for
 * negative ones.
 */
export const PLACED = 2 ** 52 + 2 ** 51

/** Floats to integers modulo 2^32: nearly always they are near enough to zero for a few instructions, and else two doubles after the other. */
function integersOf(v: Vector, areNear: Ref, near: () => Ref, doubles: () => readonly [Ref, Ref]): Ref {
  const { e } = v
  const found = e.temporary(e.wasm.types.v128)
  e.if(
    areNear,
    () => e.set(found, near()),
    () => {
      const [low, top] = doubles()
      e.set(found, v.lowHalves(truncated(e, low), truncated(e, top)))
    },
  )
  return found.get()
}

function fromDoubles(v: Vector, a: Arg, b: Arg): Ref {
  const { e } = v
  const { f64x2, i64x2, v128 } = e.m
  const isNear = (x: Arg): Ref => f64x2.lt(f64x2.abs(x()), e.splatConstant('f64', 2 ** 51))
  const placed = (x: Arg): Arg => e.letV128(f64x2.add(f64x2.trunc(x()), e.splatConstant('f64', PLACED)))
  const near = (): Ref => v.lowHalves(placed(a), placed(b))
  return integersOf(v, i64x2.all_true(v128.and(isNear(a), isNear(b))), near, () => [a(), b()])
}

function fromSingles(v: Vector, a: Arg, doubles: () => readonly [Ref, Ref]): Ref {
  const { e } = v
  const { f32x4, i32x4 } = e.m
  const areNear = i32x4.all_true(f32x4.lt(f32x4.abs(a()), e.splatConstant('f32', 2 ** 31)))
  return integersOf(v, areNear, () => i32x4.trunc_sat_f32x4_s(a()), doubles)
}

/** A vector converted; `null` where SIMD has no way (64-bit integers from and to floats). */
export function castVector(v: Vector, { from, to }: OpType, a: Value): Shaped | null {
  const { e } = v
  const source = laneOf(from)
  const target = laneOf(to)
  const unsigned = dtypeInfo[from].kind !== 'signed'
  const width = v.width(to)
  if (to === 'bool') {
    if (from === 'bool') return { width: a.width, regs: v.regs(a, a.width).map((r) => r()) }
    return { width: a.width, regs: v.regs(a).map((r) => e.v(source, a.width).ne!(r(), e.splatConstant(source, 0))) }
  }
  if (from === 'bool') return { width, regs: v.regs(a, width).map((r) => e.m.v128.and(r(), e.splatConstant(target, 1, width))) }
  const regs = v.regs(a)
  const [first, second] = regs as [Arg, Arg]
  const doubles = (): [Ref, Ref] => [e.m.f64x2.promote_low_f32x4(first()), e.m.f64x2.promote_low_f32x4(high(e, first))]
  switch (`${source}>${target}`) {
    case 'i32>i32':
      return { width, regs: [wrapVector(e, to, first(), width)] }
    case 'i64>i64':
    case 'f32>f32':
    case 'f64>f64':
      return { width, regs: regs.map((r) => r()) }
    case 'i64>i32':
      return { width, regs: [wrapVector(e, to, v.lowHalves(first, second))] }
    case 'i32>i64':
      return unsigned
        ? { width, regs: [e.m.i64x2.extend_low_i32x4_u(first()), e.m.i64x2.extend_high_i32x4_u(first())] }
        : { width, regs: [e.m.i64x2.extend_low_i32x4_s(first()), e.m.i64x2.extend_high_i32x4_s(first())] }
    case 'f64>f32':
      return { width, regs: [join(e, e.m.f32x4.demote_f64x2_zero(first()), e.m.f32x4.demote_f64x2_zero(second()))] }
    case 'f32>f64':
      return { width, regs: doubles() }
    case 'i32>f64': {
      const convert = unsigned ? e.m.f64x2.convert_low_i32x4_u : e.m.f64x2.convert_low_i32x4_s
      return { width, regs: [convert(first()), convert(high(e, first))] }
    }
    case 'i32>f32':
      return { width, regs: [unsigned ? e.m.f32x4.convert_i32x4_u(first()) : e.m.f32x4.convert_i32x4_s(first())] }
    case 'f64>i32':
      return { width, regs: [wrapVector(e, to, fromDoubles(v, first, second))] }
    case 'f32>i32':
      return { width, regs: [wrapVector(e, to, fromSingles(v, first, doubles))] }
    default:
      return null
  }
}
