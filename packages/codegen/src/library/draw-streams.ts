import { PCG_MULTIPLIER } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Random bits of PCG64 (see numpy/random/pcg64.ts for the generator): 64 at a time, 32, or a few.
 */

const WORD = 0xffffffffn
const A_LOW = PCG_MULTIPLIER & 0xffffffffffffffffn
const A_HIGH = PCG_MULTIPLIER >> 64n

/** Draws of 64 bits. */
export class Stream {
  private readonly low: Var
  private readonly high: Var
  private readonly stepLow: Var
  private readonly stepHigh: Var
  readonly drawn: Var

  /** The state is at one address (16 bytes), the increment at another. */
  constructor(
    private readonly w: Writer,
    state: Ex,
    increment: Ex,
  ) {
    this.low = w.keep(w.load('bigint64', state))
    this.high = w.keep(w.load('bigint64', state, 8))
    this.stepLow = w.keep(w.load('bigint64', increment))
    this.stepHigh = w.keep(w.load('bigint64', increment, 8))
    this.drawn = w.var('i64')
  }

  /** The upper half of the product with the multiplier's lower half, by products of 32 bits. */
  private upperProduct(): Ex {
    const { w } = this
    const [bLow, bHigh] = [w.i64(A_LOW & WORD), w.i64(A_LOW >> 32n)]
    const mask = w.i64(WORD)
    const shift = w.i64(32n)
    const aLow = w.keep(this.low.and(mask))
    const aHigh = w.keep(this.low.shrU(shift))
    const cross = w.keep(aLow.mul(bHigh))
    const middle = aLow.mul(bLow).shrU(shift).add(cross.and(mask)).add(aHigh.mul(bLow))
    return aHigh.mul(bHigh).add(cross.shrU(shift)).add(middle.shrU(shift))
  }

  /** Draws 64 bits into `drawn`. */
  next(): void {
    const { w, low, high, drawn } = this
    const upper = this.upperProduct()
    const signed = w.i64(BigInt.asIntN(64, A_LOW))
    high.set(
      upper
        .add(low.mul(w.i64(A_HIGH)))
        .add(high.mul(signed))
        .add(this.stepHigh),
    )
    low.set(low.mul(signed).add(this.stepLow))
    high.set(high.add(low.ltU(this.stepLow).wide()))
    drawn.set(high.xor(low).op('rotr', high.shrU(w.i64(58n))))
  }

  /** The 53 upper bits of what was drawn as a double in [0, 1). */
  double(): Ex {
    return this.drawn
      .shrU(this.w.i64(11n))
      .to('f64', 'convert_u.i64')
      .mul(2 ** -53)
  }

  save(to: Ex): void {
    this.w.store('bigint64', to, this.low)
    this.w.store('bigint64', to, this.high, 8)
  }
}

/** Words of 32 bits from a stream: the lower half of a draw, then its upper half. */
export class Words {
  private readonly stream: Stream
  /** The upper half that is left, or -1. */
  private readonly left: Var
  readonly word: Var

  /** At the address: state, increment, what is left. */
  constructor(
    private readonly w: Writer,
    at: Ex,
  ) {
    this.stream = new Stream(w, at, at.add(16))
    this.left = w.keep(w.load('bigint64', at, 32))
    this.word = w.var('i64')
  }

  /** Draws 32 bits into `word`. */
  next(): void {
    const { w, stream, left, word } = this
    w.if(
      left.ge(w.i64(0n)),
      () => {
        word.set(left)
        left.set(w.i64(-1n))
      },
      () => {
        stream.next()
        word.set(stream.drawn.and(w.i64(WORD)))
        left.set(stream.drawn.shrU(w.i64(32n)))
      },
    )
  }

  /** The state, then what is left. */
  save(to: Ex): void {
    this.stream.save(to)
    this.w.store('bigint64', to, this.left, 16)
  }
}

/** Numbers of few bits, several cut from each word, the lowest first. At the address: as of `Words`, then what is left of a word, and how many bits that is. */
export class Pieces {
  private readonly words: Words
  private readonly rest: Var
  private readonly left: Var
  readonly word: Var

  constructor(
    private readonly w: Writer,
    at: Ex,
    private readonly bits: Ex,
  ) {
    this.words = new Words(w, at)
    this.rest = w.keep(w.load('bigint64', at, 40))
    this.left = w.keep(w.load('int32', at, 48))
    this.word = w.var('i64')
  }

  /** Draws `bits` bits into `word`. */
  next(): void {
    const { w, words, rest, left, bits, word } = this
    w.if(
      left.eqz(),
      () => {
        words.next()
        rest.set(words.word)
        left.set(32)
      },
      () => rest.set(rest.shrU(bits.wide())),
    )
    left.set(left.sub(bits))
    word.set(rest.and(w.i64(1n).shl(bits.wide()).sub(w.i64(1n))))
  }

  save(to: Ex): void {
    this.words.save(to)
    this.w.store('bigint64', to, this.rest, 24)
    this.w.store('int32', to, this.left, 32)
  }
}
