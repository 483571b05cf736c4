import { type Node, ShapeError, showShape } from '@weldarray/ir'
import { call, cast, constant, recordTake, view } from '@weldarray/runtime'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError } from '../arguments/values.js'
import { remainder } from '../elementwise/functions.js'
import { take } from '../indexing/indexing.js'
import { concatenate } from '../joining/joining.js'
import { type NdArray, wrap } from '../operands/arrays.js'
import { isnan, op, select } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import { argsort } from '../sorting/sorting.js'
import type { ArrayInput } from '../types.js'

export interface InterpOptions {
  /** For places before the first: the first value unless given. */
  left?: number | null
  /** For places after the last. */
  right?: number | null
  /** The places are of a circle of this length. */
  period?: number | null
}

/**
 * The piecewise linear function through the points (xp, fp), xp increasing, at `x`; float64. NumPy's `numpy.interp`.
 * @example
 * np.interp([1.5, 2.5], [1, 2, 3], [10, 20, 40]) // array([15., 30.])
 */
export const interp = declare(
  'interp(x: array, xp: array, fp: array, {left?: number|null, right?: number|null, period?: number|null})',
  (
    x: ArrayInput,
    xp: ArrayInput,
    fp: ArrayInput,
    ...rest: Rest<[left: number | null, right: number | null, period: number | null], InterpOptions>
  ): NdArray<'float64'> => {
    const o = optionsOf<InterpOptions>(rest)
    let [places, values] = [arrayOf('interp', xp).astype('float64'), arrayOf('interp', fp).astype('float64')]
    let at = arrayOf('interp', x).astype('float64')
    if (places.shape.length !== 1 || values.shape.length !== 1 || places.size !== values.size)
      throw new ShapeError(
        `interp: places of shape ${showShape(places.shape)} and values of shape ${showShape(values.shape)}, expected one axis of one length`,
      )
    if (places.size === 0) throw new ShapeError('interp: there are no points')
    const period = o.period ?? null
    if (period !== null) {
      if (period === 0) throw new ArgumentError('interp: the period must not be 0')
      const size = Math.abs(period)
      at = remainder(at, size)
      places = remainder(places, size)
      const order = argsort(places)
      places = take(places, order)
      values = take(values, order)
      places = concatenate([places.slice('-1:').sub(size), places, places.slice(':1').add(size)])
      values = concatenate([values.slice('-1:'), values, values.slice(':1')])
    }
    const list = [at, places, values].map((v) => cast(toValue('interp', v), 'float64'))
    const [t, xs, ys] = list as [Node, Node, Node]
    const ends = period === null ? { left: o.left ?? null, right: o.right ?? null } : { left: null, right: null }
    return wrap(between(t, xs, ys, ends)) as NdArray<'float64'>
  },
)

/** Points joined by lines, at `t`: recorded, the place of each among the points found by bisection. */
function between(t: Node, xs: Node, ys: Node, ends: { left: number | null; right: number | null }): Node {
  const n = xs.shape[0]!
  const at = (from: Node, index: Node | number): Node =>
    typeof index === 'number'
      ? view(from, { shape: t.shape, strides: t.shape.map(() => 0), offset: index })
      : recordTake('interp', from, index, 0, 'clip')
  const end = (value: number | null, index: number): Node => (value === null ? at(ys, index) : constant(value, 'float64'))
  // (None before the first, unless that is NaN: what is no number has no end.)
  const j = op('maximum', op('sub', cast(call('searchsorted', [xs, t], [1]), 'int32'), 1), 0)
  const next = op('add', j, 1)
  const [x0, x1, y0, y1] = [at(xs, j), at(xs, next), at(ys, j), at(ys, next)]
  const rise = op('div', op('sub', y1, y0), op('sub', x1, x0))
  const near = op('add', op('mul', rise, op('sub', t, x0)), y0)
  // Infinite slopes, as NumPy mends them: from the other side, or the value both sides have.
  const far = op('add', op('mul', rise, op('sub', t, x1)), y1)
  const mended = select(isnan(near), select(op('and', isnan(far), op('eq', y0, y1)), y0, far), near)
  const onPoint = op('or', op('eq', next, n), op('eq', x0, t))
  const inside = select(onPoint, y0, mended)
  const after = select(op('gt', t, at(xs, n - 1)), end(ends.right, n - 1), inside)
  const all = select(op('lt', t, at(xs, 0)), end(ends.left, 0), after)
  return n > 1 ? select(isnan(t), t, all) : all
}
