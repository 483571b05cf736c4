import { ArgumentError, broadcastShapes, checkOptions, type DType, type Shape, ShapeError, sizeOf } from '@weldarray/ir'
import { broadcast, view } from '@weldarray/runtime'
import { told } from '../numpy/arguments/told.js'
import { array } from '../numpy/creation/creation.js'
import { stack } from '../numpy/joining/joining.js'
import { countFallback, type NdArray, type Untyped, wrap } from '../numpy/operands/arrays.js'
import { isWeak, type Operand, operand } from '../numpy/operands/operands.js'
import { broadcast_to, reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput } from '../numpy/types.js'
import type { Returned } from '../types/dtype-of.js'
import { type AnyFunction, type Compiled, compileWith } from './compile.js'
import { number } from './numbers.js'
import { type Float, floatOf, inDType, isBigint, parameterType } from './parameters.js'
import { listOf } from './patterns.js'
import { compare } from './probe.js'
import { record } from './record.js'
import { Refusal, refuse } from './refusal.js'
import { checkLimit, DEFAULT_LIMIT, type VectorizeOptions } from './vectorize.js'
import { warned } from './warning.js'

export type MapRowsOptions = Pick<VectorizeOptions, 'where' | 'limit'>

/** What a function of rows is given of an argument: a row, or a number for what has no axes. */
export type Row = readonly number[] | number

/** Each element of a row is a number of its own in the kernel: longer rows are not compiled. */
const LONGEST = 64

/** The number of elements of a row of an argument; null for a number. */
const lengthOf = (x: Operand): number | null => (isWeak(x) || x.shape.length === 0 ? null : x.shape[x.shape.length - 1]!)

/** The axes that rows are counted by. */
const outerOf = (x: Operand): Shape => (isWeak(x) ? [] : x.shape.slice(0, -1))

/** Numbers one after the other, as the function takes them. */
function rowsOf(numbers: readonly number[], lengths: readonly (number | null)[]): Row[] {
  let at = 0
  return lengths.map((n) => {
    if (n === null) return numbers[at++]!
    at += n
    return numbers.slice(at - n, at)
  })
}

function compiledFor(
  fn: AnyFunction,
  lengths: readonly (number | null)[],
  types: readonly DType[],
  float: Float,
  { where = {}, limit = DEFAULT_LIMIT }: MapRowsOptions,
): Compiled {
  const long = lengths.find((n) => n !== null && n > LONGEST)
  if (long !== undefined) refuse(`rows of ${long} elements are not compiled, of up to ${LONGEST} are`)
  const count = lengths.reduce<number>((sum, n) => sum + (n ?? 1), 0)
  const made = (given: readonly DType[], as: Float): Compiled =>
    compileWith(
      fn,
      (m) => {
        let at = 0
        const next = (dtype: DType) => number(m.t.param(at++, dtype))
        return lengths.map((n, i) =>
          n === null
            ? next(given[i]!)
            : listOf(
                m,
                Array.from({ length: n }, () => next(given[i]!)),
              ),
        )
      },
      as,
      where,
      limit,
    )
  const compiled = made(types, float)
  // As for `vectorize`: what is given beside the arguments replaces what the function sees.
  if (Object.keys(where).length === 0) {
    const doubles = types.map(() => 'float64' as const)
    compare(made(doubles, 'float64'), count, (numbers) => fn(...rowsOf(numbers, lengths)))
  }
  return compiled
}

/** Called row by row, here and now; counted. */
function eachRow(fn: AnyFunction, operands: readonly Operand[], outer: Shape, float: Float, reason: string): Untyped {
  const rows = sizeOf(outer)
  if (rows === 0)
    throw new ShapeError(`mapRows: the function is not compiled (${reason}), so that of no rows the result is not known`)
  countFallback('mapRows', reason)
  const columns = operands.map((x) => {
    if (isWeak(x)) return Array.from({ length: rows }, () => x)
    const n = lengthOf(x)
    const shape = n === null ? [...outer] : [...outer, n]
    return reshape(broadcast_to(wrap(x), shape), n === null ? [rows] : [rows, n]).tolist() as unknown[]
  })
  const results = Array.from({ length: rows }, (_, i) => fn(...columns.map((c) => c[i])))
  const found = array(results as number[]) as Untyped
  const shaped = reshape(found, [...outer, ...found.shape.slice(1)]) as Untyped
  return found.dtype === 'float64' ? (shaped.astype(float) as Untyped) : shaped
}

/**
 * A function of rows as one of arrays: the last axis of each argument is given to it as a list of numbers (what has no axes, as a number),
 * and the axes before are broadcast, so that it is called, as it were, for each row. A number as its result stands for the row; a list is
 * the last axis of the result. It is compiled as by `vectorize`, for rows of up to 64 elements, and recorded: no row is ever made.
 *
 *     const cross = np.mapRows((a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])
 *     cross(points, [0, 0, 1])
 *
 * What cannot be compiled is called row by row, at once, counted in `stats().fallbacks`, with a warning that says why. Throws `ArgumentError`
 * for what is no function; its calls throw `ShapeError` for axes before the last that do not broadcast.
 *
 * @example
 * np.mapRows(([x, y]: readonly number[]) => Math.hypot(x!, y!))([[3, 4], [6, 8]]) // array([ 5., 10.])
 */
export function mapRows<A extends Row[], R extends number | boolean | readonly (number | boolean)[]>(
  fn: (...rows: A) => R,
  options: MapRowsOptions = {},
): <L extends ArrayInput[]>(...args: L) => NdArray<R extends readonly (infer E)[] ? Returned<E, L> : Returned<R, L>> {
  if (typeof fn !== 'function') throw new ArgumentError(`mapRows: got ${typeof fn}, expected a function of rows`)
  checkOptions('mapRows', options, ['where', 'limit'])
  checkLimit('mapRows', options.limit ?? DEFAULT_LIMIT)
  // By dtypes and lengths: the function, or why it is not compiled.
  const known = new Map<string, Compiled | string>()
  return ((...args: ArrayInput[]): Untyped => {
    const operands = args.map((a) => operand('mapRows', a))
    const outer = broadcastShapes('mapRows', ...operands.map(outerOf))
    const lengths = operands.map(lengthOf)
    const float = floatOf(operands)
    const types = operands.map((x) => parameterType(x, float))
    const key = `${float} ${types} ${lengths.map((n) => n ?? 'number')}`
    let compiled = known.get(key)
    if (operands.some(isBigint)) compiled = 'bigints are not compiled'
    if (compiled === undefined) {
      try {
        compiled = compiledFor(fn as unknown as AnyFunction, lengths, types, float, options)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        compiled = warned('mapRows', fn as unknown as AnyFunction, error)
      }
      known.set(key, compiled)
    }
    if (typeof compiled === 'string')
      return told('mapRows', args, () => eachRow(fn as unknown as AnyFunction, operands, outer, float, compiled))
    const columns = operands.flatMap((x, i) => {
      const node = inDType(x, types[i]!)
      const n = lengths[i]!
      if (n === null) return [broadcast(node, outer)]
      const shape = node.shape.slice(0, -1)
      const strides = shape.map((_, axis) => sizeOf(node.shape.slice(axis + 1)))
      return Array.from({ length: n }, (_, offset) => broadcast(view(node, { shape, strides, offset }), outer))
    })
    const results = record(compiled, columns, outer).map((r) => wrap(r))
    return compiled.isList ? (stack(results, outer.length) as Untyped) : results[0]!
  }) as never
}
