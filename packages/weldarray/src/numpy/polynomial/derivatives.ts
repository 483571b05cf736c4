import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { integerOf } from '../arguments/values.js'
import type { NdArray } from '../operands/arrays.js'
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
}
export type DerivativeRest = Rest<[m: number, scl: number], DerivativeOptions>

interface IntegralOptions extends DerivativeOptions {
  /** What each integral is at `lbnd`. */
  k?: number | readonly number[]
  lbnd?: number
}
export type IntegralRest = Rest<[m: number, k: number | readonly number[], lbnd: number, scl: number], IntegralOptions>

/** A module's derivatives of lists of coefficients. */
export const derivativeIn = (what: string, by: Calculus) =>
  declare(`${what}(c: array, {m?: integer, scl?: number})`, (c: ArrayInput, ...rest: DerivativeRest): NdArray<'float64'> => {
    const { m = 1, scl = 1 } = optionsOf<DerivativeOptions>(rest)
    return toArray(derived(by, coefficients(what, c), integerOf(what, 'm', m, 0), scl))
  })

/** A module's integrals of lists of coefficients. */
export const integralIn = (what: string, by: Calculus) =>
  declare(
    `${what}(c: array, {m?: integer, k?: number|numbers, lbnd?: number, scl?: number})`,
    (c: ArrayInput, ...rest: IntegralRest): NdArray<'float64'> => {
      const { m = 1, k = [], lbnd = 0, scl = 1 } = optionsOf<IntegralOptions>(rest)
      const times = degreesOf(what, 'm', m)
      return toArray(integrated(by, coefficients(what, c), times, typeof k === 'number' ? [k] : k, lbnd, scl))
    },
  )
