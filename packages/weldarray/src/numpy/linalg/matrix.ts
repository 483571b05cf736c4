import type { Memory } from '@weldarray/ir'
import { factorPanel, inTask, type MatrixPart, matrixMemory, storeProduct, turned } from '@weldarray/runtime'

/** A matrix of doubles whose rows lie one after the other, in memory that kernels reach. */
export interface Matrix {
  readonly memory: Memory
  readonly data: Float64Array
  readonly rows: number
  readonly columns: number
  /** The part from a row and a column on. */
  part(row: number, column: number): MatrixPart
}

type Sizes = readonly [rows: number, inner: number, columns: number]

/** What a computation makes of matrices; their memory is given back at its end. */
export interface Workshop {
  /** Whatever its memory held before. */
  make(rows: number, columns: number): Matrix
  zeros(rows: number, columns: number): Matrix
  /** `to` = `left`·`right`, or `base` - `left`·`right`; `to` overlaps nothing that is read. */
  store(to: MatrixPart, sizes: Sizes, left: MatrixPart, right: MatrixPart, base?: MatrixPart): void
  /** Makes a matrix, with an even number of columns, its factors L and U; tells the rows that pivots were found in. */
  pivot(panel: Matrix): Int32Array
}

/** Runs a computation; once more from its beginning if a thread is lost, so it changes nothing from outside before it is done. */
export const withMatrices = <T>(run: (workshop: Workshop) => T): T =>
  inTask((task) => {
    const make = (rows: number, columns: number): Matrix => {
      const memory = matrixMemory(task, rows * columns)
      const part = (row: number, column: number): MatrixPart => ({
        memory,
        at: row * columns + column,
        rowStep: columns,
        columnStep: 1,
      })
      return { memory, data: memory.data as Float64Array, rows, columns, part }
    }
    return run({
      make,
      zeros: (rows, columns) => {
        const matrix = make(rows, columns)
        matrix.data.fill(0)
        return matrix
      },
      store: (to, sizes, left, right, base) => storeProduct(task, to, sizes, left, right, base),
      pivot: ({ memory, rows, columns }) => {
        const found = matrixMemory(task, columns, 'int32')
        factorPanel(task, memory, rows, columns, found)
        return found.data as Int32Array
      },
    })
  })

/** Multiplications up to which a product is made here: less than memory that kernels reach is asked for in. */
const LITTLE = 4096

/** The product of two matrices, both by rows; `isTurned`: of the left one turned. */
export function productOf(left: Float64Array, right: Float64Array, sizes: Sizes, isTurned = false): Float64Array {
  const [rows, inner, columns] = sizes
  if (rows * inner * columns <= LITTLE) {
    const to = new Float64Array(rows * columns)
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < inner; k++) {
        const x = left[isTurned ? k * rows + i : i * inner + k]!
        for (let j = 0; j < columns; j++) to[i * columns + j] = to[i * columns + j]! + x * right[k * columns + j]!
      }
    return to
  }
  return withMatrices(({ make, store }) => {
    const [a, b, to] = [isTurned ? make(inner, rows) : make(rows, inner), make(inner, columns), make(rows, columns)]
    a.data.set(left)
    b.data.set(right)
    store(to.part(0, 0), sizes, isTurned ? turned(a.part(0, 0)) : a.part(0, 0), b.part(0, 0))
    return to.data.slice()
  })
}

/** Some rows of a matrix in an order, as far as they are part of as many columns, among others of the unit matrix. */
export function inOrder(
  { zeros }: Workshop,
  { data, columns }: Matrix,
  order: Uint32Array,
  rows: number,
  length: number,
): Matrix {
  const to = zeros(rows, length)
  const count = order.length
  for (let i = 0; i < count; i++) to.data.set(data.subarray(order[i]! * columns, order[i]! * columns + count), i * length)
  for (let i = count; i < rows; i++) to.data[i * length + i] = 1
  return to
}

/** Columns of a matrix from row `start` on, one after the other. */
export function columnsOf({ data, rows, columns }: Matrix, start: number, end: number): Float64Array {
  const length = rows - start
  const panel = new Float64Array(length * (end - start))
  for (let r = 0; r < length; r++)
    for (let c = 0; c < end - start; c++) panel[c * length + r] = data[(start + r) * columns + start + c]!
  return panel
}
