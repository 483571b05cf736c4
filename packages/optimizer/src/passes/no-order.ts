import { isFloat, type Node, type ReduceOp } from '@weldarray/ir'

/** Whether the order in which elements are joined changes no bit: sums of floats have one. */
export const hasNoOrder = (op: ReduceOp, node: Node): boolean => op === 'min' || op === 'max' || !isFloat(node.dtype)
