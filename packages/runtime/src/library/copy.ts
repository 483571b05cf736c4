import { PART_WORDS } from '@weldarray/codegen'
import type { DType, Scalar } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { copies } from './costs.js'
import { available, bytesOf, kernelFor, kernelsWanted, moverOf, pieceOf, type Task } from './run.js'

/** Rows of neighbours that go from one memory to another. All numbers are elements. */
export interface Part {
  readonly from: Memory
  /** Where the first row begins, and how far the next is. */
  readonly start: number
  readonly pitch: number
  /** Where it begins in a row of the result. */
  readonly to: number
  readonly width: number
  /** Which rows of an image of the result it is in: all, if nothing is said. */
  readonly firstRow?: number
  readonly rowCount?: number
  /** How far the part of the next image is. */
  readonly imagePitch?: number
}

const kernelOf = kernelFor('copy')

/** New memory of images of `rows` rows of `pitch` elements, which parts side by side and one below the other fill. */
export function assembled(task: Task, dtype: DType, rows: number, pitch: number, parts: readonly Part[], images = 1): Memory {
  const kernel = kernelOf(moverOf(dtype))
  const size = images * rows * pitch
  if (!kernelsWanted(size, copies.least) || !available(kernel)) return assembledInJs(dtype, rows, pitch, parts, images)
  const bytes = bytesOf(dtype)
  const result = task.result(dtype, size)
  const table = task.words(PART_WORDS * parts.length)
  const words = table.data
  let next = table.at
  let widest = 0
  for (const { from, start, pitch: fromPitch, to, width, firstRow = 0, rowCount = rows, imagePitch = 0 } of parts) {
    words[next++] = task.address(from) + start * bytes
    words[next++] = fromPitch * bytes
    words[next++] = to * bytes
    words[next++] = width * bytes
    words[next++] = firstRow
    words[next++] = rowCount
    words[next++] = imagePitch * bytes
    widest = Math.max(widest, width * bytes)
  }
  const piece = parts.length > 2 && pitch * bytes < copies.shortRow ? copies.cached : copies.piece
  const colStep = Math.min(widest, pieceOf(piece, 64))
  task.launch({
    kernel,
    args: [result.address, pitch * bytes, table.address, parts.length, rows],
    rows: images * rows,
    rowStep: pieceOf(Math.max(1, Math.floor(piece / (pitch * bytes)))),
    cols: widest,
    colStep,
  })
  return task.keep(result)
}

/** The same in JavaScript. */
export function assembledInJs(dtype: DType, rows: number, toPitch: number, parts: readonly Part[], images = 1): Memory {
  const result = allocateMemory(dtype, images * rows * toPitch)
  const target = result.data as unknown as Scalar[]
  for (const { from, start, pitch, to, width, firstRow = 0, rowCount = rows, imagePitch = 0 } of parts) {
    const cells = from.data as unknown as Scalar[]
    for (let image = 0; image < images; image++) {
      let at = start + image * imagePitch
      let next = (image * rows + firstRow) * toPitch + to
      for (let row = 0; row < rowCount; row++, at += pitch, next += toPitch)
        if (rows === 1 && width === from.length) result.data.set(from.data as never, next)
        else if (width >= copies.bulk) result.data.set(from.data.subarray(at, at + width) as never, next)
        else for (let i = 0; i < width; i++) target[next + i] = cells[at + i]!
    }
  }
  return result
}
