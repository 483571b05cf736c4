import { type LoopOp, loopOf } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import { loopLines } from './loop-lines.js'
import { fillLiterals, splattedLiterals } from './loop-literals.js'
import { ScalarLines, scalarOperation } from './scalar-lines.js'
import type { Arg, Ref, Scope } from './scope.js'
import type { Vector } from './vector.js'
import { type Values, VectorLines } from './vector-lines.js'

/*
 * A loop's step: one round that asks nothing, of what the elements so far come to and the next one. What a scan joins by, where it is no
 * operation of the table.
 */

/** For one element. */
export function scalarStep(e: Scope, op: LoopOp, total: Arg, element: Arg): Ref {
  const body = loopLines(op)
  const { loop, code, plan, rest } = body
  const values: Arg[] = [total, element]
  fillLiterals(e, body, values)
  const lines = new ScalarLines(e, code, plan, values, (c) => scalarOperation(e, code, c, values))
  lines.run(rest)
  const joined = e.let(e.wasm.types[laneOf(loop.carried[0]!)], values[loop.next[0]!]!())
  lines.end()
  return joined()
}

/** For the registers of a vector step. */
export function vectorStep(v: Vector, op: LoopOp, totals: readonly Arg[], elements: readonly Arg[]): Ref[] {
  const lines = loopLines(op)
  const { carried, next } = loopOf(op)
  const dtype = carried[0]!
  const width = v.width(dtype)
  const operands = [totals, elements].map((regs) => v.name({ width, regs: regs.map((r) => r()) }, dtype))
  const literals = splattedLiterals(v, lines)
  const values: Values = [...operands]
  for (const [i, value] of literals) values[i] = value
  const body = new VectorLines(v, lines.code, lines.plan, [values], unexpected, unexpected)
  const live = body.run(lines.rest)
  const joined = v.regs(values[next[0]!]!).map((r) => v.e.letV128(r()))
  body.releaseAll(live)
  for (const value of [...operands, ...literals.values()]) v.release(value)
  return joined.map((r) => r())
}

function unexpected(): never {
  throw new Error('a step reads no memory')
}
