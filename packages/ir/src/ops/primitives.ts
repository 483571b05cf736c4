import { type DType, dtypeInfo, type Scalar } from '../dtype.js'
import { piRemainder } from './pi-remainder.js'
import type { Accepts, Primitive, Result } from './types.js'

// biome-ignore lint/suspicious/noExplicitAny: operands are number or bigint according to dtype
type Fn = (...args: any[]) => Scalar

/** One row: operands accepted, kind of result, and the meaning on plain numbers and on bigints. */
function row(
  arity: 1 | 2 | 3,
  accepts: Accepts,
  result: Result,
  ref: Fn | ((dtype: DType) => Fn),
  {
    perType,
    ...more
  }: Pick<Primitive, 'commutative' | 'modular' | 'partial' | 'slow' | 'apart'> & { readonly perType?: boolean } = {},
): Primitive {
  return {
    kind: 'primitive',
    arity,
    accepts,
    result,
    ref: perType ? (ref as (dtype: DType) => Fn) : () => ref as Fn,
    ...more,
  }
}

const perType = { perType: true }
const commutative = { commutative: true }
const modular = { modular: true }
const partial = { partial: true }
const slow = { slow: true }
const apart = { apart: true }

const nan = (x: Scalar): boolean => x !== x
const signBit = (x: number): boolean => x < 0 || Object.is(x, -0)

const bits = new DataView(new ArrayBuffer(8))
const highWord = (x: number): number => {
  bits.setFloat64(0, x)
  return bits.getInt32(0)
}
const withHighWord = (x: number, high: number): number => {
  bits.setFloat64(0, x)
  bits.setInt32(0, high)
  return bits.getFloat64(0)
}

/** Round to nearest, ties to even: IEEE roundToIntegralTiesToEven. */
function nearest(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x
  const r = x < 0 || Object.is(x, -0) ? x - 2 ** 52 + 2 ** 52 : x + 2 ** 52 - 2 ** 52
  return r === 0 && signBit(x) ? -0 : r
}

/**
 * Added to a number k within 2^51, rounds it to a whole number (ties to even in the sum) whose exponent field as a power of two,
 * k + 1023, is in the last bits of the sum.
 */
export const PLACE = 1.5 * 2 ** 52 + 1023

/** The high word of sqrt(1/2), and what takes it to that of 1. */
export const ROOT_HALF = 0x3fe6a09e
export const TO_BINADE = 0x3ff00000 - ROOT_HALF

const width = (dtype: DType): number => dtypeInfo[dtype].bytes * 8

/** Floor division of integers: by zero 0, `INT_MIN / -1` wraps (NumPy's answers). */
const floorDivide = (dtype: DType): Fn =>
  dtypeInfo[dtype].big
    ? (a: bigint, b: bigint) => {
        if (b === 0n) return 0n
        const q = a / b
        return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q
      }
    : (a: number, b: number) => (b === 0 ? 0 : Math.floor(a / b))

/** Remainder with the divisor's sign; by zero 0. */
const floorRemainder = (dtype: DType): Fn =>
  dtypeInfo[dtype].big
    ? (a: bigint, b: bigint) => {
        if (b === 0n) return 0n
        const r = a % b
        return r !== 0n && r < 0n !== b < 0n ? r + b : r
      }
    : (a: number, b: number) => {
        if (b === 0) return 0
        const r = a % b
        return r !== 0 && r < 0 !== b < 0 ? r + b : r
      }

/** Left shift; by the width or more, or by a negative amount, 0. */
const shiftLeft = (dtype: DType): Fn =>
  dtypeInfo[dtype].big
    ? (a: bigint, n: bigint) => (n >= 0n && n < 64n ? a << n : 0n)
    : (a: number, n: number) => (n >= 0 && n < width(dtype) ? a << n : 0)

/** Right shift, arithmetic for signed types; by the width or more, or a negative amount, 0, or -1 for a negative number. */
const shiftRight = (dtype: DType): Fn =>
  dtypeInfo[dtype].big
    ? (a: bigint, n: bigint) => (n >= 0n && n < 64n ? a >> n : a < 0n ? -1n : 0n)
    : (a: number, n: number) => (n >= 0 && n < width(dtype) ? (dtype === 'uint32' ? a >>> n : a >> n) : a < 0 ? -1 : 0)

/**
 * The primitive operations. Adding one means a row here and a row in `codegen/src/emitters`.
 * `ref` may return a value outside the result's dtype: it is converted (wrapped, rounded) afterwards.
 */
