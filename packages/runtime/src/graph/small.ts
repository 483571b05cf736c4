import { type DType, dtypeInfo, type TypedArray } from '@weldarray/ir'

/** Bytes of a slab, and of the largest array that is cut from one. */
const SLAB = 16384
const LARGEST = 1024

let slab = new ArrayBuffer(SLAB)
let used = 0

/**
 * A zeroed typed array. Small ones are cut from a slab that is never used twice: a typed array with a buffer of its
 * own costs several times the arithmetic on its elements. (`moveOut` copies what shares a buffer.)
 */
export function smallArray(dtype: DType, length: number): TypedArray {
  const { bytes, array } = dtypeInfo[dtype]
  const size = length * bytes
  if (size > LARGEST) return new array(length)
  if (used + size > SLAB) {
    slab = new ArrayBuffer(SLAB)
    used = 0
  }
  const at = used
  used += (size + 7) & ~7
  return new array(slab, at, length)
}
