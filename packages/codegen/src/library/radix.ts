import { type DType, dtypeInfo } from '@weldarray/ir'
import { digitOf, LineSorter } from './line-sort.js'
import { keyAt, keyType, storeKey } from './order-keys.js'
import { byPhase, parts } from './phases.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Sorting. Lines that fit scratch memory are sorted in one call each (`lines`); a long one, whose elements are not to be had apart by
 * value (`spread.ts`), by the digits of keys and by all threads (`parts`): each counts the digits in its part; from the counts follows
 * where each part's elements of a digit go.
 */

/** Scratch memory of `parts`: where the digits of a part go. */
export const partsScratch = (bits: number): number => 4 << bits

/** Arguments: elements, to (positions are 64 bits wide), length of a line. Rows are lines. */
export function radixLines(w: Writer, dtype: DType, pairs: boolean): void {
  const { bytes } = dtypeInfo[dtype]
  const [row, row1] = w.ranges()
  const [from, to, length] = w.args()
  const sorter = new LineSorter(w, dtype, pairs, length)
  w.upTo(row, row1, 1, () => {
    const first = row.mul(length)
    sorter.sort({ from: from.add(first.mul(bytes)), length, to: to.add(first.mul(pairs ? 8 : bytes)) })
  })
}

export const RADIX_PHASES = { encode: 0, count: 1, scatter: 2, decode: 3 } as const

/**
 * Rows are parts. Arguments: phase, length, elements of a part, shift and mask of the digit; then
 * `encode` elements, keys, positions, a word (of the keys' width) of each part that has the bits in which its keys differ from the first key;
 * `count` keys, counts (a table for each part);
 * `scatter` keys, positions, tables of where the digits go, keys and positions in their new order;
 * `decode` keys, positions, to.
 */
function radixParts(w: Writer, dtype: DType, pairs: boolean): void {
  const type = keyType(dtype)
  const { bytes: keyBytes, lane } = dtypeInfo[type]
  const { bytes } = dtypeInfo[dtype]
  const [row, row1] = w.ranges()
  const [phase, length, size, shift, mask, a, b, c, d, e] = w.args()
  const [i, end, slot, target] = w.vars('i32')
  const key = w.var(lane)
  const tableBytes = w.keep(mask.add(1).shl(2))
  const eachPart = (body: () => void): void => parts(w, [row, row1], [i, end], size, length, body)
  const keysAt = (keys: Var): Ex => keys.add(i.mul(keyBytes))
  const phases = {
    encode: () => {
      const first = w.keep(keyAt(w, dtype, a, pairs))
      const differ = w.var(lane)
      eachPart(() => {
        differ.set(0)
        w.upTo(i, end, 1, () => {
          key.set(keyAt(w, dtype, a.add(i.mul(bytes)), pairs))
          w.store(type, keysAt(b), key)
          if (pairs) w.store('int32', c.add(i.shl(2)), i)
          differ.set(differ.or(key.xor(first)))
        })
        w.store(type, d.add(row.mul(keyBytes)), differ)
      })
    },
    count: () =>
      eachPart(() => {
        const table = w.keep(b.add(row.mul(tableBytes)))
        w.fillBytes(table, 0, tableBytes)
        w.upTo(i, end, 1, () => {
          slot.set(table.add(digitOf(w.load(type, keysAt(a)), shift, mask)))
          w.store('uint32', slot, w.load('uint32', slot).add(1))
        })
      }),
    scatter: () =>
      eachPart(() => {
        // A copy, so that the part can be done again.
        w.copyBytes(w.scratch, c.add(row.mul(tableBytes)), tableBytes)
        w.upTo(i, end, 1, () => {
          key.set(w.load(type, keysAt(a)))
          slot.set(w.scratch.add(digitOf(key, shift, mask)))
          target.set(w.load('uint32', slot))
          w.store('uint32', slot, target.add(1))
          w.store(type, d.add(target.mul(keyBytes)), key)
          if (pairs) w.store('int32', e.add(target.shl(2)), w.load('int32', b.add(i.shl(2))))
        })
      }),
    decode: () =>
      eachPart(() =>
        w.upTo(i, end, 1, () => {
          if (pairs) w.store('bigint64', c.add(i.shl(3)), w.load('int32', b.add(i.shl(2))).wide())
          else storeKey(w, dtype, c.add(i.mul(bytes)), w.load(type, keysAt(a)))
        }),
      ),
  }
  byPhase(w, phase, RADIX_PHASES, phases)
}

export function radixKernel(w: Writer, dtype: DType, variant: string): void {
  const [schedule, what] = variant.split(' ')
  ;(schedule === 'lines' ? radixLines : radixParts)(w, dtype, what === 'pairs')
}
