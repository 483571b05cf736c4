import { PCG_MULTIPLIER } from '@weldarray/ir'
import { bigOf, drawBits, later, type PcgState, wideOf } from '@weldarray/runtime'
import { seedWords } from './seed-sequence.js'
import { BitSource, carry, highWord, type Seed } from './source.js'

// The 32-bit words of the congruential generator's multiplier, low first (literals: they are folded into the code).
const A0 = 0x9fccf645
const A1 = 0x4385df64
const A2 = 0x1fc65da4
const A3 = 0x2360ed05

const NONE = new Uint32Array(0)
/** Draws for which some are made ahead, and how many at a time: they stay in the first-level cache. */
const [MANY, AHEAD] = [256, 2048]

/**
 * PCG64 (M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms", 2014):
 * a 128-bit linear congruential generator whose halves are xored and rotated (XSL-RR). The stream for a seed is that
 * of NumPy's `default_rng(seed)`. The 128 bits are kept in four words, since bigints are slow.
 */
export class Pcg64 extends BitSource {
  private s0 = 0
  private s1 = 0
  private s2 = 0
  private s3 = 0
  private readonly i0: number
  private readonly i1: number
  private readonly i2: number
  private readonly i3: number
  private readonly increment: PcgState['increment']
  /** Draws made ahead, as pairs of words from where the four words of the state are; those before `used` were taken. */
  private ahead = NONE
  private used = 0
  /** The state after all of them. */
  private after: PcgState['state'] = [0, 0, 0, 0]
  /** How many are made at a time; 0 while nobody is about to take many. */
  private block = 0

  constructor(seed: Seed) {
    super()
    const w = seedWords(seed, 8)
    // Four 64-bit numbers, low word first: state high, state low, increment high, increment low.
    const number = (high: number, low: number): bigint => bigOf([w[low]!, w[low + 1]!, w[high]!, w[high + 1]!])
    const increment = BigInt.asUintN(128, (number(4, 6) << 1n) | 1n)
    const state = BigInt.asUintN(128, (increment + number(0, 2)) * PCG_MULTIPLIER + increment)
    ;[this.s0, this.s1, this.s2, this.s3] = wideOf(state)
    this.increment = wideOf(increment)
    ;[this.i0, this.i1, this.i2, this.i3] = this.increment
  }

  /** Where the stream is: kernels draw from there, and set it to where they come. */
  get position(): PcgState {
    this.catchUp()
    const { s0, s1, s2, s3, increment, half } = this
    return { state: [s0, s1, s2, s3], increment, half }
  }

  set position({ state, half }: PcgState) {
    ;[this.s0, this.s1, this.s2, this.s3] = state
    this.half = half
    this.used = 0
    this.ahead = NONE
  }

  override during<T>(count: number, work: () => T): T {
    this.block = count < MANY ? 0 : Math.min(count, AHEAD)
    try {
      return work()
    } finally {
      this.block = 0
      this.catchUp()
    }
  }

  /** The state is that of the draw last taken. */
  private catchUp(): void {
    const { used, ahead } = this
    if (ahead.length === 0) return
    this.ahead = NONE
    const { position } = this
    // Half of a draw may be left, of the last one as of any.
    this.position = used === ahead.length ? { ...position, state: this.after } : later(position, used / 2)
  }

  /** Draws ahead by a kernel, where there is one: a step of it takes a tenth of the time of one here. */
  private drawAhead(): void {
    this.catchUp()
    const ahead = new Uint32Array(2 * this.block)
    const after = drawBits(ahead, this.position)
    if (after === null) this.block = 0
    else [this.ahead, this.after] = [ahead, after.state]
  }

  /** Draws 64 bits into `high` and `low`. */
  next(): void {
    if (this.used === this.ahead.length && this.block > 0) this.drawAhead()
    const { ahead, used } = this
    if (used < ahead.length) {
      this.low = ahead[used]!
      this.high = ahead[used + 1]!
      this.used = used + 2
    } else this.step()
  }

  /** One step of state·multiplier + increment, then the output function. */
  private step(): void {
    this.catchUp()
    const { s0, s1, s2, s3 } = this
    const p00 = Math.imul(s0, A0) >>> 0
    const p01 = Math.imul(s0, A1) >>> 0
    const p10 = Math.imul(s1, A0) >>> 0
    const p02 = Math.imul(s0, A2) >>> 0
    const p11 = Math.imul(s1, A1) >>> 0
    const p20 = Math.imul(s2, A0) >>> 0
    const t0 = p00 + this.i0
    const t1 = carry(t0) + highWord(s0 * A0, p00) + p01 + p10 + this.i1
    const t2 = carry(t1) + highWord(s0 * A1, p01) + highWord(s1 * A0, p10) + p02 + p11 + p20 + this.i2
    const top = Math.imul(s0, A3) + Math.imul(s1, A2) + Math.imul(s2, A1) + Math.imul(s3, A0)
    const t3 = carry(t2) + highWord(s0 * A2, p02) + highWord(s1 * A1, p11) + highWord(s2 * A0, p20) + top + this.i3
    this.s0 = t0 >>> 0
    this.s1 = t1 >>> 0
    this.s2 = t2 >>> 0
    this.s3 = t3 >>> 0
    const turn = this.s3 >>> 26
    const upper = this.s3 ^ this.s1
    const lower = this.s2 ^ this.s0
    // Shifts count modulo 32; the two-step left shift makes one by 32 of it when `turn` is a multiple of 32.
    const high = turn >= 32 ? lower : upper
    const low = turn >= 32 ? upper : lower
    this.high = ((high >>> turn) | ((low << 1) << ~turn)) >>> 0
    this.low = ((low >>> turn) | ((high << 1) << ~turn)) >>> 0
  }
}
