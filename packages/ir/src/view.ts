import { ShapeError } from './errors.js'
import { contiguousStrides, type Shape, showShape, sizeOf } from './shape.js'

/** An affine access: element `i` at `offset + Σ i[k]·strides[k]`. */
export interface View {
  readonly shape: Shape
  readonly strides: readonly number[]
  readonly offset: number
}

/** A view in the coordinates of its source: coordinate `d` is `start[d] + Σ i[k]·steps[k][d]`. */
export interface Coordinates {
  readonly start: readonly number[]
  readonly steps: readonly (readonly number[])[]
}

/** `n` in the mixed radix of `shape` (strides `radix`), the digits rounded towards zero, or to nearest when `balanced`. */
function digits(n: number, shape: Shape, radix: readonly number[], balanced: boolean): number[] {
  let rest = n
  return shape.map((length, d) => {
    if (length <= 1) return 0
    const quotient = rest / radix[d]!
    const digit = balanced ? Math.round(quotient) : Math.trunc(quotient)
    rest -= digit * radix[d]!
    return digit
  })
}

function attempt(source: Shape, view: View, balanced: boolean): Coordinates | null {
  const radix = contiguousStrides(source)
  const start = digits(view.offset, source, radix, false)
  const steps = view.shape.map((length, k) =>
    length === 1 ? source.map(() => 0) : digits(view.strides[k]!, source, radix, balanced),
  )
  for (let d = 0; d < source.length; d++) {
    let low = start[d]!
    let high = low
    for (let k = 0; k < steps.length; k++) {
      const reach = steps[k]![d]! * (view.shape[k]! - 1)
      if (reach < 0) low += reach
      else high += reach
    }
    if (low < 0 || high >= source[d]!) return null
  }
  return { start, steps }
}

/**
 * A view of the C-order flattening of `source`, expressed in `source`'s coordinates; null if it is not affine
 * in them (a reshape that joins or splits axes unevenly). Every coordinate stays in range, and coordinates in
 * range are unique, so an answer is always right; a null may be pessimistic (then the source is materialised).
 */
export function toCoordinates(source: Shape, view: View): Coordinates | null {
  if (sizeOf(view.shape) === 0) return { start: source.map(() => 0), steps: view.shape.map(() => source.map(() => 0)) }
  return attempt(source, view, false) ?? attempt(source, view, true)
}

/** Whether the view reads its source once, in C order, from `offset` on. */
export function isContiguous(view: View): boolean {
  let step = 1
  for (let k = view.shape.length - 1; k >= 0; k--) {
    if (view.shape[k] !== 1 && view.strides[k] !== step) return sizeOf(view.shape) === 0
    step *= view.shape[k]!
  }
  return true
}

/**
 * Whether a view reads all of its source's `size` elements: repeated, transposed or reshaped, and not cut. Decides costs, no values:
 * windows that overlap may be taken for it.
 */
export function readsAll({ shape, strides }: View, size: number): boolean {
  let count = 1
  let reach = 1
  for (let k = 0; k < shape.length; k++) {
    if (strides[k] === 0 || shape[k] === 1) continue
    count *= shape[k]!
    reach += (shape[k]! - 1) * Math.abs(strides[k]!)
  }
  return count === size && reach === size
}

/** `outer`, a view of the C-order flattening of `inner`'s result, as one view of what `inner` reads; null if not affine. */
export function composeViews(outer: View, inner: View): View | null {
  if (isContiguous(inner)) return { shape: outer.shape, strides: outer.strides, offset: inner.offset + outer.offset }
  const at = toCoordinates(inner.shape, outer)
  if (at === null) return null
  const dot = (steps: readonly number[]): number => {
    let sum = 0
    for (let d = 0; d < steps.length; d++) sum += steps[d]! * inner.strides[d]!
    return sum
  }
  return { shape: outer.shape, strides: at.steps.map(dot), offset: inner.offset + dot(at.start) }
}

export const wholeView = (shape: Shape): View => ({ shape, strides: contiguousStrides(shape), offset: 0 })

/** The view that repeats an array of shape `from` to shape `to` (NumPy broadcasting). Throws `ShapeError` where it does not fit: it would leave the array. */
export function broadcastView(from: Shape, to: Shape): View {
  const strides = contiguousStrides(from)
  const lead = to.length - from.length
  let fits = lead >= 0
  for (let k = 0; k < from.length; k++) {
    const n = to[lead + k]
    if (from[k] === n) continue
    if (from[k] !== 1) fits = false
    strides[k] = 0
  }
  if (!fits) throw new ShapeError(`broadcast: shape ${showShape(from)} does not broadcast to ${showShape(to)}`)
  for (let k = 0; k < lead; k++) strides.unshift(0)
  return { shape: to, strides, offset: 0 }
}

/** Whether every element the view selects is one of `length` elements. */
export function isInside(view: View, length: number): boolean {
  let low = view.offset
  let high = view.offset
  for (let k = 0; k < view.shape.length; k++) {
    const n = view.shape[k]!
    if (n === 0) return true
    // Fractions may add up to whole numbers; a negative length reaches nowhere.
    if (!(n > 0 && Number.isInteger(n) && Number.isInteger(view.strides[k]))) return false
    const reach = (n - 1) * view.strides[k]!
    if (reach < 0) low += reach
    else high += reach
  }
  return low >= 0 && high < length && Number.isInteger(low) && Number.isInteger(high)
}

/** The least and the greatest place that a view with elements goes to. */
export function reachOf({ shape, strides, offset }: View): [low: number, high: number] {
  let [low, high] = [offset, offset]
  for (let k = 0; k < shape.length; k++) {
    const reach = strides[k]! * (shape[k]! - 1)
    if (reach < 0) low += reach
    else high += reach
  }
  return [low, high]
}

/** Calls `at(flat, source)` for every index in C order, `source` the affine function of it. */
export function forEachIndex(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  at: (flat: number, source: number) => void,
): void {
  const size = sizeOf(shape)
  const index = new Array<number>(shape.length).fill(0)
  let source = offset
  for (let flat = 0; flat < size; flat++) {
    at(flat, source)
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      source += strides[axis]!
      if (++index[axis]! < shape[axis]!) break
      source -= strides[axis]! * shape[axis]!
      index[axis] = 0
    }
  }
}
