import { normalizeAxis } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { integerOf } from '../arguments/values.js'
import { unstack } from '../joining/splitting.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { arrayOf, moveaxis, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { type Calculus, derived, integrated } from './calculus.js'
import { coefficients, degreesOf, toArray } from './core.js'

/*
 * `polyder` and `polyint`, and what is called so of every family.
 */

interface DerivativeOptions {
  /** How many times. */
  m?: number
  /** What is multiplied by each time. */
  scl?: number
  /** Along which coefficients of several series are (the first). */
  axis?: number
}
export type DerivativeRest = Rest<[m: number, scl: number, axis: number], DerivativeOptions>

/** What is made of each series, all of one length; the shorter ones end in zeros. */
function ofEach(what: string, c: ArrayInput, axis: number, run: (line: Float64Array) => Float64Array): NdArray<'float64'> {
  const x = arrayOf(what, c)
  const along = normalizeAxis(what, axis, Math.max(1, x.ndim))
  if (x.ndim < 2) return toArray(run(coefficients(what, c)))
  const lines: Untyped = moveaxis(x, along, -1)
  const n = lines.shape.at(-1)!
  const results = unstack(reshape(lines, [-1, n])).map((line) => run(coefficients(what, line)))
  const length = Math.max(1, ...results.map((line) => line.length))
  const all = new Float64Array(length * results.length)
  results.forEach((line, i) => all.set(line, i * length))
  return moveaxis(reshape(toArray(all), [...lines.shape.slice(0, -1), length]), -1, along)
}

interface IntegralOptions extends DerivativeOptions {
  /** What each integral is at `lbnd`. */
  k?: number | readonly number[]
  lbnd?: number
}
export type IntegralRest = Rest<
  [m: number, k: number | readonly number[], lbnd: number, scl: number, axis: number],
  IntegralOptions
>

/** A module's derivatives of lists of coefficients. */
export const derivativeIn = (what: string, by: Calculus) =>
  declare(
    `${what}(c: array, {m?: integer, scl?: number, axis?: integer})`,
    (c: ArrayInput, ...rest: DerivativeRest): NdArray<'float64'> => {
      const { m = 1, scl = 1, axis = 0 } = optionsOf<DerivativeOptions>(rest)
      const times = integerOf(what, 'm', m, 0)
      return ofEach(what, c, axis, (line) => derived(by, line, times, scl))
    },
  )

/** A module's integrals of lists of coefficients. */
export const integralIn = (what: string, by: Calculus) =>
  declare(
    `${what}(c: array, {m?: integer, k?: number|numbers, lbnd?: number, scl?: number, axis?: integer})`,
    (c: ArrayInput, ...rest: IntegralRest): NdArray<'float64'> => {
      const { m = 1, k = [], lbnd = 0, scl = 1, axis = 0 } = optionsOf<IntegralOptions>(rest)
      const times = degreesOf(what, 'm', m)
      return ofEach(what, c, axis, (line) => integrated(by, line, times, typeof k === 'number' ? [k] : k, lbnd, scl))
    },
  )
