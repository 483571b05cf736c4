import { INSIDE, MODES } from '@weldarray/codegen'
import type { IndexMode, Scalar, Slices } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { available, bytesOf, kernelFor, kernelsWanted, moverOf, pieceOf, type Task } from './run.js'

const kernelOf = kernelFor('gather')

/** Elements from which a kernel is worth its start. */
const LEAST = 512
const PIECE_BYTES = 1 << 17

/** The slices at `index`, or the position of the first index that is outside (mode `raise`). */
export function gather(task: Task, from: Memory, index: Memory, slices: Slices, mode: IndexMode): Memory | number {
  const { outer, length, inner } = slices
  const count = index.data.length
  const size = outer * count * inner
  const kernel = kernelOf(moverOf(from.dtype), index.dtype)
  if (length === 0 || size === 0 || !kernelsWanted(size, LEAST) || !available(kernel))
    return gatherInJs(from, index, slices, mode)
  const rows = outer * count
  const step = pieceOf(Math.ceil(PIECE_BYTES / (inner * bytesOf(from.dtype))))
  const calls = Math.ceil(rows / step)
  const [source, indices] = [task.address(from), task.address(index)]
  const status = task.words(calls)
  const result = task.result(from.dtype, size)
  task.launch({
    kernel,
    args: [source, indices, result.address, status.address, length, inner, count, MODES[mode], step],
    rows,
    rowStep: step,
  })
  for (let i = status.at; i < status.at + calls; i++) {
    const first = status.data[i]! >>> 0
    if (first !== INSIDE) return first
  }
  return task.keep(result)
}

/** The same in JavaScript. */
export function gatherInJs(from: Memory, index: Memory, { outer, length, inner }: Slices, mode: IndexMode): Memory | number {
  const indices = index.data as unknown as Scalar[]
  const count = indices.length
  const places = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let at = Number(indices[i])
    if (!Number.isInteger(at)) at = NaN
    if (mode === 'clip') at = at < 0 ? 0 : at >= length ? length - 1 : at
    else if (mode === 'wrap') at = ((at % length) + length) % length
    else if (at < 0) at += length
    if (!(at >= 0 && at < length)) return i
    places[i] = at
  }
  const result = allocateMemory(from.dtype, outer * count * inner)
  const to = result.data as unknown as Scalar[]
  const cells = from.data as unknown as Scalar[]
  let next = 0
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < count; i++)
      for (let k = 0, start = (o * length + places[i]!) * inner; k < inner; k++) to[next++] = cells[start + k]!
  return result
}
