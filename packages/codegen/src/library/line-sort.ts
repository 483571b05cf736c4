import { type DType, dtypeInfo } from '@weldarray/ir'
import { Bucket } from './bucket.js'
import { keyAt, keyType, storeKey } from './order-keys.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * One line of elements sorted on one thread, in scratch memory: a few by insertion; others into as many buckets by value as there are
 * elements, after which hardly any is not in its place; and where elements crowd in few buckets, by the digits of keys, the lowest
 * first. With `pairs` positions are carried along, and these are the result: a stable argsort.
 */

/** Lines up to this long are sorted in one call. */
export const LONGEST_LINE = 1 << 16
/** Lines up to this long are sorted by insertion. */
const INSERTION = 24
const DIGIT = 8
const DIGITS = 1 << DIGIT
/** Elements that an element meets in its bucket, on average, at most. */
const CROWD = 16

const tableBytes = (length: number): number => Math.max(8 * DIGITS * 4, 4 * length)

/** Scratch memory of lines of at most `length` elements: counts, two arrays of keys, two of positions. */
export const lineScratch = (dtype: DType, length: number): number =>
  tableBytes(length) + 16 + length * 2 * (dtypeInfo[keyType(dtype)].bytes + 4)

/** The digit of a key, as a position in a table of words. */
export const digitOf = (key: Ex, shift: Ex, mask: Ex): Ex => {
  const digit = key.type === 'i64' ? key.shrU(shift.wide()).low() : key.shrU(shift)
  return digit.and(mask).shl(2)
}

/** A line: where it is, the positions of its elements (0: 0, 1, 2 and so on), how many there are, and where the result goes (positions: 64 bits). */
export interface Line {
  readonly from: Ex
  readonly places?: Ex | undefined
  readonly length: Ex
  readonly to: Ex
}

/** Writes what sorts lines of at most `room` elements. */
export class LineSorter {
  private readonly type: DType
  private readonly keyBytes: number
  private readonly keysA: Var
  private readonly keysB: Var
  private readonly placesA: Var
  private readonly placesB: Var
  private readonly keys: Var
  private readonly others: Var
  private readonly places: Var
  private readonly otherPlaces: Var
  private readonly from: Var
  private readonly length: Var
  private readonly given: Var
  private readonly i: Var
  private readonly slot: Var
  private readonly target: Var
  private readonly place: Var
  private readonly done: Var
  private readonly key: Var
  private readonly bucket: Bucket

  constructor(
    private readonly w: Writer,
    private readonly dtype: DType,
    private readonly pairs: boolean,
    room: Ex,
  ) {
    this.type = keyType(dtype)
    const { bytes, lane } = dtypeInfo[this.type]
    this.keyBytes = bytes
    const table = w.keep(room.shl(2))
    table.set(table.ltU(tableBytes(0)).pick(w.i32(tableBytes(0)), table))
    // Before the first key is room for one that is less than all: insertion stops there.
    this.keysA = w.keep(w.scratch.add(table.add(15).and(-16)).add(16))
    this.keysB = w.keep(this.keysA.add(room.mul(bytes)))
    this.placesA = w.keep(this.keysB.add(room.mul(bytes)))
    this.placesB = w.keep(this.placesA.add(room.shl(2)))
    ;[this.keys, this.others, this.places, this.otherPlaces] = w.vars('i32')
    ;[this.from, this.length, this.given, this.i] = w.vars('i32')
    ;[this.slot, this.target, this.place, this.done] = w.vars('i32')
    this.key = w.var(lane)
    this.bucket = new Bucket(w, dtype)
  }

