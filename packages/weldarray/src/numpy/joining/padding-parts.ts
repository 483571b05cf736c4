import { isFloat as floats } from '@weldarray/ir'
import { along } from '../analysis/calculus.js'
import { subtract } from '../elementwise/functions.js'
import { dtypeOf, type NdArray, type Untyped } from '../operands/arrays.js'
import { flip } from '../shaping/axes.js'
import { broadcast_to } from '../shaping/layout.js'
import { concatenate } from './joining.js'
import { runsOf } from './padding-frames.js'

export const isFloat = (x: NdArray): boolean => floats(dtypeOf(x))

export const repeated = (x: NdArray, axis: number, n: number): Untyped =>
  broadcast_to(
    x,
    Array.from(x.shape, (d, i) => (i === axis ? n : d)),
  )

/**
 * What 'edge', 'wrap', 'reflect' and 'symmetric' make where no more than one image of the array stands at each end: its parts, joined, with
 * no index for every element. Null where more images are needed.
 */
export function joined(x: NdArray, mode: string, axis: number, before: number, after: number): Untyped | null {
  const runs = runsOf(mode, x.shape[axis]!, [before, after], [])
  if (runs === null) return null
  const part = (from: number, to: number): Untyped => along(x, axis, `${from}:${to}`)
  return concatenate(
    runs.map(({ start, count, step }) =>
      step === 0
        ? repeated(part(start, start + 1), axis, count)
        : step === 1
          ? part(start, start + count)
          : flip(part(start - count + 1, start + 1), axis),
    ),
    axis,
  )
}

/**
 * Odd mirror images: twice the edge less the elements, and again of what has grown, until there are enough. `skip` 1 leaves the
 * edge itself out.
 */
export function subtractFrom(x: NdArray, axis: number, before: number, after: number, skip: 0 | 1): NdArray {
  let result = x
  for (let left = before, right = after; left > 0 || right > 0; ) {
    const n = result.shape[axis]!
    const most = Math.max(1, n - skip)
    const [p, q] = [Math.min(left, most), Math.min(right, most)]
    const mirror = (spec: string, edge: string): NdArray => {
      const e = along(result, axis, edge)
      return subtract(e.mul(2), flip(along(result, axis, spec), axis)).astype(x.dtype as 'float64')
    }
    const s = n === 1 ? 0 : skip
    const parts = [result]
    if (p > 0) parts.unshift(mirror(`${s}:${s + p}`, ':1'))
    if (q > 0) parts.push(mirror(`${n - s - q}:${n - s}`, '-1:'))
    result = concatenate(parts, axis)
    left -= p
    right -= q
  }
  return result
}
