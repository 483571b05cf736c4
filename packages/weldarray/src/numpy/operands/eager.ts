import type { DType, Node, Scalar, TypedArray } from '@weldarray/ir'
import { leaf, notePerformed } from '@weldarray/runtime'
import { borrow, countFallback, memoryOf, type NdArray, type Untyped, wrap } from './arrays.js'

/*
 * Functions that no kernel is compiled for: operands are evaluated, the result is computed here and now.
 */

/** Element access without the dtype: number or bigint as the dtype has it. */
export type Cells = { [i: number]: Scalar; readonly length: number }

/** Runs an eager function over the elements of its operands, and counts it. */
export function eagerly<T>(name: string, values: readonly Node[], run: (...cells: Cells[]) => T): T {
  countFallback(name, 'not compiled')
  return borrow(values, (...elements) => run(...(elements as unknown as Cells[])))
}

/** A new array whose elements `fill` writes; they are not zeroed before. */
export function build(dtype: DType, shape: readonly number[], fill: (to: Cells, raw: TypedArray) => void): Untyped {
  notePerformed()
  const size = shape.reduce((n, d) => n * d, 1)
  const memory = memoryOf(dtype, size)
  fill(memory.data as unknown as Cells, memory.data)
  return wrap(leaf(memory, shape))
}

const WORD = 2 ** 32

/** An array of indices: NumPy's int64. */
export const indexArray = (indices: ArrayLike<number>, shape: readonly number[] = [indices.length]): NdArray<'int64'> =>
  build('int64', shape, (_, { buffer, byteOffset }) => {
    // Two words each: bigints are slow.
    const words = new Int32Array(buffer, byteOffset, 2 * indices.length)
    for (let i = 0; i < indices.length; i++) {
      words[2 * i] = indices[i]!
      words[2 * i + 1] = Math.floor(indices[i]! / WORD)
    }
  })
