import { type Node, sizeOf, type TypedArray } from '@weldarray/ir'
import { forcedTier } from '../execute/tier.js'
import { notePerformed } from '../profile/watch.js'
import { isAccessible } from './accessible.js'
import { inOrder } from './few.js'
import { allocateMemory } from './memory.js'
import { leaf } from './record.js'
import { FEW } from './span.js'

/*
 * Bins of few numbers that are there, at once: a plan, a kernel's call and a loop over the bins take several times as long.
 */

/** By number: how often it came. All zero between two calls. */
const counts = new Int32Array(FEW)

/** Integers as 32-bit words, and how far two of them are apart; null for other elements. */
function wordsOf(data: TypedArray): { words: Int32Array; step: 1 | 2 } | null {
  if (data instanceof Int32Array) return { words: data, step: 1 }
  if (!(data instanceof BigInt64Array)) return null
  return { words: new Int32Array(data.buffer, data.byteOffset, 2 * data.length), step: 2 }
}

/** `FEW` is a power of two: numbers that are too large are counted somewhere, and told by the bits of all of them. */
const MASK = FEW - 1

/** Counts whole numbers; the greatest of them, or -1 if one is not from 0 to below `FEW`: then the counts mean nothing. */
function count(words: Int32Array, step: 1 | 2): number {
  let [seen, above] = [0, 0]
  if (step === 1)
    for (let i = 0; i < words.length; i++) {
      const n = words[i]!
      seen |= n
      counts[n & MASK]!++
    }
  else
    for (let i = 0; i < words.length; i += 2) {
      const n = words[i]!
      seen |= n
      above |= words[i + 1]!
      counts[n & MASK]!++
    }
  if (seen >>> 0 > MASK || above !== 0) return -1
  // No number has a bit that all of them together have not.
  let greatest = seen
  while (counts[greatest] === 0) greatest--
  return greatest
}

const mayBeFew = (numbers: Node): boolean =>
  sizeOf(numbers.shape) > 0 && sizeOf(numbers.shape) <= FEW && forcedTier() === 'auto' && isAccessible(numbers)

/** How often each number from 0 on comes (int64), for at least `least` of them; null for other numbers than few that are there, whole and small. */
export function fewCounts(numbers: Node, least: number): Node | null {
  if (least > FEW || !mayBeFew(numbers)) return null
  const from = wordsOf(inOrder(numbers).data)
  if (from === null) return null
  const greatest = count(from.words, from.step)
  if (greatest < 0) {
    counts.fill(0)
    return null
  }
  const bins = Math.max(least, greatest + 1)
  const memory = allocateMemory('int64', bins)
  const { buffer, byteOffset } = memory.data
  const to = new Int32Array(buffer, byteOffset, 2 * bins)
  for (let i = 0; i < bins; i++) {
    to[2 * i] = counts[i]!
    to[2 * i + 1] = 0
  }
  counts.fill(0, 0, greatest + 1)
  notePerformed()
  return leaf(memory, [bins], 'int64')
}

/**
 * The sums of the weights (float64) of each number from 0 on, of few numbers that are there and known to be below `bins`; null for others, and
 * for more bins than that, which would be cleared and read for nothing.
 */
export function fewSums(numbers: Node, weights: Node, bins: number): Node | null {
  if (bins > FEW || !mayBeFew(numbers) || !isAccessible(weights)) return null
  const from = inOrder(numbers).data
  const isLong = from instanceof BigInt64Array || from instanceof BigUint64Array
  // Places are short: of 64-bit integers the low word tells them.
  const places = isLong ? new Int32Array(from.buffer, from.byteOffset, 2 * from.length) : from
  const step = isLong ? 2 : 1
  const by = inOrder(weights).data as Float64Array
  const memory = allocateMemory('float64', bins)
  const sums = memory.data as Float64Array
  sums.fill(0)
  notePerformed()
  for (let i = 0; i < by.length; i++) sums[places[step * i] as number]! += by[i]!
  return leaf(memory, [bins])
}
