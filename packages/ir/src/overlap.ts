import { type Shape, sizeOf } from './shape.js'
import { type Coordinates, toCoordinates, type View } from './view.js'

/*
 * Whether two views of one array have elements in common.
 */

/** The numbers that a view's coordinate along one axis takes are some of `low`, `low + step`, … `high`. */
interface Progression {
  readonly low: number
  readonly high: number
  /** 0: there is one number. */
  readonly step: number
}

function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

/** Sums of a start and of multiples of steps, from 0 to one less than a length of each. */
function progression(start: number, steps: readonly number[], shape: Shape): Progression {
  let [low, high, step] = [start, start, 0]
  for (let k = 0; k < steps.length; k++) {
    const reach = steps[k]! * (shape[k]! - 1)
    if (reach === 0) continue
    if (reach < 0) low += reach
    else high += reach
    step = divisor(step, steps[k]!)
  }
  return { low, high, step }
}

function areApart(a: Progression, b: Progression): boolean {
  if (a.high < b.low || b.high < a.low) return true
  const step = divisor(a.step, b.step)
  return step > 1 && (a.low - b.low) % step !== 0
}

const along = (axis: number, { start, steps }: Coordinates, shape: Shape): Progression =>
  progression(
    start[axis]!,
    steps.map((step) => step[axis]!),
    shape,
  )

/** An array of one axis as rows as long as the largest step of the views, if there are whole ones. */
function inRows(source: Shape, a: View, b: View): Shape {
  if (source.length !== 1) return source
  const length = source[0]!
  let row = 1
  for (const { shape, strides } of [a, b])
    for (let k = 0; k < shape.length; k++) if (shape[k]! > 1) row = Math.max(row, Math.abs(strides[k]!))
  return row > 1 && row < length && length % row === 0 ? [length / row, row] : source
}

/**
 * Whether two views of the C-order flattening of `source`, both inside of it, have no element in common. An answer of true is always right;
 * false may be pessimistic.
 */
export function areDisjoint(source: Shape, a: View, b: View): boolean {
  if (sizeOf(a.shape) === 0 || sizeOf(b.shape) === 0) return true
  if (areApart(progression(a.offset, a.strides, a.shape), progression(b.offset, b.strides, b.shape))) return true
  const shape = inRows(source, a, b)
  if (shape.length < 2) return false
  const [inA, inB] = [toCoordinates(shape, a), toCoordinates(shape, b)]
  return inA !== null && inB !== null && shape.some((_, axis) => areApart(along(axis, inA, a.shape), along(axis, inB, b.shape)))
}

/** Whether two views go to the same elements in the same order. */
export function isSameView(a: View, b: View): boolean {
  if (a.offset !== b.offset || a.shape.length !== b.shape.length) return false
  for (let k = 0; k < a.shape.length; k++)
    if (a.shape[k] !== b.shape[k] || (a.strides[k] !== b.strides[k] && a.shape[k] !== 1)) return false
  return true
}
