import { INNER_BLOCK, matricesOf, multiplyInto, type Scalar, sizeOf } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { applyTo, canApply } from './apply.js'
import { contraction } from './costs.js'
import { isGram, multiplyGram } from './gram.js'
import { canMultiply, type Matrices, multiply } from './multiply.js'
import { available, bytesOf, isWhole, kernelFor, kernelsWanted, type Laid, laidOut, pieceOf, type Task } from './run.js'

const DOTS = kernelFor('dots')

/** A stack of matrices: the last two axes of the view. */
interface Stack {
  readonly laid: Laid
  /** Of the first of them. */
  readonly address: number
  readonly rowStride: number
  readonly columnStride: number
}

function stackOf(task: Task, laid: Laid): Stack {
  const { shape, strides, offset } = laid.view
  const rank = shape.length
  const bytes = bytesOf(laid.memory.dtype)
  return {
    laid,
    address: task.address(laid.memory) + offset * bytes,
    rowStride: strides[rank - 2]! * bytes,
    columnStride: strides[rank - 1]! * bytes,
  }
}

function matricesIn({ laid: { memory, view }, address, rowStride, columnStride }: Stack): Matrices {
  if (view.shape.length === 2) return { addresses: [address], rowStride, columnStride }
  const bytes = bytesOf(memory.dtype)
  return { addresses: matricesOf(view).map((at) => address + (at - view.offset) * bytes), rowStride, columnStride }
}

/** Products of two stacks of as many matrices, C order. Each element is summed in the order that `codegen/library/contract` sets. */
export function contract(task: Task, left: Laid, right: Laid): Memory {
  const { shape } = left.view
  const rank = shape.length
  const [rows, inner, columns] = [shape[rank - 2]!, shape[rank - 1]!, right.view.shape[rank - 1]!]
  const { dtype } = left.memory
  let count = 1
  for (let axis = 0; axis < rank - 2; axis++) count *= shape[axis]!
  const work = count * rows * inner * columns
  if (work === 0 || !kernelsWanted(work, contraction.least)) return contractInJs(left, right)
  const areNeighbours = left.view.strides[rank - 1] === 1 && right.view.strides[rank - 2] === 1
  if (count === 1 && rows * columns <= contraction.fewDots && inner > INNER_BLOCK && areNeighbours && available(DOTS(dtype)))
    return dotted(task, stackOf(task, left), stackOf(task, right), { rows, inner, columns, count })
  if (count === 1 && columns === 1 && canApply(dtype)) return applied(task, left, right, false)
  if (count === 1 && rows === 1 && canApply(dtype)) return applied(task, right, left, true)
  if (!canMultiply(dtype, false)) return contractInJs(left, right)
  return tiled(task, stackOf(task, left), stackOf(task, right), { rows, inner, columns, count })
}

/** Few rows by few columns of neighbours, each sum in blocks as `contract` adds them up. */
function dotted(task: Task, a: Stack, b: Stack, { rows, inner, columns }: Sizes): Memory {
  const { dtype } = a.laid.memory
  const size = rows * columns
  const blocks = Math.ceil(inner / INNER_BLOCK)
  const result = task.result(dtype, size)
  const sums = task.scratch(dtype, size * blocks)
  task.launch({
    kernel: DOTS(dtype),
    args: [a.address, b.address, sums.address, inner, rows, columns, a.rowStride, b.columnStride, blocks],
    rows: blocks,
    rowStep: pieceOf(Math.max(8, Math.floor(contraction.dotBlocks / size))),
    isShort: size * inner <= contraction.short && isWhole(),
  })
  const [totals, own] = [result.data, sums.data] as unknown as [Scalar[], Scalar[]]
  for (let i = 0, at = 0; i < size; i++) {
    totals[i] = own[at++]!
    for (let k = 1; k < blocks; k++, at++) totals[i] = ((totals[i] as number) + (own[at] as number)) as Scalar
  }
  return task.keep(result)
}

