import {
  contiguousStrides,
  type DType,
  forEachIndex,
  type IotaNode,
  type JoinNode,
  joinInto,
  type Laid,
  type Node,
  type Shape,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import { forcedTier } from '../execute/tier.js'
import { TINY } from '../schedule/costs.js'
import { accessible, isAccessible, laid, type Operand } from './accessible.js'
import { resolve } from './lifetime.js'
import { arrayMemory, freeMemory, type Memory } from './memory.js'
import { smallArray } from './small.js'
import { gatherInto } from './storage/copy.js'
import type { Elements } from './storage/storage.js'

/** Whether each has no more elements than is computed at once. */
export const areFew = (nodes: readonly Node[]): boolean => nodes.every((n) => sizeOf(n.shape) <= TINY)

/** Elements that are there in C order, in an array of their own. Operands without strides are constants: one element for every index. */
export function gathered(from: Operand, dtype: DType, shape: Shape): TypedArray {
  const out = smallArray(dtype, sizeOf(shape))
  const strides = from.strides.length === shape.length ? from.strides : shape.map(() => 0)
  gatherInto(out as unknown as Elements, from.data as unknown as Elements, { shape, strides, offset: from.offset })
  return out
}

/** The elements of a node that is there, in C order. */
export function inOrder(node: Node): Laid {
  if (node.memory !== null) return laid(node)
  const { dtype, shape } = node
  const data = gathered(accessible(node)!, dtype, shape)
  return { dtype, data, view: { shape, strides: contiguousStrides(shape), offset: 0 } }
}

/** The numbers of an iota, now and for good. */
export function countNow(node: IotaNode): void {
  const data = smallArray(node.dtype, sizeOf(node.shape)) as Float64Array
  forEachIndex(node.shape, node.strides, node.offset, (flat, number) => {
    data[flat] = number
  })
  resolve(node, arrayMemory(node.dtype, data), null)
}

/** Parts that are there, one after the other along an axis. */
export function joined(parts: readonly Node[], axis: number, dtype: DType, shape: Shape): Memory {
  const data = smallArray(dtype, sizeOf(shape))
  joinInto(
    parts.map((part) => ({ data: inOrder(part).data, shape: part.shape })),
    axis,
    data,
  )
  return arrayMemory(dtype, data)
}

/** A join of such parts, now and for good. */
export function joinNow(node: JoinNode, free: typeof freeMemory | null): void {
  resolve(node, joined(node.args, node.axis, node.dtype, node.shape), free)
}

/** Gives a view of few elements that are there elements of its own, which costs less than a plan does; says whether it was one. */
export function copyFew(node: Node): boolean {
  if (node.kind !== 'view' || sizeOf(node.shape) > TINY || forcedTier() !== 'auto' || !isAccessible(node)) return false
  resolve(node, arrayMemory(node.dtype, gathered(accessible(node)!, node.dtype, node.shape)), freeMemory)
  return true
}
