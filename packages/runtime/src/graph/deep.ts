import { type CallOp, type Node, readsAll, sizeOf, type View } from '@weldarray/ir'
import { evaluateEarly } from '../evaluate/evaluate.js'
import { DEEP, DEEP_IN_PRODUCTS } from '../schedule/costs.js'
import { byteLength } from './memory.js'
import { depthOf, isHeld, timesMet } from './met.js'
import { isLargePart } from './reach.js'
import { isTurn, noteTurn } from './turns.js'

/*
 * What is computed when something is recorded that would compute it again and again, or in parts with a plan each: laziness must not be
 * observable by the time it takes. Loops at which nobody looks come here once a turn, or once in some.
 */

/** Whether an evaluation has computed it, and threw it away, of which so many elements are read now: the next that needs so much keeps it. */
const isMet = (node: Node, elements: number, size: number): boolean =>
  timesMet(node) > 0 && 2 * elements >= size && !isLargePart(byteLength(node.dtype, size))

/**
 * Computes pending contents before a part of them is read that would be computed through a long history, or is most of what would be computed a second
 * time. So it is with what a variable holds that is written in place: all of it will be needed, and each part would have a plan of its own.
 */
export function computeBeforePart(contents: Node, part: View): void {
  const size = sizeOf(contents.shape)
  if (contents.memory !== null || readsAll(part, size)) return
  if (contents.depth > DEEP || isHeld(contents) || isMet(contents, sizeOf(part.shape), size)) evaluateEarly(contents)
}

/**
 * Computes what is deep in products before it is multiplied again: it would be stored for that anyway, and every turn of a loop has the plan of
 * the first then, however many turns nobody looks. Best where a turn begins, with a variable that is written in place, and else where a turn
 * was cut before.
 */
export function computeBeforeProduct(op: CallOp, operands: readonly Node[], at: number): void {
  const operand = operands[at]!
  const source = operand.kind === 'view' ? operand.args[0] : operand
  const depth = depthOf(source)
  if (source.memory !== null || depth <= DEEP) return
  if (!isHeld(source) && !isTurn(op, operands, at, depth)) {
    if (depth <= DEEP_IN_PRODUCTS) return
    noteTurn(op, operands, at)
  }
  evaluateEarly(source)
}
