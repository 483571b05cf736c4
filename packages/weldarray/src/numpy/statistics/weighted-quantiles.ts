import { type Node, ShapeError, showShape, sizeOf, ValueError } from '@weldarray/ir'
import { cast } from '@weldarray/runtime'
import type { NdArray } from '../operands/arrays.js'
import { build, type Cells, eagerly } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import { broadcast_to, reshape, transpose } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

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
  const lined = reshape(
    transpose(weights, order),
    shape.map((n, i) => (axes!.includes(i) ? n : 1)),
  )
  return broadcast_to(lined, shape)
}

/** The line's elements that count, in order, and what share of all weight is reached at each. */
function reached(
  what: string,
  cells: Cells,
  weights: Float64Array,
  start: number,
  n: number,
  skip: boolean,
): [number[], number[]] {
  const order: number[] = []
  for (let i = start; i < start + n; i++) if (!(skip && cells[i] !== cells[i])) order.push(i)
  const last = (i: number): number => Number(cells[i] !== cells[i])
  order.sort((i, j) => last(i) - last(j) || (cells[i]! < cells[j]! ? -1 : cells[i]! > cells[j]! ? 1 : i - j))
  let sum = 0
  const sums = order.map((i) => (sum += weights[i]!))
  if (order.length > 0 && !(sum > 0 && sum < Infinity))
    throw new ValueError(`${what}: weights add up to ${sum}, expected a positive number`)
  // An element without weight at the beginning is not there for a share of 0 either.
  return [order, sums.map((s) => (s / sum === 0 ? -1 : s / sum))]
}

/**
 * Of each row of `value` (the axes to be reduced last, joined) the first element at which a share of the weight is reached; in the
 * dtype of the elements. NaN where there is one, unless these are left out.
 */
export function weightedQuantiles(
  what: string,
  value: Node,
  weights: ArrayInput,
  shares: readonly number[],
  lead: readonly number[],
  skip: boolean,
): NdArray {
  const rest = value.shape.slice(0, -1)
  const n = value.shape.at(-1)!
  const rows = sizeOf(rest)
  const given = cast(toValue(what, weights), 'float64')
  return eagerly(what, [value, given], (cells, heavy) => {
    const w = heavy as unknown as Float64Array
    for (let i = 0; i < w.length; i++) if (w[i]! < 0) throw new ValueError(`${what}: a weight of ${w[i]}, expected none below 0`)
    return build(value.dtype, [...lead, ...rest], (to) => {
      for (let row = 0; row < rows; row++) {
        const [order, sums] = reached(what, cells, w, row * n, n, skip)
        const worst = order.at(-1)
        shares.forEach((q, k) => {
          const at = sums.findIndex((s) => s >= q)
          const found = order[at < 0 ? order.length - 1 : at]
          const broken = worst !== undefined && cells[worst] !== cells[worst]
          to[k * rows + row] = found === undefined ? NaN : cells[broken ? worst : found]!
        })
      }
    })
  })
}
