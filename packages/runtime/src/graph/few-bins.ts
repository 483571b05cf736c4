import { type Node, sizeOf } from '@weldarray/ir'
import { forcedTier } from '../execute/tier.js'
import { isAccessible } from './accessible.js'
import { arrayMemory } from './memory.js'
import { leaf } from './record.js'
import { FEW, inOrder } from './span.js'

/**
 * How often each number from 0 on comes (int64), or the sums of its weights (float64, which is their dtype), of few numbers that are there and
 * known to be below `bins`: at once, since a plan, a kernel's call and a loop over the bins take several times as long. Null for others, and for
 * more bins than that, which would be cleared and read for nothing.
 */
export function fewBins(numbers: Node, weights: Node | null, bins: number): Node | null {
  const n = sizeOf(numbers.shape)
  if (n > FEW || bins > FEW || forcedTier() !== 'auto') return null
  if (!isAccessible(numbers) || !(weights === null || isAccessible(weights))) return null
  const from = inOrder(numbers).data
  const isLong = from instanceof BigInt64Array || from instanceof BigUint64Array
  // Places are short: of 64-bit integers the low word tells them.
  const places = isLong ? new Int32Array(from.buffer, from.byteOffset, 2 * from.length) : from
  const step = isLong ? 2 : 1
  if (weights === null) {
    const counts = new BigInt64Array(bins)
    const low = new Int32Array(counts.buffer)
    for (let i = 0; i < n; i++) low[2 * (places[step * i] as number)]!++
    return leaf(arrayMemory('int64', counts), [bins], 'int64')
  }
  const by = inOrder(weights).data as Float64Array
  const sums = new Float64Array(bins)
  for (let i = 0; i < n; i++) sums[places[step * i] as number]! += by[i]!
  return leaf(arrayMemory('float64', sums), [bins])
}
