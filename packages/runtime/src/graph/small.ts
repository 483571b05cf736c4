import { allocate, asRefusal, type DType, dtypeInfo, type TypedArray } from '@weldarray/ir'

/**
 * Buffers that small arrays are cut from, by the arrays' size: one for up to `largest` bytes each. A buffer is not
 * used twice, and lives as long as any of its arrays, so no array keeps more than a few times its share.
 */
const slabs = [
  { largest: 256, bytes: 8192, buffer: new ArrayBuffer(8192), used: 0 },
  { largest: 8192, bytes: 65536, buffer: new ArrayBuffer(65536), used: 0 },
] as const

/** Not zeroed: whoever takes an array writes all of it. */
function fresh(bytes: number): ArrayBuffer {
  try {
    return Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * A typed array to be written whole. Small ones share buffers: a typed array with a buffer of its own costs several times the
 * arithmetic on its elements. (`moveOut` copies what shares a buffer.)
 */
export function smallArray(dtype: DType, length: number): TypedArray {
  const { bytes, array } = dtypeInfo[dtype]
  const size = length * bytes
  const slab = (size <= 256 ? slabs[0] : slabs[1]) as { largest: number; bytes: number; buffer: ArrayBuffer; used: number }
  if (size > slab.largest) return allocate(dtype, length)
  if (slab.used + size > slab.bytes) {
    slab.buffer = fresh(slab.bytes)
    slab.used = 0
  }
  const at = slab.used
  slab.used += (size + 7) & ~7
  return new array(slab.buffer, at, length)
}
