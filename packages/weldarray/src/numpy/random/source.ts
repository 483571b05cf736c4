import type { Stream } from './distributions/stream.js'
import { exponential } from './exponential.js'
import { normal } from './ziggurat.js'

/** A non-negative integer, or several. */
export type Seed = bigint | readonly bigint[]

const PER_WORD = 2 ** -32

const TO_INTEGER = 2 ** 52

/** What a sum of words carries into the next. */
export const carry = (sum: number): number => Math.floor(sum * PER_WORD)

/** The upper word of a product of words, given the lower: the rounding of `product` (at most 2^11) vanishes in the division. */
export const highWord = (product: number, low: number): number => (product - low) * PER_WORD + TO_INTEGER - TO_INTEGER

/** Where random bits come from, 64 at a time, and the numbers that NumPy's generators make of them. */
export abstract class BitSource implements Stream {
  /** Does work that draws about so many times, one after the other. Some sources draw ahead for it. */
  during<T>(_count: number, work: () => T): T {
    return work()
  }

  /** The number last drawn, in two unsigned words. */
  high = 0
  low = 0
  /** The upper half of a draw of which 32 bits were taken; -1 if there is none. */
  protected half = -1

  /** Draws 64 bits into `high` and `low`. */
  abstract next(): void

  /** The bits last drawn. */
  get bits(): bigint {
    return (BigInt(this.high) << 32n) | BigInt(this.low)
  }

  /** A double in [0, 1) with 53 random bits. */
  double(): number {
    this.next()
    return (this.high * 2 ** 21 + (this.low >>> 11)) * 2 ** -53
  }

  /** 32 bits: the low half of a draw, then its high half. */
  word(): number {
    if (this.half >= 0) {
      const word = this.half
      this.half = -1
      return word
    }
    this.next()
    this.half = this.high
    return this.low
  }

  /** A float32 in [0, 1) with 24 random bits. */
  float(): number {
    return (this.word() >>> 8) * 2 ** -24
  }

  /** A whole number from 0 to `most`, each as likely (Lemire's method: no division but for rejected draws). */
  below32(most: number): number {
    if (most === 0) return 0
    if (most === 0xffffffff) return this.word()
    const range = most + 1
    for (let threshold = -1; ; ) {
      const word = this.word()
      const left = Math.imul(word, range) >>> 0
      if (left >= range) return highWord(word * range, left)
      if (threshold < 0) threshold = (2 ** 32 - range) % range
      if (left >= threshold) return highWord(word * range, left)
    }
  }

  /** As `below32`, by masking and drawing again; other draws from the same stream. */
  masked32(most: number): number {
    const mask = 0xffffffff >>> Math.clz32(most)
    for (;;) {
      const word = (this.word() & mask) >>> 0
      if (word <= most) return word
    }
  }

  /** As `masked32`, for any whole number below 2**53. */
  masked(most: number): number {
    if (most === 0) return 0
    if (most <= 0xffffffff) return this.masked32(most)
    const mask = 0xffffffff >>> Math.clz32(Math.floor(most * PER_WORD))
    for (;;) {
      this.next()
      const number = ((this.high & mask) >>> 0) * 2 ** 32 + this.low
      if (number <= most) return number
    }
  }

  normal(): number {
    return normal(this)
  }

  exponential(): number {
    return exponential(this)
  }

  /** As `below32`, for any 64-bit `most`. */
  below64(most: bigint): bigint {
    if (most <= 0xffffffffn) return BigInt(this.below32(Number(most)))
    const range = most + 1n
    for (;;) {
      this.next()
      const drawn = this.bits
      if (range === 1n << 64n) return drawn
      const product = drawn * range
      const left = BigInt.asUintN(64, product)
      if (left >= range || left >= ((1n << 64n) - range) % range) return product >> 64n
    }
  }
}
