import { isLoopOp } from '@weldarray/ir'
import type { Instruction } from '@weldarray/optimizer'
import { emitters } from '../emitters/index.js'
import type { OpType } from '../emitters/types.js'
import { argumentsOf } from './levels.js'
import type { LinePlan } from './plan.js'
import { sameLoop } from './scalar-loop.js'
import type { Ref } from './scope.js'
import type { Shaped, Value, Vector } from './vector.js'
import { vectorLoop } from './vector-loop.js'
import { wrapVector } from './wrap.js'

/** Straight-line vector code: values get names, and give their registers back after their last use. */
export class VectorLines {
  constructor(
    private readonly vector: Vector,
    private readonly code: readonly Instruction[],
    private readonly plan: LinePlan,
    /** By instruction; what is known before is in it, the rest is filled in. */
    readonly values: (Value | undefined)[],
    private readonly literal: (i: number) => Value,
    private readonly load: (c: Instruction, slot: number, args: readonly Value[]) => Shaped,
    /** Within a loop: the elements that are in it. Loops within take no others. */
    private readonly active: Value | null = null,
  ) {}

  /** The instructions in order. What is needed on is returned. */
  run(instructions: readonly number[]): Set<number> {
    const { code, plan, values, vector } = this
    const live = new Set<number>()
    for (const i of instructions) {
      const c = code[i]!
      const args = argumentsOf(c)
      if (c.op === 'lit') values[i] = this.literal(i)
      else if (isLoopOp(c.op)) this.loop(i, instructions, args)
      else
        vector.e.scoped(() => {
          const origin = { op: c.op, args: args.map((a) => values[a]!) }
          values[i] = c.op === 'likely' ? this.likely(i) : vector.name(this.compute(c), c.dtype, origin)
        })
      live.add(i)
      for (const a of args) if (plan.lastUse[a] === i && live.delete(a)) vector.release(values[a]!)
    }
    return live
  }

  private loop(i: number, instructions: readonly number[], args: readonly number[]): void {
    const { code, values } = this
    const alike = sameLoop(code, instructions, i)
    if (alike[0] !== i) return
    const results = vectorLoop(
      this.vector,
      alike.map((j) => code[j]!.op),
      args.map((a) => values[a]!),
      this.active,
    )
    alike.forEach((j, k) => {
      values[j] = results[k]!
    })
  }

  private compute(c: Instruction): Shaped {
    const { vector, code, values } = this
    const indices = argumentsOf(c)
    const args = indices.map((a) => values[a]!)
    if ('slot' in c) return this.load(c, c.slot, args)
    const row = emitters[c.op as keyof typeof emitters]
    const from = code[indices[c.op === 'cast' ? 0 : indices.length - 1]!]!.dtype
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

  /** The usual operand; where it is not right for all lanes, the branch, and a selection lane by lane. */
  private likely(i: number): Value {
    const { vector, code, values, plan } = this
    const { e } = vector
    const [condition, usual, rare] = argumentsOf(code[i]!) as [number, number, number]
    const mask = values[condition]!
    const { dtype } = code[i]!
    const width = dtype === 'bool' ? vector.commonWidth([values[usual]!]) : vector.width(dtype)
    const result = vector.name({ width, regs: vector.regs(values[usual]!, width).map((r) => r()) }, dtype)
    vector.unless(mask, () => {
      const live = this.run(plan.elements.get(i) ?? [])
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
