import { type Node, sizeOf } from '@weldarray/ir'
import { evaluate } from '../evaluate/evaluate.js'
import { isAccessible } from './accessible.js'
import { inOrder } from './few.js'
import { fewCalled } from './few-calls.js'
import { knownOf } from './known.js'
import { keeping } from './lifetime.js'
import type { Memory } from './memory.js'
import { cast, constantLeaf, leaf, reduceAll } from './record.js'
import { call } from './record-calls.js'
import { FEW } from './span.js'

/*
 * Recording what is taken where a mask holds.
 */

/**
 * The elements of `value` where `mask`, of its shape, holds: 1-d. How many they are is counted now, by the loop that computes the mask;
 * the elements are computed when somebody looks. `beside`: what the mask is made of and is needed again; it is computed, and kept, too.
 */
export function compress(mask: Node, value: Node, beside: readonly Node[] = []): Node {
  const [held, from] = [mask, value].map((n) => (n.kind === 'const' ? constantLeaf(n) : n)) as [Node, Node]
  const few = fewHeld('compress', held, [from], [], beside)
  if (few !== null) return leaf(few, [few.length], value.dtype)
  const length = keeping([from], () => heldIn(held, beside))
  return call('compress', [held, from], [length], value.dtype)
}

/** A mask of few elements, and what is beside it, are computed sooner than their number alone. */
function computeFew(mask: Node, beside: readonly Node[]): void {
  if (!isAccessible(mask)) keeping([mask, ...beside], () => evaluate([...beside, mask]))
}

/** What a call takes by a mask of few elements, and so many as they are; null if it has to be recorded, for which they have to be counted. */
export function fewHeld(
  op: 'compress' | 'positions',
  mask: Node,
  more: readonly Node[],
  attributes: readonly number[],
  beside: readonly Node[],
): Memory | null {
  if (sizeOf(mask.shape) > FEW || !more.every(isAccessible)) return null
  keeping(more, () => computeFew(mask, beside))
  return fewCalled(op, 0, [mask, ...more], attributes)
}

/** How often a mask holds. It is in memory afterwards, and so is what is `beside` it. */
export function heldIn(mask: Node, beside: readonly Node[] = []): number {
  if (sizeOf(mask.shape) <= FEW) {
    computeFew(mask, beside)
    const { data } = inOrder(mask)
    let count = 0
    for (let i = 0; i < data.length; i++) count += data[i] as number
    return count
  }
  const told = knownOf(mask)?.held ?? -1
  const isComputed = told >= 0 && beside.every(isAccessible)
  const held = isComputed ? told : countHeld(mask, beside)
  const known = knownOf(mask)
  if (known !== null) known.held = held
  return held
}

function countHeld(mask: Node, beside: readonly Node[]): number {
  const total = reduceAll('sum', cast(mask, 'float64'))
  keeping([mask, ...beside, total], () => evaluate([...beside, mask, total]))
  return total.memory!.data[0] as number
}
