import { type DType, mapOps, type NamedOp, type TypedArray } from '@weldarray/ir'
import type { Loop } from '../generated/index.js'
import { weightOf } from '../schedule/weights.js'
import { Stage, TILE } from './stage.js'

/** Fewer elements are never worth the copies. */
const FEWEST = 4

/** Whether an operand is a typed array that holds all the elements meant. Others are read and written as JavaScript does it. */
function isWhole(x: TypedArray, offset: number, step: number, n: number): boolean {
  const last = offset + (n - 1) * step
  return ArrayBuffer.isView(x) && offset >= 0 && last >= 0 && offset < x.length && last < x.length
}

/** Whether writing elements may change operands that are read later: a loop then has to go one by one. */
function entangled(out: TypedArray, oo: number, os: number, a: TypedArray, ao: number, as: number, n: number): boolean {
  if (out.buffer !== a.buffer) return false
  // In place each element is read before it is written, unless all of them are one.
  if (out === a && oo === ao && os === as) return os === 0
  const span = (x: TypedArray, offset: number, step: number): [number, number] => {
    const first = x.byteOffset + offset * x.BYTES_PER_ELEMENT
    const last = first + (n - 1) * step * x.BYTES_PER_ELEMENT
    return [Math.min(first, last), Math.max(first, last) + x.BYTES_PER_ELEMENT]
  }
  const [low, high] = span(out, oo, os)
  const [from, to] = span(a, ao, as)
  return low < to && from < high
}

/**
 * From how many elements on the kernel is done before the loop in JavaScript: measured nanoseconds for an instruction here and
 * there, and for the copies and the call.
 */
function worthStaging(op: NamedOp, dtype: DType): number {
  const [operations, , apart] = weightOf(op, dtype)
  return Math.max(FEWEST, Math.ceil(110 / (0.05 * operations + 6 * apart)))
}

/**
 * A loop over a dear operation that lets its kernel do the work, through tiles of the heap: the same bits, several
 * times faster than the loop in JavaScript, which remains for a handful of elements.
 */
export function stagedLoop(op: NamedOp, dtype: DType, plain: Loop): Loop {
  const binary = mapOps[op].arity === 2
  let staged: Stage | null | undefined
  let fewest: number | undefined
  return (n, out, oo, os, a, ao, as, b, bo, bs, c, co, cs) => {
    const able =
      n >= FEWEST &&
      n >= (fewest ??= worthStaging(op, dtype)) &&
      isWhole(out, oo, os, n) &&
      isWhole(a, ao, as, n) &&
      !entangled(out, oo, os, a, ao, as, n) &&
      (!binary || (isWhole(b, bo, bs, n) && !entangled(out, oo, os, b, bo, bs, n)))
    const kernel = able ? (staged ??= Stage.of(op, dtype)) : null
    if (kernel === null) {
      plain(n, out, oo, os, a, ao, as, b, bo, bs, c, co, cs)
      return
    }
    for (let done = 0; done < n; done += TILE) {
      const count = Math.min(TILE, n - done)
      if (done === 0 || as !== 0) kernel.fill(0, a, ao + done * as, as, count)
      if (binary && (done === 0 || bs !== 0)) kernel.fill(1, b, bo + done * bs, bs, count)
      kernel.run(count)
      kernel.empty(out, oo + done * os, os, count)
    }
  }
}
