import { piOver4, twoOverPiWords } from './math/generated/coefficients.js'

const TWO_OVER_PI = twoOverPiWords.reduceRight((sum, word) => (sum << 64n) | word, 0n)
const SPLIT = 2 ** 27 + 1

export interface PiRemainder {
  /** A whole number, -4 to 4; the remainder belongs to this multiple of pi/2, modulo 4. */
  readonly quadrant: number
  /** |high| <= pi/4. */
  readonly high: number
  readonly low: number
}

const word = new DataView(new ArrayBuffer(8))
let last: { x: number; value: PiRemainder } = { x: 0, value: { quadrant: 0, high: 0, low: 0 } }

/**
 * x modulo pi/2 for 2^20 <= |x|, to about 2^-115 (Payne and Hanek). With x = m 2^e, the bits of 2/pi that give
 * multiples of 4 are left out and 192 bits follow; their product with m is x 2/pi modulo 4, 190 bits of it fraction.
 * The integers are exact and the rest is a fixed sequence of double operations: `pi_*` in the WebAssembly tiers
 * (codegen/src/wasm/pi-remainder.ts) does the same with 64-bit integers and gets the same bits.
 */
export function piRemainder(x: number): PiRemainder {
  if (x === last.x) return last.value
  const value = reduce(x)
  last = { x, value }
  return value
}

function reduce(x: number): PiRemainder {
  if (!Number.isFinite(x)) return { quadrant: 0, high: Number.NaN, low: Number.NaN }
  word.setFloat64(0, x)
  const bits = word.getBigUint64(0)
  const e = Number((bits >> 52n) & 0x7ffn) - 1075
  const m = (bits & 0xfffffffffffffn) | 0x10000000000000n
  const window = BigInt.asUintN(192, TWO_OVER_PI >> BigInt(1216 - 190 - e))
  const product = BigInt.asUintN(192, m * window)
  const quadrant = (product + (1n << 189n)) >> 190n
  // The fraction, signed, in three pieces of 64, 32 and 64 bits, in units of 2^-62, 2^-94 and 2^-158.
  const first = (product >> 128n) - (quadrant << 62n)
  const top = Number(first)
  const rest = Number(first - BigInt(top))
  const second = Number((product >> 96n) & 0xffffffffn)
  const third = Number(BigInt.asUintN(64, product >> 32n))
  // Their sum as high + low, in units of 2^-94.
  const a = top * 2 ** 32
  const sum = a + second
  const left = second - (sum - a) + (rest * 2 ** 32 + third * 2 ** -64)
  const high = sum + left
  const low = left - (high - sum)
  // Times pi/2 in units of 2^-94; the leading product exactly, by Dekker's splitting.
  const unit = piOver4[0] * 2 ** -93
  const main = high * unit
  const t = high * SPLIT
  const highTop = t - (t - high)
  const highEnd = high - highTop
  const u = unit * SPLIT
  const unitTop = u - (u - unit)
  const unitEnd = unit - unitTop
  const lost = highTop * unitTop - main + highTop * unitEnd + highEnd * unitTop + highEnd * unitEnd
  const tail = lost + (high * (piOver4[1] * 2 ** -93) + low * unit)
  const r = main + tail
  const rLow = tail - (r - main)
  return x < 0 ? { quadrant: -Number(quadrant), high: -r, low: -rLow } : { quadrant: Number(quadrant), high: r, low: rLow }
}
