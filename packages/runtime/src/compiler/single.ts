import { type DType, Interner, type MapOp, mapOps } from '@weldarray/ir'
import { type Kernel, plan } from '@weldarray/optimizer'

/** The kernel of one operation on contiguous operands, and its text: what the pipeline makes of that graph. */
export function singleKernel(op: MapOp, dtype: DType): { kernel: Kernel; text: string } {
  const interner = new Interner()
  const inputs = Array.from({ length: mapOps[op].arity }, (_, slot) => interner.input(slot, dtype, [2]))
  const [step] = plan(interner, [interner.map(op, inputs)], inputs.length).steps
  return step!
}

/** Operations so dear that a loop in JavaScript is no match for a kernel even on a few dozen elements. */
export const isDear = (op: MapOp): boolean => {
  const def = mapOps[op]
  return def.kind === 'composite' && def.widen === true
}
