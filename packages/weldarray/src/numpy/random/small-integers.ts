import { type DType, DTypeError, dtypeInfo, isFloat, limitsOf } from '@weldarray/ir'

/*
 * Whole numbers of 8 and 16 bits and of bool: NumPy cuts several from a word of 32 random bits, so that they come in other orders than
 * wider ones. What is left of a word is dropped at the end of a call.
 */

/** Of an integer dtype; a bool is one bit. */
export const bitsOf = (dtype: DType): number => (dtype === 'bool' ? 1 : 8 * dtypeInfo[dtype].bytes)

/** Throws `DTypeError` for a dtype that does not hold the whole numbers from `low` to `high`. */
export function checkRange(what: string, dtype: DType, low: bigint, high: bigint): void {
  if (isFloat(dtype)) throw new DTypeError(`${what}: dtype ${dtype}, expected an integer dtype`)
  const [least, most] = dtype === 'bool' ? [0n, 1n] : limitsOf(dtype)
  if (low < least || high > most) throw new DTypeError(`${what}: ${dtype} does not hold ${low} to ${high}`)
}

/** Cuts words of 32 random bits into numbers of so many bits, lowest first. */
export function pieces(word: () => number, bits: number): () => number {
  const mask = 2 ** bits - 1
  let rest = 0
  let left = 0
  return () => {
    if (left === 0) {
      rest = word()
      left = 32
    } else rest >>>= bits
    left -= bits
    return rest & mask
  }
}

/** Draws from 0 to `most`, each as likely, by Lemire's method of pieces of so many bits. */
export function drawnSmall(next: () => number, bits: number, most: number): () => number {
  if (most === 0) return () => 0
  const range = most + 1
  const values = 2 ** bits
  if (range === values) return next
  const threshold = values % range
  return () => {
    for (;;) {
      const product = range * next()
      if (product % values >= threshold) return Math.floor(product / values)
    }
  }
}

/** As `drawnSmall`, by masking and drawing again: as NumPy's older generators do. */
export function maskedSmall(next: () => number, most: number): () => number {
  if (most === 0) return () => 0
  const mask = 0xffffffff >>> Math.clz32(most)
  return () => {
    for (;;) {
      const drawn = next() & mask
      if (drawn <= most) return drawn
    }
  }
}
