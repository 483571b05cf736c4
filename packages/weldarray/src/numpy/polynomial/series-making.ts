import { add, multiply } from '../elementwise/functions.js'
import type { NdArray, Untyped } from '../operands/arrays.js'
import { max, min } from '../reductions/reductions.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { degreesOf } from './core.js'
import { type Degrees, fittedTerms } from './fitting.js'
import type { Series, SeriesClass } from './series.js'
import { type FitOptions, opsOf, type SeriesOptions } from './series-ops.js'

/*
 * What the classes of series make of places, roots and degrees.
 */

/** Places of the domain in the window. */
export function mapped(series: Series, x: NdArray): Untyped {
  const [off, scl] = series.mapparms()
  return add(off, multiply(x.astype('float64'), scl)) as Untyped
}

export function fitOf<T extends Series>(
  kind: SeriesClass<T>,
  x: ArrayInput,
  y: ArrayInput,
  deg: Degrees,
  options: FitOptions,
): T {
  const what = `${kind.name}.fit`
  const v = arrayOf(what, x).astype('float64')
  let domain = options.domain ?? ([Number(min(v).item()), Number(max(v).item())] as const)
  if (domain[0] === domain[1]) domain = [domain[0] - 1, domain[1] + 1]
  const { w = null, rcond = null, ...rest } = options
  const own = { ...rest, domain }
  const blank = new kind([0], own)
  const columns = (most: number): NdArray => opsOf(kind)!.vander(what, mapped(blank, v), most)
  const { coefficients: c } = fittedTerms(what, columns, deg, y, w, rcond)
  return new kind(c, own)
}

export function fromrootsOf<T extends Series>(kind: SeriesClass<T>, roots: ArrayInput, options: SeriesOptions): T {
  const list = Array.from(arrayOf(`${kind.name}.fromroots`, roots).flat as Iterable<number>, Number)
  // NumPy's domain is where the roots are, unless one is given.
  const blank = new kind([0], options)
  const [off, scl] = blank.mapparms()
  const monic = opsOf(kind)!.fromRoots(list.map((r) => off + scl * r))
  return new kind(
    monic.map((c) => c / scl ** list.length),
    options,
  )
}

export function identityOf<T extends Series>(kind: SeriesClass<T>, options: SeriesOptions): T {
  const [off, scl] = new kind([0], options).mapparms()
  return new kind(opsOf(kind)!.fromPowers(Float64Array.of((0 - off) / scl, 1 / scl)), options)
}

export function basisOf<T extends Series>(kind: SeriesClass<T>, deg: number, options: SeriesOptions): T {
  degreesOf(`${kind.name}.basis`, 'deg', deg)
  return new kind([...new Array<number>(deg).fill(0), 1], options)
}
