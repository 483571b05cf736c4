import { type CallOp, CHANGES, JOINS, OVERLAPS, sizeOf } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import { positions, selected } from './append.js'
import { bisect } from './bisect.js'
import { packed, unpacked } from './bits.js'
import { contract } from './contract.js'
import { drawnInStretches } from './draw.js'
import { peaks } from './peaks.js'
import type { Laid, Task } from './run.js'
import { segmented } from './segments.js'
import { ranked } from './select.js'
import { slid } from './slide.js'
import { order, sorted } from './sort.js'
import { tallyBins } from './tally.js'
import { updated } from './update.js'

/** What runs a call of the IR; operands of those that are not strided are whole memories in C order. */
type Runner = (task: Task, operands: readonly Laid[], attributes: readonly number[]) => Memory

const perLine =
  (run: (task: Task, from: Memory, count: number, length: number) => Memory): Runner =>
  (task, [from]) => {
    const { shape } = from!.view
    const length = shape[shape.length - 1]!
    return run(task, from!.memory, length === 0 ? 0 : sizeOf(shape) / length, length)
  }

const bitwise =
  (run: typeof packed): Runner =>
  (task, [from], [count, little]) => {
    const { shape } = from!.view
    return run(task, from!.memory, sizeOf(shape.slice(0, -1)), shape[shape.length - 1]!, count!, little === 1)
  }

const runners: Readonly<Record<CallOp, Runner>> = {
  sort: perLine(sorted),
  argsort: perLine(order),
  argmax: perLine((task, from, count, length) => peaks(task, 'max', from, count, length)),
  argmin: perLine((task, from, count, length) => peaks(task, 'min', from, count, length)),
  searchsorted: (task, [from, keys], [right]) => bisect(task, from!.memory, keys!.memory, right === 1 ? 'right' : 'left'),
  matmul: (task, [left, right]) => contract(task, left!, right!),
  correlate: (task, [long, short], [count, overlap, turned]) =>
    slid(task, long!, short!, count!, OVERLAPS[overlap!]!, turned === 1),
  draw: (task, [stream], [count]) => drawnInStretches(stream!.memory)(task, 0, count!).memory,
  update: (task, [target, positions, values], [how]) =>
    updated(task, CHANGES[how!]!, target!.memory, positions!.memory, values!.memory),
  reduceat: (task, [from, starts], [how, axis]) => segmented(task, JOINS[how!]!, from!, starts!.memory, axis!),
  packbits: bitwise(packed),
  unpackbits: bitwise(unpacked),
  positions: (task, [mask], [, wide]) => positions(task, mask!.memory, wide === 1 ? 'bigint64' : 'int32'),
  ranked: (task, [from, ranks]) => {
    const { shape } = from!.view
    const length = shape[shape.length - 1]!
    const count = sizeOf(shape.slice(0, -1))
    return ranked(task, from!.memory, count, length, Array.from(ranks!.memory.data as Int32Array))
  },
  tally: (task, [numbers, edges]) => tallyBins(task, numbers!.memory, null, edges!.memory),
  weighted_tally: (task, [numbers, edges, weights]) => tallyBins(task, numbers!.memory, weights!.memory, edges!.memory),
  compress: (task, [mask, from]) => selected(task, mask!.memory, from!.memory),
}

/** Computes a call of the IR by the library's kernels: the same bits as its `compute`. */
export const runCall = (op: CallOp, task: Task, operands: readonly Laid[], attributes: readonly number[]): Memory =>
  runners[op](task, operands, attributes)
