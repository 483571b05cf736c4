import { type CallOp, scanNames, sizeOf, slicesOf } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import { selected } from './append.js'
import { bisect } from './bisect.js'
import { contract } from './contract.js'
import { peaks } from './peaks.js'
import type { Laid, Task } from './run.js'
import { scan } from './scan.js'
import { order, sorted } from './sort.js'

/** What runs a call of the IR; operands of those that are not strided are whole memories in C order. */
type Runner = (task: Task, operands: readonly Laid[], attributes: readonly number[]) => Memory

const running =
  (op: keyof typeof scanNames): Runner =>
  (task, [from], [axis]) =>
    scan(task, scanNames[op], from!.memory, slicesOf(from!.view.shape, axis!))

const perLine =
  (run: (task: Task, from: Memory, count: number, length: number) => Memory): Runner =>
  (task, [from]) => {
    const { shape } = from!.view
    const length = shape[shape.length - 1]!
    return run(task, from!.memory, length === 0 ? 0 : sizeOf(shape) / length, length)
  }

/** Each call of the IR by the library's kernels: the same bits as its `compute`. */
export const runners: Readonly<Record<CallOp, Runner>> = {
  cumsum: running('cumsum'),
  cumprod: running('cumprod'),
  cummax: running('cummax'),
  cummin: running('cummin'),
  sort: perLine(sorted),
  argsort: perLine(order),
  argmax: perLine((task, from, count, length) => peaks(task, 'max', from, count, length)),
  argmin: perLine((task, from, count, length) => peaks(task, 'min', from, count, length)),
  searchsorted: (task, [from, keys], [right]) => bisect(task, from!.memory, keys!.memory, right === 1 ? 'right' : 'left'),
  matmul: (task, [left, right]) => contract(task, left!, right!),
  compress: (task, [mask, from]) => selected(task, mask!.memory, from!.memory),
}
