import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Writer } from './writer.js'

/** Whether `a` comes before `b`; NaN after everything else. */
function before(dtype: DType, a: Ex, b: Ex): Ex {
  const { kind } = dtypeInfo[dtype]
  if (kind === 'float') return a.lt(b).or(b.ne(b).and(a.eq(a)))
  return kind === 'signed' ? a.lt(b) : a.ltU(b)
}

/**
 * Where keys belong in sorted elements. Arguments: elements, their number, keys, to (64 bits). The variant says on which
 * side of equal elements.
 */
export function bisectKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const [i, end] = w.ranges()
  const [from, length, keys, to] = w.args()
  const key = w.var(lane)
  const [low, count, half] = w.vars('i32')
  const element = w.var(lane)
  w.upTo(i, end, 1, () => {
    key.set(w.load(dtype, keys.add(i.mul(bytes))))
    low.set(0)
    count.set(length)
    // Halved without branches: the answer is in [low, low + count].
    w.while(
      () => count,
      () => {
        half.set(count.add(1).shrU(1))
        element.set(w.load(dtype, from.add(low.add(half).sub(1).mul(bytes))))
        const go = variant === 'left' ? before(dtype, element, key) : before(dtype, key, element).eqz()
        low.set(go.pick(low.add(half), low))
        count.set(count.sub(half))
      },
    )
    w.store('bigint64', to.add(i.shl(3)), low.wide())
  })
}
