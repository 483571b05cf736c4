import { compressInto, type DType, positionsInto, type TypedArray } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { selection } from './costs.js'
import { available, inTask, type Kernel, kernelFor, kernelsWanted, moverOf, pieceOf, type Task, type Words } from './run.js'
import type { Stretches } from './stretch.js'
import { part } from './whole.js'

const COUNT = kernelFor('count')('bool')
const appending = { values: kernelFor('append', 'values'), positions: kernelFor('append', 'positions') }

/** Elements of the mask that a call looks at. */
const stepOf = (): number => Math.min(selection.most, pieceOf(selection.piece))

/** How many hold in each `step` elements of a mask, added up: where each of them begins in what is selected, and the end. */
function starts(task: Task, mask: Memory, step: number): Words {
  const size = mask.data.length
  const calls = Math.ceil(size / step)
  const words = task.words(calls + 1)
  task.launch({ kernel: COUNT, args: [task.address(mask), words.address, step], rows: size, rowStep: step })
  const { data, at } = words
  let total = 0
  for (let i = at; i < at + calls; i++) {
    const count = data[i]!
    data[i] = total
    total += count
  }
  data[at + calls] = total
  return words
}

/** Whether a kernel selects from so many elements. */
const isWorthKernel = (kernel: Kernel, size: number): boolean =>
  size > 0 && kernelsWanted(size, selection.least) && available(COUNT) && available(kernel)

/** Puts what holds in each `step` elements to its place among `total`. */
function place(task: Task, kernel: Kernel, dtype: DType, mask: Memory, from: Memory | null, where: Words, step: number): Memory {
  const size = mask.data.length
  const result = task.result(dtype, where.data[where.at + Math.ceil(size / step)]!)
  const [held, source] = [task.address(mask), from === null ? 0 : task.address(from)]
  task.launch({ kernel, args: [held, source, result.address, where.address, step], rows: size, rowStep: step })
  return task.keep(result)
}

function append(task: Task, mask: Memory, dtype: DType, variant: 'values' | 'positions', from: Memory | null): Memory | null {
  const kernel = appending[variant](moverOf(dtype))
  if (!isWorthKernel(kernel, mask.data.length)) return null
  const step = stepOf()
  return place(task, kernel, dtype, mask, from, starts(task, mask, step), step)
}

/** The elements where a mask (bool, as many elements) holds. */
export function selected(task: Task, mask: Memory, from: Memory): Memory {
  return append(task, mask, from.dtype, 'values', from) ?? selectedInJs(mask, from)
}

/** The positions where a mask holds, as 32- or 64-bit integers. */
export function positions(task: Task, mask: Memory, dtype: 'int32' | 'bigint64'): Memory {
  return append(task, mask, dtype, 'positions', null) ?? positionsInJs(mask, dtype)
}

/** The same, stretch by stretch: of each, the parts of the mask that it comes from. */
export function selectedInStretches(mask: Memory, from: Memory): Stretches {
  const kernel = appending.values(moverOf(from.dtype))
  const size = mask.data.length
  const step = stepOf()
  const byKernel = isWorthKernel(kernel, size)
  const parts = Math.ceil(size / step)
  const places = byKernel
    ? inTask((task) => {
        const { data, at } = starts(task, mask, step)
        return data.slice(at, at + parts + 1)
      })
    : startsInJs(mask.data, step, parts)
  return (task, first, end) => {
    const [low, high] = [lastUpTo(places, first), lastUpTo(places, end - 1) + 1]
    const some = part(mask, low * step, Math.min(size, high * step) - low * step)
    const own = part(from, low * step, some.length)
    const begin = places[low]!
    if (!byKernel) return { memory: selectedInJs(some, own), first: begin }
    const where = task.words(high - low + 1)
    for (let i = low; i <= high; i++) where.data[where.at + i - low] = places[i]! - begin
    return { memory: place(task, kernel, from.dtype, some, own, where, step), first: begin }
  }
}

/** The last of some places in order that is no greater than `n`. */
function lastUpTo(places: Int32Array, n: number): number {
  let [low, high] = [0, places.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (places[middle]! <= n) low = middle
    else high = middle
  }
  return low
}

function startsInJs(mask: TypedArray, step: number, parts: number): Int32Array {
  const places = new Int32Array(parts + 1)
  for (let i = 0; i < parts; i++) places[i + 1] = places[i]! + heldIn(mask.subarray(i * step, (i + 1) * step))
  return places
}

/** How often a mask holds. */
function heldIn(mask: TypedArray): number {
  let count = 0
  for (let i = 0; i < mask.length; i++) if (mask[i]) count++
  return count
}

function selectedInJs(mask: Memory, from: Memory): Memory {
  const result = allocateMemory(from.dtype, heldIn(mask.data))
  compressInto(mask.data, from.data, result.data)
  return result
}

function positionsInJs(mask: Memory, dtype: 'int32' | 'bigint64'): Memory {
  const result = allocateMemory(dtype, heldIn(mask.data))
  positionsInto(mask.data, result.data)
  return result
}
