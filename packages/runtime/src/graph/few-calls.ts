import { type CallOp, callOps, isContiguous, type Node, sizeOf, type View, wholeView } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { forcedTier } from '../execute/tier.js'
import { runCall } from '../library/calls.js'
import { inTask, type Laid } from '../library/run.js'
import { taken } from '../library/whole.js'
import { FEW_FOR_CALL } from '../schedule/costs.js'
import type { Memory } from './memory.js'

/** Elements that are there, and how they lie; null where they are still to be computed, or to be put in order for a call. */
function laidOf(node: Node): Laid | null {
  if (node.memory !== null) return { memory: node.memory, view: wholeView(node.shape) }
  if (node.kind !== 'view' || node.args[0]!.memory === null) return null
  const view: View = { shape: node.shape, strides: node.strides, offset: node.offset }
  return { memory: node.args[0]!.memory, view }
}

const areFew = (size: number, operands: readonly Node[]): boolean => {
  let total = size
  for (let i = 0; i < operands.length; i++) total += sizeOf(operands[i]!.shape)
  return total <= FEW_FOR_CALL
}

/**
 * The result of a call on few elements that are there, by its kernel and at once: a node, a walk over it, a plan and its frame take longer than
 * the kernel does. Null for others.
 */
export function fewCalled(op: CallOp, size: number, operands: readonly Node[], attributes: readonly number[]): Memory | null {
  if (forcedTier() !== 'auto' || !areFew(size, operands)) return null
  const laid: Laid[] = []
  for (let i = 0; i < operands.length; i++) {
    const one = laidOf(operands[i]!)
    if (one === null || !(callOps[op].strided || isContiguous(one.view))) return null
    laid.push(taken(op, one))
  }
  counters.calls++
  return inTask((task) => runCall(op, task, laid, attributes))
}
