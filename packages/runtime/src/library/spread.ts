import { LONGEST_LINE, lineScratch, SPREAD_PHASES } from '@weldarray/codegen'
import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import { longLines } from './costs.js'
import { available, double, kernelFor, pieceOf, type Task } from './run.js'

export type What = 'keys' | 'pairs'

const kernels = { keys: kernelFor('spread', 'keys'), pairs: kernelFor('spread', 'pairs') }

/** How the elements of a line lie in buckets by value. */
export class Buckets {
  readonly count: number
  readonly #parts: number
  readonly #part: number
  readonly #tables: Memory
  readonly #ends: Memory
  #low = 0
  #scale = 0
  /** Where buckets begin when all are placed, and where the last one ends. */
  readonly starts: Memory
  longest = 0

  constructor(
    private readonly task: Task,
    private readonly dtype: DType,
    private readonly length: number,
    private readonly what: What,
  ) {
    this.count = Math.min(longLines.mostBuckets, Math.ceil(length / longLines.inBucket))
    this.#parts = Math.min(longLines.bucketParts, Math.ceil(length / longLines.leastPart))
    this.#part = Math.ceil(length / this.#parts)
    this.#ends = task.scratch('float64', 2 * this.#parts)
    this.#tables = task.scratch('uint32', this.#parts * this.count)
    this.starts = task.scratch('uint32', this.count + 1)
  }

  static available(dtype: DType, what: What): boolean {
    return available(kernels[what](dtype))
  }

  #run(phase: keyof typeof SPREAD_PHASES, rows: number, args: readonly number[], rowStep = 1, scratch = 0): void {
    this.task.launch({
      kernel: kernels[this.what](this.dtype),
      args: [
        ...[SPREAD_PHASES[phase], this.length, this.#part, this.count - 1],
        ...[...args, 0, 0].slice(0, 4),
        this.longest,
        double(this.#low),
        double(this.#scale),
      ],
      rows,
      rowStep,
      scratch,
    })
  }

  /** Counts the elements at an address by bucket; false where values do not tell them apart. */
  fill(address: number): boolean {
    this.#run('reach', this.#parts, [address, this.#ends.address])
    const limits = this.#ends.data as Float64Array
    let [low, high] = [Infinity, -Infinity]
    for (let i = 0; i < this.#parts; i++) {
      low = Math.min(low, limits[2 * i]!)
      high = Math.max(high, limits[2 * i + 1]!)
    }
    this.#low = low
    this.#scale = (this.count - 1) / (high - low)
    if (!(this.#scale > 0 && this.#scale < Infinity)) return false
    this.#run('count', this.#parts, [address, this.#tables.address])
    this.#begin()
    return true
  }

  #begin(): void {
    const { count } = this
    const [tables, starts] = [this.#tables.data as Uint32Array, this.starts.data as Uint32Array]
    this.longest = 0
    let total = 0
    for (let bucket = 0; bucket < count; bucket++) {
      starts[bucket] = total
      for (let at = bucket; at < tables.length; at += count) total += tables[at]!
      this.longest = Math.max(this.longest, total - starts[bucket]!)
    }
    starts[count] = total
  }

  /** Whether few elements enough are in one bucket with each other. */
  get isEven(): boolean {
    if (this.longest > LONGEST_LINE) return false
    const starts = this.starts.data as Uint32Array
    let met = 0
    for (let bucket = 0; bucket < this.count; bucket++) met += (starts[bucket + 1]! - starts[bucket]!) ** 2
    return met * this.count <= longLines.crowd * this.length * this.length
  }

  /** The bucket of the element that sorting would put at a rank, how many it has, and the rank among them. */
  find(rank: number): { readonly bucket: number; readonly size: number; readonly within: number } {
    const starts = this.starts.data as Uint32Array
    let bucket = 0
    for (let high = this.count - 1; bucket < high; ) {
      const middle = (bucket + high + 1) >>> 1
      if (starts[middle]! <= rank) bucket = middle
      else high = middle - 1
    }
    return { bucket, size: starts[bucket + 1]! - starts[bucket]!, within: rank - starts[bucket]! }
  }

  /** Moves the elements (and positions) of each bucket to where `to` says that the bucket begins, or leaves them out (-1). */
  place(address: number, to: (bucket: number) => number, elements: number, positions: number): void {
    const { count } = this
    const tables = this.#tables.data as Uint32Array
    for (let bucket = 0; bucket < count; bucket++) {
      let next = to(bucket)
      for (let at = bucket; at < tables.length; at += count) {
        const own = tables[at]!
        tables[at] = next
        if (next >= 0) next += own
      }
    }
    this.#run('place', this.#parts, [address, this.#tables.address, elements, positions], 1, 4 * count)
  }

  /** Sorts each bucket of what was placed. */
  finish(elements: number, positions: number, to: number): void {
    this.#run(
      'finish',
      this.count,
      [elements, positions, this.starts.address, to],
      pieceOf(Math.max(1, Math.ceil(this.count / longLines.finishes))),
      lineScratch(this.dtype, this.longest),
    )
  }
}

/** Long lines, sorted; null where elements crowd in few buckets. */
export function spreadLines(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  if (!Buckets.available(dtype, what)) return null
  const { bytes } = dtypeInfo[dtype]
  const pairs = what === 'pairs'
  const source = task.address(from)
  const buckets = new Buckets(task, dtype, length, what)
  const starts = buckets.starts.data as Uint32Array
  let elements: number | undefined
  let positions = 0
  let to = 0
  let result: Memory | undefined
  for (let line = 0; line < count; line++) {
    const at = source + line * length * bytes
    if (!buckets.fill(at) || !buckets.isEven) return null
    if (elements === undefined) {
      elements = task.scratch(dtype, length).address
      if (pairs) positions = task.scratch('int32', length).address
      result = task.result(pairs ? 'bigint64' : dtype, count * length)
      to = result.address
    }
    buckets.place(at, (bucket) => starts[bucket]!, elements, positions)
    buckets.finish(elements, positions, to + line * length * (pairs ? 8 : bytes))
  }
  return task.keep(result!)
}
