import type { Accepts, Composite, Result } from './types.js'

/** A row of an operation that is made of others; with `widen`, float32 is computed in float64. */
export const composite = (
  arity: 1 | 2 | 3,
  accepts: Accepts,
  result: Result,
  expand: Composite['expand'],
  widen = false,
): Composite => ({ kind: 'composite', arity, accepts, result, expand, ...(widen ? { widen } : {}) })
