import { isFloat, normalizeAxes, normalizeAxis, ShapeError, showShape } from '@weldarray/ir'
import type { At, Computed, Floating, Same } from '../../types/dtype-of.js'
import type { Float, Own } from '../../types/promotion.generated.js'
import { checkScalar } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { where } from '../elementwise/choosing.js'
import { absolute, add, divide, equal, less, logical_and, multiply, remainder, subtract } from '../elementwise/functions.js'
import { concatenate } from '../joining/joining.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { toWrite } from '../operands/destination.js'
import { isWeak, toValue } from '../operands/operands.js'
import { sum } from '../reductions/reductions.js'
import { cumsum } from '../reductions/scans.js'
import { all } from '../reductions/truth.js'
import { arrayOf, ravel } from '../shaping/layout.js'
import type { ArrayInput, Axes } from '../types.js'
import { diff } from './differences.js'

/** A part of an axis: `spec` there, everything elsewhere. */
export const along = (x: NdArray, axis: number, spec: string | number): NdArray =>
  x.slice(...Array.from(x.shape, (_, i) => (i === axis ? spec : ':')))

export interface GradientOptions {
  axis?: Axes
  /** At the ends, differences of first (1) or second (2) order. */
  edge_order?: 1 | 2
}

/** An array along one axis, a list of arrays along several. How many axes an array has, types do not know: `axis`, or several distances, tell. */
interface Gradient {
  <X extends ArrayInput>(f: X, options: GradientOptions & { axis: number }): Floating<X>
  <X extends ArrayInput>(f: X, distance: ArrayInput, options: GradientOptions & { axis: number }): Floating<X>
  <X extends ArrayInput>(f: X, options: GradientOptions & { axis: readonly [number, number, ...number[]] }): Floating<X>[]
  <X extends ArrayInput>(f: X, first: ArrayInput, second: ArrayInput, ...more: (ArrayInput | GradientOptions)[]): Floating<X>[]
  <X extends ArrayInput>(f: X, ...args: (ArrayInput | GradientOptions)[]): Floating<X> | Floating<X>[]
}

/** Differences along one axis: central inside, one-sided at the ends. `h`: the distance of neighbours, or the places. */
function slope(x: NdArray, axis: number, h: number | NdArray, edge: 1 | 2): Untyped {
  const n = x.shape[axis]!
  if (n < edge + 1) throw new ShapeError(`gradient: a length of ${n} along axis ${axis}, expected at least ${edge + 1}`)
  const at = (spec: string | number): Untyped => along(x, axis, spec)
  const shape = Array.from(x.shape, (_, i) => (i === axis ? -1 : 1))
  if (typeof h === 'number') {
    const inner = divide(subtract(at('2:'), at(':-2')), 2 * h)
    const first =
      edge === 1
        ? divide(subtract(at('1:2'), at('0:1')), h)
        : add(add(multiply(at('0:1'), -1.5 / h), multiply(at('1:2'), 2 / h)), multiply(at('2:3'), -0.5 / h))
    const last =
      edge === 1
        ? divide(subtract(at('-1:'), at('-2:-1')), h)
        : add(add(multiply(at('-3:-2'), 0.5 / h), multiply(at('-2:-1'), -2 / h)), multiply(at('-1:'), 1.5 / h))
    return concatenate([first, inner, last], axis)
  }
  const steps = diff(h.astype('float64'))
  const [d1, d2] = [steps.slice(':-1'), steps.slice('1:')]
  const spread = (v: NdArray): Untyped => v.reshape(shape)
  const a = spread(d2.neg().div(d1.mul(d1.add(d2))))
  const b = spread(d2.sub(d1).div(d1.mul(d2)))
  const c = spread(d1.div(d2.mul(d1.add(d2))))
  const inner = add(add(multiply(a, at(':-2')), multiply(b, at('1:-1'))), multiply(c, at('2:')))
  const [s, e] = [steps.slice('0'), steps.slice('-1')]
  if (edge === 1)
    return concatenate([divide(subtract(at('1:2'), at('0:1')), s), inner, divide(subtract(at('-1:'), at('-2:-1')), e)], axis)
  const [s2, e1] = [steps.slice('1'), steps.slice('-2')]
  const first = add(
    add(
      multiply(
        s
          .mul(2)
          .add(s2)
          .neg()
          .div(s.mul(s.add(s2))),
        at('0:1'),
      ),
      multiply(s.add(s2).div(s.mul(s2)), at('1:2')),
    ),
    multiply(s.neg().div(s2.mul(s.add(s2))), at('2:3')),
  )
  const last = add(
    add(multiply(e.div(e1.mul(e1.add(e))), at('-3:-2')), multiply(e.add(e1).neg().div(e1.mul(e)), at('-2:-1'))),
    multiply(
      e
        .mul(2)
        .add(e1)
        .div(e.mul(e1.add(e))),
      at('-1:'),
    ),
  )
  return concatenate([first, inner, last], axis)
}

