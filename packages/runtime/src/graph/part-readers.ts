import { type Node, sizeOf } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { isHeld } from './met.js'

/*
 * Parts of an array's contents that were read, and perhaps still wait to be computed with. `np.abs(a.slice(i)).max().item()` leaves an
 * array behind that nobody will look at again, as far as anybody can tell only when it has been collected: the next write to `a` would
 * copy all of `a` for it, where the part is all it needs.
 */

/** More readers than this are not remembered: a copy of the whole serves them all. */
const MOST = 64

const readers = new WeakMap<Node, Node[]>()

const isWaiting = (view: Node, contents: Node): boolean => view.memory === null && view.args[0] === contents

/** Notes a part of contents that are there, if they are of an array that is written in place. */
export function notePart(contents: Node, view: Node): void {
  if (contents.memory === null || !isHeld(contents)) return
  const known = readers.get(contents)
  if (known === undefined) {
    readers.set(contents, [view])
    return
  }
  if (known.length === MOST) {
    const waiting = known.filter((v) => isWaiting(v, contents))
    known.length = 0
    known.push(...waiting.slice(0, MOST - 1))
  }
  known.push(view)
}

/** Gives the parts that were read elements of their own, where these are less than half of the whole. */
export function partsOfTheirOwn(contents: Node): void {
  const known = readers.get(contents)
  if (known === undefined) return
  readers.delete(contents)
  const waiting = known.filter((v) => isWaiting(v, contents))
  const elements = waiting.reduce((n, { shape }) => n + sizeOf(shape), 0)
  if (waiting.length > 0 && 2 * elements < sizeOf(contents.shape)) evaluate(waiting)
}
