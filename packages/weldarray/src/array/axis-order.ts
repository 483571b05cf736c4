import { AxisError, normalizeAxes, normalizeAxis } from '@weldarray/ir'

/** The axes of a list that puts them in another order; negative ones count from the end. Throws `AxisError` unless it names each once. */
export function orderOf(axes: Iterable<number>, rank: number): number[] {
  const list = Array.from(axes)
  if (list.length !== rank)
    throw new AxisError(`transpose: got ${list.length} axes for an array of dimension ${rank}, expected each once`)
  normalizeAxes('transpose', list, rank)
  return list.map((axis) => normalizeAxis('transpose', axis, rank))
}

/** An axis given by itself, as `ndarray` takes it: what is no number is 0. Negative ones count from the end. Throws `AxisError` for others. */
export const axisOf = (axis: unknown, rank: number): number => normalizeAxis('transpose', (axis as number) | 0, rank)
