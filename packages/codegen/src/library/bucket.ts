import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/** 2⁵²: a double from here on has no fraction, and its low bits are a whole number. */
const WHOLE = 2 ** 52
const WHOLE_BITS = 0x4330000000000000n

/** The lanes of dtypes whose least and largest are found two or four at a time. */
const VECTORS: Partial<Record<DType, readonly ['f64x2' | 'f32x4', number]>> = { float64: ['f64x2', 2], float32: ['f32x4', 4] }
/** Vectors of a round: so many chains. */
const ROUND = 4

/** Numbers buckets by value: evenly between the least element and the largest, with NaN in the last one. */
export class Bucket {
  readonly low: Var
  readonly high: Var
  private readonly x: Var
  readonly scale: Var
  private readonly lastWide: Var
  private readonly number: Var

  constructor(
    private readonly w: Writer,
    private readonly dtype: DType,
  ) {
    ;[this.low, this.high, this.x, this.scale] = w.vars('f64')
    ;[this.lastWide, this.number] = w.vars('i64')
  }

  /** Nothing has been seen yet. */
  clear(): void {
    this.low.set(Number.POSITIVE_INFINITY)
    this.high.set(Number.NEGATIVE_INFINITY)
  }

  /** The least and the largest of these elements too, NaN left out, as doubles: in order, if not exact. */
  reach(from: Ex, length: Ex): void {
    const { w, dtype, low, high } = this
    const { bytes } = dtypeInfo[dtype]
    const at = w.keep(from)
    const end = w.keep(from.add(length.mul(bytes)))
    const one = (): void => {
      this.load(at)
      low.set(this.x.lt(low).pick(this.x, low))
      high.set(this.x.gt(high).pick(this.x, high))
    }
    const vector = VECTORS[dtype]
    if (vector !== undefined) {
      const [shape, lanes] = vector
      const whole = w.keep(at.add(length.mul(bytes).and(-16 * ROUND)))
      w.if(at.ltU(whole), () => {
        const [lows, highs] = [low, high].map((edge) =>
          Array.from({ length: ROUND }, () => w.keep(w.splat(shape, shape === 'f64x2' ? edge : edge.to('f32', 'demote')))),
        ) as [Var[], Var[]]
        const x = w.var('v128')
        w.upTo(at, whole, 16 * ROUND, () => {
          lows.forEach((l, k) => {
            x.set(w.loadVector(at, 16 * k))
            l.set(w.vec(shape, 'pmin', l, x))
            highs[k]!.set(w.vec(shape, 'pmax', highs[k]!, x))
          })
        })
        for (const v of lows)
          for (let k = 0; k < lanes; k++) {
            this.x.set(this.lane(shape, v, k))
            low.set(this.x.lt(low).pick(this.x, low))
          }
        for (const v of highs)
          for (let k = 0; k < lanes; k++) {
            this.x.set(this.lane(shape, v, k))
            high.set(this.x.gt(high).pick(this.x, high))
          }
      })
    }
    w.upTo(at, end, bytes, one)
  }

  /** Makes `last + 1` buckets of what was seen. */
  fit(last: Ex): void {
    this.scale.set(last.to('f64', 'convert_u.i32').op('div', this.high.sub(this.low)))
    this.lastWide.set(last.wide())
  }

  /** Takes up what was found before. */
  resume(low: Ex, scale: Ex, last: Ex): void {
    this.low.set(low)
    this.scale.set(scale)
    this.lastWide.set(last.wide())
  }

  /** Whether elements can be told apart by value: not if they are all the same, nor if infinities are among them. */
  fits(): Ex {
    return this.scale.gt(0).and(this.scale.lt(Number.POSITIVE_INFINITY))
  }

  /** The bucket of the element at an address. */
  of(address: Ex): Ex {
    const { w, number, lastWide } = this
    this.load(address)
    number.set(this.x.sub(this.low).mul(this.scale).add(WHOLE).to('i64', 'reinterpret').sub(w.i64(WHOLE_BITS)))
    return number.leU(lastWide).pick(number, lastWide).low()
  }

  private load(address: Ex): void {
    const { w, dtype } = this
    const { kind, bytes, lane } = dtypeInfo[dtype]
    const x = w.load(dtype, address)
    this.x.set(
      kind !== 'float'
        ? x.to('f64', `convert_${kind === 'signed' ? 's' : 'u'}.${lane}`)
        : bytes === 8
          ? x
          : x.to('f64', 'promote'),
    )
  }

  private lane(shape: 'f64x2' | 'f32x4', v: Ex, k: number): Ex {
    const x = this.w.lane(shape, v, k)
    return shape === 'f64x2' ? x : x.to('f64', 'promote')
  }
}
