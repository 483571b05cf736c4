import { type DType, dtypeInfo } from '@weldarray/ir'
import { keyAt, keyType, storeKey } from './order-keys.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Sorting what is spread about evenly between the least and the largest element: elements go to buckets by value, few to each,
 * which insertion then sorts. The variant `pairs` carries positions along and gives these: a stable argsort.
 */

export const SPREAD_PHASES = { reach: 0, count: 1, place: 2, finish: 3 } as const

/** A bucket has at most so many elements. */
export const MOST_IN_BUCKET = 512

/** Scratch memory of `finish`: keys, and positions. */
export const BUCKET_SCRATCH = MOST_IN_BUCKET * 12

/**
 * Rows are parts of the elements. Arguments: phase, length, elements of a part, the last bucket; four addresses; the least
 * element and how many buckets there are to a unit.
 * `reach` elements, the least and the largest of each part (NaN left out);
 * `count` elements, counts (a table for each part);
 * `place` elements, tables of where the buckets of a part go, keys, positions;
 * `finish` keys, positions, where buckets begin (and the last one ends), to. Rows are buckets.
 */
export function spreadKernel(w: Writer, [type]: readonly DType[], variant: string): void {
  const dtype = type!
  const pairs = variant === 'pairs'
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [phase, length, size, last, a, b, c, d] = Array.from({ length: 8 }, (_, i) => w.arg(i)) as Var[]
  const keys = { phase, length, size, last, a, b, c, d } as Readonly<Record<string, Var>>
  const parts = new Parts(w, dtype, pairs, row, row1, keys)
  for (const [name, number] of Object.entries(SPREAD_PHASES))
    w.if(phase!.eq(number), () => {
      if (name === 'finish') finish(w, dtype, pairs, [row, row1], [a!, b!, c!, d!])
      else parts[name as 'reach' | 'count' | 'place']()
    })
}

/** The phases over parts of the elements. */
class Parts {
  private readonly i: Var
  private readonly end: Var
  private readonly x: Var
  private readonly bucket: Var
  private readonly slot: Var
  private readonly least: Var
  private readonly scale: Var
  private readonly tableBytes: Var

  constructor(
    private readonly w: Writer,
    private readonly dtype: DType,
    private readonly pairs: boolean,
    private readonly row: Var,
    private readonly row1: Var,
    private readonly args: Readonly<Record<string, Var>>,
  ) {
    ;[this.i, this.end, this.bucket, this.slot] = [w.var('i32'), w.var('i32'), w.var('i32'), w.var('i32')]
    this.x = w.var('f64')
    ;[this.least, this.scale] = [w.arg(8, 'f64'), w.arg(9, 'f64')]
    this.tableBytes = w.keep(args.last!.add(1).shl(2))
  }

  private each(before: () => void, body: () => void, after: () => void = () => {}): void {
    const { w, i, end, args, row, row1 } = this
    w.upTo(row, row1, 1, () => {
      i.set(row.mul(args.size!))
      end.set(i.add(args.size!))
      end.set(end.ltU(args.length!).pick(end, args.length!))
      before()
      w.upTo(i, end, 1, body)
      after()
    })
  }

  private get address(): Ex {
    return this.args.a!.add(this.i.mul(dtypeInfo[this.dtype].bytes))
  }

  /** The element at hand as a double: in order, if not exact. */
  private load(): void {
    const { kind, bytes, lane } = dtypeInfo[this.dtype]
    const x = this.w.load(this.dtype, this.address)
    const wide =
      kind !== 'float'
        ? x.to('f64', `convert_${kind === 'signed' ? 's' : 'u'}.${lane}`)
        : bytes === 8
          ? x
          : x.to('f64', 'promote')
    this.x.set(wide)
  }

  /** The bucket of the element at hand. NaN is in the last one. */
  private find(): void {
    const { x, bucket, args } = this
    this.load()
    bucket.set(x.sub(this.least).mul(this.scale).to('i32', 'trunc_u_sat.f64'))
    bucket.set(bucket.ltU(args.last!).and(x.eq(x)).pick(bucket, args.last!).shl(2))
  }

