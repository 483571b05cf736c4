import { type Change, type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Writer } from './writer.js'

/** What is at a place, and a value. */
function changed(change: Change, dtype: DType, x: () => Ex, y: Ex): Ex {
  const { kind } = dtypeInfo[dtype]
  if (change === 'set') return y
  if (change === 'add' || change === 'mul') return x()[change](y)
  if (change === 'div') return x().op('div', y)
  const there = x().w.keep(x())
  const by = there.w.keep(y)
  const isLeast = change === 'min'
  // WebAssembly's own are as `minimum` and `maximum`: NaN wins, and -0 is below 0.
  if (kind === 'float') return there.op(change, by)
  if (kind === 'signed') return (isLeast ? there.le(by) : there.ge(by)).pick(there, by)
  return (isLeast ? there.leU(by) : there.geU(by)).pick(there, by)
}

/** Bytes of scratch memory that take what is changed at the places of other calls: no branch has to be guessed, and no change waits for the one before. */
export const UPDATE_SCRATCH = 256

/**
 * A copy of an array with some of its places changed, in the order of their positions. Rows are elements of the array: a call copies its own,
 * goes through all positions, and changes those that are among its own, so that it can be done again. The variant is the change.
 * Arguments: array, positions (32 bits), values, to, number of positions, bytes from one value to the next.
 */
export function updateKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes } = dtypeInfo[dtype]
  const [row0, row1] = w.ranges()
  const [from, positions, values, to, count, step] = w.args()
  const own = w.keep(row1.sub(row0))
  const start = w.keep(to.add(row0.mul(bytes)))
  w.copyBytes(start, from.add(row0.mul(bytes)), own.mul(bytes))
  const at = w.keep(positions)
  const end = w.keep(at.add(count.shl(2)))
  const value = w.keep(values)
  const place = w.var('i32')
  w.upTo(at, end, 4, () => {
    place.set(w.load('int32', at).sub(row0))
    const slot = w.keep(place.ltU(own).pick(start.add(place.mul(bytes)), w.scratch.add(at.and(UPDATE_SCRATCH - 8))))
    w.store(
      dtype,
      slot,
      changed(variant as Change, dtype, () => w.load(dtype, slot), w.load(dtype, value)),
    )
    value.bump(step)
  })
}
