import { type DType, type KernelOp, type Loop, type LoopOp, loopOf } from '@weldarray/ir'
import { ALWAYS, Branches } from '../branches.js'
import type { Instruction } from './kernel.js'
import { argumentsOf } from './levels.js'
import { type LinePlan, lastUses } from './plan.js'

/** The body of a loop as code: what is carried and what stays, then its lines; and the order in which they are run. */
export interface LoopLines {
  readonly loop: Loop
  readonly code: readonly Instruction[]
  readonly plan: LinePlan
  /** What the test needs, and what only the next round needs: not literals. */
  readonly head: readonly number[]
  readonly rest: readonly number[]
  readonly literals: readonly number[]
  /** The test, taken apart: it holds where all of these do. */
  readonly conditions: readonly Condition[]
}

/** A line, and what it has to be: that it must not hold is told without computing its opposite. */
export interface Condition {
  readonly line: number
  readonly holds: boolean
}

export function loopLines(op: LoopOp): LoopLines {
  const loop = loopOf(op)
  const param = (dtype: DType, slot: number): Instruction => ({ op: 'param', dtype, slot })
  const code: Instruction[] = [
    ...[...loop.carried, ...loop.invariants].map(param),
    ...loop.lines.map(
      (l): Instruction =>
        l.op === 'lit' ? { op: 'lit', dtype: l.dtype, value: l.value } : { op: l.op as KernelOp, dtype: l.dtype, args: l.args },
    ),
  ]
  const first = code.length - loop.lines.length
  const computed = (i: number): boolean => i >= first && code[i]!.op !== 'lit'
  const lines = code.map((c) => ({ op: c.op, args: argumentsOf(c) }))
  const conditions = loop.test < 0 ? [] : conditionsOf(loop.test, code)
  const kept = [...conditions.map((c) => c.line), ...loop.next, ...(loop.test < 0 ? [] : [loop.test])]
  const branches = new Branches(lines, kept, computed, computed)
  const elements = new Map<number, number[]>()
  const literals: number[] = []
  code.forEach((c, i) => {
    if (c.op === 'lit') literals.push(i)
    if (!computed(i)) return
    const list = elements.get(branches.of[i]!)
    if (list === undefined) elements.set(branches.of[i]!, [i])
    else list.push(i)
  })
  const always = elements.get(ALWAYS) ?? []
  return {
    loop,
    code,
    plan: { elements, lastUse: lastUses(lines, branches, kept) },
    head: always.filter((i) => i < first + loop.head),
    rest: always.filter((i) => i >= first + loop.head),
    literals,
    conditions,
  }
}

function conditionsOf(test: number, code: readonly Instruction[]): Condition[] {
  const found: Condition[] = []
  const stack: Condition[] = [{ line: test, holds: true }]
  for (let c = stack.pop(); c !== undefined; c = stack.pop()) {
    const { line, holds } = c
    const { op } = code[line]!
    const args = argumentsOf(code[line]!)
    const parts = (...lines: readonly number[]): number => stack.push(...lines.map((l) => ({ line: l, holds })))
    if (op === 'not') stack.push({ line: args[0]!, holds: !holds })
    else if (op === (holds ? 'and' : 'or')) parts(...args)
    // JavaScript's `c && a` and `c || a`.
    else if (op === 'select' && args[0] === args[holds ? 2 : 1]) parts(args[0]!, args[holds ? 1 : 2]!)
    else if (!found.some((f) => f.line === line && f.holds === holds)) found.push(c)
  }
  return found
}
