import { allocateMemory, type Memory } from '../graph/memory.js'
import { ranking, sorts } from './costs.js'
import { bytesOf, kernelsWanted, type Task } from './run.js'
import { sorted } from './sort.js'
import { Buckets } from './spread.js'

/*
 * Selection: the elements at some ranks of sorted lines. Of a long line only the buckets by value in which the ranks are have to be
 * sorted.
 */

/** For each line of doubles the elements that sorting (NaN last) would put at the ranks; NaN of lines without elements. */
export function ranked(task: Task, from: Memory, count: number, length: number, ranks: readonly number[]): Memory {
  const result = allocateMemory('float64', count * ranks.length)
  const out = result.data as Float64Array
  if (length === 0) out.fill(NaN)
  else selectInto(task, from, count, length, ranks, out)
  return result
}

function selectInto(task: Task, from: Memory, count: number, length: number, ranks: readonly number[], out: Float64Array): void {
  const long = length > sorts.long && kernelsWanted(length, sorts.long) && Buckets.available('float64', 'keys')
  const buckets = long ? new Buckets(task, 'float64', length, 'keys') : null
  for (let line = 0; buckets !== null && line < count; line++) {
    const own = select(task, from, line, length, ranks, buckets)
    if (own === null) {
      fromSorted(task, from, count, length, ranks, out)
      return
    }
    out.set(own, line * ranks.length)
  }
  if (!long) fromSorted(task, from, count, length, ranks, out)
}

function fromSorted(task: Task, from: Memory, count: number, length: number, ranks: readonly number[], out: Float64Array): void {
  const all = task.adopt(sorted(task, from, count, length)).data as Float64Array
  for (let line = 0; line < count; line++)
    for (let k = 0; k < ranks.length; k++) out[line * ranks.length + k] = all[line * length + ranks[k]!]!
}

function select(
  task: Task,
  from: Memory,
  line: number,
  length: number,
  ranks: readonly number[],
  buckets: Buckets,
): readonly number[] | null {
  const address = task.address(from) + line * length * bytesOf(from.dtype)
  if (!buckets.fill(address)) return null
  const begins = new Map<number, number>()
  let total = 0
  const found = ranks.map((rank) => buckets.find(rank))
  for (const { bucket, size } of [...found].sort((a, b) => a.bucket - b.bucket)) {
    if (begins.has(bucket)) continue
    begins.set(bucket, total)
    total += size
  }
  if (total > length / ranking.parts) return null
  const some = task.scratch('float64', total)
  buckets.place(address, (bucket) => begins.get(bucket) ?? -1, some.address, 0)
  const inOrder = task.adopt(sorted(task, some, 1, total)).data as Float64Array
  return found.map(({ bucket, within }) => inOrder[begins.get(bucket)! + within]!)
}
