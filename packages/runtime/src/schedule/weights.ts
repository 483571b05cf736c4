import { type DType, isLoopOp, loopOf, type MapOp, mapOps, type NamedOp } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'
import { LOOP_ROUNDS, OPERATION_NS, SCAN_NS, SLOW_OPERATION_NS } from './costs.js'
import { type Weight, weights } from './weights.generated.js'

const SLOW: Weight = [1, 1, 0]
const QUICK: Weight = [1, 0, 0]

/** What an operation of operands of this dtype is made of. */
export function weightOf(op: NamedOp, dtype: DType): Weight {
  const def = mapOps[op]
  return weights[op]?.[dtype] ?? (def.kind === 'primitive' && def.slow ? SLOW : QUICK)
}

interface Line {
  readonly dtype: DType
  readonly args?: readonly number[]
}

/** The dtype an operation of straight-line code is done in: that of its last operand. */
const operandOf = (code: readonly Line[], { args, dtype }: Line): DType => code[args?.[args.length - 1] ?? -1]?.dtype ?? dtype

/** Nanoseconds an operation takes, estimated. */
function costOf(op: MapOp, dtype: DType): number {
  if (!isLoopOp(op)) {
    const [operations, slow] = weightOf(op, dtype)
    return (operations - slow) * OPERATION_NS + slow * SLOW_OPERATION_NS
  }
  const { carried, invariants, lines, test } = loopOf(op)
  const code: Line[] = [...[...carried, ...invariants].map((own) => ({ dtype: own })), ...lines]
  let ns = 0
  for (const line of lines) if (line.op !== 'lit') ns += costOf(line.op, operandOf(code, line))
  return test < 0 ? ns : LOOP_ROUNDS * ns
}

/** The same of all that a kernel's code does for an element. */
export function codeCost({ code, scans }: Kernel): number {
  let ns = 0
  for (const { op, dtype } of scans) ns += isLoopOp(op) ? costOf(op, dtype) : 0
  for (const c of code)
    if (c.op === 'gather') ns += SLOW_OPERATION_NS
    else if (c.op === 'scan') ns += SCAN_NS
    else if ('args' in c) ns += costOf(c.op, operandOf(code, c))
  return ns
}

/** Primitive operations for an element; a loop within elements is one. */
export const primitivesIn = ({ code }: Kernel): number =>
  code.reduce((sum, c) => {
    if (!('args' in c)) return sum
    const named = c.op !== 'gather' && c.op !== 'scan' && !isLoopOp(c.op)
    return sum + (named ? weightOf(c.op as NamedOp, operandOf(code, c))[0] : 1)
  }, 0)
