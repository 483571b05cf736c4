import { isLoopOp, type LoopOp, loopOf, loopParts } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import type { Instruction } from './kernel.js'
import { argumentsOf } from './levels.js'
import { loopLines } from './loop-lines.js'
import { fillLiterals } from './loop-literals.js'
import { ScalarLines, scalarOperation } from './scalar-lines.js'
import type { Arg, Local, Scope } from './scope.js'

/** Those of the instructions that are results of the same loop over the same operands: it is run once for all of them. */
export function sameLoop(code: readonly Instruction[], among: readonly number[], i: number): number[] {
  const { body } = loopOf(code[i]!.op)
  const args = String(argumentsOf(code[i]!))
  return among.filter((j) => {
    const c = code[j]!
    return isLoopOp(c.op) && loopOf(c.op).body === body && String(argumentsOf(c)) === args
  })
}

/** A loop for one element: its results `ops` (which differ in their last number) are in locals of their own. */
export function scalarLoop(e: Scope, ops: readonly string[], all: readonly Arg[]): Local[] {
  const body = loopLines(ops[0] as LoopOp)
  const { loop, code, plan, head, rest } = body
  const [enter, operands] = loopParts(loop, all)
  const { m } = e
  const types = loop.carried.map((d) => e.wasm.types[laneOf(d)])
  const carried = types.map((type, k) => e.hold(type, operands[k]!()))
  const left = e.local(e.wasm.types.i32)
  e.if(enter === null ? e.i32(1) : enter(), () => {
    e.set(left, e.i32(loop.limit))
    e.doWhile(() => {
      const values: Arg[] = [...carried.map((l) => l.get), ...operands.slice(carried.length)]
      fillLiterals(e, body, values)
      const lines = new ScalarLines(e, code, plan, values, (c) => scalarOperation(e, code, c, values))
      lines.run(head)
      const goes = e.hold(e.wasm.types.i32, values[loop.test]!())
      e.if(goes.get(), () => {
        e.if(m.i32.eqz(left.get()), () => e.emit(m.unreachable()))
        e.addI32(left, e.i32(-1))
        lines.run(rest)
        const next = loop.next.map((n, k) => e.hold(types[k]!, values[n]!()))
        next.forEach((l, k) => {
          e.set(carried[k]!, l.get())
          e.release(l)
        })
      })
      lines.end()
      e.release(goes)
      return goes.get()
    })
  })
  e.release(left)
  const results = ops.map((op) => carried[loopOf(op).result]!)
  for (const l of carried) if (!results.includes(l)) e.release(l)
  return results
}
