import { isLoopOp } from '@weldarray/ir'
import { emitters } from '../emitters/index.js'
import { laneOf } from '../emitters/types.js'
import type { Instruction } from './kernel.js'
import { argumentsOf } from './levels.js'
import type { LinePlan } from './plan.js'
import { sameLoop, scalarLoop } from './scalar-loop.js'
import type { Arg, Local, Ref, Scope } from './scope.js'
import { wrapScalar } from './wrap.js'

/** An operation for one element. */
export function scalarOperation(e: Scope, code: readonly Instruction[], c: Instruction, values: readonly Arg[]): Ref {
  const args = argumentsOf(c)
  if (isLoopOp(c.op))
    return scalarLoop(
      e,
      [c.op],
      args.map((a) => values[a]!),
    )[0]!.get()
  const row = emitters[c.op as keyof typeof emitters]
  const from = code[args[args.length - 1]!]!.dtype
  const value = row.scalar(e, { from, to: c.dtype }, ...args.map((a) => values[a]!))
  return row.leaves ? wrapScalar(e, c.dtype, value) : value
}

/** Straight-line code for one element: values get names, and give their locals back after their last use. */
export class ScalarLines {
  private readonly locals = new Map<number, Local>()

  constructor(
    private readonly e: Scope,
    private readonly code: readonly Instruction[],
    private readonly plan: LinePlan,
    /** By instruction; what is known before is in it, the rest is filled in. */
    readonly values: Arg[],
    private readonly compute: (c: Instruction) => Ref,
  ) {}

  private free(i: number): void {
    const local = this.locals.get(i)
    if (local === undefined) return
    this.locals.delete(i)
    this.e.release(local)
  }

  private hold(i: number, local: Local): void {
    this.locals.set(i, local)
    this.values[i] = local.get
  }

  run(instructions: readonly number[]): void {
    const { e, code, plan, values } = this
    for (const i of instructions) {
      const c = code[i]!
      // Literals are written where they are used.
      if (c.op === 'lit') continue
      const args = argumentsOf(c)
      if (!isLoopOp(c.op)) e.scoped(() => this.single(i, c, args))
      else if (!this.locals.has(i)) {
        const alike = sameLoop(code, instructions, i)
        const results = scalarLoop(
          e,
          alike.map((j) => code[j]!.op),
          args.map((a) => values[a]!),
        )
        alike.forEach((j, k) => {
          this.hold(j, results[k]!)
        })
      }
      for (const a of args) if (plan.lastUse[a] === i) this.free(a)
    }
  }

  private single(i: number, c: Instruction, args: readonly number[]): void {
    const { e, values, plan } = this
    const likely = c.op === 'likely'
    const local = e.hold(e.wasm.types[laneOf(c.dtype)], likely ? values[args[1]!]!() : this.compute(c))
    this.hold(i, local)
    if (!likely) return
    e.if(e.m.i32.eqz(values[args[0]!]!()), () => {
      const inner = plan.elements.get(i) ?? []
      this.run(inner)
      e.set(local, values[args[2]!]!())
      for (const j of inner) this.free(j)
    })
  }

  /** Gives back what is left. */
  end(): void {
    for (const i of [...this.locals.keys()]) this.free(i)
  }
}
