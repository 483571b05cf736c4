import type { DType, NamedOp } from '@weldarray/ir'

/** The name of a generated loop among those for operands of one dtype: the operation's, for a cast with the target. */
export const loopKey = (op: NamedOp, to: DType): string => (op === 'cast' ? `cast:${to}` : op)
