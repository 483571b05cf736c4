import { MemoryLimitError } from '@weldarray/ir'
import { heap } from './heap.js'

/*
 * What is done before memory is refused. An operation of the library runs in `withRoom`. If it does not get its memory it is given up,
 * which changes nothing, room is made, and it begins again: while room is made nobody reads elements by an address, so anything may be
 * moved. Who looks at elements outside of an operation is remembered until the event loop turns (`raw.ts`).
 */

/**
 * Frees memory: so many bytes are asked for by an operation that began at that moment. Tells whether something was done that cannot be done
 * without end, so that trying again comes to an end.
 */
export type Measure = (bytes: number, began: number) => boolean

const nothing: Measure = () => false

/** What can be done, in this order. Handed in by those who can: they use memory themselves. */
export const MEASURES: { kept: Measure; pending: Measure; spill: Measure } = { kept: nothing, pending: nothing, spill: nothing }

/** What is added to the error if nothing helped. */
export const EXPLANATION: { of: (error: MemoryLimitError) => void } = { of: () => {} }

let depth = 0
let clock = 0

/** Whether an operation is under way that is given up before anything is moved. */
export const isUnderWay = (): boolean => depth > 0

/** A number for this moment: what is used later has a larger one. */
export const now = (): number => ++clock

/** Runs an operation that can be given up at any allocation and done again; again, as long as room can be made for it. */
export function withRoom<A, T>(run: (argument: A) => T, argument: A): T {
  if (depth > 0) return run(argument)
  const began = now()
  depth = 1
  try {
    for (;;) {
      try {
        return run(argument)
      } catch (error) {
        if (!(error instanceof MemoryLimitError) || !makeRoom(error, began)) throw error
      }
    }
  } finally {
    depth = 0
  }
}

/** Whether something was freed, so that it is worth trying again; if not, the error says what holds the memory. */
function makeRoom(error: MemoryLimitError, began: number): boolean {
  const { bytes } = error
  // What no heap of this size has room for: nothing is gained by emptying it.
  if (bytes !== undefined && bytes <= heap.limit) {
    const kept = MEASURES.kept(bytes, began)
    if (kept && heap.fits(bytes)) return true
    if (MEASURES.pending(bytes, began) && heap.fits(bytes)) return true
    // The last comes to an end when it is tried again: memory is collected before it is refused.
    if (MEASURES.spill(bytes, began) || kept) return true
  }
  EXPLANATION.of(error)
  return false
}
