import { isContiguous, type Scalar, sizeOf, type View } from '@weldarray/ir'
import type { Elements } from './storage.js'

type Writable = { [i: number]: Scalar }

/** Calls `at(flat, source)` for the first element of each row of a view: `flat` counts elements in C order. */
function forEachRow({ shape, strides, offset }: View, at: (flat: number, source: number) => void): void {
  const last = shape.length - 1
  const rows = sizeOf(shape) / shape[last]!
  const index = new Array<number>(last).fill(0)
  let source = offset
  for (let row = 0; row < rows; row++) {
    at(row * shape[last]!, source)
    for (let axis = last - 1; axis >= 0; axis--) {
      source += strides[axis]!
      if (++index[axis]! < shape[axis]!) break
      source -= strides[axis]! * shape[axis]!
      index[axis] = 0
    }
  }
}

const sameKind = (a: Elements, b: Elements): boolean => a.constructor === b.constructor

const copyRun = (to: Elements, at: number, from: Elements, start: number, count: number): void =>
  (to as unknown as Float64Array).set((from as unknown as Float64Array).subarray(start, start + count), at)

/** The elements a view of `from` selects, in C order, written to the start of `to`. Typed-array stores convert. */
export function gatherInto(to: Elements, from: Elements, view: View): void {
  const size = sizeOf(view.shape)
  if (size === 0) return
  const typed = sameKind(to, from)
  if (typed && isContiguous(view)) {
    copyRun(to, 0, from, view.offset, size)
    return
  }
  const rank = view.shape.length
  const n = rank === 0 ? 1 : view.shape[rank - 1]!
  const step = rank === 0 ? 0 : view.strides[rank - 1]!
  const row = (flat: number, source: number): void => {
    if (typed && step === 1 && n >= 32) copyRun(to, flat, from, source, n)
    else for (let i = 0; i < n; i++) (to as Writable)[flat + i] = from[source + i * step]!
  }
  if (rank === 0) row(0, view.offset)
  else forEachRow(view, row)
}

/** The elements of `from`, in C order, written to those that a view of `to` selects. */
export function scatterFrom(to: Elements, from: Elements, view: View): void {
  const size = sizeOf(view.shape)
  if (size === 0) return
  const typed = sameKind(to, from)
  if (typed && isContiguous(view)) {
    copyRun(to, view.offset, from, 0, size)
    return
  }
  const rank = view.shape.length
  const n = rank === 0 ? 1 : view.shape[rank - 1]!
  const step = rank === 0 ? 0 : view.strides[rank - 1]!
  const row = (flat: number, target: number): void => {
    if (typed && step === 1 && n >= 32) copyRun(to, target, from, flat, n)
    else for (let i = 0; i < n; i++) (to as Writable)[target + i * step] = from[flat + i]!
  }
  if (rank === 0) row(0, view.offset)
  else forEachRow(view, row)
}
