import type { Laid as LaidElements, View } from '@weldarray/ir'
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
