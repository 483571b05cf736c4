import type { Stream } from '../distributions/stream.js'

/** The Mersenne Twister, seeded and read as NumPy's `RandomState` does: its streams, number for number. */
export class MersenneTwister implements Stream {
  private readonly key = new Uint32Array(624)
  private at = 624
  private spare: number | null = null

  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') this.fill(seed)
    else this.fillBy(seed)
  }

  private fill(seed: number): void {
    const { key } = this
    key[0] = seed
    for (let i = 1; i < 624; i++) key[i] = Math.imul(1812433253, key[i - 1]! ^ (key[i - 1]! >>> 30)) + i
    this.at = 624
    this.spare = null
  }

  private fillBy(words: readonly number[]): void {
    const { key } = this
    this.fill(19650218)
    let i = 1
    let j = 0
    const turn = (): void => {
      if (++i >= 624) {
        key[0] = key[623]!
        i = 1
      }
    }
    for (let k = Math.max(624, words.length); k > 0; k--) {
      key[i] = (key[i]! ^ Math.imul(key[i - 1]! ^ (key[i - 1]! >>> 30), 1664525)) + words[j]! + j
      turn()
      if (++j >= words.length) j = 0
    }
    for (let k = 623; k > 0; k--) {
      key[i] = (key[i]! ^ Math.imul(key[i - 1]! ^ (key[i - 1]! >>> 30), 1566083941)) - i
      turn()
    }
    key[0] = 0x80000000
  }

  private refill(): void {
    const { key } = this
    // From three stretches, within which no place has to be brought back to the beginning.
    const turn = (k: number, next: number, far: number): void => {
      const y = (key[k]! & 0x80000000) | (key[next]! & 0x7fffffff)
      key[k] = key[far]! ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df)
    }
    for (let k = 0; k < 227; k++) turn(k, k + 1, k + 397)
    for (let k = 227; k < 623; k++) turn(k, k + 1, k - 227)
    turn(623, 0, 396)
    this.at = 0
  }

  /** 32 random bits. */
  next32(): number {
    if (this.at === 624) this.refill()
    let y = this.key[this.at++]!
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    return (y ^ (y >>> 18)) >>> 0
  }

  next64(): bigint {
    const high = BigInt(this.next32())
    return (high << 32n) | BigInt(this.next32())
  }

  /** Uniform in [0, 1) with 53 random bits. */
  double(): number {
    const a = this.next32() >>> 5
    const b = this.next32() >>> 6
    return (a * 67108864 + b) / 9007199254740992
  }

  /** Normal, by the polar method; every second one is kept from before. */
  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare
      this.spare = null
      return kept
    }
    for (;;) {
      const x = 2 * this.double() - 1
      const y = 2 * this.double() - 1
      const r2 = x * x + y * y
      if (r2 >= 1 || r2 === 0) continue
      const f = Math.sqrt((-2 * Math.log(r2)) / r2)
      this.spare = f * x
      return f * y
    }
  }

  exponential(): number {
    return -Math.log(1 - this.double())
  }

  masked(most: number): number {
    if (most === 0) return 0
    if (most > 0xffffffff) return Number(this.below(BigInt(most)))
    const mask = 0xffffffff >>> Math.clz32(most)
    for (;;) {
      const value = (this.next32() & mask) >>> 0
      if (value <= most) return value
    }
  }

  during<T>(_count: number, work: () => T): T {
    return work()
  }

  /** A whole number from 0 to `most`: masked bits until they fit. */
  below(most: bigint): bigint {
    if (most === 0n) return 0n
    const mask = (1n << BigInt(most.toString(2).length)) - 1n
    for (;;) {
      const value = most <= 0xffffffffn ? BigInt(this.next32()) & mask : this.next64() & mask
      if (value <= most) return value
    }
  }
}
