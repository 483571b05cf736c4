import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import { SHAPES } from './panels.js'
import type { Var, Writer } from './writer.js'

/** Vectors of sums that are added up side by side. Of eight, the engine of Node 20 keeps some on the stack, and takes 1.7 times as long. */
const SLIDE_VECTORS = 6

/** Scratch memory: the sums of one tile. */
export const SLIDE_SCRATCH = 16 * SLIDE_VECTORS

/**
 * A line moved along a longer one: `ir/calls/windows.ts` says what the sums are. Rows are places, `SLIDE_VECTORS` vectors of which are added up side
 * by side: an element of the shorter line meets as many neighbours of the longer one. Of a block of the shorter line, what all sums of a tile have in
 * common is added up so; what only some of them have lies before and behind it, since each begins one element further than the one before.
 * Arguments: long, short, to, their lengths, the place of the first sum (it may be negative), bytes from one element of the shorter line to the next.
 */
export function slideKernel(w: Writer, dtype: DType): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const shape = SHAPES[lane]
  const lanes = 16 / bytes
  const [row, row1] = w.ranges()
  const [long, short, to, most, least, start, step] = w.args()
  const [first, high, block, stop, low, end, isFirst, isEdge] = w.vars('i32')
  const [own, ownStart, ownEnd, k, a, b, out] = w.vars('i32')
  const value = w.var('v128')
  const single = w.var(lane)

  /** One after the other, the sums in scratch memory: the positions that `from` and `until` tell of each. */
  const oneByOne = (count: number, from: () => void, until: () => void): void => {
    own.set(0)
    w.upTo(own, w.i32(count), 1, () => {
      from()
      until()
      w.if(k.lt(ownEnd), () => {
        single.set(w.load(dtype, w.scratch.add(own.mul(bytes))))
        a.set(long.add(first.add(own).add(k).mul(bytes)))
        b.set(short.add(k.mul(step)))
        w.upTo(k, ownEnd, 1, () => {
          single.set(single.add(w.load(dtype, a).mul(w.load(dtype, b))))
          a.bump(bytes)
          b.bump(step)
        })
        w.store(dtype, w.scratch.add(own.mul(bytes)), single)
      })
    })
  }
  const atMost = (x: Var, y: Var): void => w.if(y.lt(x), () => x.set(y))

  const tile = (vectors: number): void => {
    const count = vectors * lanes
    const sums = Array.from({ length: vectors }, () => w.var('v128'))
    first.set(start.add(row))
    // What any of the sums has: from the last one's beginning to the first one's end.
    block.set(w.i32(1 - count).sub(first))
    block.set(block.lt(0).pick(w.i32(0), block).and(-INNER_BLOCK))
    high.set(most.sub(first))
    atMost(high, least)
    isFirst.set(1)
    out.set(to.add(row.mul(bytes)))
    w.while(
      () => block.lt(high).or(isFirst),
      () => {
        stop.set(block.add(INNER_BLOCK))
        atMost(stop, high)
        // What all of them have: from the first one's beginning to the last one's end.
        low.set(w.i32(0).sub(first))
        atMost(low, stop)
        w.if(low.lt(block), () => low.set(block))
        end.set(most.sub(first).sub(count - 1))
        atMost(end, stop)
        w.if(end.lt(low), () => end.set(low))
        isEdge.set(low.ne(block).or(end.ne(stop)))
        for (const s of sums) s.set(0)
        const inScratch = (then: () => void): void =>
          w.if(isEdge, () => {
            sums.forEach((s, i) => {
              w.storeVector(w.scratch, s, 16 * i)
            })
            then()
            sums.forEach((s, i) => {
              s.set(w.loadVector(w.scratch, 16 * i))
            })
          })
        const finish = (last: Var): void => {
          ownEnd.set(most.sub(first).sub(own))
          atMost(ownEnd, last)
        }
        inScratch(() =>
          oneByOne(
            count,
            () => {
              ownStart.set(w.i32(0).sub(first).sub(own))
              k.set(ownStart.lt(block).pick(block, ownStart))
            },
            () => finish(low),
          ),
        )
        a.set(long.add(first.add(low).mul(bytes)))
        b.set(short.add(low.mul(step)))
        w.upTo(low, end, 1, () => {
          value.set(w.loadSplat(bytes as 4 | 8, b))
          sums.forEach((s, i) => {
            s.set(w.vec(shape, 'add', s, w.vec(shape, 'mul', value, w.loadVector(a, 16 * i))))
          })
          a.bump(bytes)
          b.bump(step)
        })
        inScratch(() =>
          oneByOne(
            count,
            () => k.set(end),
            () => finish(stop),
          ),
        )
        w.if(
          isFirst,
          () =>
            sums.forEach((s, i) => {
              w.storeVector(out, s, 16 * i)
            }),
          () =>
            sums.forEach((s, i) => {
              w.storeVector(out, w.vec(shape, 'add', w.loadVector(out, 16 * i), s), 16 * i)
            }),
        )
        isFirst.set(0)
        block.bump(INNER_BLOCK)
      },
    )
    row.bump(count)
  }

  /** The sum of one place. */
  const one = (): void => {
    const total = w.var(lane)
    first.set(start.add(row))
    k.set(w.i32(0).sub(first))
    w.if(k.lt(0), () => k.set(0))
    high.set(most.sub(first))
    atMost(high, least)
    a.set(long.add(first.add(k).mul(bytes)))
    b.set(short.add(k.mul(step)))
    isFirst.set(1)
    w.while(
      () => k.lt(high),
      () => {
        stop.set(k.and(-INNER_BLOCK).add(INNER_BLOCK))
        atMost(stop, high)
        single.set(0)
        w.upTo(k, stop, 1, () => {
          single.set(single.add(w.load(dtype, a).mul(w.load(dtype, b))))
          a.bump(bytes)
          b.bump(step)
        })
        total.set(isFirst.pick(single, total.add(single)))
        isFirst.set(0)
      },
    )
    w.store(dtype, to.add(row.mul(bytes)), total)
    row.bump(1)
  }
  for (const vectors of [SLIDE_VECTORS, 1])
    w.while(
      () => row1.sub(row).geU(vectors * lanes),
      () => tile(vectors),
    )
  w.while(() => row.ltU(row1), one)
}
