import {
  type DType,
  expandAll,
  Interner,
  type MapOp,
  mapOps,
  type Node,
  type PrimitiveOp,
  reachable,
  type Scalar,
  withOperands,
} from '@weldarray/ir'
import { emitters } from '../emitters/index.js'

/** A number as JavaScript source; negative ones in brackets, so that they can stand after any operator. */
function literal(value: Scalar): string {
  if (typeof value === 'bigint') return value < 0n ? `(${value}n)` : `${value}n`
  if (Number.isNaN(value)) return 'NaN'
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0' : value})` : String(value)
}

/** An expression rounded or wrapped to `dtype`, as a store into a typed array would. */
function stored(dtype: DType, expression: string): string {
  switch (dtype) {
    case 'float32':
      return `Math.fround(${expression})`
    case 'int8':
      return `(${expression}) << 24 >> 24`
    case 'int16':
      return `(${expression}) << 16 >> 16`
    case 'uint8':
      return `(${expression}) & 255`
    case 'uint16':
      return `(${expression}) & 65535`
    case 'int32':
      return `(${expression}) | 0`
    case 'uint32':
      return `(${expression}) >>> 0`
    case 'bigint64':
      return `BigInt.asIntN(64, ${expression})`
    case 'biguint64':
      return `BigInt.asUintN(64, ${expression})`
    default:
      return expression
  }
}

/** Operations whose float result is one of the operands, or exact: no rounding needed. */
const EXACT: ReadonlySet<string> = new Set([
  'select',
  'neg',
  'abs',
  'minimum',
  'maximum',
  'copysign',
  'floor',
  'ceil',
  'trunc',
  'nearest',
  'fmod',
])

function needsStore(op: PrimitiveOp, dtype: DType): boolean {
  if (dtype === 'bool' || dtype === 'float64') return false
  if (dtype === 'float32') return !EXACT.has(op)
  // JavaScript's bit operations give signed numbers.
  return op === 'cast' || emitters[op].leaves === true || (dtype === 'uint32' && op !== 'select')
}

export interface StraightLine {
  /** `const` statements. */
  readonly statements: readonly string[]
  /** The result, to be stored into a typed array of its dtype. */
  readonly result: string
}

/** One element of an operation as JavaScript: its operands are called x0, x1, x2. */
export function straightLine(op: MapOp, from: DType, to: DType): StraightLine {
  const interner = new Interner()
  const def = mapOps[op]
  const operands = Array.from({ length: def.arity }, (_, k) =>
    interner.input(k, def.result === 'select' && k === 0 ? 'bool' : from, []),
  )
  const node = interner.map(op, operands, to)
  const [root] = expandAll(interner, [node], (n, args) => withOperands(interner, n, args)) as [Node]
  const names = new Map<Node, string>()
  const statements: string[] = []
  let result = ''
  for (const n of reachable([root])) {
    if (n.kind === 'input') names.set(n, `x${n.slot}`)
    else if (n.kind === 'const') names.set(n, literal(n.value))
    else if (n.kind === 'map') {
      const primitive = n.op as PrimitiveOp
      const source = n.args[primitive === 'cast' ? 0 : n.args.length - 1]!.dtype
      const text = emitters[primitive].js({ from: source, to: n.dtype }, ...n.args.map((a) => names.get(a)!))
      if (n === root) {
        result = text
        continue
      }
      const name = `v${statements.length}`
      names.set(n, name)
      statements.push(`const ${name} = ${needsStore(primitive, n.dtype) ? stored(n.dtype, text) : text}`)
    }
  }
  return { statements, result: result === '' ? names.get(root)! : result }
}
