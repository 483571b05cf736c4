import {
  acceptsKind,
  allocate,
  DTYPES,
  type DType,
  expandAll,
  Interner,
  interpret,
  mapOps,
  type NamedOp,
  type Node,
  reachable,
  type Scalar,
  type TypedArray,
  withOperands,
} from '@weldarray/ir'
import type { Access, Instruction, Kernel } from '@weldarray/optimizer'
import { domains, sample } from './harness.js'

/** An operation at certain dtypes. */
export interface Case {
  readonly op: NamedOp
  readonly from: DType
  readonly to: DType
}

/** Every operation with every dtype it takes, a cast with every target. */
export const cases = (op: NamedOp): Case[] => {
  const def = mapOps[op]
  return DTYPES.filter((d) => acceptsKind(def.accepts, d)).flatMap((from) =>
    def.result === 'cast'
      ? DTYPES.map((to) => ({ op, from, to }))
      : [{ op, from, to: def.result === 'bool' ? ('bool' as const) : from }],
  )
}

export const operandTypes = ({ op, from }: Case): DType[] =>
  Array.from({ length: mapOps[op].arity }, (_, k) => (mapOps[op].result === 'select' && k === 0 ? 'bool' : from))

/** Arrays of samples for the operands. */
export const samples = (c: Case, n: number, next: () => number): TypedArray[] =>
  operandTypes(c).map((dtype) => {
    const array = allocate(dtype, n)
    for (let i = 0; i < n; i++) (array as unknown as Scalar[])[i] = domains[c.op]?.(next) ?? sample(dtype, next)
    return array
  })

function graphOf({ op, from, to }: Case, n: number): { interner: Interner; node: Node } {
  const interner = new Interner()
  const inputs = operandTypes({ op, from, to }).map((dtype, slot) => interner.input(slot, dtype, [n]))
  return { interner, node: interner.map(op, inputs, to) }
}

/** The result by the reference interpreter. */
export function expected(c: Case, operands: readonly TypedArray[]): TypedArray {
  const { interner, node } = graphOf(c, operands[0]!.length)
  return interpret(interner, [node], operands)[0]!
}

/** A map kernel for the operation, composites expanded. */
export function kernelOf(c: Case): Kernel {
  const { interner, node } = graphOf(c, 2)
  const [root] = expandAll(interner, [node], (n, args) => withOperands(interner, n, args)) as [Node]
  const accesses: Access[] = operandTypes(c).map((dtype) => ({ use: 'load', dtype, inner: 'unit' }))
  const at = new Map<Node, number>()
  const code: Instruction[] = []
  for (const n of reachable([root])) {
    at.set(n, code.length)
    if (n.kind === 'input') code.push({ op: 'load', dtype: n.dtype, slot: n.slot })
    else if (n.kind === 'const') code.push({ op: 'lit', dtype: n.dtype, value: n.value })
    else if (n.kind === 'map') code.push({ op: n.op as 'add', dtype: n.dtype, args: n.args.map((a) => at.get(a)!) })
    else throw new Error(`a ${n.kind} in an expansion`)
  }
  accesses.push({ use: 'store', dtype: c.to, inner: 'unit' })
  return {
    kind: 'map',
    rows: 0,
    runs: 0,
    accesses,
    params: [],
    code,
    stores: [{ slot: accesses.length - 1, value: at.get(root)! }],
    reduces: [],
    scans: [],
    scatters: [],
  }
}

/** The first place where two arrays differ, in words; '' if there is none. */
export function firstDifference(got: TypedArray, want: TypedArray, operands: readonly TypedArray[]): string {
  for (let i = 0; i < want.length; i++)
    if (!Object.is(got[i], want[i])) return `(${operands.map((o) => o[i]).join(', ')}): got ${got[i]}, expected ${want[i]}`
  return ''
}
