import { keyType, partsScratch, RADIX_PHASES } from '@weldarray/codegen'
import { dtypeInfo } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import { longLines } from './costs.js'
import { available, kernelFor, type Task } from './run.js'
import type { What } from './spread.js'

/*
 * Sorting by digits: keys of 64 bits are at most eight of them, and what is the same in all elements is no digit at all.
 */

const DIGIT = 8

const parts = { keys: kernelFor('radix', 'parts keys'), pairs: kernelFor('radix', 'parts pairs') }

/** Long lines sorted one after the other, each by all threads. */
export function radixLines(task: Task, from: Memory, count: number, length: number, what: What): Memory | null {
  const { dtype } = from
  const kernel = parts[what](dtype)
  if (!available(kernel)) return null
  const { bytes } = dtypeInfo[dtype]
  const type = keyType(dtype)
  const keyBytes = dtypeInfo[type].bytes
  const pairs = what === 'pairs'
  const result = task.result(pairs ? 'bigint64' : dtype, count * length)
  const number = Math.min(longLines.digitParts, Math.ceil(length / longLines.leastPart))
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
