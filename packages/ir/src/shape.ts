import { AxisError, ShapeError } from './errors.js'

export type Shape = readonly number[]

/** Most axes of an array, as in NumPy: what goes through axes one by one stays quick, and no file or list can ask for more. */
export const MAX_RANK = 64

/** Throws `ShapeError` for more axes than arrays have. */
export function checkRank(what: string, rank: number): void {
  if (rank > MAX_RANK) throw new ShapeError(`${what}: ${rank} axes, expected at most ${MAX_RANK}`)
}

/** Number of elements of a shape; 1 for the 0-d shape. */
export function sizeOf(shape: Shape): number {
  let n = 1
  for (let i = 0; i < shape.length; i++) n *= shape[i]!
  return n
}

/** Strides, in elements, of a C-contiguous array of this shape. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length)
  let step = 1
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step
    step *= shape[i]!
  }
  return strides
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

export const showShape = (shape: Shape): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`)

/** Most shapes that a message lists. */
const LISTED = 8

const listed = (shapes: readonly Shape[]): string => {
  const shown = shapes.slice(0, LISTED).map(showShape)
  return [...shown, ...(shapes.length > LISTED ? [`${shapes.length - LISTED} more`] : [])].join(' and ')
}

/** The shape all `shapes` broadcast to (NumPy's rule). Throws `ShapeError` naming `what`. */
export function broadcastShapes(what: string, ...shapes: readonly Shape[]): Shape {
  let out = shapes[0] ?? []
  for (let s = 1; s < shapes.length; s++) {
    const b = shapes[s]!
    if (sameShape(out, b)) continue
    const rank = Math.max(out.length, b.length)
    const joined = new Array<number>(rank)
    for (let i = 1; i <= rank; i++) {
      const x = out[out.length - i] ?? 1
      const y = b[b.length - i] ?? 1
      if (x !== y && x !== 1 && y !== 1)
        throw new ShapeError(
          `${what}: shapes ${listed(shapes)} cannot be broadcast together: ` +
            `axis ${rank - i} has lengths ${x} and ${y}, which must be equal or one of them 1`,
        )
      joined[rank - i] = x === 1 ? y : x
    }
    out = joined
  }
  return out
}

/** A non-negative axis. Throws `AxisError` when the array has no such axis. */
export function normalizeAxis(what: string, axis: number, rank: number): number {
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank)
    throw new AxisError(
      `${what}: axis ${axis} is out of bounds for an array of dimension ${rank}` +
        (rank === 0 ? '' : `: expected an integer from ${-rank} to ${rank - 1}`),
    )
  return axis < 0 ? axis + rank : axis
}

/** The axes of an array, in order. */
export function allAxes(rank: number): number[] {
  const axes = new Array<number>(rank)
  for (let i = 0; i < rank; i++) axes[i] = i
  return axes
}

/** Sorted distinct non-negative axes; `undefined` means all of them. */
export function normalizeAxes(what: string, axes: number | readonly number[] | null | undefined, rank: number): number[] {
  if (typeof axes === 'number') return [normalizeAxis(what, axes, rank)]
  if (axes === undefined || axes === null) return allAxes(rank)
  const list = new Array<number>(axes.length)
  for (let i = 0; i < list.length; i++) list[i] = normalizeAxis(what, axes[i]!, rank)
  list.sort((a, b) => a - b)
  for (let i = 1; i < list.length; i++)
    if (list[i] === list[i - 1]) throw new AxisError(`${what}: axis ${list[i]} is given twice`)
  return list
}
