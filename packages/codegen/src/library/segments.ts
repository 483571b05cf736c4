import { type DType, dtypeInfo, HALVED_FROM, isPairwise, type Join, STRANDS } from '@weldarray/ir'
import { joinScalar, joinVector } from '../wasm/combine.js'
import type { Width } from '../wasm/lanes.js'
import { Ex, type Var, type Writer } from './writer.js'

/*
 * Parts of an axis, each joined to one element: sums of floats by halves, everything else one after the other, or in any order where that is
 * the same. Where elements of a part are no neighbours, parts beside it are joined with it, in the lanes of a vector.
 */

/** A half that waits for the other one: how many elements that has, until it is begun, and its own sum. */
const ENTRY = 32
export const SEGMENTS_SCRATCH = 32 * ENTRY
/** Vectors of a part that are joined side by side where the order does not matter. */
const CHAINS = 4

/** What is joined at once: an element, or a vector of them. */
interface Unit {
  readonly make: () => Var
  readonly load: (at: Ex, offset?: number) => Ex
  readonly join: (x: Var, y: Ex) => Ex
  readonly store: (at: Ex, x: Ex, offset?: number) => void
}

const oneElement = (w: Writer, dtype: DType, join: Join): Unit => {
  const { lane } = dtypeInfo[dtype]
  return {
    make: () => w.var(lane),
    load: (at, offset) => w.load(dtype, at, offset),
    join: (x, y) => new Ex(w, lane, () => joinScalar(w.e, join, dtype, x.ref, y.ref)),
    store: (at, x, offset) => w.store(dtype, at, x, offset),
  }
}

/** Null where there are no instructions for it. */
const oneVector = (w: Writer, dtype: DType, join: Join): Unit | null => {
  const width = dtypeInfo[dtype].bytes as Width
  const written = (x: Ex, y: Ex): number | null => joinVector(w.e, join, dtype, x.ref, y.ref, width)
  const any = w.var('v128')
  if (written(any, any) === null) return null
  return {
    make: () => w.var('v128'),
    load: (at, offset) => w.loadVector(at, offset),
    join: (x, y) => new Ex(w, 'v128', () => written(x, y)!),
    store: (at, x, offset) => w.storeVector(at, x, offset),
  }
}

const isInAnyOrder = (join: Join, dtype: DType): boolean =>
  join === 'minimum' || join === 'maximum' || (dtypeInfo[dtype].kind !== 'float' && join !== 'sub')

/**
 * Rows are parts of lines, columns the lines that lie side by side. Arguments: elements, to, where parts begin (32 bits), parts of a line,
 * length of a line, lines side by side. The variant is what joins.
 */
