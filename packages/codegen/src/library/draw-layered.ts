import { Stream } from './draw-streams.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Normal and exponential numbers by the ziggurat (numpy/random/ziggurat.ts), and gamma numbers of normal ones.
 */

const { LOG2E, LN2 } = Math
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

/** The kernel of a variant; false where it is none of these. */
export function layered(w: Writer, variant: string): boolean {
  const layers = layersOf(w)[variant]
  if (layers !== undefined) ziggurat(w, layers)
  else if (variant === 'gammas') gammas(w)
  else return false
  return true
}
