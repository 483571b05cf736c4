import { inferBits, packInto, unpackInto } from '../bits.js'
import type { TypedArray } from '../dtype.js'
import type { CallDef } from './call.js'

const bitCall = (
  op: string,
  into: (from: TypedArray, length: number, count: number, little: boolean, to: TypedArray) => void,
): CallDef => ({
  arity: 1,
  attributes: ['count', 'little'],
  length: 'count',
  strided: false,
  infer: ([source], [count]) => inferBits(op, source!, count!),
  compute: ([source], [count, little], to) =>
    into(source!.data, source!.view.shape[source!.view.shape.length - 1]!, count!, little === 1, to),
})

/** Along the last axis. `count`: how long the lines of the result are; `little`: 1 where the first element is the lowest bit. */
export const bits = {
  /** Eight elements of one byte each, zero or not, in the bits of a byte. */
  packbits: bitCall('packbits', packInto),
  /** The bits of bytes as elements 0 and 1; zeros behind the last one. */
  unpackbits: bitCall('unpackbits', unpackInto),
}
