import { type DType, dtypeInfo } from '@weldarray/ir'
import { keyAt, keyType, storeKey } from './order-keys.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Sorting by the digits of keys, the lowest first, each time into another array and keeping the order of equal ones. The
 * variant `pairs` carries positions along and gives these: a stable argsort.
 *
 * Lines that fit scratch memory are sorted in one call each (`lines`); a long one by all threads (`parts`): each counts the
 * digits in its part; from the counts follows where each part's elements of a digit go.
 */

/** Lines up to this long are sorted in one call. */
export const LONGEST_LINE = 1 << 16
/** Lines up to this long are sorted by insertion. */
const INSERTION = 24
const DIGIT = 8
const DIGITS = 1 << DIGIT

/** Scratch memory of `lines`: two arrays of keys, two of positions, counts. */
export const linesScratch = (dtype: DType, length: number): number =>
  length * 2 * (dtypeInfo[keyType(dtype)].bytes + 4) + dtypeInfo[keyType(dtype)].bytes * DIGITS * 4

/** Scratch memory of `parts`: where the digits of a part go. */
export const partsScratch = (bits: number): number => 4 << bits

/** The digit of a key, as a position in a table of words. */
const digitOf = (key: Ex, shift: Ex, mask: Ex): Ex => {
  const digit = key.type === 'i64' ? key.shrU(shift.wide()).low() : key.shrU(shift)
  return digit.and(mask).shl(2)
}

