import { broadcastShapes, broadcastView, type Node, ShapeError, sameShape, showShape, sizeOf, WeldError } from '@weldarray/ir'
import { cast, view } from '@weldarray/runtime'
import type { Untyped } from '../operands/arrays.js'
import { build, eagerly } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/*
 * Stacks of matrices: the last two axes are a matrix, those before count matrices. All is computed in float64 and rounded
 * once; the results of float32 are float32.
 */

/**
 * A matrix that has no answer: singular, not positive definite, without convergence, or with complex eigenvalues. NumPy's
 * `numpy.linalg.LinAlgError`.
 * @example
 * np.linalg.inv([[1, 2], [2, 4]]) // throws LinAlgError
 */
export class LinAlgError extends WeldError {
  override name = 'LinAlgError'
}

export type Float = 'float32' | 'float64'

export interface Stack {
  readonly what: string
  readonly value: Node
  readonly dtype: Float
  /** The axes before the matrices'. */
  readonly lead: readonly number[]
  readonly rows: number
  readonly columns: number
}

export const floatOf = (...values: readonly Node[]): Float => (values.every((v) => v.dtype === 'float32') ? 'float32' : 'float64')

/** An argument as a stack of matrices. Throws `ShapeError` for fewer than two axes. */
export const stackOf = (what: string, a: ArrayInput): Stack => stackOfValue(what, toValue(what, a))

/** The same of what has been read. */
export function stackOfValue(what: string, value: Node): Stack {
  const { shape } = value
  if (shape.length < 2)
    throw new ShapeError(`${what}: got shape ${showShape(shape)}, expected at least two axes: a matrix, or a stack of them`)
  return {
    what,
    value: cast(value, 'float64'),
    dtype: floatOf(value),
    lead: shape.slice(0, -2),
    rows: shape[shape.length - 2]!,
    columns: shape[shape.length - 1]!,
  }
}

/** As `stackOf`, of matrices with as many rows as columns. Throws `ShapeError`. */
export function squareOf(what: string, a: ArrayInput): Stack {
  const stack = stackOf(what, a)
  if (stack.rows !== stack.columns)
    throw new ShapeError(`${what}: got matrices of ${stack.rows} by ${stack.columns}, expected as many rows as columns`)
  return stack
}

/** Throws `LinAlgError` for NaN and infinities, with which no iteration ends. */
export function needFinite(what: string, a: Float64Array): void {
  for (let i = 0; i < a.length; i++)
    if (!Number.isFinite(a[i]!)) throw new LinAlgError(`${what}: the matrix holds ${a[i]}, expected finite numbers`)
}

/** The shape of one result for each matrix. */
export type Result = readonly number[]

/**
 * Runs `each` over all matrices of a stack, with one piece of each result's memory to write to. Results have the stack's leading
 * axes and then their own; dtypes as the stack, unless told.
 */
export function forStack(
  stack: Stack,
  results: readonly Result[],
  each: (a: Float64Array, to: Float64Array[], index: number) => void,
): Untyped[] {
  return forStacks(stack.what, stack.lead, [stack], results, stack.dtype, ([a], to, index) => each(a!, to, index))
}

/** A stack whose leading axes are broadcast to these. */
export const spreadOver = (s: Stack, lead: readonly number[]): Node =>
  sameShape(s.lead, lead) ? s.value : view(s.value, broadcastView([...s.lead, s.rows, s.columns], [...lead, s.rows, s.columns]))

/** As `forStack` over several stacks whose leading axes broadcast. */
export function forStacks(
  what: string,
  lead: readonly number[],
  stacks: readonly Stack[],
  results: readonly Result[],
  dtype: Float,
  each: (matrices: Float64Array[], to: Float64Array[], index: number) => void,
): Untyped[] {
  const spread = stacks.map((s) => spreadOver(s, lead))
  const count = sizeOf(lead)
  const sizes = results.map(sizeOf)
  return eagerly(what, spread, (...cells) => {
    const outs = sizes.map((n) => new Float64Array(n * count))
    // One matrix after the other in the same memory: views of little ones would take longer than what is done with them.
    const matrices = stacks.map((s) => new Float64Array(s.rows * s.columns))
    const to = count === 1 ? outs : sizes.map((n) => new Float64Array(n))
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < matrices.length; k++)
        copy(cells[k] as unknown as Float64Array, i * matrices[k]!.length, matrices[k]!, 0, matrices[k]!.length)
      if (i > 0) for (const cells of to) cells.fill(0)
      each(matrices, to, i)
      if (count > 1) for (let k = 0; k < to.length; k++) copy(to[k]!, 0, outs[k]!, i * sizes[k]!, sizes[k]!)
    }
    return outs.map((out, k) => build(dtype, [...lead, ...results[k]!], (_, raw) => raw.set(out as never)))
  })
}

function copy(from: Float64Array, at: number, to: Float64Array, start: number, length: number): void {
  for (let i = 0; i < length; i++) to[start + i] = from[at + i]!
}

export const jointLead = (what: string, a: Stack, b: Stack): readonly number[] => broadcastShapes(what, a.lead, b.lead)
