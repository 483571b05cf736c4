import { where } from '../../elementwise/choosing.js'
import {
  add,
  ceil,
  divide,
  equal,
  expm1,
  greater_equal,
  less_equal,
  log,
  minimum,
  multiply,
  negative,
  power,
  sqrt,
  subtract,
} from '../../elementwise/functions.js'
import type { Untyped } from '../../operands/arrays.js'
import type { ArrayInput } from '../../types.js'
import { SOON } from './discrete.js'

/*
 * Distributions whose numbers are a line over one number each of a simpler kind (or two), as arrays: a kernel draws those, another computes the
 * line. They are the functions of `continuous.ts`.
 */

/** As many numbers of a simpler kind as are wanted, or null where no kernel draws them; gammas of these shapes by turns. */
export type Simpler = (
  kind: 'doubles' | 'positive doubles' | 'normals' | 'exponentials' | 'gammas',
  count: number,
  shapes?: Float64Array,
) => Untyped | null

/** So many numbers for parameters that are numbers or arrays of as many elements; null where they are drawn one after the other. */
export type Many = (simpler: Simpler, count: number, a: ArrayInput, b: ArrayInput, c: ArrayInput) => ArrayInput | null

/** A line over one number each. */
const over =
  (kind: Parameters<Simpler>[0], line: (x: Untyped, a: ArrayInput, b: ArrayInput, c: ArrayInput) => ArrayInput): Many =>
  (simpler, count, a, b, c) => {
    const x = simpler(kind, count)
    return x === null ? null : line(x, a, b, c)
  }

export const cauchy: Many = (simpler, count) => {
  const x = simpler('normals', 2 * count)
  return x === null ? null : divide(x.step(2), x.lo(1).step(2))
}

export const weibull = over('exponentials', (x, a) => where(equal(a, 0), 0, power(x, divide(1, a))))
export const pareto = over('exponentials', (x, a) => expm1(divide(x, a)))
export const powers = over('exponentials', (x, a) => power(negative(expm1(negative(x))), divide(1, a)))
export const rayleigh = over('exponentials', (x, scale) => multiply(scale, sqrt(multiply(2, x))))

/** Where trials are not counted one by one, and so many are not expected that they would be no int64. */
export const geometric: Many = (simpler, count, p) => {
  const x = typeof p === 'number' && p > 1e-15 && p < SOON ? simpler('exponentials', count) : null
  return x === null ? null : ceil(divide(negative(x), Math.log1p(-(p as number)))).astype('int64')
}

/** 0 is drawn again. */
export const gumbel = over('positive doubles', (u, loc, scale) =>
  subtract(loc, multiply(scale, log(negative(log(subtract(1, u)))))),
)
export const logistic = over('positive doubles', (u, loc, scale) => add(loc, multiply(scale, log(divide(u, subtract(1, u))))))
export const laplace = over('positive doubles', (u, loc, scale) => {
  const size = multiply(scale, log(minimum(add(u, u), subtract(subtract(2, u), u))))
  return add(loc, where(greater_equal(u, 0.5), negative(size), size))
})

export const triangular = over('doubles', (u, left, mode, right) => {
  const [base, before] = [subtract(right, left), subtract(mode, left)]
  const after = multiply(subtract(1, u), multiply(subtract(right, mode), base))
  return where(
    less_equal(u, divide(before, base)),
    add(left, sqrt(multiply(u, multiply(before, base)))),
    subtract(right, sqrt(after)),
  )
})

const listOf = (x: ArrayInput): Float64Array =>
  typeof x === 'number' ? Float64Array.of(x) : Float64Array.from((x as Untyped).evaluate().data)

export const standardGamma: Many = (simpler, count, shape) => simpler('gammas', count, listOf(shape))
export const gamma: Many = (simpler, count, shape, scale) => {
  const x = simpler('gammas', count, listOf(shape))
  return x === null ? null : multiply(scale, x)
}
export const chisquare: Many = (simpler, count, df) => {
  const x = simpler('gammas', count, listOf(divide(df, 2)))
  return x === null ? null : multiply(2, x)
}

/** Of two of them for each number, where parameters are numbers. */
const overTwo =
  (
    shapes: (a: number, b: number) => [number, number],
    line: (x: Untyped, y: Untyped, a: number, b: number) => ArrayInput,
  ): Many =>
  (simpler, count, a, b) => {
    const x =
      typeof a === 'number' && typeof b === 'number' ? simpler('gammas', 2 * count, Float64Array.from(shapes(a, b))) : null
    return x === null ? null : line(x.step(2), x.lo(1).step(2), a as number, b as number)
  }
export const beta = overTwo(
  (a, b) => [a, b],
  (x, y) => divide(x, add(x, y)),
)
export const f = overTwo(
  (a, b) => [a / 2, b / 2],
  (x, y, a, b) => divide(multiply(multiply(2, x), b), multiply(multiply(2, y), a)),
)
