import { type Node, readsAll, sizeOf } from '@weldarray/ir'

/*
 * What a node's `met` says: how many evaluations computed it and threw it away; and beside that count, whether an array that is
 * written in place holds it. Such a node is a variable's value: whatever is computed of it now, it will be needed again.
 */

const HELD = 2 ** 16

export const timesMet = (node: Node): number => node.met & (HELD - 1)

/** One more evaluation computed it and threw it away. What is met again and again is not taken for held. */
export function meet(node: Node): void {
  if (timesMet(node) < HELD - 1) node.met++
}

/** Of pending nodes that evaluations computed parts of: how many elements these had. */
const inParts = new WeakMap<Node, number>()

/** An evaluation computed so many elements of it, and threw them away. Parts that come to as many as the whole are a meeting. */
export function meetPart(node: Node, elements: number): void {
  if (timesMet(node) > 0) return
  const sum = (inParts.get(node) ?? 0) + elements
  if (sum < sizeOf(node.shape)) inParts.set(node, sum)
  else meet(node)
}

/** How many operations deep a node is to whoever reads it now: what an evaluation has computed will be there after the next one that needs it. */
export const depthOf = (node: Node): number => (timesMet(node) > 0 ? 0 : node.depth)

export const isHeld = (node: Node): boolean => node.met >= HELD

/** An array has been written in place: it holds `node`. */
export function hold(node: Node): void {
  node.met |= HELD
}

/** The array holds something else now. */
export function letGo(node: Node): void {
  node.met &= HELD - 1
}

/** Whether who reads this view needs its source whole. Of what is seen through slices alone, perhaps only a part is computed. */
export const readsWhole = (view: Node & { kind: 'view' }): boolean => readsAll(view, sizeOf(view.args[0].shape))
