import { ArgumentError, broadcastShapes, checkOptions, type DType, type Shape, toDType } from '@weldarray/ir'
import { broadcast, cast } from '@weldarray/runtime'
import { told } from '../numpy/arguments/told.js'
import { type NdArray, wrap } from '../numpy/operands/arrays.js'
import { type Operand, operand } from '../numpy/operands/operands.js'
import type { ArrayInput, DTypeName, WeakScalar } from '../numpy/types.js'
import type { Asked, Returned } from '../types/dtype-of.js'
import { type AnyFunction, type Captured, type Compiled, compile, vectorized, type Where } from './compile.js'
import { callEach } from './element-wise.js'
import { type Float, floatOf, inDType, isBigint, parameterType } from './parameters.js'
import { probe } from './probe.js'
import { record } from './record.js'
import { Refusal } from './refusal.js'
import { warned } from './warning.js'

export interface VectorizeOptions<T extends DTypeName = DTypeName> {
  /** What the function uses of its surroundings: numbers, booleans, lists of numbers, other functions (vectorised or not, or np's). */
  where?: Readonly<Record<string, Captured>> | undefined
  /** The dtypes the arguments are taken in; the function computes in the one they promote to. */
  dtypes?: readonly DTypeName[] | undefined
  /** The dtype of the result, or of each of several. */
  otypes?: T | readonly T[] | undefined
  /** How many rounds of a loop an element may take where their number is not known before; more is a `LoopLimitError`. */
  limit?: number | undefined
}

/** One array for a function of one result, a list of arrays for a function that returns a list: by what it returns, and is called with. */
export type Results<R, L extends readonly unknown[] = ArrayInput[], T extends DTypeName = never> = R extends readonly unknown[]
  ? { -readonly [K in keyof R]: Asked<T, Returned<R[K], L>> }
  : Asked<T, Returned<R, L>>

/** A function of numbers as one of arrays. */
export interface Vectorized<R, T extends DTypeName = never> {
  <L extends ArrayInput[]>(...args: L): Results<R, L, T>
  /** Why it is called element by element; null as long as it is compiled. */
  readonly refusal: string | null
}

class Function {
  private readonly compiled = new Map<string, Compiled>()
  private checked = false
  refusal: string | null = null

  constructor(
    private readonly fn: AnyFunction,
    private readonly where: Where,
    private readonly dtypes: readonly DType[] | undefined,
    private readonly otypes: readonly DType[] | undefined,
    private readonly limit: number,
  ) {}

  call(args: readonly ArrayInput[]): NdArray | NdArray[] {
    const { dtypes, otypes } = this
    let operands = args.map((x) => operand('vectorize', x))
    if (dtypes !== undefined) operands = operands.map((x, i) => inDType(x, dtypes[i] ?? dtypes[dtypes.length - 1]!))
    const each = (float: Float, why: string): NdArray | NdArray[] =>
      told('vectorize', args, () => callEach(this.fn, args, float, otypes, why))
    if (operands.some(isBigint)) return each(floatOf(operands), 'bigints are not compiled')
    const compiled = this.compiledFor(operands)
    const float = floatOf(operands)
    if (compiled === null) return each(float, this.refusal!)
    const values = operands.map((x) => inDType(x, parameterType(x, float)))
    const shape: Shape = broadcastShapes('vectorize', ...values.map((v) => v.shape))
    const results = record(
      compiled,
      values.map((v) => broadcast(v, shape)),
      shape,
    )
    const arrays = results.map((r, k) => wrap(otypes === undefined ? r : cast(r, otypes[k] ?? otypes[0]!)))
    return compiled.isList ? arrays : arrays[0]!
  }

  /** The function for arguments of these dtypes; null, and a warning once, where it cannot be compiled. */
  private compiledFor(operands: readonly Operand[]): Compiled | null {
    if (this.refusal !== null) return null
    const float = floatOf(operands)
    const types = operands.map((x) => parameterType(x, float))
    const key = `${float} ${types}`
    let compiled = this.compiled.get(key)
    if (compiled !== undefined) return compiled
    try {
      compiled = compile(this.fn, types, float, this.where, this.limit)
      // What is given beside the arguments replaces what the function sees: there is nothing to compare with.
      if (!this.checked && Object.keys(this.where).length === 0) probe(this.fn, operands.length)
      this.checked = true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refuse(error)
      return null
    }
    this.compiled.set(key, compiled)
    return compiled
  }

  private refuse(error: Refusal): void {
    this.refusal = warned('vectorize', this.fn, error)
  }
}

const listed = (x: DTypeName | readonly DTypeName[] | undefined): readonly DType[] | undefined =>
  x === undefined ? undefined : (typeof x === 'string' ? [x] : x).map((name) => toDType(name))

/**
 * A function of numbers as one of arrays: its source is compiled, and a call records one elementwise expression, which
 * broadcasts and
 * fuses with what is around it. It computes in float64, or in float32 where that is what the arguments promote to; booleans
 * stay
 * booleans. In float64 it means what JavaScript means, to the bit, with np's elementary functions for those of `Math`.
 *
 * What cannot be compiled is called element by element, at once, counted in `stats().fallbacks`, with a warning that says why.
 *
 *     const hyp = np.vectorize((x, y) => (x > y ? Math.sqrt(x * x + y * y) : 0))
 *     hyp(a, b).sum()
 *
 * Throws `ArgumentError` for what is no function and for options that do not exist, `DTypeError` for unknown dtypes; its calls
 * throw
 * `ShapeError` for shapes that do not broadcast. See docs/functions.md.
 *
 * NumPy's `numpy.vectorize`.
 * @example
 * np.vectorize((x, y) => (x > y ? x - y : 0))([1, 5], 3) // array([0., 2.])
 */
export function vectorize<R, T extends DTypeName = never>(
  fn: (...args: number[]) => R,
  options?: VectorizeOptions<T>,
): Vectorized<R, T>
export function vectorize<A extends WeakScalar[], R, T extends DTypeName = never>(
  fn: (...args: A) => R,
  options?: VectorizeOptions<T>,
): Vectorized<R, T>
export function vectorize(fn: AnyFunction, options: VectorizeOptions = {}): unknown {
  if (typeof fn !== 'function') throw new ArgumentError(`vectorize: got ${typeof fn}, expected a function of numbers`)
  checkOptions('vectorize', options, ['where', 'dtypes', 'otypes', 'limit'])
  const { where = {}, limit = DEFAULT_LIMIT } = options
  checkLimit('vectorize', limit)
  const made = new Function(fn, where, listed(options.dtypes), listed(options.otypes), limit)
  const call = (...args: ArrayInput[]) => made.call(args)
  Object.defineProperty(call, 'refusal', { get: () => made.refusal })
  Object.defineProperty(call, 'name', { value: fn.name, configurable: true })
  vectorized.set(call, { fn, where })
  return call
}

/** A second or so, for one element. */
export const DEFAULT_LIMIT = 2 ** 24

/** Throws `ArgumentError` for what is no number of rounds. */
export function checkLimit(what: string, limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit >= 2 ** 31)
    throw new ArgumentError(`${what}: limit is ${limit}, expected a whole number from 1 up, below 2 ** 31`)
}
