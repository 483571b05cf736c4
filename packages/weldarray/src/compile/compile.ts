import { ArgumentError } from '@weldarray/ir'
import { isTracing } from '@weldarray/runtime'
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

/**
 * A function of arrays that is traced once for each structure of its arguments, and replayed after that: the same results, bit for bit,
 * as calling it, computed at once, without recording the operations again. For functions that are called thousands of times on small arrays.
 *
 * Arguments are arrays of any shape and dtype, and plain values, which are part of the structure: another number is another trace. What
 * the function returns (an array, or lists or plain objects of arrays) and what it stores in its arguments is made new by each call.
 * Captured arrays are read at each call; captured numbers, lists and decisions are those of the trace.
 *
 * Throws `ArgumentError` for what is no function, or an argument that is neither array nor plain value; the calls throw `TraceError` where
 * the function looks at elements, draws random numbers or writes to arrays it was not given.
 *
 * @example
 * const step = np.compile((u: np.NdArray, rate: np.NdArray) => u.sub(u.mul(rate)))
 * let u = np.ones(1000)
 * for (let i = 0; i < 3; i++) u = step(u, np.array(0.5))
 * u.get(0) // 0.125
 */
export function compile<A extends readonly unknown[], R>(f: (...args: A) => R): Compiled<A, R> {
  if (typeof f !== 'function')
    throw new ArgumentError(`compile: got ${f === null ? 'null' : typeof f}, expected a function of arrays`)
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
    const made = new Traced(f as never, args.map(specOf), args)
    traces.push(made)
    if (traces.length > MOST_TRACES) traces.shift()
    return made
  }

  const compiled = (...args: unknown[]): unknown => {
    // Called by a function that is being traced, it is part of that trace.
    if (isTracing()) return plain(...args)
    const result = traced(args).call(args)
    return result === NOT_REPLAYED ? plain(...args) : result
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
