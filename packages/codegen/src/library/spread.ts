import { type DType, dtypeInfo } from '@weldarray/ir'
import { Bucket } from './bucket.js'
import { LineSorter } from './line-sort.js'
import { byPhase, parts } from './phases.js'
import type { Ex, Writer } from './writer.js'

/*
 * Long lines by all threads: elements go to buckets by value, about as many to each as the first cache holds, and each bucket is then
 * sorted as a line of its own. The variant `pairs` carries positions along and gives these: a stable argsort. Selection takes the first
 * phases too, and has but the buckets placed in which the wanted ranks are.
 */

export const SPREAD_PHASES = { reach: 0, count: 1, place: 2, finish: 3 } as const

/**
 * Rows are parts of the elements. Arguments: phase, length, elements of a part, the last bucket; four addresses; the longest bucket; the
 * least element and how many buckets there are to a unit.
 * `reach` elements, the least and the largest of each part (NaN left out);
 * `count` elements, counts (a table for each part);
 * `place` elements, tables of where the buckets of a part go, elements and positions in their new order;
 * `finish` elements, positions, where buckets begin (and the last one ends), to. Rows are buckets.
 */
export function spreadKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes } = dtypeInfo[dtype]
  const pairs = variant === 'pairs'
  const [row, row1] = w.ranges()
  const [phase, length, size, last, a, b, c, d, room] = w.args()
  const [i, end, slot, target, table] = w.vars('i32')
  const bucket = new Bucket(w, dtype)
  const tableBytes = w.keep(last.add(1).shl(2))
  const eachPart = (body: () => void): void => parts(w, [row, row1], [i, end], size, length, body)
  /** The entry of the bucket of each element of a part, in a table. */
  const eachEntry = (body: (address: Ex) => void): void => {
    const at = w.keep(a.add(i.mul(bytes)))
    w.upTo(i, end, 1, () => {
      slot.set(table.add(bucket.of(at).shl(2)))
      body(at)
      at.bump(bytes)
    })
  }
  const phases = {
    reach: () =>
      eachPart(() => {
        bucket.clear()
        bucket.reach(a.add(i.mul(bytes)), end.sub(i))
        w.store('float64', b.add(row.shl(4)), bucket.low)
        w.store('float64', b.add(row.shl(4)), bucket.high, 8)
      }),
    count: () =>
      eachPart(() => {
        table.set(b.add(row.mul(tableBytes)))
        w.fillBytes(table, 0, tableBytes)
        eachEntry(() => w.store('uint32', slot, w.load('uint32', slot).add(1)))
      }),
    place: () =>
      eachPart(() => {
        // A copy, so that the part can be done again.
        table.set(w.scratch)
        w.copyBytes(table, b.add(row.mul(tableBytes)), tableBytes)
        eachEntry((address) => {
          target.set(w.load('uint32', slot))
          // Those of buckets that are not wanted go nowhere.
          w.if(target.ne(-1), () => {
            w.store('uint32', slot, target.add(1))
            w.store(dtype, c.add(target.mul(bytes)), w.load(dtype, address))
            if (pairs) w.store('int32', d.add(target.shl(2)), i)
          })
        })
      }),
    finish: () => {
      const sorter = new LineSorter(w, dtype, pairs, room)
      w.upTo(row, row1, 1, () => {
        const first = w.keep(w.load('uint32', c.add(row.shl(2))))
        const count = w.keep(w.load('uint32', c.add(row.shl(2)), 4).sub(first))
        w.if(count, () =>
          sorter.sort({
            from: a.add(first.mul(bytes)),
            places: pairs ? b.add(first.shl(2)) : undefined,
            length: count,
            to: d.add(first.mul(pairs ? 8 : bytes)),
          }),
        )
      })
    },
  }
  w.if(phase.ne(SPREAD_PHASES.finish).and(phase.ne(SPREAD_PHASES.reach)), () =>
    bucket.resume(w.arg(9, 'f64'), w.arg(10, 'f64'), last),
  )
  byPhase(w, phase, SPREAD_PHASES, phases)
}
