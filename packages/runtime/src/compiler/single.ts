import { type DType, Interner, mapOps, type NamedOp } from '@weldarray/ir'
import { type LoopStep, plan } from '@weldarray/optimizer'

/** One operation on `length` neighbours: what the pipeline makes of that graph. The kernel is the same for every length from 2 on. */
export function singleStep(op: NamedOp, dtype: DType, length = 2): LoopStep {
  const interner = new Interner()
  const inputs = Array.from({ length: mapOps[op].arity }, (_, slot) => interner.input(slot, dtype, [length]))
  return plan(interner, [interner.map(op, inputs)], inputs.length).steps[0] as LoopStep
}

/** Operations so dear that a loop in JavaScript is no match for a kernel even on a few dozen elements. */
export const isDear = (op: NamedOp): boolean => {
  const def = mapOps[op]
  return def.kind === 'composite' && def.widen === true
}
