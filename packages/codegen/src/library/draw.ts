import { type DType, dtypeInfo, PCG_MULTIPLIER } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Numbers drawn from PCG64 (see numpy/random/pcg64.ts for the generator). Doubles and floats take a fixed number of draws each,
 * so pieces begin where a jump leads; normal numbers and whole ones take as many as they need, one after the other.
 */

const WORD = 0xffffffffn
const A_LOW = PCG_MULTIPLIER & 0xffffffffffffffffn
const A_HIGH = PCG_MULTIPLIER >> 64n

class Stream {
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
class Words {
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
class Pieces {
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

/**
 * Arguments: to, states at the beginnings of pieces, increment, draws of a piece, states at the ends of pieces. Rows are draws; of float32, a
 * draw makes two numbers; biguint64 is what was drawn.
 */
function fixedDraws(w: Writer, dtype: DType): void {
  const [i, end] = w.ranges()
  const [to, states, increment, step, ends] = w.args()
  const piece = w.keep(i.op('div_u', step).shl(4))
  const stream = new Stream(w, states.add(piece), increment)
  const at = w.keep(to.add(i.shl(3)))
  const float = (bits: Ex): Ex =>
    bits
      .shrU(8)
      .to('f32', 'convert_u.i32')
      .mul(2 ** -24)
  w.upTo(i, end, 1, () => {
    stream.next()
    if (dtype === 'float64') w.store('float64', at, stream.double())
    else if (dtype === 'biguint64') w.store('biguint64', at, stream.drawn)
    else {
      w.store('float32', at, float(stream.drawn.low()))
      w.store('float32', at, float(stream.drawn.shrU(w.i64(32n)).low()), 4)
    }
    at.bump(8)
  })
  stream.save(ends.add(piece))
}

const LOG2E = Math.LOG2E
const LN2 = Math.LN2
/** Accuracy of the exponential below, with a wide margin: nearer cases are the caller's. */
const DOUBT = 1e-12

/** e^x for x in [-8, 0], by a Taylor polynomial on a quarter of ln 2 each side of a power of two. */
function exponential(w: Writer, x: Ex): Ex {
  const k = w.keep(x.mul(LOG2E).op('nearest'))
  const r = w.keep(x.sub(k.mul(LN2)))
  let sum = w.num(1 / 6227020800, 'f64')
  let factorial = 479001600
  for (let n = 12; n >= 0; n--) {
    sum = sum.mul(r).add(1 / factorial)
    if (n > 0) factorial /= n
  }
  const power = k.to('i64', 'trunc_s_sat.f64').add(w.i64(1023n)).shl(w.i64(52n)).to('f64', 'reinterpret')
  return w.keep(sum).mul(power)
}

/** ln x of a positive normal x, to some 1e-15: by the series of artanh. */
function logarithm(w: Writer, x: Ex): Ex {
  const bits = w.keep(x.to('i64', 'reinterpret'))
  const power = bits.shrU(w.i64(52n)).sub(w.i64(1022n)).to('f64', 'convert_s.i64')
  const half = w.keep(
    bits
      .and(w.i64((1n << 52n) - 1n))
      .or(w.i64(1022n << 52n))
      .to('f64', 'reinterpret'),
  )
  const s = w.keep(half.sub(1).op('div', half.add(1)))
  const square = w.keep(s.mul(s))
  let sum = w.num(2 / 31, 'f64')
  for (let n = 29; n > 0; n -= 2) sum = sum.mul(square).add(2 / n)
  return w.keep(power.mul(LN2).add(sum.mul(s)))
}

/** What becomes of a number: `take` stores what it makes of it, `doubt` leaves all of that to the caller. Else another is drawn. */
type Further = (stream: Stream, x: Var, take: (value: Ex) => void, doubt: () => void) => void

/**
 * Gamma with shapes above 1, of normal numbers (distributions/gamma.ts), each by the next of some pairs of what the shapes come to. Arguments: as of
 * the ziggurat, then the pairs and how many there are.
 */
function gammas(w: Writer): void {
  const first = w.arg(1, 'i32')
  const [pairs, count] = [w.arg(6, 'i32'), w.arg(7, 'i32')]
  const end = w.keep(pairs.add(count.shl(4)))
  const pair = w.keep(pairs.add(first.op('rem_u', count).shl(4)))
  const [v, u, square, left, right] = w.vars('f64')
  ziggurat(w, layersOf(w).normals!, (stream, x, take, doubt) => {
    const b = w.keep(w.load('float64', pair))
    const accept = (): void => {
      take(b.mul(v))
      pair.bump(16)
      w.if(pair.ltU(end).eqz(), () => pair.set(pairs))
    }
    v.set(x.mul(w.load('float64', pair, 8)).add(1))
    w.if(v.gt(0), () => {
      v.set(v.mul(v).mul(v))
      stream.next()
      u.set(stream.double())
      square.set(x.mul(x))
      w.if(u.lt(square.mul(0.0331).mul(square).op('neg').add(1)), accept, () => {
        left.set(logarithm(w, u))
        right.set(v.op('neg').add(1).add(logarithm(w, v)).mul(b).add(square.mul(0.5)))
        const margin = square.add(b).sub(left).add(1).mul(DOUBT)
        w.if(left.sub(right).op('abs').lt(margin), doubt, () => w.if(left.lt(right), accept))
      })
    })
  })
}

/** What a ziggurat makes of a draw: its layer, the position in it, the number's sign; and the logarithm of its density. */
interface Layers {
  layer(drawn: Var): Ex
  position(drawn: Var): Ex
  signed(drawn: Var, x: Ex): Ex
  density(x: Var): Ex
}

const layersOf = (w: Writer): Record<string, Layers> => ({
  normals: {
    layer: (drawn) => drawn.low(),
    position: (drawn) => drawn.shrU(w.i64(9n)).and(w.i64((1n << 52n) - 1n)),
    signed: (drawn, x) => drawn.low().and(256).pick(x.op('neg'), x),
    density: (x) => x.mul(x).mul(-0.5),
  },
  exponentials: {
    layer: (drawn) => drawn.low().shrU(3),
    position: (drawn) => drawn.shrU(w.i64(11n)),
    signed: (_, x) => x,
    density: (x) => x.op('neg'),
  },
})

/**
 * Standard normal or exponential numbers by the ziggurat (numpy/random/ziggurat.ts). Arguments: to, first and last position, state in (state,
 * increment), state out (state, then the position and the draw), tables (256 doubles each: inside, width, height). Where the
 * tail is drawn, or a comparison is close, it stops: at a position that is not the last, after the draw for it; or, where more is made of the
 * numbers, before its first.
 */
function ziggurat(w: Writer, { layer: layerOf, position: positionOf, signed, density }: Layers, further?: Further): void {
  const [to, i, end, state, out, tables] = w.args()
  const stream = new Stream(w, state, state.add(16))
  const [layer, stopped] = w.vars('i32')
  const [x, position, y, e] = w.vars('f64')
  const first = w.var('i64')
  const take = (value: Ex): void => {
    w.store('float64', to.add(i.shl(3)), value)
    i.bump(1)
    if (further !== undefined) stream.save(out)
  }
  const accept = (): void => (further === undefined ? take(x) : further(stream, x, take, () => stopped.set(2)))
  if (further !== undefined) stream.save(out)
  w.while(
    () => stopped.eqz().and(i.ltU(end)),
    () => {
      stream.next()
      first.set(stream.drawn)
      layer.set(layerOf(first).and(255).shl(3))
      position.set(positionOf(first).to('f64', 'convert_u.i64'))
      x.set(position.mul(w.load('float64', tables.add(layer), 2048)))
      x.set(signed(first, x))
      w.if(position.lt(w.load('float64', tables.add(layer))), accept, () =>
        w.if(
          layer.eqz(),
          () => stopped.set(1),
          () => {
            const own = w.keep(w.load('float64', tables.add(layer), 4096))
            const below = w.load('float64', tables.add(layer), 4096 - 8)
            // The second draw is undone if the caller has to decide.
            if (further === undefined) stream.save(out)
            stream.next()
            y.set(below.sub(own).mul(stream.double()).add(own))
            e.set(exponential(w, density(x)))
            w.if(
              y.sub(e).op('abs').lt(e.mul(DOUBT)),
              () => stopped.set(2),
              () => w.if(y.lt(e), accept),
            )
          },
        ),
      )
    },
  )
  if (further === undefined) w.if(stopped.ne(2), () => stream.save(out))
  w.store('bigint64', out, i.wide(), 16)
  w.store('bigint64', out, first, 24)
}

/**
 * Whole numbers from `from` to `from + most`, each as likely (Lemire), from 32 bits each: the lower half of a draw, then its
 * upper half; of dtypes of 8 and 16 bits from `bits` each. Arguments: to, first and last position, state in (state, increment, the upper
 * half that is left or -1; what is left of a word, and its bits), state out (state, what is left of both), most, from (64 bits), bits.
 */
function integers(w: Writer, dtype: DType): void {
  const [to, i, end, state, out, most] = w.args()
  const from = w.arg(6, 'i64')
  const { bytes, lane } = dtypeInfo[dtype]
  const bits = bytes < 4 ? w.arg(7, 'i32') : w.i32(32)
  const draws = bytes < 4 ? new Pieces(w, state, bits) : new Words(w, state)
  const range = w.keep(most.wide().add(w.i64(1n)))
  const product = w.var('i64')
  const all = w.keep(w.i64(1n).shl(bits.wide()))
  const mask = w.keep(all.sub(w.i64(1n)))
  // 2 to the bits, modulo the range.
  const threshold = w.keep(all.op('rem_u', range))
  w.upTo(i, end, 1, () => {
    w.e.doWhile(() => {
      draws.next()
      product.set(draws.word.mul(range))
      return product.and(mask).ltU(threshold).ref()
    })
    const value = product.shrU(bits.wide()).add(from)
    w.store(dtype, to.add(i.mul(bytes)), lane === 'i64' ? value : value.low())
  })
  draws.save(out)
}

/**
 * Fisher and Yates's shuffle of lines of neighbours, each from its end, in place: `length - 1` draws a line, whose place is masked and drawn again
 * while it is too large. Arguments: data, first and last draw, length of a line (at least 2), state in and out as of `integers`.
 */
function shuffles(w: Writer, dtype: DType): void {
  const [data, i, end, length, state, out] = w.args()
  const { bytes } = dtypeInfo[dtype]
  const words = new Words(w, state)
  const draws = w.keep(length.sub(1))
  const line = w.keep(data.add(i.op('div_u', draws).mul(length).mul(bytes)))
  const most = w.keep(draws.sub(i.op('rem_u', draws)))
  const [mask, place] = w.vars('i32')
  w.upTo(i, end, 1, () => {
    mask.set(w.i32(-1).shrU(most.op('clz')))
    w.e.doWhile(() => {
      words.next()
      place.set(words.word.low().and(mask))
      return place.gtU(most).ref()
    })
    const [to, from] = [w.keep(line.add(most.mul(bytes))), w.keep(line.add(place.mul(bytes)))]
    const kept = w.keep(w.load(dtype, to))
    w.store(dtype, to, w.load(dtype, from))
    w.store(dtype, from, kept)
    most.bump(-1)
    w.if(most.eqz(), () => {
      most.set(draws)
      line.bump(length.mul(bytes))
    })
  })
  words.save(out)
}

export function drawKernel(w: Writer, dtype: DType, variant: string): void {
  const layers = layersOf(w)[variant]
  if (layers !== undefined) ziggurat(w, layers)
  else if (variant === 'gammas') gammas(w)
  else if (variant === 'integers') integers(w, dtype)
  else if (variant === 'shuffles') shuffles(w, dtype)
  else fixedDraws(w, dtype)
}
