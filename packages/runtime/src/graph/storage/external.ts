import { type DType, type Node, type Shape, sizeOf, type TypedArray, type View } from '@weldarray/ir'
import { counters } from '../../config/counters.js'
import { evaluate } from '../../evaluate/evaluate.js'
import { forcedTier } from '../../execute/tier.js'
import { LEAST_STORED } from '../../schedule/costs.js'
import { accessible, isAccessible } from '../accessible.js'
import { gathered } from '../few.js'
import { release } from '../lifetime.js'
import { allocateMemory, freeMemory } from '../memory.js'
import { leaf } from '../record.js'
import { Contents, type Elements } from './contents.js'
import { gatherInto, scatterFrom } from './copy.js'
import type { Viewer } from './viewers.js'

/** A caller can reach the typed array too: it is read at the moment of a call, and written at it. */
export class External extends Contents {
  readonly kind = 'external'

  /** `dtype` is the dtype its elements are read as. */
  constructor(
    private readonly data: Elements,
    dtype: DType,
  ) {
    super(dtype, data.length)
  }

  get isEvaluated(): boolean {
    return true
  }

  read(view: View): Node {
    const size = sizeOf(view.shape)
    const memory = allocateMemory(this.dtype, size)
    gatherInto(memory.data as unknown as Elements, this.data, view)
    // A caller may have written any byte; operations know 0 and 1.
    if (this.dtype === 'bool') for (let i = 0; i < size; i++) memory.data[i] = memory.data[i] === 0 ? 0 : 1
    counters.bytesCopiedIn += memory.data.byteLength
    return leaf(memory, view.shape)
  }

  write(view: View, node: Node): void {
    if (sizeOf(view.shape) === 0) return
    node.refs++
    try {
      scatter(this.data, view, node)
    } finally {
      release(node, freeMemory)
    }
  }

  elements(): Elements {
    return this.data
  }

  viewedBy(viewer: Viewer): Elements {
    this.watch(viewer)
    return this.data
  }

  writableBy(viewer: Viewer): Elements {
    return this.viewedBy(viewer)
  }

  drop(): void {
    this.forget()
  }
}

/** Element by element, from an evaluated copy: operands may overlap the destination. */
export function scatter(to: Elements, view: View, node: Node): void {
  scatterFrom(to, copied(node, view.shape) as unknown as Elements, view)
}

/** Elements that nobody writes meanwhile. Few of what is there are copied sooner than a plan for that is found. */
function copied(node: Node, shape: Shape): TypedArray {
  if (node.memory === null && isAccessible(node) && sizeOf(shape) < LEAST_STORED && forcedTier() === 'auto')
    return gathered(accessible(node)!, node.dtype, shape)
  evaluate([node])
  return node.memory!.data
}
