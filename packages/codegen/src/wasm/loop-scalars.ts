import { laneOf } from '../emitters/types.js'
import type { LoopLines } from './loop-lines.js'
import { literal } from './loop-literals.js'
import { scalarOperation } from './scalar-lines.js'
import type { Arg, Local, Ref } from './scope.js'
import type { Value, Vector } from './vector.js'

/** What is the same for all elements of a vector loop, computed once a round, as numbers. */
export class LoopScalars {
  private readonly values: Arg[] = []
  private readonly own = new Map<number, Local>()

  constructor(
    private readonly v: Vector,
    private readonly lines: LoopLines,
    private readonly uniform: ReadonlySet<number>,
    operands: readonly Value[],
  ) {
    const { code, loop } = lines
    for (const i of uniform) {
      const c = code[i]!
      if (i < loop.carried.length) this.hold(i, operands[i]!.scalar!())
      else if (i < operands.length) this.values[i] = operands[i]!.scalar!
      else if (c.op === 'lit') this.values[i] = () => literal(v.e, c)
    }
  }

  private hold(i: number, value: Ref): void {
    const { e } = this.v
    const local = this.own.get(i)
    if (local !== undefined) e.set(local, value)
    else {
      const fresh = e.hold(e.wasm.types[laneOf(this.lines.code[i]!.dtype)], value)
      this.own.set(i, fresh)
      this.values[i] = fresh.get
    }
  }

  /** Computes those of the instructions that are the same for all. */
  run(instructions: readonly number[]): void {
    const { code } = this.lines
    const { e } = this.v
    for (const i of instructions)
      if (this.uniform.has(i)) e.scoped(() => this.hold(i, scalarOperation(e, code, code[i]!, this.values)))
  }

  get = (i: number): Ref => this.values[i]!()

  /** A value as vector code sees it: it is brought into registers where they are asked for. */
  value(i: number): Value {
    const { dtype } = this.lines.code[i]!
    return { dtype, width: this.v.width(dtype), regs: [], scalar: this.values[i]! }
  }

  /** What is carried at place `k`, if it is the same for all. */
  carried(k: number): Value | null {
    return this.uniform.has(k) ? this.value(k) : null
  }

  /** What is carried into the next round. */
  next(): [to: Local, value: Arg][] {
    const { loop } = this.lines
    const { e } = this.v
    return loop.next.flatMap((n, k): [Local, Arg][] => {
      if (n === k || !this.uniform.has(k)) return []
      const to = this.own.get(k)!
      return [[to, e.let(to.type, this.get(n))]]
    })
  }

  release(): void {
    for (const local of this.own.values()) this.v.e.release(local)
  }
}
