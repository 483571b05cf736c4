import { type DType, type Loop, type LoopOp, loopOf, loopParts } from '@weldarray/ir'
import type { Width } from './lanes.js'
import { runsAhead } from './loop-ahead.js'
import { type Condition, type LoopLines, loopLines } from './loop-lines.js'
import { splattedLiterals } from './loop-literals.js'
import { LoopScalars } from './loop-scalars.js'
import { uniformIn } from './loop-uniform.js'
import type { Arg, Local, Ref } from './scope.js'
import type { Value, Vector } from './vector.js'
import { type Values, VectorLines } from './vector-lines.js'

/** One vector step's part in a loop. */
interface Step {
  /** What is carried, in registers that change from round to round: of all elements, also of those that are at their end. */
  readonly carried: readonly Value[]
  /** The results, each in registers that get what an element carries when it leaves. */
  readonly results: ReadonlyMap<number, Value>
  /** The elements that are in the loop: fewer and fewer. */
  readonly active: Value
  /** What is known before the first line of a round. */
  readonly known: Values
}

/**
 * A loop for all elements of some vector steps at once, until none is left in it. The steps do not wait for each other: side by side they
 * keep the processor's units at work where one of them would be bound by the latency of what is carried.
 *
 * Elements that are at their end go on being computed, and nobody looks: what they carried is put aside when they leave. So a round
 * in which none does is the body, the test and one branch, in this order where it can be. What is the same for all of them, as counters are, is computed once.
 * The results `ops` differ in their last number.
 */
export function vectorLoop(
  v: Vector,
  ops: readonly string[],
  steps: readonly (readonly Value[])[],
  outer: readonly Value[] | null,
): Value[][] {
  const lines = loopLines(ops[0] as LoopOp)
  const { loop, code, plan, conditions } = lines
  const { e } = v
  const { m } = e
  const wanted = ops.map((op) => loopOf(op).result)
  const operands = steps.map((all) => loopParts(loop, all)[1])
  const uniform = uniformIn(lines, (k) =>
    operands.every((o) => o[k]!.scalar !== undefined && o[k]!.scalar === operands[0]![k]!.scalar),
  )
  const scalars = new LoopScalars(v, lines, uniform, operands[0]!)
  const literals = splattedLiterals(v, lines)
  const all = steps.map((step, s) => begin(v, lines, step, outer && outer[s]!, wanted, scalars, literals))
  const left = e.hold(e.wasm.types.i32, e.i32(loop.limit))
  const actives = all.map((step) => step.active)
  const own = conditions.filter(({ line }) => !uniform.has(line))
  const anyActive = (): Ref =>
    any(
      v,
      actives.flatMap((a) => a.regs.map((r) => r.get)),
    )
  const ahead = runsAhead(lines, wanted, uniform)

  const rounds = (): void =>
    e.forever((leave, again) => {
      const values = all.map(({ known }) => [...known])
      const body = new VectorLines(v, code, plan, values, unexpected, unexpected, actives)
      const perElement = (instructions: readonly number[]): readonly number[] => instructions.filter((i) => !uniform.has(i))
      const once = (instructions: readonly number[]): void => {
        scalars.run(instructions)
        for (const i of instructions) if (uniform.has(i)) for (const s of values) s[i] = scalars.value(i)
      }
      const count = (): void => {
        e.if(m.i32.eqz(left.get()), () => e.emit(m.unreachable()))
        e.addI32(left, e.i32(-1))
      }
      const advance = (): void =>
        e.scoped(() => {
          const changes = [...scalars.next(), ...all.flatMap((step, s) => nextOf(v, loop, step, values[s]!))]
          for (const [to, value] of changes) e.set(to, value())
        })
      once(lines.head)
      for (const { line, holds } of conditions.filter((c) => uniform.has(c.line)))
        v.inside(() =>
          e.if(holds ? m.i32.eqz(scalars.get(line)) : scalars.get(line), () => {
            for (const step of all) putAside(v, step, step.active)
            leave(e.i32(1))
          }),
        )
      let live: Set<number>
      if (ahead) {
        once(lines.rest)
        // One step after the other, so that little is under way at a time.
        const round = perElement([...lines.head, ...lines.rest])
        live = new Set(all.flatMap((_, s) => [...body.run(round, [s])]))
      } else live = body.run(perElement(lines.head))
      if (own.length > 0)
        e.scoped(() => {
          const leaving = all.map(({ active }, s) => leavingOf(v, active, own, values[s]!))
          v.inside(() =>
            e.if(
              any(
                v,
                leaving.flatMap((l) => l.regs.map((r) => r.get)),
              ),
              () => {
                all.forEach((step, s) => {
                  putAside(v, step, leaving[s]!)
                  step.active.regs.forEach((r, j) => {
                    e.set(r, m.v128.andnot(r.get(), leaving[s]!.regs[j]!.get()))
                  })
                })
                leave(m.i32.eqz(anyActive()))
                if (!ahead) return
                // Back by a way of its own: where ways meet, engines move registers about for both.
                count()
                advance()
                again()
              },
            ),
          )
          for (const l of leaving) v.release(l)
        })
      for (const active of actives) v.changed(active)
      count()
      if (!ahead) {
        once(lines.rest)
        for (const i of body.run(perElement(lines.rest))) live.add(i)
      }
      advance()
      body.releaseAll(live)
      for (const active of actives) v.changed(active)
    })
  v.inside(() => {
    if (loop.masked || outer !== null) e.if(anyActive(), rounds)
    else rounds()
  })
  e.release(left)
  scalars.release()
  for (const value of literals.values()) v.release(value)
  return all.map(({ active, carried, results }) => {
    for (const value of [active, ...carried]) v.release(value)
    return wanted.map((k) => results.get(k)!)
  })
}

