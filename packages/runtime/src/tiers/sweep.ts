import { sizeOf, type TypedArray } from '@weldarray/ir'
import type { Loop } from '../generated/index.js'
import type { Operand } from '../graph/accessible.js'

/** Runs a generated loop over all rows of an iteration space; `out` is contiguous. Operands with no strides are constants. */
export function sweep(loop: Loop, shape: readonly number[], out: TypedArray, args: readonly Operand[]): void {
  if (out.length === 0) return
  const rank = shape.length
  const n = rank === 0 ? 1 : shape[rank - 1]!
  const a = args[0]!
  const b = args[1] ?? a
  const c = args[2] ?? a
  const [as, bs, cs] = [a.strides[rank - 1] ?? 0, b.strides[rank - 1] ?? 0, c.strides[rank - 1] ?? 0]
  if (rank <= 1) {
    loop(n, out, 0, 1, a.data, a.offset, as, b.data, b.offset, bs, c.data, c.offset, cs)
    return
  }
  const index = new Array<number>(rank - 1).fill(0)
  let [ao, bo, co] = [a.offset, b.offset, c.offset]
  const rows = sizeOf(shape) / n
  for (let row = 0; row < rows; row++) {
    loop(n, out, row * n, 1, a.data, ao, as, b.data, bo, bs, c.data, co, cs)
    for (let axis = rank - 2; axis >= 0; axis--) {
      const [sa, sb, sc] = [a.strides[axis] ?? 0, b.strides[axis] ?? 0, c.strides[axis] ?? 0]
      ao += sa
      bo += sb
      co += sc
      if (++index[axis]! < shape[axis]!) break
      index[axis] = 0
      ao -= sa * shape[axis]!
      bo -= sb * shape[axis]!
      co -= sc * shape[axis]!
    }
  }
}
