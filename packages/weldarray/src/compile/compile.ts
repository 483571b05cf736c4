import { ArgumentError, checkOptions } from '@weldarray/ir'
import { isTracing } from '@weldarray/runtime'
import type { NdArray } from '../array/ndarray.js'
import { sameSpecs, specOf } from './signature.js'
import { NOT_REPLAYED, Traced } from './traced.js'

/** Structures a function is kept traced for. */
const MOST_TRACES = 64

/** A function that `compile` made: it is called as the one it was made of. */
export interface Compiled<A extends readonly unknown[], R> {
  (...args: A): R
  /** The structures of arguments (dtypes, shapes, strides, values of what is no array) it is traced for now. */
  readonly traces: number
  /** Forgets them: the next call traces the function again, over the arrays and numbers that it captures then. */
  reset(): void
}

export interface CompileOptions {
  /**
   * Positions of arguments, from 0, that the caller gives away: a call disposes of them when it is done, and their memory is that of the next
   * results. JAX's `donate_argnums`.
   */
  donate?: number | readonly number[] | undefined
}

/** The positions that are given away, each once. Throws `ArgumentError` for what is no position. */
function positionsOf({ donate = [] }: CompileOptions): readonly number[] {
  const positions = typeof donate === 'number' ? [donate] : donate
  if (!Array.isArray(positions) || !positions.every((at) => Number.isInteger(at) && at >= 0))
    throw new ArgumentError(
      `compile: donate is ${String(donate)}, expected the position of an argument, from 0, or a list of them`,
    )
  return [...new Set(positions as readonly number[])]
}

/**
 * A function of arrays that is traced once for each structure of its arguments, and replayed after that: the same results, bit for bit,
 * as calling it, computed at once, without recording the operations again. For functions that are called thousands of times on small arrays.
 *
 * Arguments are arrays of any shape and dtype, and plain values, which are part of the structure: another number is another trace. What
 * the function returns (an array, or lists or plain objects of arrays) and what it stores in its arguments is made new by each call.
 * Captured arrays are read at each call; captured numbers, lists and decisions are those of the trace.
 *
 * With `donate` the arguments at these positions are given away: they cannot be used after the call (`DisposedError`), and their memory, which is
 * in the caches still, is that of results to come, without waiting for garbage collection.
 *
 * Throws `ArgumentError` for what is no function, or an argument that is neither array nor plain value; the calls throw `TraceError` where
 * the function looks at elements, draws random numbers, writes to arrays it was not given, or returns a part of what is given away.
 *
 * @example
 * const step = np.compile((u: np.NdArray, rate: np.NdArray) => u.sub(u.mul(rate)))
 * let u = np.ones(1000)
 * for (let i = 0; i < 3; i++) u = step(u, np.array(0.5))
 * u.get(0) // 0.125
 * const turn = np.compile((x: np.NdArray) => x.mul(2), { donate: 0 })
 * let x = np.ones(1000)
 * for (let i = 0; i < 3; i++) x = turn(x)
 * x.get(0) // 8
 */
export function compile<A extends readonly unknown[], R>(f: (...args: A) => R, options: CompileOptions = {}): Compiled<A, R> {
  if (typeof f !== 'function')
    throw new ArgumentError(`compile: got ${f === null ? 'null' : typeof f}, expected a function of arrays`)
  checkOptions('compile', options, ['donate'])
  const donated = positionsOf(options)
  let traces: Traced[] = []
  const plain = f as unknown as (...args: unknown[]) => R

  const traced = (args: readonly unknown[]): Traced => {
    for (let i = traces.length - 1; i >= 0; i--) {
      const known = traces[i]!
      if (!sameSpecs(args, known.specs)) continue
      if (i < traces.length - 1) {
        traces.splice(i, 1)
        traces.push(known)
      }
      return known
    }
    const made = new Traced(f as never, args.map(specOf), args, donated)
    traces.push(made)
    if (traces.length > MOST_TRACES) traces.shift()
    return made
  }

  const compiled = (...args: unknown[]): unknown => {
    // Called by a function that is being traced, it is part of that trace.
    if (isTracing()) return plain(...args)
    let result = traced(args).call(args)
    if (result === NOT_REPLAYED) result = plain(...args)
    for (let i = 0; i < donated.length; i++) (args[donated[i]!] as NdArray).dispose()
    return result
  }
  return Object.defineProperties(compiled, {
    traces: { get: () => traces.length },
    reset: {
      value: () => {
        traces = []
      },
    },
    name: { value: f.name },
    length: { value: f.length },
  }) as unknown as Compiled<A, R>
}
