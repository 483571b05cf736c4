import type { Composite } from '../types.js'

const LN2_HIGH = 6.93147180369123816490e-1
const LN2_LOW = 1.90821492927058770002e-10

/** Exponential. float64 method: k = nearest(x/ln 2), hi/lo reduction, polynomial, two-step scaling. */
const exp: Composite = {
  kind: 'composite',
  arity: 1,
  accepts: 'float',
  result: 'same',
  widen: true,
  expand: (b, x) => {
    const clamped = b.min(b.max(x, -760), 720)
    const k = b.nearest(b.mul(clamped, Math.LOG2E))
    const r = b.sub(b.sub(clamped, b.mul(k, LN2_HIGH)), b.mul(k, LN2_LOW))
    let factorial = 1
    const taylor = [1]
    for (let i = 1; i <= 13; i++) {
      factorial *= i
      taylor.push(1 / factorial)
    }
    const p = b.estrin(r, taylor)
    const half = b.floor(b.mul(k, 0.5))
    return b.mul(b.mul(p, b.pow2i(half)), b.pow2i(b.sub(k, half)))
  },
}

export const exponential = { exp } satisfies Record<string, Composite>
