import { type CallOp, callOps, isContiguous, isInside, type Node, sizeOf, VerifyError } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import type { Laid } from './run.js'

/** A part of a memory as a memory of its own: it is read, and never given back. */
export function part(memory: Memory, offset: number, length: number): Memory {
  if (offset === 0 && length === memory.length) return memory
  const { dtype, block } = memory
  const data = memory.data.subarray(offset, offset + length)
  return { dtype, length, data, block, address: block === null ? 0 : memory.address + offset * data.BYTES_PER_ELEMENT }
}

/**
 * The elements of a node in C order where they are there, and stay while they are used: its own, or, of a view of neighbours (another shape, some
 * rows), those of what it is a view of. Null where they have to be computed or put in order. Good until room is made for others.
 */
export function settledMemory(node: Node): Memory | null {
  if (node.memory !== null) return node.refs > 0 ? node.memory : null
  if (node.kind !== 'view') return null
  const [source] = node.args
  if (source.memory === null || source.refs === 0 || !isContiguous(node) || !isInside(node, source.memory.length)) return null
  return part(source.memory, node.offset, sizeOf(node.shape))
}

/** Neighbours in C order as a memory of their own. */
function whole({ memory, view }: Laid): Laid {
  if (!isContiguous(view)) throw new Error('a call got an operand in a layout that it does not take')
  return { memory: part(memory, view.offset, sizeOf(view.shape)), view: { ...view, offset: 0 } }
}

/** What a call reads as it takes it: looked at before every call, as accesses are before every loop. Throws `VerifyError`. */
export function taken(op: CallOp, operand: Laid): Laid {
  const { memory, view } = operand
  if (!isInside(view, memory.length))
    throw new VerifyError(
      `a call reads shape [${view.shape}], strides [${view.strides}] from ${view.offset} on, of ${memory.length} elements`,
    )
  return callOps[op].strided ? operand : whole(operand)
}
