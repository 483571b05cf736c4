import type { Frame } from './frame.js'
import { type Invariants, scalarBody } from './scalar-body.js'
import type { Arg, Local } from './scope.js'
import type { VectorBody } from './vector-body.js'

/** What happens to the values that are reduced, and which pointers move along with the elements. */
export interface Sink {
  /** Registers of reduction `index`, for the elements `first` past the pointers. */
  vector(index: number, regs: readonly Arg[], first: number): unknown
  scalar(index: number, value: Arg): unknown
  /** The pointers move on by so many elements. */
  bump(elements: number): void
}

export const NO_SINK: Sink = { vector: () => {}, scalar: () => {}, bump: () => {} }

/** `count` elements (a local that is used up) along the innermost axis: unrolled vector steps, single ones, single elements. */
export function columns(f: Frame, invariants: Invariants, body: VectorBody, count: Local, sink: Sink): void {
  const { e, plan } = f
  const { i32 } = e.m
  const atLeast = (n: number): number => i32.ge_u(count.get(), e.i32(n))
  const round = (steps: number): number => {
    const elements = steps * plan.lanes
    const together = plan.together ? steps : 1
    for (let k = 0; k < steps; k += together)
      body.steps(together, k * plan.lanes, (index, regs, step) => sink.vector(index, regs, (k + step) * plan.lanes))
    f.bumpUnit(elements)
    sink.bump(elements)
    e.set(count, i32.sub(count.get(), e.i32(elements)))
    return atLeast(elements)
  }
  invariants.segment()
  e.if(atLeast(plan.lanes), () => {
    body.segment()
    if (plan.unroll > 1) e.if(atLeast(plan.unroll * plan.lanes), () => e.doWhile(() => round(plan.unroll)))
    const single = (): void => e.doWhile(() => round(1))
    if (plan.unroll > 1) e.if(atLeast(plan.lanes), single)
    else single()
  })
  e.if(count.get(), () =>
    e.doWhile(() => {
      scalarBody(f, invariants, (index, value) => sink.scalar(index, value))
      f.bumpUnit(1)
      f.bumpAny('element')
      sink.bump(1)
      e.set(count, i32.sub(count.get(), e.i32(1)))
      return count.get()
    }),
  )
}
