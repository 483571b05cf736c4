import {
  acceptsKind,
  allocate,
  DTYPES,
  type DType,
  Interner,
  interpret,
  mapOps,
  type NamedOp,
  type Node,
  type Scalar,
  type TypedArray,
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

/** A map kernel for the operation. */
export function kernelOf({ op, from, to }: Case): Kernel {
  const dtypes = operandTypes({ op, from, to })
  const loads = dtypes.map((dtype, slot): Instruction => ({ op: 'load', dtype, slot }))
  return {
    kind: 'map',
    rows: 0,
    runs: 0,
    accesses: [
      ...dtypes.map((dtype): Access => ({ use: 'load', dtype, inner: 'unit' })),
      { use: 'store', dtype: to, inner: 'unit' },
    ],
    params: [],
    code: [...loads, { op, dtype: to, args: dtypes.map((_, i) => i) }],
    stores: [{ slot: dtypes.length, value: dtypes.length }],
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