/** A matrix times a vector; or, turned, a vector times a matrix. */
function applied(task: Task, matrix: Laid, vector: Laid, turned: boolean): Memory {
  const { dtype } = matrix.memory
  const bytes = bytesOf(dtype)
  const a = stackOf(task, matrix)
  const [own, across] = turned ? [1, 0] : [0, 1]
  const [rows, inner] = [matrix.view.shape.at(-2 + own)!, matrix.view.shape.at(-2 + across)!]
  const [rowStride, innerStride] = turned ? [a.columnStride, a.rowStride] : [a.rowStride, a.columnStride]
  const result = task.result(dtype, rows)
  const x = stackOf(task, vector)
  const step = turned ? x.columnStride : x.rowStride
  const start = vector.view.offset
  let { address } = x
  if (step !== bytes) {
    // The elements of a vector are neighbours for the kernel.
    const packed = task.scratch(dtype, inner)
    const [to, from] = [packed.data as unknown as Scalar[], vector.memory.data as unknown as Scalar[]]
    for (let i = 0; i < inner; i++) to[i] = from[start + (i * step) / bytes]!
    address = packed.address
  }
  applyTo(task, dtype, [rows, inner], { address: a.address, rowStride, innerStride }, address, result.address)
  return task.keep(result)
}

interface Sizes {
  readonly rows: number
  readonly inner: number
  readonly columns: number
  readonly count: number
}

function tiled(task: Task, a: Stack, b: Stack, { rows, inner, columns, count }: Sizes): Memory {
  const { dtype } = a.laid.memory
  const bytes = bytesOf(dtype)
  if (
    count === 1 &&
    inner >= contraction.longBlocks * INNER_BLOCK &&
    rows <= contraction.fewRows &&
    columns <= contraction.fewRows
  )
    return inBlocks(task, a, b, rows, inner, columns)
  const result = task.result(dtype, count * rows * columns)
  const [left, right] = [matricesIn(a), matricesIn(b)]
  const to = { address: result.address, pitch: columns * bytes, size: rows * columns * bytes }
  if (isGram(left, right, rows, columns)) multiplyGram(task, dtype, [rows, inner], left, right, result)
  else multiply(task, { dtype, rows, inner, columns, left, right, to })
  return task.keep(result)
}

/**
 * Few rows by few columns over a long inner index: blocks of it as products of their own, so that all threads have work and what is read stays in
 * the caches. Their sums are added up one after the other, as `contract` does it.
 */
function inBlocks(task: Task, a: Stack, b: Stack, rows: number, inner: number, columns: number): Memory {
  const { dtype } = a.laid.memory
  const bytes = bytesOf(dtype)
  const size = rows * columns
  const result = task.result(dtype, size)
  const sums = task.scratch(dtype, contraction.blocksAtOnce * size)
  const some = (from: number, count: number, length: number, at: number): void => {
    const along = (start: number, step: number): number[] =>
      Array.from({ length: count }, (_, k) => start + (from + k * INNER_BLOCK) * step)
    multiply(task, {
      dtype,
      rows,
      inner: length,
      columns,
      left: { addresses: along(a.address, a.columnStride), rowStride: a.rowStride, columnStride: a.columnStride },
      right: { addresses: along(b.address, b.rowStride), rowStride: b.rowStride, columnStride: b.columnStride },
      to: { address: sums.address + at * size * bytes, pitch: columns * bytes, size: size * bytes },
    })
  }
  for (let from = 0; from < inner; ) {
    const whole = Math.min(contraction.blocksAtOnce, Math.floor((inner - from) / INNER_BLOCK))
    const rest = whole < contraction.blocksAtOnce ? inner - from - whole * INNER_BLOCK : 0
    if (whole > 0) some(from, whole, INNER_BLOCK, 0)
    if (rest > 0) some(from + whole * INNER_BLOCK, 1, rest, whole)
    addUp(result.data as Float64Array, sums.data as Float64Array, whole + Number(rest > 0), from === 0)
    from += whole * INNER_BLOCK + rest
  }
  return task.keep(result)
}

/** Adds so many blocks' sums to the totals, one after the other; the first of all are the totals. Stores round and wrap. */
function addUp(totals: Float64Array, sums: Float64Array, blocks: number, isFirst: boolean): void {
  const size = totals.length
  if (isFirst) totals.set(sums.subarray(0, size))
  for (let k = isFirst ? 1 : 0; k < blocks; k++)
    for (let i = 0, at = k * size; i < size; i++) totals[i] = totals[i]! + sums[at + i]!
}

/** The same in JavaScript, in the same order. */
export function contractInJs(left: Laid, right: Laid): Memory {
  const { shape } = left.view
  const result = allocateMemory(left.memory.dtype, sizeOf(shape.slice(0, -1)) * right.view.shape[shape.length - 1]!)
  multiplyInto(laidOut(left), laidOut(right), result.data)
  return result
}
