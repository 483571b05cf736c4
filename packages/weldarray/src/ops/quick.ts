import { sizeOf } from '@weldarray/ir'
import type { Storage } from '@weldarray/runtime'
import { Held } from '../array/held.js'
import { isNumeric } from './eager.js'
import { elementaryRun } from './elementary.js'
import { type Kernel, kernelsOf, LONGEST } from './kernels.js'
import { AT_ONCE, DEAR_AT_ONCE, FIRST_AT_ONCE, LONG } from './limits.js'
import { type Argument, dataOf, isDense, writableOf } from './operand.js'

/*
 * The usual call, with as little around the loop as possible: dense arrays of one dtype whose elements are at hand, and nothing
 * worth recording. All functions return false if a call is another one.
 */

export type Quick = (d: Argument, a: Argument | null, b: Argument | null, scalar: unknown) => boolean

/** Whether an array's elements can be read without computing them. */
export const atHand = (array: Argument): boolean => !Held.is(array) || Held.storage(array).isEvaluated

/** Whether the elements of a destination may be written now: large library memory is better recorded. */
export const writtenNow = (d: Argument, size: number, most = FIRST_AT_ONCE): boolean =>
  !Held.is(d) || (size <= most && isBetterNow(Held.storage(d), size))

/** Whether an operation on memory of this size is done sooner than recorded. */
export const isBetterNow = (storage: Storage, size: number): boolean =>
  storage.isEvaluated && (size <= AT_ONCE || !storage.isWrittenAgain())

/** Whether elements lie one after the other, where the loops' 32-bit indices reach. */
const isInReach = (x: Argument, size: number): boolean => isDense(x) && x.offset + size <= LONGEST

/** The same, and that they are there and of one dtype. */
const isReady = (x: Argument, dtype: string, size: number): boolean => x.dtype === dtype && atHand(x) && isInReach(x, size)

/** The generated loop of one name for every dtype; null for dtypes that have none. */
function kernelNamed(name: string): (dtype: string) => Kernel | null {
  const found = new Map<string, Kernel | null>()
  return (dtype) => {
    let kernel = found.get(dtype)
    if (kernel === undefined) found.set(dtype, (kernel = kernelsOf(dtype)?.[name] ?? null))
    return kernel
  }
}

/** `op` on up to two arrays and possibly a scalar; `a` is null where the destination is the first operand. */
export function quickLoop(op: string, withScalar: boolean): Quick {
  const suffix = withScalar ? 's' : ''
  const apart = kernelNamed(op + suffix)
  const inPlace = kernelNamed(`${op}${suffix}eq`)
  return (d, a, b, scalar) => {
    const { dtype } = d
    if (a === d) a = null
    const kernel = a === null ? inPlace(dtype) : apart(dtype)
    if (kernel === null) return false
    const size = sizeOf(d.shape)
    if (!isInReach(d, size) || !writtenNow(d, size) || (a !== null && !isReady(a, dtype, size))) return false
    if (b !== null) {
      if (!isReady(b, dtype, size)) return false
      const o = writableOf(d)
      if (a === null) kernel(1, size, o, d.offset | 0, 0, 1, dataOf(b), b.offset | 0, 0, 1)
      else kernel(1, size, o, d.offset | 0, 0, 1, dataOf(a), a.offset | 0, 0, 1, dataOf(b), b.offset | 0, 0, 1)
    } else if (a === null) kernel(1, size, writableOf(d), d.offset | 0, 0, 1, scalar)
    else kernel(1, size, writableOf(d), d.offset | 0, 0, 1, dataOf(a), a.offset | 0, 0, 1, scalar)
    return true
  }
}

/** An elementary function; `swapped`, the scalar or the second array comes first. */
export function quickElementary(op: string, swapped: boolean, withScalar: boolean): Quick {
  const one = new Float64Array(1)
  return (d, a, b, scalar) => {
    const first = a ?? d
    const { dtype } = d
    if (!isNumeric(dtype)) return false
    const size = sizeOf(d.shape)
    if (size >= LONG || !isInReach(d, size) || !isReady(first, dtype, size) || !writtenNow(d, size, DEAR_AT_ONCE)) return false
    if (b !== null && !isReady(b, dtype, size)) return false
    if (withScalar && typeof scalar !== 'number') return false
    const type = dtype === 'float32' && (!withScalar || Math.fround(scalar as number) === scalar) ? 'float32' : 'float64'
    const o = writableOf(d)
    const x = dataOf(first)
    one[0] = scalar as number
    const y = b !== null ? dataOf(b) : withScalar ? one : x
    const at = b !== null ? b.offset | 0 : 0
    const step = b !== null ? 1 : 0
    if (swapped) elementaryRun(op, type, size, o, d.offset | 0, 1, y, at, step, x, first.offset | 0, 1)
    else elementaryRun(op, type, size, o, d.offset | 0, 1, x, first.offset | 0, 1, y, at, step)
    return true
  }
}
