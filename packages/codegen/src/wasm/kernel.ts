import type { KernelOp, ScanOp } from '@weldarray/ir'
import type * as optimizer from '@weldarray/optimizer'

/** A kernel of operations that there are emitters for: what `toPrimitives` makes, or the first phase of its scans. */
export type Kernel = optimizer.Kernel<KernelOp, ScanOp>
export type Instruction = optimizer.Instruction<KernelOp>
