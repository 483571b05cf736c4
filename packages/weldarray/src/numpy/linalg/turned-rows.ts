/** Rows that an iteration turns: all at once where they are few, by kernels where they are many (`rotated` of the runtime). */
export interface TurnedRows {
  /** Row `i` becomes c·i + s·j, row `j` c·j - s·i. */
  turn(i: number, j: number, c: number, s: number): void
  /** The rows in an order, as columns. */
  columns(order: Uint32Array): Float64Array
  /** The rows in an order, one after the other, each times a number. */
  rows(order: Uint32Array, factor?: (row: number) => number): Float64Array
}

/** Few rows of `length` elements, one after the other. */
export class FewRows implements TurnedRows {
  constructor(
    readonly data: Float64Array,
    readonly length: number,
  ) {}

  turn(i: number, j: number, c: number, s: number): void {
    const { data, length } = this
    turnRows(data, i * length, j * length, length, c, s)
  }

  columns(order: Uint32Array): Float64Array {
    const { data, length } = this
    const result = new Float64Array(length * order.length)
    for (let k = 0; k < order.length; k++)
      for (let i = 0, from = order[k]! * length; i < length; i++) result[i * order.length + k] = data[from++]!
    return result
  }

  rows(order: Uint32Array, factor?: (row: number) => number): Float64Array {
    const { data, length } = this
    const result = new Float64Array(length * order.length)
    for (let k = 0, to = 0; k < order.length; k++) {
      const by = factor === undefined ? 1 : factor(order[k]!)
      for (let i = 0, from = order[k]! * length; i < length; i++) result[to++] = data[from++]! * by
    }
    return result
  }
}

/** By itself, so that the engine compiles nothing but this loop. */
function turnRows(data: Float64Array, x: number, y: number, length: number, c: number, s: number): void {
  for (let k = 0; k < length; k++) {
    const a = data[x + k]!
    const b = data[y + k]!
    data[x + k] = a * c + b * s
    data[y + k] = b * c - a * s
  }
}

/** Up to so many rows and columns they are few. */
export const FEW_ROWS = 40

/** Numbers from 0 to `n`, in the order that `compare` tells. */
export function orderOf(n: number, compare: (i: number, j: number) => number): Uint32Array {
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  return order.sort(compare)
}