  sort({ from, places, length, to }: Line): void {
    const { w, keys, keysA, keysB, placesA, placesB } = this
    this.from.set(from)
    this.length.set(length)
    if (places !== undefined) this.given.set(places)
    keys.set(keysA)
    this.others.set(keysB)
    this.places.set(placesA)
    this.otherPlaces.set(placesB)
    w.if(
      this.length.leU(INSERTION),
      () => {
        this.encode(places !== undefined, () => {})
        this.insertion()
      },
      () => {
        this.done.set(0)
        this.byValue(places !== undefined)
        w.if(this.done.eqz(), () => this.byDigits(places !== undefined))
      },
    )
    this.decode(to)
  }

  /** Calls `body` with the position of every element in `i` and its address. */
  private each(body: (address: Ex) => void): void {
    const { w, i, from, dtype } = this
    const at = w.keep(from)
    i.set(0)
    w.upTo(i, this.length, 1, () => {
      body(at)
      at.bump(dtypeInfo[dtype].bytes)
    })
  }

  private position(given: boolean): Ex {
    return given ? this.w.load('int32', this.given.add(this.i.shl(2))) : this.i
  }

  private encode(given: boolean, also: () => void): void {
    const { w, key, keys, i } = this
    this.each((address) => {
      key.set(keyAt(w, this.dtype, address, this.pairs))
      w.store(this.type, keys.add(i.mul(this.keyBytes)), key)
      if (this.pairs) w.store('int32', this.places.add(i.shl(2)), this.position(given))
      also()
    })
  }

  /**
   * Each key goes down past larger ones before it. Most of what buckets leave is neighbours the wrong way round: these are exchanged
   * without a branch, since nobody can foretell it.
   */
  private insertion(): void {
    const { w, key, keys, i, slot, type, keyBytes, places, place, pairs } = this
    const { lane } = dtypeInfo[type]
    // The largest so far waits for its place, before which is `last`.
    const [last, held, least, other] = w.vars(lane)
    const [heldPlace, leastPlace, placeSlot] = w.vars('i32')
    const swapped = w.var('i32')
    last.set(0)
    w.store(type, keys.sub(keyBytes), last)
    held.set(w.load(type, keys))
    slot.set(keys)
    if (pairs) {
      heldPlace.set(w.load('int32', places))
      placeSlot.set(places)
    }
    i.set(1)
    w.upTo(i, this.length, 1, () => {
      key.set(w.load(type, slot, keyBytes))
      swapped.set(held.gtU(key))
      least.set(swapped.pick(key, held))
      held.set(swapped.pick(held, key))
      if (pairs) {
        place.set(w.load('int32', placeSlot, 4))
        leastPlace.set(swapped.pick(place, heldPlace))
        heldPlace.set(swapped.pick(heldPlace, place))
      }
      w.if(
        last.gtU(least),
        () => {
          const at = w.keep(slot)
          const below = pairs ? w.keep(placeSlot) : undefined
          other.set(last)
          w.e.doWhile(() => {
            w.store(type, at, other)
            at.bump(-keyBytes)
            if (below !== undefined) {
              w.store('int32', below, w.load('int32', below.sub(4)))
              below.bump(-4)
            }
            other.set(w.load(type, at.sub(keyBytes)))
            return other.gtU(least).ref()
          })
          w.store(type, at, least)
          if (below !== undefined) w.store('int32', below, leastPlace)
        },
        () => {
          w.store(type, slot, least)
          if (pairs) w.store('int32', placeSlot, leastPlace)
          last.set(least)
        },
      )
      slot.bump(keyBytes)
      if (pairs) placeSlot.bump(4)
    })
    w.store(type, slot, held)
    if (pairs) w.store('int32', placeSlot, heldPlace)
  }

