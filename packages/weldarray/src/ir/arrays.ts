import { ArgumentError, type Node, type TypedArray } from '@weldarray/ir'
import {
  type AsyncOptions,
  asyncOptions,
  evaluate as evaluateNodes,
  evaluateAsync as evaluateNodesAsync,
} from '@weldarray/runtime'
import { installMethods } from '../array/methods.js'
import type { NdArray } from '../array/ndarray.js'
import type { ArrayLikeNd } from '../array/types.js'
import { fromValue, isArrayLikeNd } from '../array/wrap.js'
import { operand } from '../numpy/operands/operands.js'
import { typedArrayType } from '../numpy/operands/typed-arrays.js'
import { handOut, recorded, recordedAll } from './recorded.js'

installMethods()

/**
 * The elements of an array as they are now, as a node: later writes, in place or by the caller, do not change it. Pending arrays stay
 * pending, and their operations fuse with those on the node. Memory that a caller can reach (an `ndarray`, a typed array) is copied
 * at this moment. Throws `ArgumentError` for what is no array.
 */
export function nodeOf(array: NdArray | ArrayLikeNd | TypedArray | Uint8ClampedArray): Node {
  if (!isArrayLikeNd(array) && typedArrayType(array) === undefined)
    throw new ArgumentError(
      `nodeOf: got ${array === null ? 'null' : typeof array}, expected an array of weldarray, an ndarray or a typed array; constant(value) is a number's node`,
    )
  return handOut(operand('nodeOf', array) as Node)
}

/**
 * An array of what the node will be, as lazy as any: it is computed when it is looked at, in one loop with what was written to follow.
 * The node stays as it is when the array is written to.
 */
export function arrayOf(node: Node): NdArray {
  return fromValue(handOut(recorded('arrayOf', node)))
}

/** Computes nodes now, together: what they share is computed once, in as few passes over memory as there can be. */
export function evaluate(nodes: readonly Node[]): void {
  evaluateNodes(recordedAll('evaluate', nodes), 'explicit')
}

/**
 * As `evaluate`, without blocking the event loop. Rejects with the signal's reason when it is aborted.
 * @returns the nodes
 */
export async function evaluateAsync(nodes: readonly Node[], options: AsyncOptions = {}): Promise<readonly Node[]> {
  await evaluateNodesAsync(recordedAll('evaluateAsync', nodes), asyncOptions('evaluateAsync', options))
  return nodes
}
