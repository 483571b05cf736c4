import {
  BUCKET_SCRATCH,
  keyType,
  LONGEST_LINE,
  linesScratch,
  MOST_IN_BUCKET,
  partsScratch,
  RADIX_PHASES,
  SPREAD_PHASES,
} from '@weldarray/codegen'
import { bisectInto, compare, dtypeInfo, orderLines, type Scalar, sortLines } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, bytesOf, double, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

/*
 * Long lines of elements that are spread evenly go through buckets by value; all others are sorted by radix: keys of 64 bits are at
 * most eight digits, and what is the same in all elements is no digit at all.
 */

const LEAST = 8
/** Elements of a piece of many short lines. */
const PIECE = 1 << 14
/** A long line has up to so many parts, of at least so many elements. */
const MOST_PARTS = 8
const LEAST_PART = 1 << 14
const DIGIT = 8

/** Lines of 64-bit elements are spread into buckets beyond this length (narrower ones have fewer digits), into up to so many of them, on average of so many elements. */
const LEAST_SPREAD = 1 << 16
const MOST_BUCKETS = 1 << 15
const IN_BUCKET = 8
const MOST_SPREAD_PARTS = 4
const FINISH_STEP = 1 << 10
/** Elements that an element meets in its bucket, on average, at most. */
const FULLNESS = 128

const lines = { keys: kernelFor('radix', 'lines keys'), pairs: kernelFor('radix', 'lines pairs') }
const parts = { keys: kernelFor('radix', 'parts keys'), pairs: kernelFor('radix', 'parts pairs') }
const spread = { keys: kernelFor('spread', 'keys'), pairs: kernelFor('spread', 'pairs') }
type What = keyof typeof lines

/** Lines of neighbours, sorted: NaN last. */
export const sorted = (task: Task, from: Memory, count: number, length: number): Memory =>
  byRadix(task, from, count, length, 'keys') ?? sortedInJs(from, count, length)

/** The positions (64 bits) that sort each line, those of equal elements in their order. */
export const order = (task: Task, from: Memory, count: number, length: number): Memory =>
  byRadix(task, from, count, length, 'pairs') ?? orderInJs(from, count, length)

function byRadix(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  if (count * length === 0 || !kernelsWanted(length, LEAST)) return null
  if (length > LEAST_SPREAD && bytesOf(keyType(from.dtype)) === 8) {
    const result = spreadLines(task, from, count, length, what)
    if (result !== null) return result
  }
  if (length > LONGEST_LINE) return longLines(task, from, count, length, what)
  const kernel = lines[what](dtype)
  if (!available(kernel)) return null
  const source = task.address(from)
  const result = task.result(what === 'pairs' ? 'bigint64' : dtype, count * length)
  task.launch({
    kernel,
    args: [source, result.address, length],
    rows: count,
    rowStep: pieceOf(Math.max(1, Math.floor(PIECE / length))),
    scratch: linesScratch(dtype, length),
  })
  return task.keep(result)
}

/** Lines beyond what one call sorts, one after the other, each by all threads. */
function longLines(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  const kernel = parts[what](dtype)
  if (!available(kernel)) return null
  const { bytes } = dtypeInfo[dtype]
  const type = keyType(dtype)
  const keyBytes = dtypeInfo[type].bytes
  const pairs = what === 'pairs'
  const result = task.result(pairs ? 'bigint64' : dtype, count * length)
  const number = Math.min(MOST_PARTS, Math.ceil(length / LEAST_PART))
  const size = Math.ceil(length / number)
  let keys = task.scratch(type, length).address
  let others = task.scratch(type, length).address
  let places = pairs ? task.scratch('int32', length).address : 0
  let otherPlaces = pairs ? task.scratch('int32', length).address : 0
  const tables = task.scratch('uint32', number << DIGIT)
  const table = tables.address
  const differ = task.scratch(type, number)
  const mask = (1 << DIGIT) - 1
  const source = task.address(from)
  const run = (phase: keyof typeof RADIX_PHASES, shift: number, args: number[]): void =>
    task.launch({
      kernel,
      args: [RADIX_PHASES[phase], length, size, shift, mask, ...args, ...new Array<number>(5 - args.length).fill(0)],
      rows: number,
      rowStep: 1,
      scratch: partsScratch(DIGIT),
    })
  for (let line = 0; line < count; line++) {
    run('encode', 0, [source + line * length * bytes, keys, places, differ.address])
    const varying = bitsOf(differ)
    for (let shift = 0; shift < 8 * keyBytes; shift += DIGIT) {
      if (((varying >> BigInt(shift)) & BigInt(mask)) === 0n) continue
      run('count', shift, [keys, table])
      placeDigits(tables.data as Uint32Array, number)
      run('scatter', shift, [keys, places, table, others, otherPlaces])
      ;[keys, others] = [others, keys]
      ;[places, otherPlaces] = [otherPlaces, places]
    }
    run('decode', 0, [keys, places, result.address + line * length * (pairs ? 8 : bytes)])
  }
  return task.keep(result)
}

/**
 * Long lines whose elements are spread about evenly between the least and the largest: into buckets by value, few to each, which
 * insertion sorts: two passes over memory instead of one a digit. Null where they are not spread so.
 */
