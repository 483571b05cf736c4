import { INNER_BLOCK } from '@weldarray/ir'
import { type Memory, plainMemory } from '../graph/memory.js'
import { applyTo, canApply } from './apply.js'
import { factors } from './costs.js'
import { canMultiply, multiply } from './multiply.js'
import { kernelsWanted, type Task } from './run.js'

/*
 * What factorizations are made of: products of parts of matrices of doubles, taken away from others, stored into others.
 */

const BYTES = 8

/** A part of a matrix of doubles: where it begins, and how far its neighbours are, in elements. */
export interface Part {
  readonly memory: Memory
  readonly at: number
  readonly rowStep: number
  readonly columnStep: number
}

/** Transposed. */
export const turned = ({ memory, at, rowStep, columnStep }: Part): Part => ({
  memory,
  at,
  rowStep: columnStep,
  columnStep: rowStep,
})

/**
 * `to` = `left`·`right` (rows × inner times inner × columns), or `base` - `left`·`right`. Neighbours in rows of `to` and `base` are
 * neighbours in memory; `to` overlaps nothing that is read. Each element is summed in the order of `codegen/library/contract`, here too where
 * there are no kernels. All of them are memory of the task.
 */
export function storeProduct(
  task: Task,
  to: Part,
  [rows, inner, columns]: readonly [number, number, number],
  left: Part,
  right: Part,
  base?: Part,
): void {
  if (rows === 0 || columns === 0) return
  if (inner === 0) {
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        to.memory.data[to.at + i * to.rowStep + j] = base === undefined ? 0 : base.memory.data[base.at + i * base.rowStep + j]!
    return
  }
  if (columns === 1 && base === undefined && to.rowStep === 1 && right.rowStep === 1) {
    storeVector(task, to, [rows, inner], left, right)
    return
  }
  const isHere = to.memory.block !== null && left.memory.block !== null && right.memory.block !== null
  if (!isHere || !kernelsWanted(rows * inner * columns, factors.least) || !canMultiply('float64', base !== undefined)) {
    storeProductInJs(to, [rows, inner, columns], left, right, base)
    return
  }
  const matrices = (part: Part) => ({
    addresses: [address(part)],
    rowStride: part.rowStep * BYTES,
    columnStride: part.columnStep * BYTES,
  })
  multiply(task, {
    ...{ dtype: 'float64', rows, inner, columns },
    left: matrices(left),
    right: matrices(right),
    to: { address: address(to), pitch: to.rowStep * BYTES, size: 0 },
    base: base && { address: address(base), pitch: base.rowStep * BYTES },
  })
}

const address = ({ memory, at }: Part): number => memory.address + at * BYTES

/** The same for one column; elements of both vectors are neighbours. */
function storeVector(task: Task, to: Part, [rows, inner]: readonly [number, number], left: Part, right: Part): void {
  const isHere = to.memory.block !== null && left.memory.block !== null && right.memory.block !== null
  if (isHere && kernelsWanted(rows * inner, factors.leastVector) && canApply('float64')) {
    const strides = { rowStride: left.rowStep * BYTES, innerStride: left.columnStep * BYTES }
    applyTo(task, 'float64', [rows, inner], { address: address(left), ...strides }, address(right), address(to))
    return
  }
  const [a, b, c] = [left, right, to].map(({ memory }) => memory.data as Float64Array) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let i = 0; i < rows; i++) {
    let total = 0
    for (let block = 0; block < inner; block += INNER_BLOCK) {
      const end = Math.min(inner, block + INNER_BLOCK)
      const sum = dotInOrder(
        a,
        left.at + i * left.rowStep + block * left.columnStep,
        left.columnStep,
        b,
        right.at + block,
        end - block,
      )
      total = block === 0 ? sum : total + sum
    }
    c[to.at + i] = total
  }
}

function dotInOrder(a: Float64Array, at: number, step: number, b: Float64Array, from: number, length: number): number {
  let sum = 0
  for (let k = 0, x = at; k < length; k++, x += step) sum += a[x]! * b[from + k]!
  return sum
}

function storeProductInJs(
  to: Part,
  [rows, inner, columns]: readonly [number, number, number],
  left: Part,
  right: Part,
  base?: Part,
): void {
  const [a, b, c] = [left.memory.data, right.memory.data, to.memory.data] as Float64Array[] as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const from = base?.memory.data as Float64Array | undefined
  const sums = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    const row = to.at + i * to.rowStep
    for (let block = 0; block < inner; block += INNER_BLOCK) {
      sums.fill(0)
      for (let k = block; k < Math.min(inner, block + INNER_BLOCK); k++) {
        const x = a[left.at + i * left.rowStep + k * left.columnStep]!
        const at = right.at + k * right.rowStep
        for (let j = 0; j < columns; j++) sums[j] = sums[j]! + x * b[at + j * right.columnStep]!
      }
      for (let j = 0; j < columns; j++) {
        const s = sums[j]!
        if (from === undefined) c[row + j] = block === 0 ? s : c[row + j]! + s
        else c[row + j] = (block === 0 ? from[base!.at + i * base!.rowStep + j]! : c[row + j]!) - s
      }
    }
  }
}

/** Memory for so many numbers, where kernels reach them if there are kernels; whatever it held before. */
export function matrixMemory(task: Task, length: number, dtype: 'float64' | 'int32' = 'float64'): Memory {
  if (!kernelsWanted(length, 1) || !canMultiply('float64', true)) return plainMemory(dtype, length)
  return task.scratch(dtype, length)
}