/** The elements that are in the loop, and for which a condition is not as it has to be. */
function leavingOf(v: Vector, active: Value, conditions: readonly Condition[], values: Values): Value {
  const { e } = v
  const { andnot, and, or } = e.m.v128
  const tests = conditions.map(({ line, holds }) => ({ holds, regs: v.regs(values[line]!, active.width) }))
  const regs = active.regs.map((r, j) =>
    e.hold(
      e.wasm.types.v128,
      tests.map(({ holds, regs }) => (holds ? andnot : and)(r.get(), regs[j]!())).reduce((a, b) => or(a, b)),
    ),
  )
  return { dtype: 'bool', width: active.width, regs }
}

const any = (v: Vector, masks: readonly Arg[]): Ref =>
  v.e.m.v128.any_true(masks.map((r) => r()).reduce((x, y) => v.e.m.v128.or(x, y)))

/** What is there before the first round. */
function begin(
  v: Vector,
  { loop, code }: LoopLines,
  all: readonly Value[],
  outer: Value | null,
  wanted: readonly number[],
  scalars: LoopScalars,
  literals: ReadonlyMap<number, Value>,
): Step {
  const { e } = v
  const [enter, operands] = loopParts(loop, all)
  // The mask of those in it is as wide as most of what it selects.
  const masks: Width = loop.carried.some((d) => d !== 'bool' && v.width(d) === 8) ? 8 : v.width('bool')
  const copy = (k: number): Value => {
    const dtype = loop.carried[k]!
    return copied(v, operands[k]!, dtype, dtype === 'bool' ? masks : v.width(dtype))
  }
  const carried = loop.carried.map((_, k) => scalars.carried(k) ?? copy(k))
  const results = new Map(wanted.map((k) => [k, copy(k)]))
  // Those that take part: all, or those for which an operand says so, of those that are in the loop around this one.
  const part = enter ?? outer
  const everything = (): Local => e.hold(e.wasm.types.v128, e.splatConstant('i32', -1))
  const active: Value =
    part === null
      ? { dtype: 'bool', width: masks, regs: Array.from({ length: v.count(masks) }, everything) }
      : copied(v, part, 'bool', masks)
  if (enter !== null && outer !== null)
    e.scoped(() => {
      v.regs(outer, masks).forEach((r, j) => {
        e.set(active.regs[j]!, e.m.v128.and(active.regs[j]!.get(), r()))
      })
    })
  const known: Values = [...carried, ...operands.slice(carried.length)]
  for (let i = known.length; i < code.length; i++) known[i] = literals.get(i)
  return { carried, results, active, known }
}

/** Registers of its own for a value that will change. */
function copied(v: Vector, value: Value, dtype: DType, width: Width): Value {
  const regs = v.regs(value, width).map((r) => v.e.hold(v.e.wasm.types.v128, r()))
  return { dtype, width, regs }
}

/** Of elements that leave, what they carry is their result. */
function putAside(v: Vector, { carried, results }: Step, leaving: Value): void {
  const { e } = v
  for (const [k, result] of results)
    e.scoped(() => {
      const from = v.regs(carried[k]!, result.width)
      const masks = v.regs(leaving, result.width)
      result.regs.forEach((r, j) => {
        e.set(r, e.m.v128.bitselect(from[j]!(), r.get(), masks[j]!()))
      })
    })
}

/** What is carried into the next round: all of it is read before any of it is written. */
function nextOf(v: Vector, { next }: Loop, { carried }: Step, values: Values): [to: Local, value: Arg][] {
  return carried.flatMap((c, k) => {
    if (next[k] === k || c.scalar !== undefined) return []
    const fresh = v.regs(values[next[k]!]!, c.width)
    return c.regs.map((to, j): [Local, Arg] => [to, v.e.letV128(fresh[j]!())])
  })
}

function unexpected(): never {
  throw new Error('a loop reads no memory')
}