/**
 * The slope along each axis (an array, or for several axes a list), by central differences, at the ends one-sided. After the
 * array: nothing (distance 1), one
 * distance for all axes, or a distance or the places (1-d) for each. A last object holds `axis` and `edge_order`.
 *
 * NumPy's `numpy.gradient`.
 * @example
 * np.gradient([1, 4, 9, 16]) // array([3., 4., 6., 7.])
 */
export const gradient: Gradient = declare(
  'gradient(f: array, ...varargs: array, {axis?: integers|null, edge_order?: integer})',
  (options: GradientOptions = {}, f: ArrayInput, ...distances: ArrayInput[]): Untyped & Untyped[] => {
    const from = arrayOf('gradient', f)
    const x = isFloat(toValue('gradient', from).dtype) ? from : from.astype('float64')
    const axis = options.axis ?? null
    const axes =
      axis === null
        ? Array.from(x.shape, (_, i) => i)
        : typeof axis === 'number'
          ? [normalizeAxis('gradient', axis, x.shape.length)]
          : axis.map((i) => normalizeAxis('gradient', i, x.shape.length))
    normalizeAxes('gradient', axes, x.shape.length)
    if (distances.length > 1 && distances.length !== axes.length)
      throw new ArgumentError(`gradient: ${distances.length} distances for ${axes.length} axes, expected one, or one for each`)
    const edge = options.edge_order ?? 1
    if (edge !== 1 && edge !== 2) throw new ArgumentError(`gradient: edge_order is ${edge}, expected 1 or 2`)
    const results = axes.map((along, i) => {
      const h = distances.length === 0 ? 1 : distances[distances.length === 1 ? 0 : i]!
      const places = arrayOf('gradient', h)
      if (places.shape.length === 0) return slope(x, along, Number(places.item()), edge)
      if (places.shape.length !== 1 || places.size !== x.shape[along])
        throw new ShapeError(
          `gradient: places of shape ${showShape(places.shape)} for axis ${along} of length ${x.shape[along]}, expected as many`,
        )
      const steps = diff(places.astype('float64'))
      // (Evenly spaced, an element is no part of its own slope, whatever it is.)
      if (places.size > 1 && all(equal(steps, steps.slice(0)))) return slope(x, along, Number(steps.get(0)), edge)
      // The places are float64; the result is of the array's dtype.
      return slope(x, along, places, edge).astype(x.dtype) as Untyped
    })
    return (results.length === 1 ? results[0]! : results) as never
  },
) as never

export interface TrapezoidOptions<X extends ArrayInput | null = ArrayInput | null, S extends ArrayInput = ArrayInput> {
  x?: X
  dx?: S
  axis?: number
}

/**
 * The integral along an axis (the last) by trapezoids: of places `x`, or `dx` (1) apart. Lazy. NumPy's `numpy.trapezoid`.
 * @example
 * np.trapezoid([1, 2, 3]) // array(4.)
 */
