import { callOps, type Node, sizeOf } from '@weldarray/ir'

/** Whether a node is a call that does much work for each element. */
export const isLaborious = (node: Node): boolean => node.kind === 'call' && callOps[node.op].laborious === true

/** Whether a pending node is a call that does much work for each element, and gives no more of them than it reads. */
export function isConcise(node: Node): boolean {
  if (!isLaborious(node)) return false
  let read = 0
  for (const arg of node.args) read += sizeOf(arg.shape)
  return sizeOf(node.shape) <= read
}
