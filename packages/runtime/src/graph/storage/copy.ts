import { isContiguous, isInside, type Scalar, sizeOf, type View } from '@weldarray/ir'
import type { Elements } from './contents.js'

type Writable = { [i: number]: Scalar }

/** From this many neighbours on, the engine's own copying and filling beat a loop. */
export const BULK = 32

/** Calls `row(flat, at, n, step)` for each row of a view: `flat` counts elements in C order, `at` is where the row starts. */
function forEachRow(view: View, row: (flat: number, at: number, n: number, step: number) => void): void {
  const { shape, strides, offset } = view
  const size = sizeOf(shape)
  if (size === 0) return
  if (isContiguous(view)) {
    row(0, offset, size, 1)
    return
  }
  const last = shape.length - 1
  const n = shape[last]!
  const index = new Array<number>(last).fill(0)
  let at = offset
  for (let flat = 0; flat < size; flat += n) {
    row(flat, at, n, strides[last]!)
    for (let axis = last - 1; axis >= 0; axis--) {
      at += strides[axis]!
      if (++index[axis]! < shape[axis]!) break
      at -= strides[axis]! * shape[axis]!
      index[axis] = 0
    }
  }
}

/** Whether runs of neighbours can be copied as they are. Beyond the ends, reads give undefined and writes do nothing. */
const isPlain = (a: Elements, b: Elements, viewed: Elements, view: View): boolean =>
  a.constructor === b.constructor && isInside(view, viewed.length)

const copyRun = (to: Elements, at: number, from: Elements, start: number, count: number): void =>
  (to as unknown as Float64Array).set((from as unknown as Float64Array).subarray(start, start + count), at)

/** The elements a view of `from` selects, in C order, written to the start of `to`. Typed-array stores convert. */
export function gatherInto(to: Elements, from: Elements, view: View): void {
  const plain = isPlain(to, from, from, view)
  forEachRow(view, (flat, at, n, step) => {
    if (plain && step === 1 && n >= BULK) copyRun(to, flat, from, at, n)
    else for (let i = 0; i < n; i++) (to as Writable)[flat + i] = from[at + i * step]!
  })
}

/** The elements of `from`, in C order, written to those that a view of `to` selects. */
export function scatterFrom(to: Elements, from: Elements, view: View): void {
  const plain = isPlain(to, from, to, view)
  forEachRow(view, (flat, at, n, step) => {
    if (plain && step === 1 && n >= BULK) copyRun(to, at, from, flat, n)
    else for (let i = 0; i < n; i++) (to as Writable)[at + i * step] = from[flat + i]!
  })
}