function spreadLines(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  const kernel = spread[what](dtype)
  if (!available(kernel)) return null
  const { bytes } = dtypeInfo[dtype]
  const type = keyType(dtype)
  const pairs = what === 'pairs'
  const number = Math.min(MOST_SPREAD_PARTS, Math.ceil(length / LEAST_PART))
  const size = Math.ceil(length / number)
  const buckets = Math.min(MOST_BUCKETS, Math.ceil(length / IN_BUCKET))
  const source = task.address(from)
  const ends = task.scratch('float64', 2 * number)
  const tables = task.scratch('uint32', number * buckets)
  const starts = task.scratch('uint32', buckets + 1)
  const result = task.result(pairs ? 'bigint64' : dtype, count * length)
  let keys = 0
  let places = 0
  for (let line = 0; line < count; line++) {
    const at = source + line * length * bytes
    const run = (phase: keyof typeof SPREAD_PHASES, args: number[], least = 0, scale = 0): void =>
      task.launch({
        kernel,
        args: [
          ...[SPREAD_PHASES[phase], length, size, buckets - 1],
          ...[...args, 0, 0].slice(0, 4),
          double(least),
          double(scale),
        ],
        rows: phase === 'finish' ? buckets : number,
        rowStep: phase === 'finish' ? pieceOf(FINISH_STEP) : 1,
        scratch: phase === 'finish' ? BUCKET_SCRATCH : 4 * buckets,
      })
    run('reach', [at, ends.address])
    const limits = ends.data as Float64Array
    let [low, high] = [Infinity, -Infinity]
    for (let i = 0; i < number; i++) {
      low = Math.min(low, limits[2 * i]!)
      high = Math.max(high, limits[2 * i + 1]!)
    }
    const scale = buckets / (high - low)
    if (!(scale > 0 && scale < Infinity)) return null
    run('count', [at, tables.address], low, scale)
    if (!placeBuckets(tables.data as Uint32Array, starts.data as Uint32Array, number, buckets, length)) return null
    if (keys === 0) keys = task.scratch(type, length).address
    if (pairs && places === 0) places = task.scratch('int32', length).address
    run('place', [at, tables.address, keys, places], low, scale)
    run('finish', [keys, places, starts.address, result.address + line * length * (pairs ? 8 : bytes)])
  }
  return task.keep(result)
}

/** Counts of buckets become places, as those of digits do; false if some bucket is too full, or too many are. */
function placeBuckets(tables: Uint32Array, starts: Uint32Array, number: number, buckets: number, length: number): boolean {
  let total = 0
  let squares = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = total
    starts[bucket] = start
    for (let at = bucket; at < number * buckets; at += buckets) {
      const count = tables[at]!
      tables[at] = total
      total += count
    }
    const own = total - start
    if (own > MOST_IN_BUCKET) return false
    squares += own * own
  }
  starts[buckets] = total
  return squares <= FULLNESS * length
}

/** All bits in which keys differ. */
function bitsOf(differ: Memory): bigint {
  let bits = 0n
  for (const x of differ.data) bits |= BigInt(x)
  return BigInt.asUintN(64, bits)
}

/** Counts of digits, a table for each part, become the places where each part's elements of a digit go. */
function placeDigits(tables: Uint32Array, number: number): void {
  const digits = 1 << DIGIT
  let total = 0
  for (let digit = 0; digit < digits; digit++)
    for (let part = 0; part < number; part++) {
      const at = (part << DIGIT) + digit
      const count = tables[at]!
      tables[at] = total
      total += count
    }
}

/** The same in JavaScript. */
export function sortedInJs(from: Memory, count: number, length: number): Memory {
  const result = allocateMemory(from.dtype, count * length)
  sortLines(from.data, length, result.data)
  return result
}

export function orderInJs(from: Memory, count: number, length: number): Memory {
  const result = allocateMemory('bigint64', count * length)
  orderLines(from.data, length, result.data as BigInt64Array)
  return result
}

const bisecting = { left: kernelFor('bisect', 'left'), right: kernelFor('bisect', 'right') }
export type Side = keyof typeof bisecting

/** Where keys belong in sorted elements: before equal ones, or after them (`right`). */
export function bisect(task: Task, from: Memory, keys: Memory, side: Side): Memory {
  const kernel = bisecting[side](from.dtype)
  const rows = keys.data.length
  if (rows === 0 || !kernelsWanted(rows, LEAST) || !available(kernel)) return bisectInJs(from, keys, side)
  const [source, wanted] = [task.address(from), task.address(keys)]
  const result = task.result('bigint64', rows)
  task.launch({ kernel, args: [source, from.data.length, wanted, result.address], rows, rowStep: pieceOf(1 << 12) })
  return task.keep(result)
}

export function bisectInJs(from: Memory, keys: Memory, side: Side): Memory {
  const result = allocateMemory('bigint64', keys.data.length)
  bisectInto(from.data, keys.data, side === 'right', result.data as BigInt64Array)
  return result
}

const FIRSTS = kernelFor('firsts')

/** Which sorted elements differ from the one before them, as a mask; all NaN are one. */
export function firsts(task: Task, from: Memory): Memory {
  const rows = from.data.length
  const kernel = FIRSTS(from.dtype)
  if (rows === 0 || !kernelsWanted(rows, LEAST) || !available(kernel)) return firstsInJs(from)
  const source = task.address(from)
  const result = task.result('bool', rows)
  task.launch({ kernel, args: [source, result.address], rows, rowStep: pieceOf(1 << 15) })
  return task.keep(result)
}

export function firstsInJs(from: Memory): Memory {
  const cells = from.data as unknown as Scalar[]
  const result = allocateMemory('bool', from.data.length)
  for (let i = 0; i < cells.length; i++) result.data[i] = Number(i === 0 || compare(cells[i - 1]!, cells[i]!) !== 0)
  return result
}
