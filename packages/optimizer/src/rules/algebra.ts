import type { DType, Kind, NamedOp, Scalar } from '@weldarray/ir'
import { any, constant, type Derived, losslessCast, op, value } from './pattern.js'
import { everything, float, indexRules, type Rule, rule, whole } from './rule.js'

const [x, y, c, k] = [any('x'), any('y'), any('c'), constant('k')]

const rightIdentity = (name: NamedOp, of: number, kinds?: readonly Kind[]): Rule => rule(op(name, x, value(of)), x, kinds)

const ROUNDINGS = ['floor', 'ceil', 'trunc', 'nearest'] as const

/** 1/k where it is exact and neither is subnormal, so that multiplying by it rounds as dividing does. */
function exactReciprocal(of: Scalar, dtype: DType): number | null {
  if (typeof of !== 'number' || !Number.isFinite(of) || of === 0) return null
  const exponent = Math.log2(Math.abs(of))
  const limit = dtype === 'float32' ? 125 : 1021
  return Number.isInteger(exponent) && 2 ** exponent === Math.abs(of) && Math.abs(exponent) <= limit ? 1 / of : null
}

const reciprocal: Derived = { is: 'derived', from: 'k', text: '(1/k, exact)', value: exactReciprocal }

/**
 * Exact algebra. `x + 0 → x` is not here (it turns -0 into +0), nor is `x·0 → 0` (NaN, infinities, -0).
 */
export const algebra: readonly Rule[] = [
  rightIdentity('mul', 1),
  rightIdentity('div', 1),
  rightIdentity('sub', 0),
  rightIdentity('add', -0, float),
  rightIdentity('add', 0, whole),
  rightIdentity('xor', 0),
  rightIdentity('or', 0),
  rightIdentity('shl', 0),
  rightIdentity('shr', 0),
  rightIdentity('floordiv', 1),
  rule(op('neg', op('neg', x)), x),
  rule(op('not', op('not', x)), x),
  // The magnitude of -x of an unsigned x is another one.
  rule(op('abs', op('neg', x)), op('abs', x), ['signed', 'float']),
  rule(op('square', op('neg', x)), op('square', x)),
  rule(op('square', op('abs', x)), op('square', x)),
  rule(op('abs', op('abs', x)), op('abs', x)),
  // What is rounded stays.
  ...ROUNDINGS.flatMap((outer) => ROUNDINGS.map((inner) => rule(op(outer, op(inner, x)), op(inner, x)))),
  ...(['minimum', 'maximum', 'and', 'or'] as const).map((name) => rule(op(name, x, x), x)),
  rule(op('select', c, x, x), x),
  rule(op('select', op('not', c), x, y), op('select', c, y, x)),
  rule(op('div', x, k), op('mul', x, reciprocal)),
  rule(op('cast', losslessCast(x)), x, everything),
]

export const algebraIndex = indexRules(algebra)
