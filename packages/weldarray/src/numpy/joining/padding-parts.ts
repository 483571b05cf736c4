import { isFloat as floats } from '@weldarray/ir'
import { along } from '../analysis/calculus.js'
import { subtract } from '../elementwise/functions.js'
import { dtypeOf, type NdArray } from '../operands/arrays.js'
import { flip } from '../shaping/layout.js'
import { concatenate } from './joining.js'

export const isFloat = (x: NdArray): boolean => floats(dtypeOf(x))

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