export const primitives = {
  cast: row(1, 'any', 'cast', (a: Scalar) => a),
  select: row(3, 'any', 'select', (c: Scalar, a: Scalar, b: Scalar) => (c ? a : b)),
  /** A select whose condition nearly always holds: compiled code comes to what only the third operand needs where it does not. */
  likely: row(3, 'any', 'select', (c: Scalar, a: Scalar, b: Scalar) => (c ? a : b)),

  neg: row(1, 'numeric', 'same', (a: Scalar) => -a, modular),
  abs: row(1, 'numeric', 'same', (a: Scalar) => (a < 0 || Object.is(a, -0) ? -a : a)),
  add: row(2, 'numeric', 'same', (a, b) => a + b, { ...commutative, ...modular }),
  sub: row(2, 'numeric', 'same', (a, b) => a - b, modular),
  mul: row(2, 'numeric', 'same', (d: DType): Fn => (dtypeInfo[d].lane === 'i32' ? Math.imul : (a, b) => a * b), {
    ...perType,
    ...commutative,
    ...modular,
  }),
  div: row(2, 'float', 'same', (a, b) => a / b, slow),
  /** C's fmod, JavaScript's `%`: the remainder with the dividend's sign, exact. */
  fmod: row(2, 'float', 'same', (a, b) => a % b, slow),
  /** The smaller operand; NaN if either is NaN; -0 below +0. */
  minimum: row(2, 'any', 'same', (a, b) => (nan(a) ? a : nan(b) ? b : a < b || (a === b && Object.is(a, -0)) ? a : b)),
  /** The larger operand; NaN if either is NaN; +0 above -0. */
  maximum: row(2, 'any', 'same', (a, b) => (nan(a) ? a : nan(b) ? b : a > b || (a === b && Object.is(b, -0)) ? a : b)),

  floordiv: row(2, 'integer', 'same', floorDivide, { ...perType, ...slow }),
  floorrem: row(2, 'integer', 'same', floorRemainder, { ...perType, ...slow }),
  shl: row(2, 'integer', 'same', shiftLeft, perType),
  shr: row(2, 'integer', 'same', shiftRight, perType),
  and: row(2, 'bits', 'same', (a, b) => a & b, { ...commutative, ...modular }),
  or: row(2, 'bits', 'same', (a, b) => a | b, { ...commutative, ...modular }),
  xor: row(2, 'bits', 'same', (a, b) => a ^ b, { ...commutative, ...modular }),
  /** Bitwise complement of integers, negation of bool. */
  not: row(1, 'bits', 'same', (d: DType): Fn => (d === 'bool' ? (a) => (a ? 0 : 1) : (a) => ~a), { ...perType, ...modular }),

  lt: row(2, 'any', 'bool', (a, b) => Number(a < b)),
  le: row(2, 'any', 'bool', (a, b) => Number(a <= b)),
  gt: row(2, 'any', 'bool', (a, b) => Number(a > b)),
  ge: row(2, 'any', 'bool', (a, b) => Number(a >= b)),
  eq: row(2, 'any', 'bool', (a, b) => Number(a === b), commutative),
  ne: row(2, 'any', 'bool', (a, b) => Number(a !== b), commutative),

  sqrt: row(1, 'float', 'same', Math.sqrt, slow),
  floor: row(1, 'float', 'same', Math.floor),
  ceil: row(1, 'float', 'same', Math.ceil),
  trunc: row(1, 'float', 'same', Math.trunc),
  nearest: row(1, 'float', 'same', nearest),
  /** The magnitude of the first operand with the sign bit of the second. */
  copysign: row(2, 'float', 'same', (a: number, b: number) => (signBit(a) === signBit(b) ? a : -a)),

  // Pieces of float64 representations, for the elementary functions.
  /** 2^k of k + `PLACE`, k integer-valued in [-1022, 1023]: the sum's last bits are the result's exponent. Anything else is unspecified. */
  pow2placed: row(1, 'float64', 'same', (sum: number) => withHighWord(0, (sum - PLACE + 1023) << 20), { ...partial, ...apart }),
  /** The exponent field, unbiased: -1023 for zeros and subnormals, 1024 for infinities and NaN. */
  exponent: row(1, 'float64', 'same', (x: number) => ((highWord(x) >>> 20) & 0x7ff) - 1023, apart),
  /** The significand field with the exponent field of 1 and sign +: in [1, 2). */
  mantissa: row(1, 'float64', 'same', (x: number) => withHighWord(x, (highWord(x) & 0x000fffff) | 0x3ff00000), apart),
  /**
   * The k for which x is `significand(x)` 2^k. Of normal positive numbers; of subnormal ones and zero it is -1022 or less, of others more
   * than 1023, and otherwise unspecified.
   */
  binade: row(1, 'float64', 'same', (x: number) => ((highWord(x) + TO_BINADE) >>> 20) - 1023, { ...partial, ...apart }),
  /** x times a power of two, from sqrt(1/2) (to 21 bits) to twice that. Of normal positive numbers; anything else is unspecified. */
  significand: row(1, 'float64', 'same', (x: number) => withHighWord(x, ((highWord(x) + TO_BINADE) & 0xfffff) + ROOT_HALF), {
    ...partial,
    ...apart,
  }),
  /** The low 32 bits of the representation cleared: at most 21 significant bits remain. */
  head: row(
    1,
    'float64',
    'same',
    (x: number) => {
      bits.setFloat64(0, x)
      bits.setInt32(4, 0)
      return bits.getFloat64(0)
    },
    apart,
  ),
  // Reduction of huge arguments modulo pi/2, computed only where the condition holds; elsewhere the second operand.
  pi_quadrant: row(3, 'float64', 'select', (c, near, x) => (c ? piRemainder(x).quadrant : near), partial),
  pi_high: row(3, 'float64', 'select', (c, near, x) => (c ? piRemainder(x).high : near), partial),
  pi_low: row(3, 'float64', 'select', (c, near, x) => (c ? piRemainder(x).low : near), partial),
} satisfies Record<string, Primitive>

export type PrimitiveOp = keyof typeof primitives
