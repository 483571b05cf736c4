import { dtypeInfo, type Memory, type Node, sizeOf } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { HEAVY_BYTES, HEAVY_FACTOR, SEGMENT } from '../schedule/costs.js'
import { byteLength } from './memory.js'

/** Bytes of the heap that an evaluated node holds. */
export const heldBy = (memory: Memory): number => (memory.block === null ? 0 : byteLength(memory.dtype, memory.length))

/**
 * Whether a pending node keeps so much memory alive that it had better be computed now: much more than its result will
 * take. Recorded sums count operands as often as they are used; here each counts once, and the node is told.
 */
export function isTooHeavy(node: Node): boolean {
  const seen = new Set<Node>([node])
  const stack = [node]
  let bytes = 0
  for (let n = stack.pop(); n !== undefined; n = stack.pop()) {
    if (n.memory !== null) {
      bytes += heldBy(n.memory)
      continue
    }
    if (seen.size > SEGMENT) return true
    for (const arg of n.args)
      if (!seen.has(arg)) {
        seen.add(arg)
        stack.push(arg)
      }
  }
  node.reach = bytes
  const own = sizeOf(node.shape) * dtypeInfo[node.dtype].bytes
  return bytes > Math.min(settings.maxMemory / 4, Math.max(HEAVY_BYTES, HEAVY_FACTOR * own))
}
