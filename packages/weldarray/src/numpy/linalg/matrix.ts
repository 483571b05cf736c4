import { inTask, type MatrixPart, matrixMemory, storeProduct } from '@weldarray/runtime'

/** A matrix of doubles whose rows lie one after the other, in memory that kernels reach. */
export interface Matrix {
  readonly data: Float64Array
  readonly rows: number
  readonly columns: number
  /** The part from a row and a column on. */
  part(row: number, column: number): MatrixPart
}

type Sizes = readonly [rows: number, inner: number, columns: number]

/** What a computation makes of matrices; their memory is given back at its end. */
export interface Workshop {
  make(rows: number, columns: number): Matrix
  /** `to` = `left`·`right`, or `base` - `left`·`right`; `to` overlaps nothing that is read. */
  store(to: MatrixPart, sizes: Sizes, left: MatrixPart, right: MatrixPart, base?: MatrixPart): void
}

/** Runs a computation; once more from its beginning if a thread is lost, so it changes nothing from outside before it is done. */
export const withMatrices = <T>(run: (workshop: Workshop) => T): T =>
  inTask((task) =>
    run({
      make: (rows, columns) => {
        const memory = matrixMemory(task, rows * columns)
        const part = (row: number, column: number): MatrixPart => ({
          memory,
          at: row * columns + column,
          rowStep: columns,
          columnStep: 1,
        })
        return { data: memory.data as Float64Array, rows, columns, part }
      },
      store: (to, sizes, left, right, base) => storeProduct(task, to, sizes, left, right, base),
    }),
  )

/** Columns of a matrix from row `start` on, one after the other. */
export function columnsOf({ data, rows, columns }: Matrix, start: number, end: number): Float64Array {
  const length = rows - start
  const panel = new Float64Array(length * (end - start))
  for (let r = 0; r < length; r++)
    for (let c = 0; c < end - start; c++) panel[c * length + r] = data[(start + r) * columns + start + c]!
  return panel
}
