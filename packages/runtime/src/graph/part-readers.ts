import { areDisjoint, type Node, sizeOf, type View, type ViewNode } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { forcedTier } from '../execute/tier.js'
import { LEAST_STORED } from '../schedule/costs.js'
import { release, resolve } from './lifetime.js'
import { allocateMemory, freeMemory } from './memory.js'
import { isHeld } from './met.js'
import type { Elements } from './storage/contents.js'
import { gatherInto } from './storage/copy.js'

/*
 * Parts of an array's contents that were read, and perhaps still wait to be computed with. `np.abs(a.slice(i)).max().item()` leaves an
 * array behind that nobody will look at again, as far as anybody can tell only when it has been collected. A write to `a` asks which of
 * these parts it overwrites: those alone are needed before, and most loops that go through an array overwrite none.
 */

/** More readers than this are not remembered: a copy of the whole serves them all. */
const MOST = 256
/** So many that wait get elements of their own at the next write, which would ask all of them again and again. */
const MANY = 64

const isWaiting = (view: ViewNode, contents: Node): boolean => view.memory === null && view.args[0] === contents

/** Notes a part of contents that are there, if they are of an array that is written in place. */
export function notePart(contents: Node, view: ViewNode): void {
  if (contents.memory === null || !isHeld(contents)) return
  const known = contents.readers
  if (known === null) {
    contents.readers = [view]
    return
  }
  if (known.length === MOST) {
    const waiting = known.filter((v) => isWaiting(v, contents))
    known.length = 0
    known.push(...waiting.slice(0, MOST - 1))
  }
  known.push(view)
}

/**
 * The parts of contents that are there which wait to be computed with and are overwritten by a write to `to` (null: to anywhere); null if
 * something else reads the contents, or perhaps does. What nothing was made of is forgotten.
 */
export function overwrittenBy(contents: Node, to: View | null): ViewNode[] | null {
  const known = contents.readers
  if (known === null) return contents.refs > 1 ? null : []
  let kept = 0
  for (let i = 0; i < known.length; i++) {
    const view = known[i]!
    if (!isWaiting(view, contents)) continue
    if (view.refs === 0) release(view, freeMemory)
    else known[kept++] = view
  }
  known.length = kept
  if (contents.refs > 1 + kept) return null
  if (kept > MANY && partsOfTheirOwn(contents, known)) return overwrittenBy(contents, to)
  return to === null ? known.slice() : known.filter((view) => !areDisjoint(contents.shape, view, to))
}

/** Gives parts that were read elements of their own, where these are less than half of the whole; whether it did. */
export function partsOfTheirOwn(contents: Node, parts: readonly ViewNode[]): boolean {
  const waiting = parts.filter((view) => isWaiting(view, contents))
  const elements = waiting.reduce((n, { shape }) => n + sizeOf(shape), 0)
  if (waiting.length === 0 || 2 * elements >= sizeOf(contents.shape)) return false
  evaluate(waiting.filter((view) => !copySmall(view, contents)))
  return true
}

/** Copies a part that is sooner copied than a plan for it is found; whether it was one. */
function copySmall(view: ViewNode, { memory }: Node): boolean {
  const size = sizeOf(view.shape)
  if (size >= LEAST_STORED || forcedTier() !== 'auto') return false
  const own = allocateMemory(view.dtype, size)
  gatherInto(own.data as unknown as Elements, memory!.data as unknown as Elements, view)
  resolve(view, own, freeMemory)
  return true
}
