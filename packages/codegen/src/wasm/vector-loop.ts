import { type DType, type LoopOp, loopOf, loopParts } from '@weldarray/ir'
import { laneOf } from '../emitters/types.js'
import type { Width } from './lanes.js'
import { loopLines } from './loop-lines.js'
import type { Arg, Local, Ref } from './scope.js'
import type { Value, Vector } from './vector.js'
import { VectorLines } from './vector-lines.js'

/** Registers of its own for a value that will change. */
function copied(v: Vector, value: Value, dtype: DType, width: Width): Value {
  const regs = v.regs(value, width).map((r) => v.e.hold(v.e.wasm.types.v128, r()))
  return { dtype, width, regs }
}

const any = (v: Vector, regs: readonly Arg[]): Ref =>
  v.e.m.v128.any_true(regs.map((r) => r()).reduce((a, b) => v.e.m.v128.or(a, b)))

/**
 * A loop for all lanes at once, until none is left in it: what a lane carries changes as long as its test holds and stays from then on,
 * so that the test goes on to fail. The results `ops` differ in their last number.
 */
export function vectorLoop(v: Vector, ops: readonly string[], all: readonly Value[], outer: Value | null): Value[] {
  const { loop, code, plan, head, rest, literals } = loopLines(ops[0] as LoopOp)
  const [enter, operands] = loopParts(loop, all)
  const { e } = v
  const { m } = e
  // The mask of those in it is as wide as most of what it selects.
  const wide = loop.carried.some((d) => d !== 'bool' && v.width(d) === 8)
  const masks: Width = wide ? 8 : v.width('bool')
  const widthOf = (dtype: DType): Width => (dtype === 'bool' ? masks : v.width(dtype))
  const carried = loop.carried.map((d, k) => copied(v, operands[k]!, d, widthOf(d)))
  const known: (Value | undefined)[] = [...carried, ...operands.slice(carried.length)]
  const constants = literals.map((i) => {
    const c = code[i]!
    const value = 'value' in c ? c.value : 0
    const lane = laneOf(c.dtype)
    const reg = e.splatConstant(lane, c.dtype === 'bool' ? -Number(value) : value, v.width(c.dtype))
    known[i] = v.uniform(c.dtype, () => e.constant(lane, value), reg, value)
    return known[i]
  })
  // Those that take part: all, or those for which an operand says so, of those that are in the loop around this one.
  const part: Value | null = enter === null && outer === null ? null : copied(v, (enter ?? outer)!, 'bool', masks)
  if (part !== null && enter !== null && outer !== null)
    e.scoped(() => {
      v.regs(outer, masks).forEach((r, j) => {
        e.set(part.regs[j]!, m.v128.and(part.regs[j]!.get(), r()))
      })
    })
  const active: Value = { dtype: 'bool', width: masks, regs: spare(v, masks) }
  const left = e.hold(e.wasm.types.i32, e.i32(loop.limit))
  const goes = e.local(e.wasm.types.i32)
  const round = (): Ref => {
    const values = [...known]
    const lines = new VectorLines(
      v,
      code,
      plan,
      values,
      () => unexpected(),
      () => unexpected(),
      active,
    )
    const inHead = new VectorLines(
      v,
      code,
      plan,
      values,
      () => unexpected(),
      () => unexpected(),
      part,
    )
    const live = inHead.run(head)
    e.scoped(() => {
      v.regs(values[loop.test]!, masks).forEach((r, j) => {
        e.set(active.regs[j]!, part === null ? r() : m.v128.and(r(), part.regs[j]!.get()))
      })
    })
    e.set(
      goes,
      any(
        v,
        active.regs.map((r) => r.get),
      ),
    )
    v.inside(() =>
      e.if(goes.get(), () => {
        e.if(m.i32.eqz(left.get()), () => e.emit(m.unreachable()))
        e.addI32(left, e.i32(-1))
        const more = lines.run(rest)
        e.scoped(() =>
          carryOn(
            v,
            carried,
            loop.next.map((n) => values[n]!),
            active,
          ),
        )
        for (const i of more) v.release(values[i]!)
      }),
    )
    for (const i of live) v.release(values[i]!)
    return goes.get()
  }
  v.inside(() => {
    const begins =
      part === null
        ? e.i32(1)
        : any(
            v,
            part.regs.map((r) => r.get),
          )
    e.if(begins, () => e.doWhile(round))
  })
  e.release(left)
  e.release(goes)
  for (const value of [active, part, ...constants]) if (value) v.release(value)
  const results = ops.map((op) => carried[loopOf(op).result]!)
  for (const c of carried) if (!results.includes(c)) v.release(c)
  return results
}

const spare = (v: Vector, width: Width): Local[] => Array.from({ length: v.count(width) }, () => v.e.local(v.e.wasm.types.v128))

/** What is carried into the next round, by the lanes that go on. All of it is read before any of it is written. */
function carryOn(v: Vector, carried: readonly Value[], next: readonly Value[], active: Value): void {
  const { e } = v
  const fresh = carried.map((c, k) => {
    if (next[k] === c) return null
    const regs = v.regs(next[k]!, c.width)
    const masks = v.regs(active, c.width)
    return c.regs.map((r, j) => e.letV128(e.m.v128.bitselect(regs[j]!(), r.get(), masks[j]!())))
  })
  carried.forEach((c, k) => {
    fresh[k]?.forEach((r, j) => {
      e.set(c.regs[j]!, r())
    })
  })
}

function unexpected(): never {
  throw new Error('a loop reads no memory')
}
