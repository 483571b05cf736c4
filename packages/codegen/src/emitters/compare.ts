import { isUnsigned } from '@weldarray/ir'
import type { Arg, Ref, Scope } from '../wasm/scope.js'
import { type Emitter, laneOf, signed, vectorOps } from './types.js'

type OnMasks = (e: Scope, a: Arg, b: Arg) => Ref

/** Orderings: unsigned 64-bit lanes have no instruction, but flipping the top bits turns them into signed ones. */
function ordering(name: 'lt' | 'le' | 'gt' | 'ge', symbol: string, masks: OnMasks): Emitter {
  return {
    scalar: (e, { from }, a, b) => e.s(laneOf(from))[signed(name, from)]!(a!(), b!()),
    simd: (e, t, a, b) => {
      const { from } = t
      if (from === 'bool') return masks(e, a!, b!)
      if (laneOf(from) !== 'i64' || !isUnsigned(from)) return vectorOps(e, t)[signed(name, from)]!(a!(), b!())
      const flip = (x: Arg): Ref => e.m.v128.xor(x(), e.splatConstant('i64', -(2n ** 63n)))
      return e.v('i64')[`${name}_s`]!(flip(a!), flip(b!))
    },
    short: true,
    js: (_, a, b) => `${a} ${symbol} ${b} ? 1 : 0`,
  }
}

function equality(name: 'eq' | 'ne', symbol: string, masks: OnMasks): Emitter {
  return {
    scalar: (e, { from }, a, b) => e.s(laneOf(from))[name]!(a!(), b!()),
    simd: (e, t, a, b) => (t.from === 'bool' ? masks(e, a!, b!) : vectorOps(e, t)[name]!(a!(), b!())),
    short: true,
    js: (_, a, b) => `${a} ${symbol} ${b} ? 1 : 0`,
  }
}

export const comparisons = {
  lt: ordering('lt', '<', (e, a, b) => e.m.v128.andnot(b(), a())),
  le: ordering('le', '<=', (e, a, b) => e.m.v128.or(e.m.v128.not(a()), b())),
  gt: ordering('gt', '>', (e, a, b) => e.m.v128.andnot(a(), b())),
  ge: ordering('ge', '>=', (e, a, b) => e.m.v128.or(a(), e.m.v128.not(b()))),
  eq: equality('eq', '===', (e, a, b) => e.m.v128.not(e.m.v128.xor(a(), b()))),
  ne: equality('ne', '!==', (e, a, b) => e.m.v128.xor(a(), b())),
} satisfies Record<string, Emitter>

/** Bitwise operations of integers; on bool they are the logical ones. */
const bitwise = (name: 'and' | 'or' | 'xor', symbol: string): Emitter => ({
  scalar: (e, { from }, a, b) => e.s(laneOf(from))[name]!(a!(), b!()),
  simd: (e, _, a, b) => e.m.v128[name](a!(), b!()),
  short: true,
  js: (_, a, b) => `${a} ${symbol} ${b}`,
})

export const bitwiseOps = {
  and: bitwise('and', '&'),
  or: bitwise('or', '|'),
  xor: bitwise('xor', '^'),
  not: {
    scalar: (e, { from }, a) => {
      const lane = laneOf(from)
      return from === 'bool' ? e.m.i32.eqz(a!()) : e.s(lane).xor!(a!(), e.constant(lane, -1))
    },
    simd: (e, _, a) => e.m.v128.not(a!()),
    js: ({ from }, a) => (from === 'bool' ? `${a} ? 0 : 1` : `~${a}`),
    leaves: true,
    short: true,
  },
} satisfies Record<string, Emitter>
