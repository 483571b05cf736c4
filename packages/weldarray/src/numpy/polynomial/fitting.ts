import { ShapeError, showShape } from '@weldarray/ir'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { zeros } from '../creation/creation.js'
import { divide, multiply, sqrt } from '../elementwise/functions.js'
import { take } from '../indexing/indexing.js'
import { lstsq } from '../linalg/least-squares.js'
import { matmul } from '../linalg/matmul.js'
import { inv } from '../linalg/solving.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { sum } from '../reductions/reductions.js'
import { atleast } from '../shaping/atleast.js'
import { arrayOf, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { degreesOf } from './core.js'

/** What a fit finds: coefficients in the order of the columns, and how good they are. */
export interface Fit {
  readonly coefficients: NdArray
  readonly residuals: NdArray
  readonly rank: number
  readonly s: NdArray
  readonly rcond: number
  /** The inverse of the scaled normal equations' matrix, scaled back. */
  readonly covariance: () => NdArray
  readonly points: number
}

/** Least squares over the columns of a matrix of powers, each scaled to length 1. */
export function fitted(what: string, columns: NdArray, y: ArrayInput, w: ArrayInput | null, rcond: number | null): Fit {
  let right = arrayOf(what, y).astype('float64')
  const n = columns.shape[0]!
  if (columns.shape.length !== 2)
    throw new ShapeError(`${what}: places of shape ${showShape(columns.shape.slice(0, -1))}, expected one axis`)
  if (right.shape.length < 1 || right.shape.length > 2 || right.shape[0] !== n)
    throw new ShapeError(`${what}: ${n} places and values of shape ${showShape(right.shape)}, expected as many rows`)
  if (n === 0) throw new ShapeError(`${what}: there are no points`)
  let left = columns
  if (w !== null) {
    const weights = arrayOf(what, w).astype('float64')
    if (weights.shape.length !== 1 || weights.size !== n)
      throw new ShapeError(`${what}: weights of shape ${showShape(weights.shape)}, expected (${n},)`)
    const column = reshape(weights, [-1, 1])
    left = multiply(left, column)
    right = right.shape.length === 2 ? multiply(right, column) : multiply(right, weights)
  }
  const cut = rcond ?? n * 2 ** -52
  const lengths = sqrt(sum(multiply(left, left), 0))
  const scale = lengths.add(lengths.eq(0))
  const scaled = divide(left, scale)
  const [x, residuals, rank, s] = lstsq(scaled, right, cut)
  const coefficients = x.shape.length === 2 ? divide(x, reshape(scale, [-1, 1])) : divide(x, scale)
  const covariance = (): NdArray => divide(inv(matmul(scaled.T, scaled)), multiply(reshape(scale, [-1, 1]), scale))
  return { coefficients, residuals, rank, s, rcond: cut, covariance, points: n }
}

/** A degree, or those of the terms that there are. */
export type Degrees = number | readonly number[]

/** A fit of series, given the columns up to a degree; coefficients of terms that there are not are 0. Throws `ArgumentError`. */
export function fittedTerms(
  what: string,
  columns: (deg: number) => NdArray,
  deg: Degrees,
  y: ArrayInput,
  w: ArrayInput | null,
  rcond: number | null,
): Fit {
  if (typeof deg === 'number') return fitted(what, columns(deg), y, w, rcond)
  const terms = [...deg].sort((p, q) => p - q)
  if (terms.length === 0 || new Set(terms).size < terms.length)
    throw new ArgumentError(`${what}: deg is [${deg.join(', ')}], expected a degree, or different ones`)
  for (const term of terms) degreesOf(what, 'a degree', term, MOST_FITTED)
  const most = terms.at(-1)!
  const fit = fitted(what, take(columns(most), terms, -1), y, w, rcond)
  const all = zeros([most + 1, ...fit.coefficients.shape.slice(1)])
  return { ...fit, coefficients: all.at(terms).set(fit.coefficients) }
}

/** How good a fit is: the sums of squared rests, the rank, the singular values, and where they were cut. */
export type Quality = [residuals: NdArray<'float64'>, rank: number, s: NdArray<'float64'>, rcond: number]

/** What `full` gives besides the coefficients. */
export const qualityOf = ({ residuals, rank, s, rcond }: Fit): Quality => [residuals as Untyped, rank, s as Untyped, rcond]

export interface SeriesFitOptions {
  rcond?: number | null
  /** Also how good the fit is, in a list. */
  full?: boolean
  w?: ArrayInput | null
}

/** The fit of NumPy's modules of series. */
export interface SeriesFit {
  (x: ArrayInput, y: ArrayInput, deg: Degrees, options: SeriesFitOptions & { full: true }): [NdArray<'float64'>, Quality]
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: Degrees,
    rcond: number | null,
    full: true,
    w?: ArrayInput | null,
  ): [NdArray<'float64'>, Quality]
  (
    x: ArrayInput,
    y: ArrayInput,
    deg: Degrees,
    ...rest: Rest<[rcond: number | null, full: false, w: ArrayInput | null], SeriesFitOptions>
  ): NdArray<'float64'>
}

/** A module's function, given the columns of a degree at the places. */
export const seriesFit = (what: string, columns: (x: ArrayInput, deg: number) => NdArray): SeriesFit =>
  declare(
    `${what}(x: array, y: array, deg: integers, {rcond?: number|null, full?: flag, w?: array|null})`,
    (x: ArrayInput, y: ArrayInput, deg: Degrees, ...rest: readonly unknown[]): never => {
      const { rcond = null, full = false, w = null } = optionsOf<SeriesFitOptions>(rest)
      const fit = fittedTerms(what, (most) => columns(x, most), deg, y, w, rcond)
      return (full ? [fit.coefficients, qualityOf(fit)] : fit.coefficients) as never
    },
  )

/** Highest degree that is fitted: doubles tell no more than a few dozen powers apart. */
const MOST_FITTED = 1000

/** Powers 0 to `deg` of places, in columns. */
export function powers(what: string, x: ArrayInput, deg: number): NdArray<'float64'>[] {
  degreesOf(what, 'deg', deg, MOST_FITTED)
  const v = atleast(1, x).astype('float64')
  const columns = [v.mul(0).add(1)]
  for (let i = 1; i <= deg; i++) columns.push(multiply(columns[i - 1]!, v))
  return columns
}
