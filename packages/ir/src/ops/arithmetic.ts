import { dtypeInfo, isFloat, zeroOf } from '../dtype.js'
import { composite } from './composite.js'
import type { Composite } from './types.js'

/** Composites that need no constants of analysis. Adding one means a row here and nothing else. */
export const arithmetic = {
  square: composite(1, 'numeric', 'same', (b, x) => b.mul(x, x)),
  /** The operand, as something that is put into memory where views of it are wanted: they are not moved onto what it is computed of. */
  stored: composite(1, 'any', 'same', (_, x) => x),
  reciprocal: composite(1, 'float', 'same', (b, x) => b.div(1, x)),

  /** -1, 0 or 1 by the sign; NaN stays NaN, a zero becomes +0 (NumPy). */
  sign: composite(1, 'numeric', 'same', (b, x) => {
    const one = b.lit(dtypeInfo[x.dtype].big ? 1n : 1, x.dtype)
    const zero = b.lit(zeroOf(x.dtype), x.dtype)
    const positive = b.select(b.gt(x, zero), one, zero)
    if (dtypeInfo[x.dtype].kind === 'unsigned') return positive
    const signed = b.select(b.lt(x, zero), b.neg(one), positive)
    return isFloat(x.dtype) ? b.select(b.isnan(x), x, signed) : signed
  }),

  /** The smaller operand, ignoring a NaN. */
  fmin: composite(2, 'any', 'same', (b, x, y) =>
    isFloat(x.dtype) ? b.select(b.isnan(x), y, b.select(b.isnan(y), x, b.min(x, y))) : b.min(x, y),
  ),
  /** The larger operand, ignoring a NaN. */
  fmax: composite(2, 'any', 'same', (b, x, y) =>
    isFloat(x.dtype) ? b.select(b.isnan(x), y, b.select(b.isnan(y), x, b.max(x, y))) : b.max(x, y),
  ),

  /** Remainder with the sign of the divisor (Python's `%`); a zero remainder takes the divisor's sign. */
  remainder: composite(2, 'numeric', 'same', (b, x, y) => {
    if (!isFloat(x.dtype)) return b.op('floorrem', x, y)
    const r = b.op('fmod', x, y)
    const fixed = b.select(b.xor(b.lt(r, 0), b.lt(y, 0)), b.add(r, y), r)
    return b.select(b.eq(r, 0), b.copysign(0, y), fixed)
  }),

  /** Quotient rounded down (Python's `//`), computed from the exact remainder as NumPy does. */
  floor_divide: composite(2, 'numeric', 'same', (b, x, y) => {
    if (!isFloat(x.dtype)) return b.op('floordiv', x, y)
    const r = b.op('fmod', x, y)
    const q = b.div(b.sub(x, r), y)
    const crossed = b.and(b.ne(r, 0), b.xor(b.lt(r, 0), b.lt(y, 0)))
    const down = b.select(crossed, b.sub(q, 1), q)
    const low = b.floor(down)
    const snapped = b.select(b.gt(b.sub(down, low), 0.5), b.add(low, 1), low)
    const signed = b.select(b.eq(down, 0), b.copysign(0, b.div(x, y)), snapped)
    return b.select(b.eq(y, 0), b.div(x, y), signed)
  }),

  /** JavaScript's `Math.round`: ties towards +infinity, -0 kept. */
  round_half_up: composite(1, 'float', 'same', (b, x) => {
    const low = b.floor(x)
    const up = b.select(b.ge(b.sub(x, low), 0.5), b.add(low, 1), low)
    return b.select(b.eq(up, 0), b.copysign(0, x), up)
  }),

  isnan: composite(1, 'float', 'bool', (b, x) => b.isnan(x)),
  isinf: composite(1, 'float', 'bool', (b, x) => b.eq(b.abs(x), Infinity)),
  isfinite: composite(1, 'float', 'bool', (b, x) => b.lt(b.abs(x), Infinity)),
  signbit: composite(1, 'float', 'bool', (b, x) => b.lt(b.copysign(1, x), 0)),
} satisfies Record<string, Composite>
