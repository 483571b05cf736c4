import { sizeOf } from '@weldarray/ir'
import { areLittle, cast, leaf, pivotsOf, solveLittle, withMemory } from '@weldarray/runtime'
import { countFallback, type Untyped, wrap } from '../operands/arrays.js'
import { build } from '../operands/eager.js'
import { factorize } from './lu.js'
import { type Float, forStack, LinAlgError, type Stack, spreadOver } from './stacks.js'

/*
 * Stacks of little matrices: one kernel for all of them, on all threads.
 */

export const SINGULAR = 'the matrix is singular: it has no inverse; lstsq and pinv take it'

/** X with A·X = B for each matrix (`right` null: the inverses), of this shape. Throws `LinAlgError`. */
export function littleSolved(
  lead: readonly number[],
  matrix: Stack,
  right: Stack | null,
  shape: readonly number[],
  dtype: Float,
): Untyped {
  const { what, rows } = matrix
  countFallback(what, 'a kernel of its own')
  const values = (right === null ? [matrix] : [matrix, right]).map((s) => spreadOver(s, lead))
  return withMemory(values, (task, [a, b]) => {
    const found = solveLittle(task, sizeOf(lead), rows, a!, b ?? null, right === null ? rows : right.columns)
    if (found === null) throw new LinAlgError(`${what}: ${SINGULAR}`)
    return wrap(cast(leaf(found, [...lead, ...shape]), dtype))
  })
}

/** What becomes of a matrix: the sign of the exchanges of its rows, its pivots (the first at `at`, the next `step` further), the number of the matrix. */
type Each = (sign: number, pivots: Float64Array, at: number, step: number, to: Float64Array[], index: number) => void

/** As many numbers of each matrix, from its pivots. */
export function eachPivots(stack: Stack, results: number, each: Each): Untyped[] {
  const { what, lead, rows: n, value, dtype } = stack
  if (!areLittle(n, 0))
    return forStack(stack, new Array<[]>(results).fill([]), (matrix, to) => {
      const { lu, sign } = factorize(matrix, n)
      each(sign, lu, 0, n + 1, to, 0)
    })
  countFallback(what, 'a kernel of its own')
  const count = sizeOf(lead)
  return withMemory([value], (task, [matrices]) => {
    const found = task.adopt(pivotsOf(task, count, n, matrices)).data as Float64Array
    const to = Array.from({ length: results }, () => new Float64Array(count))
    for (let i = 0, at = 0; i < count; i++, at += n + 1) each(found[at]!, found, at + 1, 1, to, i)
    return to.map((cells) => build(dtype, lead, (_, raw) => raw.set(cells as never)))
  })
}
