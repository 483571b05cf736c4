import { dtypeInfo, type Memory, type Node, sizeOf } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { HEAVY_BYTES, HEAVY_FACTOR, HEAVY_OPERANDS, HEAVY_PART, SEGMENT } from '../schedule/costs.js'
import { byteLength } from './memory.js'

/** Bytes that a pending node may keep alive without being asked about it. */
export const heavy = (): number => Math.min(HEAVY_BYTES, settings.maxMemory / HEAVY_PART)

/** Bytes of the heap that an evaluated node holds. */
export const heldBy = (memory: Memory): number => (memory.block === null ? 0 : byteLength(memory.dtype, memory.length))

/**
 * Whether a pending node keeps so much memory alive that it had better be computed now: much more than its result will
 * take, and than any of its operands. Recorded sums count operands as often as they are used; here each counts once, and the node is told.
 */
export function isTooHeavy(node: Node): boolean {
  // It keeps no more than there is, and no more nodes than a look at them is worth.
  if (counters.bytesHeld <= heavy() && node.depth <= SEGMENT) return false
  const seen = new Set<Node>([node])
  const stack = [node]
  let bytes = 0
  let largest = 0
  for (let n = stack.pop(); n !== undefined; n = stack.pop()) {
    if (n.memory !== null) {
      const held = heldBy(n.memory)
      bytes += held
      if (held > largest) largest = held
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
  return bytes > heavy() && bytes > HEAVY_OPERANDS * largest && bytes > Math.min(settings.maxMemory / 4, HEAVY_FACTOR * own)
}
