import {
  type DType,
  expandAll,
  Interner,
  mapOps,
  type NamedOp,
  type Node,
  type PrimitiveOp,
  reachable,
  type Scalar,
} from '@weldarray/ir'
import { ALWAYS, Branches } from '../branches.js'
import { stored } from '../emitters/cast-text.js'
import { emitters } from '../emitters/index.js'

/** A number as JavaScript source; negative ones in brackets, so that they can stand after any operator. */
function literal(value: Scalar): string {
  if (typeof value === 'bigint') return value < 0n ? `(${value}n)` : `${value}n`
  if (Number.isNaN(value)) return 'NaN'
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0' : value})` : String(value)
}

/** Operations whose float result is one of the operands, or exact: no rounding needed. */
const EXACT: ReadonlySet<string> = new Set([
  'select',
  'likely',
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
  return op === 'cast' || emitters[op].leaves === true || (dtype === 'uint32' && op !== 'select' && op !== 'likely')
}

export interface StraightLine {
  /** `const` statements. */
  readonly statements: readonly string[]
  /** The result, to be stored into a typed array of its dtype. */
  readonly result: string
}

/** One element of an operation as JavaScript: its operands are called x0, x1, x2. */
export function straightLine(op: NamedOp, from: DType, to: DType): StraightLine {
  const interner = new Interner()
  const def = mapOps[op]
  const inputs = Array.from({ length: def.arity }, (_, k) =>
    interner.input(k, def.result === 'select' && k === 0 ? 'bool' : from, []),
  )
  const node = interner.map(op, inputs, to)
  const [root] = expandAll(interner, [node]) as [Node]
  const nodes = reachable([root])
  const place = new Map(nodes.map((n, i): [Node, number] => [n, i]))
  const lines = nodes.map((n) => ({ op: n.kind === 'map' ? n.op : n.kind, args: n.args.map((a) => place.get(a)!) }))
  const branches = new Branches(lines, [nodes.length - 1])
  const names: string[] = []
  let count = 0
  let result = ''
  /** The statements of a branch. */
  const statements = (branch: number): string[] => {
    const out: string[] = []
    nodes.forEach((n, i) => {
      if (n.kind === 'input') names[i] = `x${n.slot}`
      else if (n.kind === 'const') names[i] = literal(n.value)
      if (n.kind !== 'map' || branches.of[i] !== branch) return
      const args = lines[i]!.args.map((a) => names[a]!)
      if (n.op === 'likely') {
        names[i] = `v${count++}`
        const rare = statements(i)
        const value = names[lines[i]!.args[2]!]
        out.push(`let ${names[i]} = ${args[1]}`, `if (!${args[0]}) { ${[...rare, `${names[i]} = ${value}`].join('; ')} }`)
        return
      }
      const primitive = n.op as PrimitiveOp
      const source = n.args[n.args.length - 1]!.dtype
      const text = emitters[primitive].js({ from: source, to: n.dtype }, ...args)
      if (n === root) {
        result = text
        return
      }
      names[i] = `v${count++}`
      out.push(`const ${names[i]} = ${needsStore(primitive, n.dtype) ? stored(n.dtype, text) : text}`)
    })
    return out
  }
  const outside = statements(ALWAYS)
  return { statements: outside, result: result === '' ? names[names.length - 1]! : result }
}
