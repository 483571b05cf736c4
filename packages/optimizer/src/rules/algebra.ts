import {
  type DType,
  dtypeInfo,
  type Interner,
  isFloat,
  isUnsigned,
  type MapNode,
  type MapOp,
  type Node,
  type Scalar,
} from '@weldarray/ir'
import type { Rule } from './rule.js'

type When = 'float' | 'integer' | 'any'

const holds = (when: When, dtype: DType): boolean => when === 'any' || (when === 'float') === isFloat(dtype)

const isConst = (node: Node, value: number): boolean =>
  node.kind === 'const' && Object.is(typeof node.value === 'bigint' ? Number(node.value) : node.value, value)

/** `op(x, c)` is `x`. */
const rightIdentity = (op: MapOp, value: number, when: When): Rule => ({
  law: `${op}(x, ${Object.is(value, -0) ? '-0' : value}) → x (${when})`,
  apply: (n) =>
    n.op === op && holds(when, n.dtype) && isConst(n.args[1]!, value) && n.args[0]!.kind !== 'const' ? n.args[0]! : null,
})

/** `op(op(x))` is `x`. */
const involution = (op: MapOp, when: When): Rule => ({
  law: `${op}(${op}(x)) → x`,
  apply: (n) => {
    const inner = n.args[0]!
    return n.op === op && holds(when, n.dtype) && inner.kind === 'map' && inner.op === op ? inner.args[0]! : null
  },
})

/** `op(inner(x))` is `op(x)`. */
const absorbs = (op: MapOp, inner: MapOp): Rule => ({
  law: `${op}(${inner}(x)) → ${op}(x)`,
  apply: (n, interner) => {
    const arg = n.args[0]!
    // -x of an unsigned x is another magnitude.
    const sound = inner !== 'neg' || op === 'square' || !isUnsigned(n.dtype)
    return n.op === op && arg.kind === 'map' && arg.op === inner && sound ? interner.map(op, arg.args) : null
  },
})

/** `op(inner(x))` is `inner(x)`: the values are fixed points already. */
const fixedPoint = (op: MapOp, inner: MapOp): Rule => ({
  law: `${op}(${inner}(x)) → ${inner}(x)`,
  apply: (n) => {
    const arg = n.args[0]!
    return n.op === op && arg.kind === 'map' && arg.op === inner ? arg : null
  },
})

/** `op(x, x)` is `x`. */
const idempotent = (op: MapOp): Rule => ({
  law: `${op}(x, x) → x`,
  apply: (n) => (n.op === op && n.args[0] === n.args[1] ? n.args[0]! : null),
})

const ROUNDINGS: readonly MapOp[] = ['floor', 'ceil', 'trunc', 'nearest']

/** Whether 1/value is exact and neither is subnormal, so that multiplying by it rounds as dividing does. */
function exactReciprocal(value: Scalar, dtype: DType): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value === 0) return null
  const exponent = Math.log2(Math.abs(value))
  const limit = dtype === 'float32' ? 125 : 1021
  return Number.isInteger(exponent) && 2 ** exponent === Math.abs(value) && Math.abs(exponent) <= limit ? 1 / value : null
}

/** Whether every value of `from` is a value of `to`. */
const widens = (from: DType, to: DType): boolean => {
  const a = dtypeInfo[from]
  const b = dtypeInfo[to]
  if (a.kind === 'bool') return to !== 'bool'
  if (b.kind === 'bool') return false
  if (b.kind === 'float') return a.kind === 'float' ? b.bytes > a.bytes : b.bytes > a.bytes
  if (a.kind === 'float') return false
  if (a.kind === b.kind) return b.bytes > a.bytes
  return a.kind === 'unsigned' && b.bytes > a.bytes
}

/**
 * Exact algebra. `x + 0 → x` is not here (it turns -0 into +0), nor is `x·0 → 0` (NaN, infinities, -0).
 */
export const algebra: readonly Rule[] = [
  rightIdentity('mul', 1, 'any'),
  rightIdentity('div', 1, 'float'),
  rightIdentity('sub', 0, 'any'),
  rightIdentity('add', -0, 'float'),
  rightIdentity('add', 0, 'integer'),
  rightIdentity('xor', 0, 'integer'),
  rightIdentity('or', 0, 'integer'),
  rightIdentity('shl', 0, 'integer'),
  rightIdentity('shr', 0, 'integer'),
  rightIdentity('floordiv', 1, 'integer'),
  involution('neg', 'any'),
  involution('not', 'any'),
  absorbs('abs', 'neg'),
  absorbs('square', 'neg'),
  absorbs('square', 'abs'),
  fixedPoint('abs', 'abs'),
  ...ROUNDINGS.flatMap((outer) => ROUNDINGS.map((inner) => fixedPoint(outer, inner))),
  idempotent('minimum'),
  idempotent('maximum'),
  idempotent('and'),
  idempotent('or'),
  {
    law: 'select(c, x, x) → x',
    apply: (n) => (n.op === 'select' && n.args[1] === n.args[2] && n.args[1]!.kind !== 'const' ? n.args[1]! : null),
  },
  {
    law: 'select(not(c), x, y) → select(c, y, x)',
    apply: (n, interner) => {
      const c = n.args[0]!
      return n.op === 'select' && c.kind === 'map' && c.op === 'not'
        ? interner.map('select', [c.args[0]!, n.args[2]!, n.args[1]!])
        : null
    },
  },
  {
    law: 'div(x, ±2^k) → mul(x, ±2^-k)',
    apply: (n, interner) => {
      const d = n.args[1]
      if (n.op !== 'div' || d?.kind !== 'const') return null
      const reciprocal = exactReciprocal(d.value, n.dtype)
      return reciprocal === null ? null : interner.map('mul', [n.args[0]!, interner.constant(reciprocal, n.dtype, d.literal)])
    },
  },
  {
    law: 'cast(cast(x, wider), dtype of x) → x',
    apply: (n) => {
      const inner = n.args[0]!
      if (n.op !== 'cast' || inner.kind !== 'map' || inner.op !== 'cast') return null
      const x = inner.args[0]!
      return x.dtype === n.dtype && widens(x.dtype, inner.dtype) ? x : null
    },
  },
]

/** The first rule that applies, if any does. */
export function rewrite(node: MapNode, interner: Interner, rules: readonly Rule[] = algebra): Node | null {
  for (const rule of rules) {
    const better = rule.apply(node, interner)
    if (better !== null) return better
  }
  return null
}
