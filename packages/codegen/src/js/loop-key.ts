import type { DType, MapOp } from '@weldarray/ir'

/**
 * The name of a generated loop: by the operation and its operands' dtype, for a cast the target too. Each dtype has a
 * loop of its own although many have the same text, so that each sees one kind of typed array and stays fast.
 */
export const loopKey = (op: MapOp, dtype: DType, to?: DType): string => (op === 'cast' ? `cast:${dtype}:${to}` : `${op}:${dtype}`)
