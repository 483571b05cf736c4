import { isFloat, type Node, ShapeError, showShape, sizeOf, ValueError } from '@weldarray/ir'
import { call, cast, keeping, reduce, reshape, scan, takeAlong, view } from '@weldarray/runtime'
import { borrow, type NdArray } from '../operands/arrays.js'
import { filled, isnan, op, select } from '../operands/expressions.js'
import { broadcast_to, reshape as reshaped, transpose } from '../shaping/layout.js'

/** Weights in the array's shape: given so, or for the axes alone, in their order. Throws `ShapeError`. */
export function weightsFor(what: string, weights: NdArray, shape: readonly number[], axes: readonly number[] | null): NdArray {
  const own = Array.from(weights.shape)
  if (own.length === shape.length && own.every((n, i) => n === shape[i])) return weights
  const wanted = axes?.map((i) => shape[i]!)
  if (wanted === undefined || own.length !== wanted.length || own.some((n, i) => n !== wanted[i]))
    throw new ShapeError(
      `${what}: weights of shape ${showShape(own)}, expected that of the array, ${showShape(shape)}${wanted === undefined ? '; for others give the axis' : `, or of its axes, ${showShape(wanted)}`}`,
    )
  const order = axes!.map((_, i) => i).sort((i, j) => axes![i]! - axes![j]!)
  const lined = reshaped(
    transpose(weights, order),
    shape.map((n, i) => (axes!.includes(i) ? n : 1)),
  )
  return broadcast_to(lined, shape)
}

/** Throws `ValueError` unless no weight is below 0 and those of each row, as far as they count, add up to a positive number. */
function check(what: string, weights: Node, counted: Node): void {
  const all = reduce('min', weights, [0, 1])
  const totals = reduce('sum', counted, [1])
  borrow([all, totals], ([least], sums) => {
    if (least! < 0) throw new ValueError(`${what}: a weight of ${least}, expected none below 0`)
    for (const sum of sums as Float64Array)
      if (!(sum > 0 && sum < Infinity)) throw new ValueError(`${what}: weights add up to ${sum}, expected a positive number`)
  })
}

/**
 * Of each row of `value` (the last axis), for each share, the first element in order at which that share of the weight is reached: rows and
 * columns of the dtype of the elements. NaN where there is one, unless these are left out, and of rows of nothing. The weights are looked at
 * now, the elements when somebody looks.
 */
export function weightedQuantiles(what: string, value: Node, weights: Node, shares: Node, skip: boolean): Node {
  const n = value.shape.at(-1)!
  const rows = sizeOf(value.shape.slice(0, -1))
  const count = sizeOf(shares.shape)
  if (sizeOf([rows, n]) === 0) return filled(NaN, value.dtype, [rows, count])
  const lines = reshape(value, [rows, n])
  const given = reshape(cast(weights, 'float64'), [rows, n])
  const mayBeNaN = isFloat(value.dtype)
  const counted = skip && mayBeNaN ? select(isnan(lines), 0, given) : given
  // Of a row that has nothing to count there is no sum to be looked at.
  keeping([lines, given, counted], () => check(what, given, skip && mayBeNaN ? select(hasNone(lines), 1, counted) : counted))
  const order = call('argsort', [lines], [], 'int64')
  const sums = scan('sum', takeAlong(what, counted, order, 1, 'clip'), 1)
  const whole = view(sums, { shape: [rows, n], strides: [n, 0], offset: n - 1 })
  const grid = [rows, count, n]
  const reached = view(op('div', sums, whole), { shape: grid, strides: [n, 0, 1], offset: 0 })
  const asked = view(reshape(shares, [count]), { shape: grid, strides: [0, 1, 0], offset: 0 })
  // An element without weight at the beginning is not there for a share of 0 either.
  const isBefore = op('or', op('lt', reached, asked), op('eq', reached, 0))
  const place = cast(reduce('sum', cast(isBefore, 'float64'), [2]), 'int64')
  const found = takeAlong(what, lines, takeAlong(what, order, place, 1, 'clip'), 1, 'clip')
  if (!mayBeNaN || skip) return found
  // NaN sorts last.
  const last = view(takeAlong(what, lines, view(order, { shape: [rows, 1], strides: [n, 1], offset: n - 1 }), 1, 'clip'), {
    shape: [rows, count],
    strides: [1, 0],
    offset: 0,
  })
  return select(isnan(last), last, found)
}

/** Whether a row has nothing but NaN, for each of its elements. */
function hasNone(lines: Node): Node {
  const [rows, n] = lines.shape as [number, number]
  const none = reduce('min', isnan(lines), [1])
  return view(none, { shape: [rows, n], strides: [1, 0], offset: 0 })
}
