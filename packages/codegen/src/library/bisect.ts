import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/** Searches side by side: each step of one waits for an element that it has just chosen, those of the others do not wait for it. */
const AT_ONCE = 4

/** A key that is looked for among some elements, and the first place at which it may belong. */
interface Search {
  readonly key: Var
  readonly low: Var
}

/**
 * Where keys belong in sorted elements. Arguments: elements, their number, keys, to (64 bits). The variant says on which
 * side of equal elements.
 */
export function bisectKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes, lane, kind } = dtypeInfo[dtype]
  const [i, end] = w.ranges()
  const [from, length, keys, to] = w.args()
  const [count, half, ahead] = w.vars('i32')
  const element = w.var(lane)
  const less = (a: Ex, b: Ex): Ex => (kind === 'float' || kind === 'signed' ? a.lt(b) : a.ltU(b))

  /** Halves without branches: answers are in [low, low + count] of so many elements. */
  function halve(among: Ex, some: readonly Search[], isBefore: (element: Ex, key: Ex) => Ex): void {
    for (const { low } of some) low.set(0)
    count.set(among)
    w.while(
      () => count,
      () => {
        half.set(count.add(1).shrU(1))
        ahead.set(half.sub(1).mul(bytes).add(from))
        for (const { key, low } of some) {
          element.set(w.load(dtype, low.mul(bytes).add(ahead)))
          low.set(isBefore(element, key).pick(low.add(half), low))
        }
        count.set(count.sub(half))
      },
    )
  }

  const searches = Array.from({ length: AT_ONCE }, (): Search => ({ key: w.var(lane), low: w.var('i32') }))
  const [first] = searches as [Search]
  // NaN come after all numbers, which are compared among themselves then.
  const numbers = w.keep(length)
  if (kind === 'float') {
    halve(length, [first], (x) => x.eq(x))
    numbers.set(first.low)
  }
  const find = (some: readonly Search[]): void => {
    some.forEach(({ key }, k) => {
      key.set(w.load(dtype, keys.add(i.mul(bytes)), k * bytes))
    })
    halve(numbers, some, (x, key) => (variant === 'left' ? less(x, key) : less(key, x).eqz()))
    some.forEach(({ key, low }, k) => {
      const place = kind === 'float' ? key.eq(key).pick(low, variant === 'left' ? numbers : length) : low
      w.store('bigint64', to.add(i.shl(3)), place.wide(), 8 * k)
    })
  }
  const last = w.keep(end.sub(end.sub(i).and(AT_ONCE - 1)))
  w.upTo(i, last, AT_ONCE, () => find(searches))
  w.upTo(i, end, 1, () => find([first]))
}
