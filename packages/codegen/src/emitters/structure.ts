import { dtypeInfo } from '@weldarray/ir'
import type { Ref } from '../wasm/scope.js'
import type { Value, Vector } from '../wasm/vector.js'
import { castScalar } from './cast-scalar.js'
import { castText } from './cast-text.js'
import { castVector } from './cast-vector.js'
import { type Emitter, laneOf } from './types.js'

type Choose = (yes: Ref, no: Ref, mask: Ref) => Ref

const isZero = ({ literal }: Value): boolean => Object.is(literal, 0) || literal === 0n

/** A select that is one or two instructions where `bitselect` is three; null where there is none. */
function shortSelect(v: Vector, c: Value, a: Value, b: Value): Choose | null {
  const { v128 } = v.e.m
  if (a.dtype === 'bool') {
    if (b === c) return (yes, _, mask) => v128.and(yes, mask)
    if (a === c) return (_, no, mask) => v128.or(no, mask)
  }
  if (isZero(b)) return (yes, _, mask) => v128.and(yes, mask)
  if (isZero(a)) return (_, no, mask) => v128.andnot(no, mask)
  if (dtypeInfo[a.dtype].kind !== 'float') return null
  const lane = laneOf(a.dtype)
  const sign = (): Ref => v.e.splatConstant(lane, -0)
  if (isNegative(a, b)) return (_, no, mask) => v128.xor(no, v128.and(sign(), mask))
  if (isNegative(b, a)) return (yes, _, mask) => v128.xor(yes, v128.andnot(sign(), mask))
  const order = orderOf(c, a, b)
  // pmin(x, y) is `y < x ? y : x`, pmax(x, y) is `x < y ? y : x`.
  return order === null ? null : (yes, no) => v.e.v(lane)[order]!(no, yes)
}

const isNegative = (a: Value, b: Value): boolean => a.origin?.op === 'neg' && a.origin.args[0] === b

/** Whether `c ? a : b` is the smaller or the larger of a and b, b where they are equal or not ordered. */
function orderOf({ origin }: Value, a: Value, b: Value): 'pmin' | 'pmax' | null {
  if (origin?.op !== 'lt' && origin?.op !== 'gt') return null
  const [x, y] = origin.args
  const less = origin.op === 'lt'
  if (x === a && y === b) return less ? 'pmin' : 'pmax'
  if (x === b && y === a) return less ? 'pmax' : 'pmin'
  return null
}

const select: Emitter = {
  scalar: (e, _, c, a, b) => e.m.select(c!(), a!(), b!()),
  vector: (v, { to }, c, a, b) => {
    const width = to === 'bool' ? v.commonWidth([c!, a!, b!]) : v.width(to)
    const condition = v.regs(c!, width)
    const yes = v.regs(a!, width)
    const no = v.regs(b!, width)
    const choose = shortSelect(v, c!, a!, b!) ?? v.e.m.v128.bitselect
    return { width, regs: condition.map((m, j) => choose(yes[j]!(), no[j]!(), m())) }
  },
  short: true,
  js: (_, c, a, b) => `${c} ? ${a} : ${b}`,
}

/** The operations whose operands have different types. */
export const structure = {
  cast: {
    scalar: (e, t, a) => castScalar(e, t, a!),
    vector: (v, t, a) => castVector(v, t, a!),
    short: true,
    js: (t, a) => castText(t, a!),
  },
  select,
  /** This much where the condition is the same for all elements; where it is not, the bodies branch. */
  likely: select,
} satisfies Record<string, Emitter>