export function segmentsKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes } = dtypeInfo[dtype]
  const join = variant as Join
  const [row, row1, , , col0, col1] = w.ranges()
  const [from, to, starts, parts, length, inner] = w.args()
  const [at, count, part, line, start, end, out, col, k] = w.vars('i32')
  const lanes = 16 / bytes
  const last = w.keep(length.sub(1))
  const step = w.keep(inner.mul(bytes))
  const [element, vector] = [oneElement(w, dtype, join), oneVector(w, dtype, join)]

  /** `at` goes over so many more elements. `by`: how far they are apart. */
  const onwards = (unit: Unit, total: Var, many: Ex, by: Ex | number): void => {
    const x = unit.make()
    k.set(many)
    w.while(
      () => k.ne(0),
      () => {
        x.set(unit.load(at))
        total.set(unit.join(total, x))
        at.bump(by)
        k.bump(-1)
      },
    )
  }

  /** A sum in strands of `many` elements, no more than `HALVED_FROM`. */
  const inStrands = (unit: Unit, total: Var, many: Var, by: Ex | number): void => {
    const strands = Array.from({ length: STRANDS }, unit.make)
    const x = unit.make()
    const left = w.var('i32')
    const round = (set: (strand: Var) => void): void => {
      strands.forEach((s, i) => {
        x.set(unit.load(at, typeof by === 'number' ? i * by : 0))
        set(s)
        if (typeof by !== 'number') at.bump(by)
      })
      if (typeof by === 'number') at.bump(STRANDS * by)
      left.bump(-STRANDS)
    }
    left.set(many)
    w.if(
      left.ltU(STRANDS),
      () => {
        total.set(unit.load(at))
        at.bump(by)
        left.bump(-1)
      },
      () => {
        round((s) => s.set(x))
        w.while(
          () => left.geU(STRANDS),
          () => round((s) => s.set(unit.join(s, x))),
        )
        for (let apart = 1; apart < STRANDS; apart *= 2)
          for (let i = 0; i < STRANDS; i += 2 * apart) strands[i]!.set(unit.join(strands[i]!, strands[i + apart]!))
        total.set(strands[0]!)
      },
    )
    onwards(unit, total, left, by)
  }

  /** The sum of `many` elements by halves: what waits lies in scratch memory. */
  const byHalves = (unit: Unit, total: Var, many: Var, by: Ex | number): void => {
    const x = unit.make()
    const [top, half, isMore] = w.vars('i32')
    top.set(w.scratch)
    isMore.set(1)
    w.while(
      () => isMore,
      () => {
        w.while(
          () => many.gtU(HALVED_FROM),
          () => {
            half.set(many.shrU(1).and(-STRANDS))
            w.store('int32', top, many.sub(half))
            many.set(half)
            top.bump(ENTRY)
          },
        )
        inStrands(unit, total, many, by)
        isMore.set(0)
        w.while(
          () => top.ne(w.scratch).and(isMore.eqz()),
          () => {
            many.set(w.load('int32', top.sub(ENTRY)))
            w.if(
              many,
              () => {
                unit.store(top.sub(ENTRY), total, 16)
                w.store('int32', top.sub(ENTRY), 0)
                isMore.set(1)
              },
              () => {
                top.bump(-ENTRY)
                x.set(unit.load(top, 16))
                total.set(unit.join(x, total))
              },
            )
          },
        )
      },
    )
  }

  /** The `count` elements of a part. */
  const joined = (unit: Unit, total: Var, by: Ex | number): void => {
    total.set(unit.load(at))
    at.bump(by)
    count.bump(-1)
    if (!isPairwise(join, dtype)) onwards(unit, total, count, by)
    else
      w.if(count, () => {
        const rest = unit.make()
        byHalves(unit, rest, count, by)
        total.set(unit.join(total, rest))
      })
  }

  /** The same of neighbours, in any order. */
  const inChains = (unit: Unit, total: Var): void => {
    const chains = Array.from({ length: CHAINS }, unit.make)
    const v = unit.make()
    const whole = CHAINS * lanes
    w.if(
      count.geU(whole),
      () => {
        for (const c of chains) c.set(unit.load(at, 16 * chains.indexOf(c)))
        w.while(
          () => count.geU(2 * whole),
          () => {
            at.bump(16 * CHAINS)
            chains.forEach((c, i) => {
              v.set(unit.load(at, 16 * i))
              c.set(unit.join(c, v))
            })
            count.bump(-whole)
          },
        )
        for (const c of chains.slice(1)) chains[0]!.set(unit.join(chains[0]!, c))
        unit.store(w.scratch, chains[0]!)
        const x = element.make()
        total.set(element.load(w.scratch))
        for (let i = 1; i < lanes; i++) {
          x.set(element.load(w.scratch, i * bytes))
          total.set(element.join(total, x))
        }
        at.bump(16 * CHAINS)
        count.bump(-whole)
        onwards(element, total, count, bytes)
      },
      () => joined(element, total, bytes),
    )
  }

  const place = (index: Ex): Var => {
    const x = w.keep(w.load('int32', starts.add(index.shl(2))))
    x.set(x.lt(0).pick(0, x))
    return w.keep(x.ltU(last).pick(x, last))
  }

  const neighbours = (): void => {
    const total = element.make()
    if (vector !== null && isInAnyOrder(join, dtype)) inChains(vector, total)
    else joined(element, total, bytes)
    w.store(dtype, out, total)
  }

  const columns = (): void => {
    const many = w.keep(count)
    const first = w.keep(at)
    const one = (unit: Unit, width: number): void => {
      const total = unit.make()
      at.set(first.add(col.mul(bytes)))
      count.set(many)
      joined(unit, total, step)
      unit.store(out.add(col.mul(bytes)), total)
      col.bump(width)
    }
    col.set(col0)
    if (vector !== null)
      w.while(
        () => col1.sub(col).geU(lanes),
        () => one(vector, lanes),
      )
    w.while(
      () => col.ltU(col1),
      () => one(element, 1),
    )
  }

  w.upTo(row, row1, 1, () => {
    line.set(row.op('div_u', parts))
    part.set(row.sub(line.mul(parts)))
    start.set(place(part))
    end.set(length)
    w.if(part.add(1).ltU(parts), () => end.set(place(part.add(1))))
    count.set(end.gtU(start).pick(end.sub(start), 1))
    at.set(from.add(line.mul(length).add(start).mul(step)))
    out.set(to.add(row.mul(step)))
    w.if(inner.eq(1), neighbours, columns)
  })
}