  reach(): void {
    const { w, x, row, args } = this
    const [low, high] = [w.var('f64'), w.var('f64')]
    this.each(
      () => {
        low.set(Number.POSITIVE_INFINITY)
        high.set(Number.NEGATIVE_INFINITY)
      },
      () => {
        this.load()
        low.set(x.lt(low).pick(x, low))
        high.set(x.gt(high).pick(x, high))
      },
      () => {
        w.store('float64', args.b!.add(row.shl(4)), low)
        w.store('float64', args.b!.add(row.shl(4)), high, 8)
      },
    )
  }

  count(): void {
    const { w, slot, bucket, row, args, tableBytes } = this
    const table = w.var('i32')
    this.each(
      () => {
        table.set(args.b!.add(row.mul(tableBytes)))
        w.fillBytes(table, 0, tableBytes)
      },
      () => {
        this.find()
        slot.set(table.add(bucket))
        w.store('uint32', slot, w.load('uint32', slot).add(1))
      },
    )
  }

  place(): void {
    const { w, i, slot, bucket, row, args, tableBytes, dtype, pairs } = this
    const type = keyType(dtype)
    const target = w.var('i32')
    this.each(
      // A copy, so that the part can be done again.
      () => w.copyBytes(w.scratch, args.b!.add(row.mul(tableBytes)), tableBytes),
      () => {
        this.find()
        slot.set(w.scratch.add(bucket))
        target.set(w.load('uint32', slot))
        w.store('uint32', slot, target.add(1))
        w.store(type, args.c!.add(target.mul(dtypeInfo[type].bytes)), keyAt(w, dtype, this.address, pairs))
        if (pairs) w.store('int32', args.d!.add(target.shl(2)), i)
      },
    )
  }
}

/** Each bucket's keys, inserted one by one where they belong into scratch memory, and from there as elements into the result. */
function finish(w: Writer, dtype: DType, pairs: boolean, rows: [Var, Var], args: [Var, Var, Var, Var]): void {
  const [row, row1] = rows
  const [keys, places, starts, to] = args
  const type = keyType(dtype)
  const { bytes: keyBytes, lane } = dtypeInfo[type]
  const { bytes } = dtypeInfo[dtype]
  const [at, end, next, slot, first, more] = Array.from({ length: 6 }, () => w.var('i32')) as [Var, Var, Var, Var, Var, Var]
  const [key, other] = [w.var(lane), w.var(lane)]
  const positions = w.keep(w.scratch.add(MOST_IN_BUCKET * 8))
  /** The place of a key's position, given that of the key. */
  const placeOf = (address: Ex): Ex => positions.add(keyBytes === 8 ? address.sub(w.scratch).shrU(1) : address.sub(w.scratch))
  const look = (): void => {
    more.set(slot.gtU(w.scratch))
    w.if(more, () => {
      other.set(w.load(type, slot.sub(keyBytes)))
      more.set(other.gtU(key))
    })
  }
  at.set(w.load('uint32', starts.add(row.shl(2))))
  w.upTo(row, row1, 1, () => {
    end.set(w.load('uint32', starts.add(row.shl(2)), 4))
    next.set(w.scratch)
    first.set(at)
    w.upTo(at, end, 1, () => {
      key.set(w.load(type, keys.add(at.mul(keyBytes))))
      slot.set(next)
      look()
      w.while(
        () => more,
        () => {
          w.store(type, slot, other)
          if (pairs) w.store('int32', placeOf(slot), w.load('int32', placeOf(slot.sub(keyBytes))))
          slot.bump(-keyBytes)
          look()
        },
      )
      w.store(type, slot, key)
      if (pairs) w.store('int32', placeOf(slot), w.load('int32', places.add(at.shl(2))))
      next.bump(keyBytes)
    })
    at.set(first)
    slot.set(w.scratch)
    w.upTo(at, end, 1, () => {
      if (pairs) w.store('bigint64', to.add(at.shl(3)), w.load('int32', placeOf(slot)).wide())
      else storeKey(w, dtype, to.add(at.mul(bytes)), w.load(type, slot))
      slot.bump(keyBytes)
    })
  })
}
