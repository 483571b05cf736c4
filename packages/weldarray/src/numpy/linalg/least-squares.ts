import { ShapeError, showShape } from '@weldarray/ir'
import type { Solved } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { type NdArray, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import { reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { leastSquares } from './least-squares-core.js'
import { type Float, forStacks, needFinite, stackOf } from './stacks.js'
import { EPSILON } from './svd.js'

/** Sums of the squares of y - m·x: `columns` to a row of `m`, `k` to a row of the others. */
function squaredRests(m: Float64Array, x: Float64Array, y: Float64Array, columns: number, k: number): Float64Array {
  const sums = new Float64Array(k)
  for (let r = 0; r * k < y.length; r++)
    for (let j = 0; j < k; j++) {
      let rest = y[r * k + j]!
      for (let c = 0; c < columns; c++) rest -= m[r * columns + c]! * x[c * k + j]!
      sums[j] = sums[j]! + rest * rest
    }
  return sums
}

/**
 * x with the least |b - a·x|, and of these the shortest. `rcond`: singular values below it times the largest count as 0 (by
 * default the longer
 * side times epsilon). A list as NumPy's tuple: the solution (n,) or (n, k); the sums of squared rests, empty unless the rank
 * is n < m; the rank; the singular values.
 *
 * NumPy's `numpy.linalg.lstsq`.
 * @example
 * np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 3, 5])[0]!.round(6) // array([1., 2.])
 */
export const lstsq = declare(
  'lstsq(a: array, b: array, {rcond?: number|null})',
  <X extends ArrayInput, Y extends ArrayInput>(
    a: X,
    b: Y,
    ...rest: Rest<[rcond: number | null], { rcond?: number | null }>
  ): [x: NdArray<Solved<X, Y>>, residuals: NdArray<Solved<X, Y>>, rank: number, s: NdArray<Solved<X, Y>>] => {
    const { rcond = null } = optionsOf<{ rcond?: number | null }>(rest)
    const stack = stackOf('lstsq', a)
    if (stack.lead.length > 0) throw new ShapeError(`lstsq: got shape ${showShape(stack.value.shape)}, expected one matrix`)
    const right = toValue('lstsq', b)
    const { rows, columns } = stack
    const vector = right.shape.length === 1
    if (right.shape.length > 2 || right.shape[0] !== rows)
      throw new ShapeError(
        `lstsq: a matrix of ${rows} rows and a right side of shape ${showShape(right.shape)} do not fit: expected ${rows} rows`,
      )
    const side = stackOf('lstsq', vector ? reshape(wrap(right), [rows, 1]) : wrap(right))
    const k = side.columns
    const least = rcond === null ? Math.max(rows, columns) * EPSILON[stack.dtype] : rcond < 0 ? EPSILON[stack.dtype] : rcond
    let rank = 0
    let rests: Float64Array = new Float64Array(0)
    const dtype: Float = stack.dtype === 'float32' && side.dtype === 'float32' ? 'float32' : 'float64'
    const count = Math.min(rows, columns)
    const [x, s] = forStacks('lstsq', [], [stack, side], [[columns, k], [count]], dtype, ([m, y], [to, values]) => {
      needFinite('lstsq', m!)
      const found = leastSquares(m!, rows, columns, y!, k, least)
      rank = found.rank
      to!.set(found.x)
      values!.set(found.s)
      if (rank === columns && rows > columns) rests = squaredRests(m!, found.x, y!, columns, k)
    })
    const residuals = wrap(toValue('lstsq', rests)).astype(dtype)
    return [vector ? reshape(x!, [columns]) : x!, residuals, rank, s!] as never
  },
)
