import { SLIDE_SCRATCH } from '@weldarray/codegen'
import { firstOverlap, type Overlap, slideInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { slides } from './costs.js'
import { available, bytesOf, isWhole, kernelFor, kernelsWanted, type Laid, laidOut, pieceOf, type Task } from './run.js'

const kernelOf = kernelFor('slide')

/** The sums of products of a line moved along another one, so many of them; `isTurned`: it is read from its end. */
export function slid(task: Task, long: Laid, short: Laid, count: number, overlap: Overlap, isTurned: boolean): Memory {
  const { dtype } = long.memory
  const [most, least] = [long.memory.length, short.memory.length]
  const start = firstOverlap(overlap, least)
  const work = count * least
  const kernel = kernelOf(dtype)
  if (work === 0 || !kernelsWanted(work, slides.least) || !available(kernel)) {
    const result = allocateMemory(dtype, count)
    slideInto(laidOut(long), laidOut(short), start, isTurned, result.data)
    return result
  }
  const bytes = bytesOf(dtype)
  // Places whose sums the kernel adds up side by side.
  const tile = SLIDE_SCRATCH / bytes
  const [from, by] = [task.address(long.memory), task.address(short.memory)]
  const result = task.result(dtype, count)
  task.launch({
    kernel,
    args: [from, isTurned ? by + (least - 1) * bytes : by, result.address, most, least, start, isTurned ? -bytes : bytes],
    rows: count,
    rowStep: pieceOf(Math.max(tile, Math.floor(slides.piece / least)), tile),
    scratch: SLIDE_SCRATCH,
    isShort: work <= slides.short && isWhole(),
  })
  return task.keep(result)
}
