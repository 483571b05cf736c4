import { isLoopOp } from '@weldarray/ir'
import { emitters } from '../emitters/index.js'
import type { OpType } from '../emitters/types.js'
import type { Instruction } from './kernel.js'
import { argumentsOf } from './levels.js'
import type { LinePlan } from './plan.js'
import { sameLoop } from './scalar-loop.js'
import type { Ref } from './scope.js'
import type { Shaped, Value, Vector } from './vector.js'
import { vectorLoop } from './vector-loop.js'
import { wrapVector } from './wrap.js'

/** The values of one vector step, by instruction; what is known before is in it, the rest is filled in. */
export type Values = (Value | undefined)[]

/**
 * Straight-line vector code for one step, or for several side by side: values get names, and give their registers back after their
 * last use.
 */
export class VectorLines {
  private readonly all: readonly number[]

  constructor(
    private readonly vector: Vector,
    private readonly code: readonly Instruction[],
    private readonly plan: LinePlan,
    readonly steps: readonly Values[],
    private readonly literal: (i: number) => Value,
    /** What is no operation on the operands alone: what memory holds for the step of this place, or what the elements up to it come to. */
    private readonly special: (c: Instruction, args: readonly Value[], step: number) => Shaped,
    /** Within a loop: for each step the elements that are in it. Loops within take no others. */
    private readonly active: readonly Value[] | null = null,
  ) {
    this.all = steps.map((_, s) => s)
  }

  /** The instructions in order, for these steps. What is needed on is returned. */
  run(instructions: readonly number[], among = this.all): Set<number> {
    const { code, plan, steps, vector } = this
    const live = new Set<number>()
    for (const i of instructions) {
      const c = code[i]!
      const args = argumentsOf(c)
      if (c.op === 'lit') {
        const value = this.literal(i)
        for (const s of among) steps[s]![i] = value
      } else if (isLoopOp(c.op)) this.loop(i, instructions, args, among)
      else
        for (const s of among) {
          const values = steps[s]!
          vector.e.scoped(() => {
            const origin = { op: c.op, args: args.map((a) => values[a]!) }
            values[i] = c.op === 'likely' ? this.likely(i, s) : vector.name(this.compute(c, s), c.dtype, origin)
          })
        }
      live.add(i)
      for (const a of args) if (plan.lastUse[a] === i && live.delete(a)) this.release(a, among)
    }
    return live
  }

  /** Gives back what `run` returned. */
  releaseAll(live: Iterable<number>): void {
    for (const i of live) this.release(i, this.all)
  }

  private release(i: number, among: readonly number[]): void {
    // A literal is one value for all steps.
    for (const value of new Set(among.map((s) => this.steps[s]![i]!))) this.vector.release(value)
  }

  private loop(i: number, instructions: readonly number[], args: readonly number[], among: readonly number[]): void {
    const { code, steps, active } = this
    const alike = sameLoop(code, instructions, i)
    if (alike[0] !== i) return
    const results = vectorLoop(
      this.vector,
      alike.map((j) => code[j]!.op),
      among.map((s) => args.map((a) => steps[s]![a]!)),
      active && among.map((s) => active[s]!),
    )
    among.forEach((s, n) => {
      alike.forEach((j, k) => {
        steps[s]![j] = results[n]![k]!
      })
    })
  }

  private compute(c: Instruction, step: number): Shaped {
    const { vector, code } = this
    const values = this.steps[step]!
    const indices = argumentsOf(c)
    const args = indices.map((a) => values[a]!)
    if ('slot' in c || c.op === 'scan') return this.special(c, args, step)
    const row = emitters[c.op as keyof typeof emitters]
    const from = code[indices[indices.length - 1]!]!.dtype
    const type: OpType = { from, to: c.dtype }
    const shaped = row.vector?.(vector, type, ...args) ?? this.registerwise(row.simd, type, args)
    if (shaped === null) return vector.lanewise(row, type, args)
    return row.leaves
      ? { width: shaped.width, regs: shaped.regs.map((r) => wrapVector(vector.e, c.dtype, r, shaped.width)) }
      : shaped
  }

  private registerwise(
    simd: (typeof emitters)[keyof typeof emitters]['simd'],
    type: OpType,
    args: readonly Value[],
  ): Shaped | null {
    if (simd === undefined) return null
    const { vector } = this
    const width = type.from === 'bool' ? vector.commonWidth(args) : vector.width(type.from)
    const regs = args.map((a) => vector.regs(a, width))
    const out: Ref[] = []
    for (let j = 0; j < vector.count(width); j++) {
      const ref = simd(vector.e, { ...type, width }, ...regs.map((r) => r[j]!))
      if (ref === null) return null
      out.push(ref)
    }
    return { width, regs: out }
  }

  /** The usual operand; where it is not right for all elements that count, the branch, and a selection lane by lane. */
  private likely(i: number, step: number): Value {
    const { vector, code, plan, active } = this
    const values = this.steps[step]!
    const { e } = vector
    const [condition, usual, rare] = argumentsOf(code[i]!) as [number, number, number]
    const mask = values[condition]!
    const { dtype } = code[i]!
    const width = dtype === 'bool' ? vector.commonWidth([values[usual]!]) : vector.width(dtype)
    const result = vector.name({ width, regs: vector.regs(values[usual]!, width).map((r) => r()) }, dtype)
    vector.unless(mask, active === null ? null : active[step]!, () => {
      const live = this.run(plan.elements.get(i) ?? [], [step])
      e.scoped(() => {
        const masks = vector.regs(mask, width)
        vector.regs(values[rare]!, width).forEach((r, j) => {
          const kept = result.regs[j]!
          e.set(kept, e.m.v128.bitselect(kept.get(), r(), masks[j]!()))
        })
      })
      for (const l of live) vector.release(values[l]!)
    })
    return result
  }
}
