import { contiguousStrides, type Node, ValueError } from '@weldarray/ir'
import { call, cast, constant, scatter, view } from '@weldarray/runtime'
import { leafOf } from '../operands/arrays.js'
import { literal, op, select } from '../operands/expressions.js'

/** Most bins: beyond it, one element that is far off is a mistake rather than a histogram. */
export const MOST = 2 ** 30

/** Numbers along an axis of a grid, and the edges of its cells. */
export interface GridAxis {
  readonly numbers: Node
  readonly edges: Float64Array
}

/** Which cell of an axis each number is in; `outside` where it is in none. The last cell is closed. */
function cellOf({ numbers, edges }: GridAxis): { at: Node; isInside: Node } {
  const bins = edges.length - 1
  const after = cast(call('searchsorted', [leafOf(edges, 'float64', [edges.length]), numbers], [1]), 'int32')
  const last = op('eq', numbers, edges[bins]!)
  const isInside = op('and', op('ge', numbers, edges[0]!), op('le', numbers, edges[bins]!))
  return { at: select(last, literal(bins - 1, 'int32'), op('sub', after, 1)), isInside }
}

/**
 * How many points (1-d coordinates along each axis) are in each cell of a grid, or the sums of their weights: flat, int64 or float64. What
 * is outside goes to one more cell, which is left away.
 */
export function inCells(what: string, axes: readonly GridAxis[], weights: Node | null): Node {
  const cells = axes.map(cellOf)
  const lengths = axes.map(({ edges }) => edges.length - 1)
  const size = lengths.reduce((n, d) => n * d, 1)
  if (size > MOST) throw new ValueError(`${what}: ${size} cells, expected at most ${MOST}`)
  const steps = contiguousStrides(lengths)
  const at = cells.map((c, k) => (steps[k] === 1 ? c.at : op('mul', c.at, steps[k]!))).reduce((x, y) => op('add', x, y))
  const isInside = cells.map((c) => c.isInside).reduce((x, y) => op('and', x, y))
  const one = constant(1, 'int32')
  const sums = scatter(what, select(isInside, at, size), weights ?? one, size + 1)
  const inside = view(sums, { shape: [size], strides: [1], offset: 0 })
  return weights === null ? cast(inside, 'int64') : inside
}
