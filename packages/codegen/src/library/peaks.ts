import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Shape, Writer } from './writer.js'

/*
 * Where the extreme of a line is: not every element is asked whether it is larger than all before it, but blocks of some vectors are,
 * of which no more than the extreme is found. Where a block has a larger one it is remembered; the element itself is looked for in the last
 * block that was, in the end. The first NaN ends the search.
 */

/** Chains of a block, and vectors of each: of long lines, and of what is left of them. */
const CHAINS = 4
const ROUNDS = [16, 2]

/** The lanes of elements, the further of two in each, and which ones are beyond others. */
interface Lanes {
  readonly shape: Shape
  further(a: Ex, b: Ex): Ex
  beyond(a: Ex, b: Ex): Ex
}

function lanesOf(w: Writer, dtype: DType, largest: boolean): Lanes {
  const { kind, bytes } = dtypeInfo[dtype]
  const ops = (shape: Shape, further: string, beyond: string): Lanes => ({
    shape,
    further: (a, b) => w.vec(shape, further, a, b),
    beyond: (a, b) => w.vec(shape, beyond, a, b),
  })
  // NaN on the right leaves what is on the left.
  if (kind === 'float') return ops(bytes === 8 ? 'f64x2' : 'f32x4', largest ? 'pmax' : 'pmin', largest ? 'gt' : 'lt')
  const sign = kind === 'signed' ? 's' : 'u'
  if (bytes < 8)
    return ops(
      bytes === 4 ? 'i32x4' : bytes === 2 ? 'i16x8' : 'i8x16',
      `${largest ? 'max' : 'min'}_${sign}`,
      `${largest ? 'gt' : 'lt'}_${sign}`,
    )
  // Of 64 bits signed numbers are compared, and none has an extreme.
  const top = w.keep(w.splat('i64x2', w.i64(kind === 'signed' ? 0n : -(1n << 63n))))
  const moved = (x: Ex): Ex => (kind === 'signed' ? x : w.bits('xor', x, top))
  const beyond = (a: Ex, b: Ex): Ex => w.vec('i64x2', largest ? 'gt_s' : 'lt_s', moved(a), moved(b))
  return { shape: 'i64x2', beyond, further: (a, b) => w.choose(beyond(b, a), b, a) }
}

/** Scratch memory: a vector. */
export const PEAKS_SCRATCH = 16

/**
 * Rows are lines, blocks their parts. Arguments: elements, to (a position in the line, 64 bits, for each part), length of a line, elements
 * of a part, parts of a line. The variant says which extreme.
 */
export function peaksKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes, lane, kind } = dtypeInfo[dtype]
  const largest = variant === 'max'
  const isFloat = kind === 'float'
  const { shape, further, beyond } = lanesOf(w, dtype, largest)
  const [row, row1, part0, part1] = w.ranges()
  const [from, to, length, size, parts] = w.args()
  const [part, at, end, line, place, block] = w.vars('i32')
  const [found, isNan, stop, i] = w.vars('i32')
  const [best, x] = w.vars(lane)
  const chains = Array.from({ length: CHAINS }, () => w.var('v128'))
  const [bests, v, nans, nothing] = w.vars('v128')
  const isBeyond = (): Ex => {
    if (!isFloat && kind !== 'signed') return largest ? x.gtU(best) : x.ltU(best)
    return largest ? x.gt(best) : x.lt(best)
  }

  /** One by one up to `end`, or to the first NaN. */
  const oneByOne = (): void =>
    w.while(
      () => at.ltU(end).and(isNan.eqz()),
      () => {
        x.set(w.load(dtype, at))
        if (isFloat) isNan.set(x.ne(x))
        w.if(isFloat ? isBeyond().or(isNan) : isBeyond(), () => {
          best.set(x)
          place.set(at)
          found.set(1)
        })
        at.bump(bytes)
      },
    )

  /** Whole blocks of so many rounds, as far as there is no NaN. */
  const inBlocks = (rounds: number): void => {
    const blockBytes = 16 * CHAINS * rounds
    const whole = w.keep(at.add(end.sub(at).and(-blockBytes)))
    bests.set(w.splat(shape, best))
    w.while(
      () => at.ltU(whole).and(isNan.eqz()),
      () => {
        for (const c of chains) c.set(bests)
        nans.set(nothing)
        stop.set(at.add(blockBytes))
        w.upTo(at, stop, 16 * CHAINS, () => {
          chains.forEach((c, k) => {
            v.set(w.loadVector(at, 16 * k))
            c.set(further(c, v))
            if (isFloat) nans.set(w.bits('or', nans, w.vec(shape, 'ne', v, v)))
          })
        })
        if (isFloat) isNan.set(w.vec('i8x16', 'bitmask', nans).ne(0))
        for (const c of chains.slice(1)) chains[0]!.set(further(chains[0]!, c))
        w.if(isNan.or(w.vec('i8x16', 'bitmask', beyond(chains[0]!, bests)).ne(0)), () => {
          block.set(stop.sub(blockBytes))
          found.set(0)
          w.storeVector(w.scratch, chains[0]!)
          i.set(0)
          w.upTo(i, w.i32(16), bytes, () => {
            x.set(w.load(dtype, w.scratch.add(i)))
            w.if(isBeyond(), () => best.set(x))
          })
          bests.set(w.splat(shape, best))
        })
      },
    )
    // A NaN is in the block before: it is looked for there.
    w.if(isNan, () => {
      at.set(block)
      isNan.set(0)
    })
  }

  w.upTo(row, row1, 1, () => {
    part.set(part0)
    w.upTo(part, part1, 1, () => {
      line.set(from.add(row.mul(length).mul(bytes)))
      at.set(part.mul(size))
      end.set(at.add(size))
      end.set(end.ltU(length).pick(end, length).mul(bytes).add(line))
      at.set(at.mul(bytes).add(line))
      place.set(at)
      found.set(1)
      best.set(w.load(dtype, at))
      isNan.set(isFloat ? best.ne(best) : 0)
      w.if(isNan.eqz(), () => {
        for (const rounds of ROUNDS) inBlocks(rounds)
      })
      oneByOne()
      w.if(found.eqz(), () => {
        place.set(block)
        w.while(
          () => w.load(dtype, place).ne(best),
          () => place.bump(bytes),
        )
      })
      w.store('bigint64', to.add(row.mul(parts).add(part).shl(3)), place.sub(line).op('div_u', w.i32(bytes)).wide())
    })
  })
}
