import type { Shape } from '@weldarray/ir'

/** Part of an array: as many elements along each axis, from there on. */
export interface Rectangle {
  readonly starts: readonly number[]
  readonly shape: readonly number[]
}

/**
 * The rectangles, in C order, that the elements `from` to `to` of a shape's C order are made of: what is left of rows, whole rows, and
 * the beginning of rows, of each axis.
 */
export function rectangles(shape: Shape, from: number, to: number): Rectangle[] {
  const found: Rectangle[] = []
  const cut = (axis: number, outer: readonly number[], low: number, high: number): void => {
    const inner = shape.slice(axis + 1)
    const width = inner.reduce((n, d) => n * d, 1)
    const [first, last] = [Math.floor(low / width), Math.ceil(high / width)]
    if (last - first === 1 && high - low < width) {
      cut(axis + 1, [...outer, first], low - first * width, high - first * width)
      return
    }
    const [begin, end] = [Math.ceil(low / width), Math.floor(high / width)]
    if (low < begin * width) cut(axis + 1, [...outer, first], low - first * width, width)
    if (begin < end)
      found.push({
        starts: [...outer, begin, ...inner.map(() => 0)],
        shape: [...outer.map(() => 1), end - begin, ...inner],
      })
    if (end * width < high) cut(axis + 1, [...outer, end], 0, high - end * width)
  }
  if (from < to) {
    if (shape.length === 0) found.push({ starts: [], shape: [] })
    else cut(0, [], from, to)
  }
  return found
}
