import { STRIP } from '@weldarray/codegen'
import type { Memory } from '../graph/memory.js'
import { rotations as costs } from './costs.js'
import { matrixMemory } from './dense.js'
import { available, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

/*
 * Plane rotations of pairs of rows of a matrix, noted by an iteration and done many at a time: each strip of columns goes through all of them while it
 * stays in a cache.
 */

const ROTATE = kernelFor('rotate')('float64')
/** Bytes of a row of a strip. */
const ROW = 8 * STRIP

class RotatedRows {
  readonly #task: Task
  readonly #rows: number
  readonly #columns: number
  readonly #strips: number
  #matrix: Memory
  #turned: Memory
  readonly #places: Memory
  readonly #angles: Memory
  #count = 0

  constructor(task: Task, rows: number, columns: number) {
    this.#task = task
    this.#rows = rows
    this.#columns = columns
    this.#strips = Math.ceil(columns / STRIP)
    const most = Math.max(costs.atOnce, 2 * rows)
    this.#matrix = matrixMemory(task, this.#strips * rows * STRIP)
    // Columns that fill up the last strip are turned with the others.
    if (columns % STRIP > 0) this.#matrix.data.fill(0 as never)
    this.#turned = matrixMemory(task, this.#strips * rows * STRIP)
    this.#places = matrixMemory(task, 2 * Math.min(most, rows * rows), 'int32')
    this.#angles = matrixMemory(task, this.#places.length)
  }

  #at(row: number, column: number): number {
    return (Math.floor(column / STRIP) * this.#rows + row) * STRIP + (column % STRIP)
  }

  /** Rows become the columns of a matrix with rows of as many elements, `columns` of which there are. */
  setColumns(matrix: Float64Array, columns: number): void {
    const cells = this.#matrix.data as Float64Array
    for (let column = 0, from = 0; column < columns; column++)
      for (let row = 0, at = this.#at(0, column); row < this.#rows; row++, at += STRIP) cells[at] = matrix[from++]!
  }

  /** The rows in an order, as columns. */
  columns(order: Uint32Array): Float64Array {
    this.#turnAll()
    const cells = this.#matrix.data as Float64Array
    const result = new Float64Array(order.length * this.#columns)
    for (let column = 0, to = 0; column < this.#columns; column++) {
      const first = this.#at(0, column)
      for (let k = 0; k < order.length; k++) result[to++] = cells[first + order[k]! * STRIP]!
    }
    return result
  }

  /** The rows in an order, one after the other, each times a number. */
  rows(order: Uint32Array, factor: (row: number) => number = () => 1): Float64Array {
    this.#turnAll()
    const cells = this.#matrix.data as Float64Array
    const result = new Float64Array(order.length * this.#columns)
    for (let k = 0, to = 0; k < order.length; k++) {
      const [row, by] = [order[k]!, factor(order[k]!)]
      for (let first = 0; first < this.#columns; first += STRIP)
        for (let i = first, at = this.#at(row, first), end = Math.min(first + STRIP, this.#columns); i < end; i++)
          result[to++] = cells[at++]! * by
    }
    return result
  }

  /** Row `i` becomes c·i + s·j, row `j` c·j - s·i: now, or when somebody looks. */
  turn(i: number, j: number, c: number, s: number): void {
    const at = 2 * this.#count
    const [places, angles] = [this.#places.data as Int32Array, this.#angles.data as Float64Array]
    places[at] = i * ROW
    places[at + 1] = j * ROW
    angles[at] = c
    angles[at + 1] = s
    this.#count++
    if (at + 2 === places.length) this.#turnAll()
  }

  #turnAll(): void {
    const count = this.#count
    this.#count = 0
    if (count === 0) return
    const [strips, rows] = [this.#strips, this.#rows]
    const work = count * strips * STRIP
    if (this.#matrix.block === null || !kernelsWanted(work, costs.least) || !available(ROTATE)) {
      this.#turnInJs(count)
      return
    }
    const addresses = [this.#matrix, this.#turned, this.#places, this.#angles].map(({ address }) => address)
    const [from, to, places, angles] = addresses as [number, number, number, number]
    this.#task.launch({
      kernel: ROTATE,
      args: [from, to, rows * ROW, places, angles, count],
      rows: strips,
      rowStep: pieceOf(Math.max(1, Math.floor(costs.piece / (count * STRIP)))),
    })
    ;[this.#matrix, this.#turned] = [this.#turned, this.#matrix]
  }

  #turnInJs(count: number): void {
    const [places, angles] = [this.#places.data as Int32Array, this.#angles.data as Float64Array]
    const cells = this.#matrix.data as Float64Array
    for (let strip = 0; strip < this.#strips; strip++) {
      const start = strip * this.#rows * STRIP
      for (let k = 0; k < 2 * count; k += 2)
        turn(cells, start + places[k]! / 8, start + places[k + 1]! / 8, angles[k]!, angles[k + 1]!)
    }
  }
}

function turn(cells: Float64Array, x: number, y: number, c: number, s: number): void {
  for (let k = 0; k < STRIP; k++, x++, y++) {
    const [a, b] = [cells[x]!, cells[y]!]
    cells[x] = a * c + b * s
    cells[y] = b * c - a * s
  }
}

export type Rotated = RotatedRows

/** Rows that are going to be turned; whatever they held before. */
export const rotated = (task: Task, rows: number, columns: number): Rotated => new RotatedRows(task, rows, columns)
