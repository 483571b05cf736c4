import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import { SHAPES } from './panels.js'
import { columnsOf } from './transpose.js'
import type { Ex, Var, Writer } from './writer.js'

/** Rows of `apply` computed side by side: as many chains of additions. */
const APPLY_ROWS = 8
/** Where neighbours of a row are neighbours in memory, so many vectors of rows: chains enough to hide the time that an addition takes, and few enough rows for their addresses to stay in registers. */
const APPLY_GROUPS = { f64: 4, f32: 3, i64: 4, i32: 3 } as const
/** Lengths of rows whose code is written out. */
const SHORT_ROWS = [2, 3, 4, 5, 6, 7, 8]
/** Columns that are added to the sums at a time. */
const APPLY_COLUMNS = 4

/** Rows a call of the variant `columns` may have, and its scratch memory. */
export const APPLY_TILE = 1024
export const APPLY_SCRATCH = 8 * APPLY_TILE

/**
 * A matrix and a vector. Arguments: matrix, vector, to, inner length, strides (bytes) of rows and of the inner index. The
 * variant `columns` is for matrices whose rows are neighbours in memory.
 */
export function applyKernel(w: Writer, dtype: DType, variant: string): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const [row, row1] = w.ranges()
  const [matrix, vector, to, inner, rowStride, innerStride] = w.args()
  const lanes = 16 / bytes
  const some = (count: number): Ex => row1.sub(row).geU(count)
  const end = w.keep(vector.add(inner.mul(bytes)))
  const [x, stop] = w.vars('i32')

  /** Rows from `row` on: `open` clears the sums, `add` adds products with the elements from `x` to `stop`, `close` adds them to the totals. */
  const inBlocks = (open: () => void, add: () => void, close: (first: boolean) => void): void => {
    x.set(vector)
    const block = (): void => {
      open()
      stop.set(x.add(INNER_BLOCK * bytes))
      stop.set(stop.ltU(end).pick(stop, end))
      add()
    }
    block()
    close(true)
    w.while(
      () => x.ltU(end),
      () => {
        block()
        close(false)
      },
    )
  }
  const scalarRows = (count: number): void => {
    const sums = Array.from({ length: count }, () => w.var(lane))
    const totals = sums.map(() => w.var(lane))
    const rows = sums.map((_, r) => w.keep(matrix.add(row.add(r).mul(rowStride))))
    const value = w.var(lane)
    inBlocks(
      () => {
        for (const s of sums) s.set(0)
      },
      () =>
        w.upTo(x, stop, bytes, () => {
          value.set(w.load(dtype, x))
          sums.forEach((s, r) => {
            s.set(s.add(w.load(dtype, rows[r]!).mul(value)))
            rows[r]!.bump(innerStride)
          })
        }),
      (first) =>
        totals.forEach((t, r) => {
          t.set(first ? sums[r]! : t.add(sums[r]!))
        }),
    )
    totals.forEach((t, r) => {
      w.store(dtype, to.add(row.mul(bytes)), t, r * bytes)
    })
    row.bump(count)
  }
  /**
   * `groups` vectors of rows, whose neighbours are neighbours in memory: as many columns as a row's vector has lanes are turned into
   * vectors of their own, so that each lane adds up its row one by one.
   */
  const turnedRows = (groups: number): void => {
    const shape = SHAPES[lane]
    const sums = Array.from({ length: groups }, () => w.var('v128'))
    const totals = sums.map(() => w.var('v128'))
    const values = Array.from({ length: lanes }, () => w.var('v128'))
    const rows = Array.from({ length: groups * lanes }, (_, r) => w.keep(matrix.add(row.add(r).mul(rowStride))))
    const product = (s: Var, column: Ex, v: Var): void => s.set(w.vec(shape, 'add', s, w.vec(shape, 'mul', column, v)))
    const some = (count: number, load: (r: Var) => Ex): void => {
      const own = values.slice(0, count)
      own.forEach((v, k) => {
        v.set(w.loadSplat(bytes as 4 | 8, x, k * bytes))
      })
      sums.forEach((s, g) => {
        const columns = columnsOf(w, bytes as 4 | 8, rows.slice(g * lanes, (g + 1) * lanes).map(load), count)
        own.forEach((v, k) => {
          product(s, columns[k]!, v)
        })
      })
      for (const r of rows) r.bump(count * bytes)
    }
    const wholeEnd = w.var('i32')
    inBlocks(
      () => {
        for (const s of sums) s.set(0)
      },
      () => {
        wholeEnd.set(stop.sub(x).and(-16).add(x))
        w.upTo(x, wholeEnd, 16, () => some(lanes, (r) => w.loadVector(r)))
        w.upTo(x, stop, bytes, () => some(1, (r) => w.loadSplat(bytes as 4 | 8, r)))
      },
      (first) =>
        totals.forEach((t, g) => {
          t.set(first ? sums[g]! : w.vec(shape, 'add', t, sums[g]!))
        }),
    )
    totals.forEach((t, g) => {
      w.storeVector(to.add(row.mul(bytes)), t, 16 * g)
    })
    row.bump(groups * lanes)
  }
  /** Rows of `length` neighbours, a vector of rows at a time: few enough for the other operand to stay in registers. */
  const shortRows = (length: number): void => {
    const shape = SHAPES[lane]
    const values = Array.from({ length }, (_, k) => w.keep(w.loadSplat(bytes as 4 | 8, vector, k * bytes)))
    const strides = Array.from({ length: lanes }, (_, r) => w.keep(rowStride.mul(r + 1)))
    const at = w.keep(matrix.add(row.mul(rowStride)))
    const out = w.keep(to.add(row.mul(bytes)))
    const sum = w.var('v128')
    w.while(
      () => some(lanes),
      () => {
        const rows = strides.map((_, r) => (r === 0 ? at : w.keep(at.add(strides[r - 1]!))))
        sum.set(0)
        for (let k = 0; k < length; ) {
          const count = length - k < lanes ? 1 : lanes
          const cells = rows.map((r) => (count === 1 ? w.loadSplat(bytes as 4 | 8, r, k * bytes) : w.loadVector(r, k * bytes)))
          for (const column of columnsOf(w, bytes as 4 | 8, cells, count))
            sum.set(w.vec(shape, 'add', sum, w.vec(shape, 'mul', column, values[k++]!)))
        }
        w.storeVector(out, sum)
        out.bump(16)
        at.bump(strides[lanes - 1]!)
        row.bump(lanes)
      },
    )
  }
  /** Rows as many as there are whole vectors of: their sums lie in scratch memory, and columns are added to them four at a time, in order. */
  const vectorRows = (): void => {
    const shape = SHAPES[lane]
    const width = w.keep(row1.sub(row).mul(bytes).and(-16))
    const out = w.keep(to.add(row.mul(bytes)))
    const [at, stopFour, i, first] = w.vars('i32')
    const values = Array.from({ length: APPLY_COLUMNS }, () => w.var('v128'))
    const sum = w.var('v128')
    const add = (count: number): void => {
      const columns = values.slice(0, count)
      const starts = columns.map((v, k) => {
        v.set(w.loadSplat(bytes as 4 | 8, x, k * bytes))
        return w.keep(at.add(innerStride.mul(k)))
      })
      i.set(0)
      w.upTo(i, width, 16, () => {
        sum.set(w.loadVector(w.scratch.add(i)))
        columns.forEach((v, k) => {
          sum.set(w.vec(shape, 'add', sum, w.vec(shape, 'mul', w.loadVector(starts[k]!.add(i)), v)))
        })
        w.storeVector(w.scratch.add(i), sum)
      })
      at.bump(innerStride.mul(count))
      x.bump(count * bytes)
    }
    at.set(matrix.add(row.mul(bytes)))
    x.set(vector)
    first.set(1)
    w.e.doWhile(() => {
      w.fillBytes(w.scratch, 0, width)
      stop.set(x.add(INNER_BLOCK * bytes))
      stop.set(stop.ltU(end).pick(stop, end))
      stopFour.set(x.add(stop.sub(x).and(-APPLY_COLUMNS * bytes)))
      w.while(
        () => x.ltU(stopFour),
        () => add(APPLY_COLUMNS),
      )
      w.while(
        () => x.ltU(stop),
        () => add(1),
      )
      i.set(0)
      w.if(
        first,
        () => w.copyBytes(out, w.scratch, width),
        () =>
          w.upTo(i, width, 16, () =>
            w.storeVector(out.add(i), w.vec(shape, 'add', w.loadVector(out.add(i)), w.loadVector(w.scratch.add(i)))),
          ),
      )
      first.set(0)
      return x.ltU(end).ref()
    })
    row.bump(width.op('div_u', w.i32(bytes)))
  }
  /**
   * So few rows that their sums stay in registers: `vectors` of them, of several blocks at a time, since each block is added up by itself. A sum
   * waits for the one before, so that few sums at a time wait most of it.
   */
  const slimRows = (vectors: number, blocks: number): void => {
    const shape = SHAPES[lane]
    const [at, first] = [w.keep(matrix.add(row.mul(bytes))), w.var('i32', 1)]
    const starts = Array.from({ length: blocks }, () => w.var('i32'))
    const sums = starts.map(() => Array.from({ length: vectors }, () => w.var('v128')))
    const totals = Array.from({ length: vectors }, () => w.var('v128'))
    const value = w.var('v128')
    const blockBytes = INNER_BLOCK * bytes
    const add = (count: number): void => {
      const own = starts.slice(0, count)
      own.forEach((start, b) => {
        start.set(b === 0 ? at : own[b - 1]!.add(innerStride.mul(INNER_BLOCK)))
        for (const s of sums[b]!) s.set(0)
      })
      w.upTo(x, stop, bytes, () =>
        own.forEach((start, b) => {
          value.set(w.loadSplat(bytes as 4 | 8, x, b * blockBytes))
          sums[b]!.forEach((s, v) => {
            s.set(w.vec(shape, 'add', s, w.vec(shape, 'mul', w.loadVector(start, 16 * v), value)))
          })
          start.bump(innerStride)
        }),
      )
      at.set(own[count - 1]!)
      x.bump((count - 1) * blockBytes)
      own.forEach((_, b) => {
        const joined = (): void => totals.forEach((t, v) => t.set(w.vec(shape, 'add', t, sums[b]![v]!)))
        if (b > 0) joined()
        else w.if(first, () => totals.forEach((t, v) => t.set(sums[0]![v]!)), joined)
      })
      first.set(0)
    }
    x.set(vector)
    w.while(
      () => end.sub(x).geU(blocks * blockBytes),
      () => {
        stop.set(x.add(blockBytes))
        add(blocks)
      },
    )
    w.while(
      () => x.ltU(end),
      () => {
        stop.set(x.add(blockBytes))
        stop.set(stop.ltU(end).pick(stop, end))
        add(1)
      },
    )
    totals.forEach((t, v) => w.storeVector(to.add(row.mul(bytes)), t, 16 * v))
    row.bump((vectors * 16) / bytes)
  }
  /** For up to so many vectors of rows, so many blocks at a time: of eight sums the engine of Node 20 keeps some on the stack. */
  const few = [4, 3, 2, 1]
  const byVectors = (): void =>
    w.firstOf(
      few.map((blocks, i) => [
        () =>
          row1
            .sub(row)
            .op('div_u', w.i32(lanes))
            .eq(i + 1),
        () => slimRows(i + 1, blocks),
      ]),
      vectorRows,
    )
  const byTurns = (): void => {
    for (const groups of [APPLY_GROUPS[lane], 1])
      w.while(
        () => some(lanes * groups),
        () => turnedRows(groups),
      )
  }
  if (variant === 'columns') w.if(some(lanes), byVectors)
  else
    w.if(innerStride.eq(bytes), () =>
      w.firstOf(
        SHORT_ROWS.map((length) => [() => inner.eq(length), () => shortRows(length)]),
        byTurns,
      ),
    )
  w.while(
    () => some(APPLY_ROWS),
    () => scalarRows(APPLY_ROWS),
  )
  w.while(
    () => some(1),
    () => scalarRows(1),
  )
}
