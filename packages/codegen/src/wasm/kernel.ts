import type { KernelOp } from '@weldarray/ir'
import type * as optimizer from '@weldarray/optimizer'

/** A kernel of operations that there are emitters for: what `toPrimitives` makes. */
export type Kernel = optimizer.Kernel<KernelOp>
export type Instruction = optimizer.Instruction<KernelOp>
