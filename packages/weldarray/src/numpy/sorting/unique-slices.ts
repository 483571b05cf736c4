import { type Node, type Scalar, sizeOf } from '@weldarray/ir'
import { type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { type Cells, eagerly, indexArray } from '../operands/eager.js'
import { moveaxis, reshape } from '../shaping/layout.js'
import type { UniqueOptions } from './unique.js'

/*
 * What is distinct among slices: by comparing them, at the call.
 */

/** Smaller first, NaN last. */
const compared = (x: Scalar, y: Scalar): number => (x < y ? -1 : x > y ? 1 : Number(x !== x) - Number(y !== y))

/** What NumPy's `unique` lists, of `n` rows of `m` cells. */
function runs(cells: Cells, n: number, m: number): { first: number[]; inverse: number[]; counts: number[] } {
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => {
    for (let k = 0; k < m; k++) {
      const d = compared(cells[i * m + k]!, cells[j * m + k]!)
      if (d !== 0) return d
    }
    return i - j
  })
  const [first, counts]: [number[], number[]] = [[], []]
  const inverse = new Array<number>(n)
  const same = (i: number, j: number): boolean => {
    for (let k = 0; k < m; k++) if (cells[i * m + k] !== cells[j * m + k]) return false
    return true
  }
  order.forEach((row, at) => {
    if (at > 0 && same(order[at - 1]!, row)) counts[counts.length - 1]!++
    else {
      first.push(row)
      counts.push(1)
    }
    inverse[row] = first.length - 1
  })
  return { first, inverse, counts }
}

function listed(o: UniqueOptions, values: Untyped, found: ReturnType<typeof runs>, shape: readonly number[]): Untyped[] {
  const list = [values]
  if (o.return_index) list.push(indexArray(found.first))
  if (o.return_inverse) list.push(reshape(indexArray(found.inverse), shape))
  if (o.return_counts) list.push(indexArray(found.counts))
  return list
}

/** The distinct slices along an axis: a list if more is asked for, else the slices. */
export function distinctSlices(value: Node, axis: number, options: UniqueOptions): Untyped | Untyped[] {
  const lines: Untyped = moveaxis(wrap(value), axis, 0)
  const n = value.shape[axis]!
  const m = sizeOf(value.shape.filter((_, i) => i !== axis))
  const found = eagerly('unique', [valueOf(lines)], (cells) => runs(cells, n, m))
  const values: Untyped = moveaxis(lines.take(found.first, 0), 0, axis)
  const list = listed(options, values, found, [n])
  return list.length === 1 && !options.return_index && !options.return_inverse && !options.return_counts ? values : list
}
