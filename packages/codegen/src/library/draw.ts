import { type DType, dtypeInfo } from '@weldarray/ir'
import { layered } from './draw-layered.js'
import { Pieces, Stream, Words } from './draw-streams.js'
import type { Ex, Writer } from './writer.js'

/*
 * Random numbers. Doubles and floats take a fixed number of draws each, so pieces begin where a jump leads; whole ones, and those of a
 * ziggurat, take as many as they need, one after the other.
 */

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
  if (layered(w, variant)) return
  if (variant === 'integers') integers(w, dtype)
  else if (variant === 'shuffles') shuffles(w, dtype)
  else fixedDraws(w, dtype)
}
