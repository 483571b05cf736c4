import { DTypeError, dtypeInfo, ShapeError, showShape, toDType } from '@weldarray/ir'
import { viewOf } from '../../array/ndarray.js'
import { dtypeOf, plainArray } from '../../array/wrap.js'
import type { NdArray } from '../operands/arrays.js'
import type { DTypeName } from '../types.js'

/** The same bytes as another dtype: over the array's data, which is then an ordinary typed array. */
export function reinterpreted(a: NdArray, dtype: DTypeName): NdArray {
  const to = toDType(dtype)
  const from = dtypeInfo[dtypeOf(a)].bytes
  const { bytes, array } = dtypeInfo[to]
  const { shape, strides, offset } = viewOf(a)
  const newShape = [...shape]
  // In bytes, from the array's first element.
  const steps = Array.from(strides, (stride) => stride * from)
  if (from !== bytes) {
    const last = (shape.at(-1) ?? 1) * from
    if (shape.length === 0 || last % bytes !== 0)
      throw new DTypeError(`view: the last axis has ${last} bytes, which are no whole number of ${to} elements`)
    if (shape.at(-1) !== 1 && a.size > 0 && strides.at(-1) !== 1)
      throw new ShapeError(
        `view: the elements of the last axis of shape ${showShape(shape)} do not lie one after the other; copy the array first`,
      )
    newShape[shape.length - 1] = last / bytes
    steps[shape.length - 1] = bytes
  }
  const [lowest, highest] = [Math.min, Math.max].map((outer) =>
    newShape.reduce((sum, n, axis) => sum + outer(0, (n - 1) * steps[axis]!), 0),
  ) as [number, number]
  const data = a.data as unknown as Float64Array
  const isEmpty = newShape.includes(0)
  const start = data.byteOffset + offset * from + (isEmpty ? 0 : lowest)
  const odd = [start, ...steps.filter((_, axis) => newShape[axis]! > 1)].find((place) => place % bytes !== 0)
  if (odd !== undefined)
    throw new DTypeError(`view: elements would stand ${odd} bytes along the data, where no ${to} can; copy the array first`)
  return plainArray(
    new array(data.buffer, start, isEmpty ? 0 : (highest - lowest) / bytes + 1),
    to,
    newShape,
    steps.map((step) => Math.trunc(step / bytes)),
    isEmpty ? 0 : -lowest / bytes,
  )
}
