import {
  allocate,
  contiguousStrides,
  type DType,
  forEachIndex,
  type Interner,
  interpret,
  type MapOp,
  type Node,
  reachable,
  type Scalar,
  type Shape,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import type { Operand } from '../graph/accessible.js'
import { gatherInto } from '../graph/copy.js'
import type { Memory } from '../graph/memory.js'
import type { Elements } from '../graph/storage.js'
import { loopFor } from './loops.js'
import { reduceInJs } from './reduce.js'
import { sweep } from './sweep.js'

type Values = { [i: number]: Scalar }

const contiguous = (data: TypedArray, shape: Shape): Operand => ({ data, strides: contiguousStrides(shape), offset: 0 })

/** The elements in C order in an array of their own. */
export function gather(from: Operand, dtype: DType, shape: Shape): TypedArray {
  const out = allocate(dtype, sizeOf(shape))
  // Operands without strides are constants: one element for every index.
  const strides = from.strides.length === shape.length ? from.strides : shape.map(() => 0)
  gatherInto(out as unknown as Elements, from.data as unknown as Elements, { shape, strides, offset: from.offset })
  return out
}

/** One elementwise operation by its generated loop. */
export function mapInJs(op: MapOp, operandType: DType, dtype: DType, shape: Shape, args: readonly Operand[]): TypedArray {
  const loop = loopFor(op, operandType, dtype)
  const out = allocate(dtype, sizeOf(shape))
  sweep(loop, shape, out, args)
  return out
}

/**
 * A graph computed node by node in plain JavaScript, with the loops generated from the op table: the tier for arrays
 * that are too small for anything else. Same bits as every other tier.
 */
export function jsTier(roots: readonly Node[], slots: readonly (Memory | undefined)[]): TypedArray[] {
  const values = new Map<Node, Operand>()
  const flat = (node: Node): TypedArray => gather(values.get(node)!, node.dtype, node.shape)
  const compute = (node: Node): Operand => {
    switch (node.kind) {
      case 'const': {
        const data = allocate(node.dtype, 1)
        ;(data as unknown as Values)[0] = node.value
        return { data, strides: [], offset: 0 }
      }
      case 'input':
        return { data: slots[node.slot]!.data, strides: node.strides, offset: node.offset }
      case 'iota': {
        const data = allocate('float64', sizeOf(node.shape)) as Float64Array
        forEachIndex(node.shape, node.strides, node.offset, (i, at) => {
          data[i] = at
        })
        return contiguous(data, node.shape)
      }
      case 'view':
        if (node.src.kind === 'const') return values.get(node.src)!
        return { data: flat(node.src), strides: node.strides, offset: node.offset }
      case 'reduce':
        return contiguous(reduceInJs(node.op, node.dtype, flat(node.src), node.src.shape, node.axes), node.shape)
      case 'map': {
        const from = node.op === 'cast' ? node.args[0]!.dtype : node.args[node.args.length - 1]!.dtype
        const args = node.args.map((a) => values.get(a)!)
        return contiguous(mapInJs(node.op, from, node.dtype, node.shape, args), node.shape)
      }
    }
  }
  for (const node of reachable(roots)) values.set(node, compute(node))
  return roots.map(flat)
}

/** The reference tier: the interpreter over the same slots. */
export const interpreterTier = (
  interner: Interner,
  roots: readonly Node[],
  slots: readonly (Memory | undefined)[],
): TypedArray[] =>
  interpret(
    interner,
    roots,
    slots.map((s) => s!.data),
  )