export const trapezoid = declare(
  'trapezoid(y: array, {x?: array|null, dx?: array, axis?: integer})',
  <Y extends ArrayInput, X extends ArrayInput | null = null, S extends ArrayInput = 1>(
    y: Y,
    ...rest: Rest<[x: X, dx: S, axis: number], TrapezoidOptions<X, S>>
  ): NdArray<Computed<[Y, X, S]>> => {
    const { x = null, dx = 1, axis = -1 } = optionsOf<TrapezoidOptions>(rest)
    const a = arrayOf('trapezoid', y)
    const line = normalizeAxis('trapezoid', axis, a.shape.length)
    let step: ArrayInput = dx
    if (x !== null) {
      const places = arrayOf('trapezoid', x)
      step =
        places.shape.length === 1
          ? diff(places).reshape(Array.from(a.shape, (_, i) => (i === line ? -1 : 1)))
          : diff(places, 1, axis)
    }
    return sum(divide(multiply(step, add(along(a, line, '1:'), along(a, line, ':-1'))), 2), axis) as never
  },
)

export interface UnwrapOptions<P extends number = number> {
  discont?: number | null
  axis?: number
  period?: P
}

/**
 * Jumps of more than half a period (2π) taken out along an axis (the last), by adding periods. NumPy's `numpy.unwrap`.
 * @example
 * np.unwrap([0, 3, 6.2, 9.4]).round(2) // array([ 0.  ,  3.  , -0.08, -3.17])
 */
export const unwrap = declare(
  'unwrap(p: array, {discont?: number|null, axis?: integer, *, period?: number})',
  <X extends ArrayInput, P extends number = never>(
    p: X,
    ...rest: Rest<[discont: number | null, axis: number], UnwrapOptions<P>>
  ): NdArray<Float[At<X>] | ([P] extends [never] ? never : Own[At<X>])> => {
    const o = optionsOf<UnwrapOptions>(rest)
    const period = o.period ?? 2 * Math.PI
    const from = arrayOf('unwrap', p)
    const whole = !isFloat(toValue('unwrap', from).dtype) && Number.isInteger(period)
    const x = whole || isFloat(toValue('unwrap', from).dtype) ? from : from.astype('float64')
    const line = normalizeAxis('unwrap', o.axis ?? -1, x.shape.length)
    const discont = o.discont ?? period / 2
    // In the dtype of the array, where those of unsigned integers wrap.
    const steps = diff(from, 1, line)
    const low = whole ? -Math.floor(period / 2) : -period / 2
    const high = -low
    const wrapped = add(remainder(subtract(steps, low), period), low)
    const ambiguous = whole ? period % 2 === 0 : true
    const mended = ambiguous ? where(logical_and(equal(wrapped, low), less(0, steps)), high, wrapped) : wrapped
    const correct = where(less(absolute(steps), discont), 0, subtract(mended, steps))
    return concatenate(
      [along(x, line, ':1'), add(along(x, line, '1:'), cumsum(correct, line, { dtype: x.dtype as 'float64' }))],
      line,
    ) as never
  },
)

/**
 * Differences of neighbours of the flattened array, with values before and after. NumPy's `numpy.ediff1d`.
 * @example
 * np.ediff1d([1, 4, 9]) // array([3., 5.])
 */
export const ediff1d = declare(
  'ediff1d(ary: array, {to_end?: array|null, to_begin?: array|null})',
  <X extends ArrayInput>(
    a: X,
    ...rest: Rest<
      [to_end: ArrayInput | null, to_begin: ArrayInput | null],
      { to_end?: ArrayInput | null; to_begin?: ArrayInput | null }
    >
  ): Same<X> => {
    const { to_end = null, to_begin = null } = optionsOf<{ to_end?: ArrayInput | null; to_begin?: ArrayInput | null }>(rest)
    const steps: Untyped = diff(ravel(a))
    const side = (s: ArrayInput | null): Untyped[] => {
      if (s === null) return []
      if (isWeak(s)) checkScalar('ediff1d', s, steps.dtype, 'same_kind')
      return [ravel(wrap(toWrite('ediff1d', s, steps, 'same_kind'))) as Untyped]
    }
    return to_end === null && to_begin === null ? steps : (concatenate([...side(to_begin), steps, ...side(to_end)]) as Untyped)
  },
)