  /** Spread into buckets by value; `done` if they are not crowded. */
  private byValue(given: boolean): void {
    const { w, bucket, length, keysB, done, slot, target, place, i } = this
    const counts = w.scratch
    bucket.clear()
    bucket.reach(this.from, length)
    bucket.fit(length.sub(1))
    w.if(bucket.fits(), () => {
      w.fillBytes(counts, 0, length.shl(2))
      // The buckets of elements wait where keys will be exchanged, if they have to.
      this.each((address) => {
        slot.set(bucket.of(address))
        w.store('uint32', keysB.add(i.shl(2)), slot)
        slot.set(counts.add(slot.shl(2)))
        w.store('uint32', slot, w.load('uint32', slot).add(1))
      })
      const met = w.var('i64', 0)
      const sum = w.var('i32', 0)
      slot.set(counts)
      target.set(counts.add(length.shl(2)))
      w.upTo(slot, target, 4, () => {
        place.set(w.load('uint32', slot))
        w.store('uint32', slot, sum)
        sum.bump(place)
        met.bump(place.wide().mul(place.wide()))
      })
      w.if(met.ltU(length.wide().mul(CROWD)), () => {
        this.each((address) => {
          slot.set(counts.add(w.load('uint32', keysB.add(i.shl(2))).shl(2)))
          target.set(w.load('uint32', slot))
          w.store('uint32', slot, target.add(1))
          w.store(this.type, this.keys.add(target.mul(this.keyBytes)), keyAt(w, this.dtype, address, this.pairs))
          if (this.pairs) w.store('int32', this.places.add(target.shl(2)), this.position(given))
        })
        this.insertion()
        done.set(1)
      })
    })
  }

  private byDigits(given: boolean): void {
    const { w, keyBytes, key, slot, keys, others, i, type } = this
    const mask = w.i32(DIGITS - 1)
    w.fillBytes(w.scratch, 0, keyBytes * DIGITS * 4)
    // All digits are counted at once: their counts do not depend on the order.
    this.encode(given, () => {
      for (let d = 0; d < keyBytes; d++) {
        slot.set(w.scratch.add(d * DIGITS * 4).add(digitOf(key, w.i32(d * DIGIT), mask)))
        w.store('uint32', slot, w.load('uint32', slot).add(1))
      }
    })
    const [own, shift, sum, held, end] = w.vars('i32')
    const swap = (a: Var, b: Var): void => {
      held.set(a)
      a.set(b)
      b.set(held)
    }
    shift.set(0)
    own.set(w.scratch)
    w.upTo(shift, w.i32(8 * keyBytes), DIGIT, () => {
      // Nothing to do where all have the same digit.
      w.if(w.load('uint32', own.add(digitOf(w.load(type, keys), shift, mask))).ne(this.length), () => {
        sum.set(0)
        slot.set(own)
        end.set(own.add(DIGITS * 4))
        w.upTo(slot, end, 4, () => {
          held.set(w.load('uint32', slot))
          w.store('uint32', slot, sum)
          sum.bump(held)
        })
        i.set(0)
        w.upTo(i, this.length, 1, () => {
          key.set(w.load(type, keys.add(i.mul(keyBytes))))
          slot.set(own.add(digitOf(key, shift, mask)))
          this.target.set(w.load('uint32', slot))
          w.store('uint32', slot, this.target.add(1))
          w.store(type, others.add(this.target.mul(keyBytes)), key)
          if (this.pairs) w.store('int32', this.otherPlaces.add(this.target.shl(2)), w.load('int32', this.places.add(i.shl(2))))
        })
        swap(keys, others)
        if (this.pairs) swap(this.places, this.otherPlaces)
      })
      own.bump(DIGITS * 4)
    })
  }

  private decode(to: Ex): void {
    const { w, i, slot, target, dtype, keyBytes } = this
    target.set(to)
    i.set(0)
    slot.set(this.pairs ? this.places : this.keys)
    w.upTo(i, this.length, 1, () => {
      if (this.pairs) w.store('bigint64', target, w.load('int32', slot).wide())
      else storeKey(w, dtype, target, w.load(this.type, slot))
      slot.bump(this.pairs ? 4 : keyBytes)
      target.bump(this.pairs ? 8 : dtypeInfo[dtype].bytes)
    })
  }
}
