import { dtypeInfo } from '@weldarray/ir'
import type { Arg, Ops, Ref, Scope } from '../wasm/scope.js'
import type { Shaped, Value, Vector } from '../wasm/vector.js'
import { fmod } from './fmod.js'
import { type Emitter, laneOf, signed, vectorOps } from './types.js'

/** An operation that is one instruction, of the same name, in scalar and SIMD code. */
const direct = (name: string, js: Emitter['js'], more: Pick<Emitter, 'leaves' | 'short'> = {}): Emitter => ({
  scalar: (e, { from }, ...a) => e.s(laneOf(from))[name]!(...a.map((f) => f())),
  simd: (e, t, ...a) => vectorOps(e, t)[name]!(...a.map((f) => f())),
  js,
  ...more,
})

const leaves = { leaves: true, short: true } as const

/** Bytes have no multiplication: those in even places and those in odd ones as the low bytes of 16-bit products. */
function productOfBytes(e: Scope, a: Arg, b: Arg): Ref {
  const { i16x8, v128 } = e.m
  const even = v128.and(i16x8.mul(a(), b()), e.splatConstant('i32', 0xff, 2))
  const odd = i16x8.shl(i16x8.mul(i16x8.shr_u(a(), e.i32(8)), i16x8.shr_u(b(), e.i32(8))), e.i32(8))
  return v128.or(even, odd)
}

/** A literal for which `p` forms (one instruction, `x` unless the bound is beyond it) are right: no NaN, no signed zero. */
const isBound = ({ literal }: Value): boolean => typeof literal === 'number' && literal === literal && literal !== 0

/** Twice something, of floats, is a sum: the same bits, and no literal, which engines make anew in every round of a loop. */
const doubled: Emitter['vector'] = (v, { from }, a, b) => {
  const x = a!.literal === 2 ? b! : b!.literal === 2 ? a! : null
  if (x === null || dtypeInfo[from].kind !== 'float') return null
  return { width: x.width, regs: v.regs(x).map((r) => v.e.v(laneOf(from)).add!(r(), r())) }
}

/**
 * The smaller or larger of each x and one number b, in two instructions where IEEE's take eight. `p` forms are `x` unless b is beyond it; what they miss
 * is a NaN b, and that -0 is below +0. Of b's zero z: x + z is NaN if b is, and no -0 if b's sign outweighs that; whatever is no
 * larger than a negative b, or -0, has the sign already that `or` gives it.
 */
function limited(v: Vector, ops: Ops, name: 'min' | 'max', x: Value, { regs: [own], zero }: Value): Shaped {
  const { or } = v.e.m.v128
  const one = (r: Arg): Ref =>
    name === 'max' ? ops.pmax!(ops.add!(r(), zero!()), own!.get()) : or(ops.pmin!(r(), own!.get()), zero!())
  return { width: x.width, regs: v.regs(x).map(one) }
}

/** The smaller or larger operand. WebAssembly's float min and max are IEEE 754-2019's: NaN if either is, -0 below +0. */
const extreme = (name: 'min' | 'max'): Emitter => {
  const before = name === 'min' ? 'lt' : 'gt'
  return {
    scalar: (e, { from }, a, b) => {
      const ops = e.s(laneOf(from))
      if (dtypeInfo[from].kind === 'float') return ops[name]!(a!(), b!())
      return e.m.select(ops[signed(before, from)]!(a!(), b!()), a!(), b!())
    },
    simd: (e, t, a, b) => {
      const { from } = t
      // On masks, and on 0/1, the smaller is the conjunction.
      if (from === 'bool') return name === 'min' ? e.m.v128.and(a!(), b!()) : e.m.v128.or(a!(), b!())
      const lane = laneOf(from)
      if (lane !== 'i64') return vectorOps(e, t)[signed(name, from)]!(a!(), b!())
      const order = name === 'min' ? e.m.i64x2.lt_s : e.m.i64x2.gt_s
      if (dtypeInfo[from].kind === 'signed') return e.m.v128.bitselect(a!(), b!(), order(a!(), b!()))
      const top = (x: number): number => e.m.v128.xor(x, e.splatConstant('i64', -(2n ** 63n)))
      return e.m.v128.bitselect(a!(), b!(), order(top(a!()), top(b!())))
    },
    vector: (v, { from }, a, b) => {
      if (dtypeInfo[from].kind !== 'float') return null
      const [x, bound] = isBound(b!) ? [a!, b!] : isBound(a!) ? [b!, a!] : []
      const ops = v.e.v(laneOf(from))
      if (x === undefined || bound === undefined)
        return b!.zero ? limited(v, ops, name, a!, b!) : a!.zero ? limited(v, ops, name, b!, a!) : null
      const limits = v.regs(bound)
      return { width: x.width, regs: v.regs(x).map((r, j) => ops[`p${name}`]!(r(), limits[j]!())) }
    },
    short: true,
    js: ({ from }, a, b) =>
      dtypeInfo[from].kind === 'float' ? `Math.${name}(${a}, ${b})` : `${a} ${name === 'min' ? '<' : '>'} ${b} ? ${a} : ${b}`,
  }
}

export const arithmetic = {
  neg: {
    scalar: (e, { from }, a) => {
      const lane = laneOf(from)
      return dtypeInfo[from].kind === 'float' ? e.s(lane).neg!(a!()) : e.s(lane).sub!(e.constant(lane, 0), a!())
    },
    simd: (e, t, a) => vectorOps(e, t).neg!(a!()),
    js: (_, a) => `-${a}`,
    ...leaves,
  },
  abs: {
    scalar: (e, { from }, a) => {
      const lane = laneOf(from)
      const { kind } = dtypeInfo[from]
      if (kind === 'float') return e.s(lane).abs!(a!())
      if (kind === 'unsigned') return a!()
      const ops = e.s(lane)
      return e.m.select(ops.lt_s!(a!(), e.constant(lane, 0)), ops.sub!(e.constant(lane, 0), a!()), a!())
    },
    simd: (e, t, a) => (dtypeInfo[t.from].kind === 'unsigned' ? a!() : vectorOps(e, t).abs!(a!())),
    js: ({ from }, a) => {
      const { kind, big } = dtypeInfo[from]
      if (kind === 'unsigned') return a!
      return kind === 'float' ? `Math.abs(${a})` : `${a} < ${big ? '0n' : '0'} ? -${a} : ${a}`
    },
    ...leaves,
  },
  add: direct('add', (_, a, b) => `${a} + ${b}`, leaves),
  sub: direct('sub', (_, a, b) => `${a} - ${b}`, leaves),
  mul: {
    ...direct('mul', ({ from }, a, b) => (laneOf(from) === 'i32' ? `Math.imul(${a}, ${b})` : `${a} * ${b}`), leaves),
    simd: (e, t, a, b) => (t.width === 1 ? productOfBytes(e, a!, b!) : vectorOps(e, t).mul!(a!(), b!())),
    vector: doubled,
  },
  div: direct('div', (_, a, b) => `${a} / ${b}`),
  fmod,
  minimum: extreme('min'),
  maximum: extreme('max'),
  sqrt: direct('sqrt', (_, a) => `Math.sqrt(${a})`),
  floor: direct('floor', (_, a) => `Math.floor(${a})`),
  ceil: direct('ceil', (_, a) => `Math.ceil(${a})`),
  trunc: direct('trunc', (_, a) => `Math.trunc(${a})`),
  nearest: direct('nearest', (_, a) => `nearest(${a})`),
} satisfies Record<string, Emitter>
