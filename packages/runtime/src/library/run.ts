import { allocate, isContiguous, type Laid as LaidElements, type Scalar, sizeOf, type View } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'

export { available, bytesOf, isWhole, type Kernel, kernelFor, kernelsWanted, moverOf, pieceOf } from './kernels.js'
export { double, inTask, type Launch, long, Task, type Words } from './task.js'

/** A matrix as it lies in memory: what a kernel that takes strides reads without a copy. */
export interface Laid {
  readonly memory: Memory
  /** In elements. */
  readonly view: View
}

/** As the IR's meaning of calls takes it. */
export const laidOut = ({ memory, view }: Laid): LaidElements => ({ dtype: memory.dtype, data: memory.data, view })

/** The elements of laid memory in C order. */
export function inOrder({ memory, view }: Laid): Memory['data'] {
  if (isContiguous(view) && view.offset === 0 && memory.data.length === sizeOf(view.shape)) return memory.data
  const out = allocate(memory.dtype, sizeOf(view.shape)) as unknown as Scalar[]
  const from = memory.data as unknown as Scalar[]
  const { shape, strides, offset } = view
  const index = new Array<number>(shape.length).fill(0)
  let at = offset
  for (let i = 0; i < out.length; i++) {
    out[i] = from[at]!
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis]!
      if (++index[axis]! < shape[axis]!) break
      at -= strides[axis]! * shape[axis]!
      index[axis] = 0
    }
  }
  return out as unknown as Memory['data']
}