/** Arguments: elements, to (positions are 64 bits wide), length of a line. Rows are lines. */
export function radixLines(w: Writer, dtype: DType, pairs: boolean): void {
  const type = keyType(dtype)
  const { bytes: keyBytes, lane } = dtypeInfo[type]
  const { bytes } = dtypeInfo[dtype]
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [from, to, length] = [0, 1, 2].map((i) => w.arg(i)) as Var[]
  const counts = w.scratch
  const keysA = w.keep(counts.add(keyBytes * DIGITS * 4))
  const keysB = w.keep(keysA.add(length!.mul(keyBytes)))
  const placesA = w.keep(keysB.add(length!.mul(keyBytes)))
  const placesB = w.keep(placesA.add(length!.shl(2)))
  const [keys, others, places, otherPlaces] = [keysA, keysB, placesA, placesB].map((v) => w.keep(v)) as [Var, Var, Var, Var]
  const [i, j, source, sum, held, slot, target, place] = Array.from({ length: 8 }, () => w.var('i32')) as Var[]
  const [key, mask] = [w.var(lane), w.i32(DIGITS - 1)]
  const swap = (a: Var, b: Var): void => {
    held!.set(a)
    a.set(b)
    b.set(held!)
  }
  const encode = (also: () => void): void => {
    source!.set(from!.add(row.mul(length!).mul(bytes)))
    i!.set(0)
    w.upTo(i!, length!, 1, () => {
      key.set(keyAt(w, dtype, source!, pairs))
      w.store(type, keys.add(i!.mul(keyBytes)), key)
      if (pairs) w.store('int32', places.add(i!.shl(2)), i!)
      also()
      source!.bump(bytes)
    })
  }
  const insertion = (): void => {
    encode(() => {})
    i!.set(1)
    w.while(
      () => i!.ltU(length!),
      () => {
        key.set(w.load(type, keys.add(i!.mul(keyBytes))))
        if (pairs) place!.set(w.load('int32', places.add(i!.shl(2))))
        j!.set(i!)
        slot!.set(keys.add(i!.mul(keyBytes)))
        w.while(
          () => j!.ne(0).and(w.load(type, slot!.sub(keyBytes)).gtU(key)),
          () => {
            w.store(type, slot!, w.load(type, slot!.sub(keyBytes)))
            if (pairs) w.store('int32', places.add(j!.shl(2)), w.load('int32', places.add(j!.sub(1).shl(2))))
            slot!.bump(-keyBytes)
            j!.bump(-1)
          },
        )
        w.store(type, slot!, key)
        if (pairs) w.store('int32', places.add(j!.shl(2)), place!)
        i!.bump(1)
      },
    )
  }
  const passes = (): void => {
    w.fillBytes(counts, 0, keyBytes * DIGITS * 4)
    // All digits are counted at once: their counts do not depend on the order.
    encode(() => {
      for (let d = 0; d < keyBytes; d++) {
        slot!.set(counts.add(d * DIGITS * 4).add(digitOf(key, w.i32(d * DIGIT), mask)))
        w.store('uint32', slot!, w.load('uint32', slot!).add(1))
      }
    })
    for (let d = 0; d < keyBytes; d++) {
      const own = w.keep(counts.add(d * DIGITS * 4))
      const shift = w.i32(d * DIGIT)
      // Nothing to do where all have the same digit.
      w.if(w.load('uint32', own.add(digitOf(w.load(type, keys), shift, mask))).ne(length!), () => {
        sum!.set(0)
        slot!.set(own)
        target!.set(own.add(DIGITS * 4))
        w.upTo(slot!, target!, 4, () => {
          held!.set(w.load('uint32', slot!))
          w.store('uint32', slot!, sum!)
          sum!.bump(held!)
        })
        i!.set(0)
        w.upTo(i!, length!, 1, () => {
          key.set(w.load(type, keys.add(i!.mul(keyBytes))))
          slot!.set(own.add(digitOf(key, shift, mask)))
          target!.set(w.load('uint32', slot!))
          w.store('uint32', slot!, target!.add(1))
          w.store(type, others.add(target!.mul(keyBytes)), key)
          if (pairs) w.store('int32', otherPlaces.add(target!.shl(2)), w.load('int32', places.add(i!.shl(2))))
        })
        swap(keys, others)
        if (pairs) swap(places, otherPlaces)
      })
    }
  }
  w.upTo(row, row1, 1, () => {
    w.if(length!.leU(INSERTION), insertion, passes)
    i!.set(0)
    target!.set(to!.add(row.mul(length!).mul(pairs ? 8 : bytes)))
    w.upTo(i!, length!, 1, () => {
      if (pairs) w.store('bigint64', target!, w.load('int32', places.add(i!.shl(2))).wide())
      else storeKey(w, dtype, target!, w.load(type, keys.add(i!.mul(keyBytes))))
      target!.bump(pairs ? 8 : bytes)
    })
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
export function radixParts(w: Writer, dtype: DType, pairs: boolean): void {
  const type = keyType(dtype)
  const { bytes: keyBytes, lane } = dtypeInfo[type]
  const { bytes } = dtypeInfo[dtype]
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [phase, length, size, shift, mask, a, b, c, d, e] = Array.from({ length: 10 }, (_, i) => w.arg(i)) as Var[]
  const [i, end, slot, target] = Array.from({ length: 4 }, () => w.var('i32')) as [Var, Var, Var, Var]
  const key = w.var(lane)
  const tableBytes = w.keep(mask!.add(1).shl(2))
  const eachPart = (body: () => void): void =>
    w.upTo(row, row1, 1, () => {
      i.set(row.mul(size!))
      end.set(i.add(size!))
      end.set(end.ltU(length!).pick(end, length!))
      body()
    })
  const keysAt = (keys: Var): Ex => keys.add(i.mul(keyBytes))
  const phases = {
    encode: () => {
      const first = w.keep(keyAt(w, dtype, a!, pairs))
      const differ = w.var(lane)
      eachPart(() => {
        differ.set(0)
        w.upTo(i, end, 1, () => {
          key.set(keyAt(w, dtype, a!.add(i.mul(bytes)), pairs))
          w.store(type, keysAt(b!), key)
          if (pairs) w.store('int32', c!.add(i.shl(2)), i)
          differ.set(differ.or(key.xor(first)))
        })
        w.store(type, d!.add(row.mul(keyBytes)), differ)
      })
    },
    count: () =>
      eachPart(() => {
        const table = w.keep(b!.add(row.mul(tableBytes)))
        w.fillBytes(table, 0, tableBytes)
        w.upTo(i, end, 1, () => {
          slot.set(table.add(digitOf(w.load(type, keysAt(a!)), shift!, mask!)))
          w.store('uint32', slot, w.load('uint32', slot).add(1))
        })
      }),
    scatter: () =>
      eachPart(() => {
        // A copy, so that the part can be done again.
        w.copyBytes(w.scratch, c!.add(row.mul(tableBytes)), tableBytes)
        w.upTo(i, end, 1, () => {
          key.set(w.load(type, keysAt(a!)))
          slot.set(w.scratch.add(digitOf(key, shift!, mask!)))
          target.set(w.load('uint32', slot))
          w.store('uint32', slot, target.add(1))
          w.store(type, d!.add(target.mul(keyBytes)), key)
          if (pairs) w.store('int32', e!.add(target.shl(2)), w.load('int32', b!.add(i.shl(2))))
        })
      }),
    decode: () =>
      eachPart(() =>
        w.upTo(i, end, 1, () => {
          if (pairs) w.store('bigint64', c!.add(i.shl(3)), w.load('int32', b!.add(i.shl(2))).wide())
          else storeKey(w, dtype, c!.add(i.mul(bytes)), w.load(type, keysAt(a!)))
        }),
      ),
  }
  for (const [name, number] of Object.entries(RADIX_PHASES)) w.if(phase!.eq(number), () => phases[name as keyof typeof phases]())
}

export function radixKernel(w: Writer, [dtype]: readonly DType[], variant: string): void {
  const [schedule, what] = variant.split(' ')
  ;(schedule === 'lines' ? radixLines : radixParts)(w, dtype!, what === 'pairs')
}
