import { type Node, sizeOf } from '@weldarray/ir'
import { evaluateEarly } from '../evaluate/evaluate.js'
import { LITTLE, LITTLE_NODES } from '../schedule/costs.js'
import { isAccessible } from './accessible.js'
import { countNow } from './few.js'

/*
 * Whether an operation on few elements can be done at once. Its operands may be parts (a row, say) of something that is pending and
 * itself so little that computing it now costs less than all that would be recorded of its parts, one after the other: a filter that
 * goes through the rows of `signal.add(noise)` would never be done with pending work otherwise.
 */

/** Elementwise operations, views, joins and reductions of few elements each; nothing that may find an index outside. */
function isLittle(node: Node): boolean {
  const below = [node]
  for (let i = 0; i < below.length; i++) {
    const { kind, memory, shape, args } = below[i]!
    if (memory !== null || kind === 'const') continue
    if (kind === 'gather' || kind === 'scatter' || kind === 'scan' || kind === 'call' || sizeOf(shape) > LITTLE) return false
    if (below.push(...args) > LITTLE_NODES) return false
  }
  return true
}

/** Whether a value needs no computing, or is little more than numbers counted, or part of little that was pending: this is computed now. */
export function isAtHand(value: Node): boolean {
  if (isAccessible(value)) return true
  const source = value.kind === 'view' ? value.args[0]! : value
  if (source.kind === 'iota') {
    if (sizeOf(source.shape) > LITTLE) return false
    countNow(source)
  } else {
    if (source === value || !isLittle(source)) return false
    evaluateEarly(source)
  }
  return isAccessible(value)
}
