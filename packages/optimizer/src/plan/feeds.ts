import { isStretchOp } from '@weldarray/ir'
import type { AccessBinding, CallStep, LoopStep } from './plan.js'

/*
 * Which results of calls need not be there whole: those that one loop reads once, from the first element to the last. Such calls stand directly
 * before their loop, which may go over its outermost axis in pieces, and have of each call the stretch that a piece reads.
 */

type Loop = Omit<LoopStep, 'dies' | 'feeds'>
type Call = Omit<CallStep, 'dies'>
type Feeds = Pick<LoopStep, 'feeds'>

/** Buffers that a step reads or writes. */
export const buffersOf = (step: Loop | Call): number[] =>
  step.kind === 'call'
    ? [...step.operands.map((o) => o.buffer), step.result]
    : [...step.binding.accesses.map((a) => a.buffer), ...step.binding.reduces]

/** Whether a loop over these lengths goes through a buffer of `length` elements in their order; over and over along inner axes, if at all. */
function isInOrder({ strides, gather }: AccessBinding, lengths: readonly number[], length: number): boolean {
  if (gather !== undefined) return false
  let dense = 1
  for (let axis = strides.length - 1; axis >= 0; axis--) {
    if (strides[axis] === 0 && axis > 0) continue
    if (strides[axis] !== dense) return false
    dense *= lengths[axis]!
  }
  return dense === length
}

/** Whether a loop can be cut along its outermost axis, and be stopped between two pieces: what it stores to was not there before. */
function canBeCut({ kernel, binding }: Loop, isThere: (buffer: number) => boolean): boolean {
  const { scans, scatters, stores } = kernel
  return scans.length === 0 && scatters.length === 0 && !stores.some(({ slot }) => isThere(binding.accesses[slot]!.buffer))
}

/** The same steps, each loop directly behind the calls that feed it. `roots`: buffers that are read afterwards; the first `inputs` are given. */
export function fed(drafts: readonly (Loop | Call)[], roots: readonly number[], inputs: number): ((Loop & Feeds) | Call)[] {
  const users = new Map<number, number>()
  for (const step of drafts) for (const buffer of new Set(buffersOf(step))) users.set(buffer, (users.get(buffer) ?? 0) + 1)
  const calls = new Map<number, Call>()
  const stored = new Set<number>()
  const isThere = (buffer: number): boolean => buffer < inputs || stored.has(buffer)
  const feedsOf = (loop: Loop): number[] => {
    const { accesses, lengths } = loop.binding
    const cut = canBeCut(loop, isThere)
    for (const { slot } of loop.kernel.stores) stored.add(accesses[slot]!.buffer)
    if (!cut) return []
    const read = new Set(accesses.map((a) => a.buffer).filter((b) => calls.has(b)))
    return [...read].filter((b) => accesses.every((a) => a.buffer !== b || isInOrder(a, lengths, calls.get(b)!.size)))
  }
  const steps = drafts.map((step) => {
    if (step.kind === 'loop') return { ...step, feeds: feedsOf(step) }
    const { op, result } = step
    // Only one step reads it.
    if (isStretchOp(op) && users.get(result) === 2 && !roots.includes(result)) calls.set(result, step)
    return step
  })
  const moved = new Set(steps.flatMap((step) => (step.kind === 'loop' ? step.feeds : [])))
  return steps.flatMap((step) => {
    if (step.kind === 'loop') return [...step.feeds.map((b) => calls.get(b)!), step]
    return moved.has(step.result) ? [] : [step]
  })
}
