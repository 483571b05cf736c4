import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Products of matrices. Each element of a result is a sum over the inner index in one order, however matrices lie in memory
 * and whoever computes it: blocks of `INNER_BLOCK` products, each summed one by one from 0, the blocks' sums then one by one.
 * `contract` computes it in tiles held in registers, from panels of both matrices in the order in which the tiles take
 * them; `apply` is for a matrix and a vector.
 */

/** Rows of a tile. */
export const TILE_ROWS = 4
/** Vectors of a tile's row. */
const TILE_VECTORS = 2

const SHAPES = { f64: 'f64x2', f32: 'f32x4', i32: 'i32x4', i64: 'i64x2' } as const

/** Columns of a tile. */
export const tileColumns = (dtype: DType): number => (16 / dtypeInfo[dtype].bytes) * TILE_VECTORS

/** Scratch memory of `contract`: a panel of rows, and one tile. */
export const contractScratch = (dtype: DType, inner: number): number =>
  (TILE_ROWS * inner + TILE_ROWS * tileColumns(dtype)) * dtypeInfo[dtype].bytes

/**
 * Columns of a matrix, `tileColumns` of them to a panel, the last panel filled up with zeros. Rows count panels of all
 * matrices of a stack.
 * Arguments: addresses of the matrices, to, inner length, columns, strides (bytes) of the inner index and of columns, panels
 * of a matrix.
 */
export function panelsKernel(w: Writer, [dtype]: readonly DType[]): void {
  const { bytes, lane } = dtypeInfo[dtype!]
  const columns = tileColumns(dtype!)
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [table, to, inner, width, innerStride, columnStride, panels] = Array.from({ length: 7 }, (_, i) => w.arg(i)) as Var[]
  const [from, at, end, k, valid, c] = Array.from({ length: 6 }, () => w.var('i32')) as [Var, Var, Var, Var, Var, Var]
  const size = w.keep(inner!.mul(columns * bytes))
  w.upTo(row, row1, 1, () => {
    const panel = w.keep(row.op('rem_u', panels!))
    from.set(w.load('int32', table!.add(row.op('div_u', panels!).shl(2))))
    from.bump(panel.mul(columns).mul(columnStride!))
    valid.set(width!.sub(panel.mul(columns)))
    valid.set(valid.ltU(columns).pick(valid, w.i32(columns)))
    at.set(to!.add(row.mul(size)))
    end.set(at.add(size))
    w.if(
      valid.eq(columns).and(columnStride!.eq(bytes)),
      () =>
        w.upTo(at, end, columns * bytes, () => {
          for (let v = 0; v < TILE_VECTORS; v++) w.storeVector(at, w.loadVector(from, 16 * v), 16 * v)
          from.bump(innerStride!)
        }),
      () =>
        w.upTo(at, end, columns * bytes, () => {
          k.set(0)
          c.set(from)
          w.while(
            () => k.ltU(columns * bytes),
            () => {
              w.if(
                k.ltU(valid.mul(bytes)),
                () => w.store(dtype!, at.add(k), w.load(dtype!, c)),
                () => w.store(dtype!, at.add(k), w.num(0, lane)),
              )
              c.bump(columnStride!)
              k.bump(bytes)
            },
          )
          from.bump(innerStride!)
        }),
    )
  })
}

/**
 * Rows count tiles' rows of all matrices of a stack, columns count panels.
 * Arguments: addresses of the left matrices, panels of the right ones, to, rows, inner length, columns, strides (bytes) of
 * the left matrix' rows and inner index, bytes from one row of the result to the next and from one result to the next,
 * tiles in a column of tiles, panels of a matrix.
 */
export function contractKernel(w: Writer, [dtype]: readonly DType[]): void {
  const { bytes, lane } = dtypeInfo[dtype!]
  const shape = SHAPES[lane]
  const columns = tileColumns(dtype!)
  const [row, row1, col0, col1] = [2, 3, 6, 7].map((i) => w.parameter(i)) as Var[]
  const args = Array.from({ length: 12 }, (_, i) => w.arg(i)) as Var[]
  const [table, right, to, rows, inner, width, rowStride, innerStride, toPitch, toSize, tiles, panels] = args as [
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
  ]
  const panelBytes = w.keep(inner.mul(columns * bytes))
  const tile = w.keep(w.scratch.add(inner.mul(TILE_ROWS * bytes)))
  const [at, b, end, stop, from, k, panel, first, valid] = Array.from({ length: 9 }, () => w.var('i32')) as [
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
    Var,
  ]
  const sums = Array.from({ length: TILE_ROWS * TILE_VECTORS }, () => w.var('v128'))
  const rights = Array.from({ length: TILE_VECTORS }, () => w.var('v128'))
  const left = w.var('v128')

  const gatherRows = (tileRow: Ex, batch: Ex): void => {
    valid.set(rows.sub(tileRow.mul(TILE_ROWS)))
    from.set(w.load('int32', table.add(batch.shl(2))).add(tileRow.mul(TILE_ROWS).mul(rowStride)))
    for (let r = 0; r < TILE_ROWS; r++) {
      at.set(w.scratch.add(r * bytes))
      end.set(at.add(inner.mul(TILE_ROWS * bytes)))
      k.set(from)
      w.if(
        valid.gt(r),
        () =>
          w.upTo(at, end, TILE_ROWS * bytes, () => {
            w.store(dtype!, at, w.load(dtype!, k))
            k.bump(innerStride)
          }),
        () => w.upTo(at, end, TILE_ROWS * bytes, () => w.store(dtype!, at, w.num(0, lane))),
      )
      from.bump(rowStride)
    }
  }

  const step = (offset: number): void => {
    rights.forEach((v, i) => {
      v.set(w.loadVector(b, offset * columns * bytes + 16 * i))
    })
    for (let r = 0; r < TILE_ROWS; r++) {
      left.set(w.loadSplat(bytes as 4 | 8, at, (offset * TILE_ROWS + r) * bytes))
      rights.forEach((v, i) => {
        const s = sums[r * TILE_VECTORS + i]!
        s.set(w.vec(shape, 'add', s, w.vec(shape, 'mul', left, v)))
      })
    }
  }
  const cell = (r: number, i: number): number => r * columns * bytes + 16 * i

  const computeTile = (): void => {
    at.set(w.scratch)
    b.set(right.add(panel.mul(panelBytes)))
    end.set(at.add(inner.mul(TILE_ROWS * bytes)))
    first.set(1)
    w.e.doWhile(() => {
      for (const s of sums) w.e.set(s.local, w.e.splatConstant('i32', 0))
      stop.set(at.add(INNER_BLOCK * TILE_ROWS * bytes))
      stop.set(stop.ltU(end).pick(stop, end))
      const pairs = w.keep(at.add(stop.sub(at).and(~(2 * TILE_ROWS * bytes - 1))))
      w.upTo(at, pairs, 2 * TILE_ROWS * bytes, () => {
        step(0)
        step(1)
        b.bump(2 * columns * bytes)
      })
      w.if(at.ltU(stop), () => {
        step(0)
        b.bump(columns * bytes)
        at.bump(TILE_ROWS * bytes)
      })
      const put = (value: (s: Var, offset: number) => Ex): void => {
        for (let r = 0; r < TILE_ROWS; r++)
          for (let i = 0; i < TILE_VECTORS; i++) w.storeVector(tile, value(sums[r * TILE_VECTORS + i]!, cell(r, i)), cell(r, i))
      }
      w.if(
        first,
        () => put((s) => s),
        () => put((s, offset) => w.vec(shape, 'add', w.loadVector(tile, offset), s)),
      )
      first.set(0)
      return at.ltU(end).ref()
    })
  }

  const storeTile = (target: Ex): void => {
    const out = w.keep(target)
    const whole = w.keep(width.sub(panel.op('rem_u', panels).mul(columns)).geU(columns))
    for (let r = 0; r < TILE_ROWS; r++)
      w.if(valid.gt(r), () => {
        w.if(
          whole,
          () => {
            for (let i = 0; i < TILE_VECTORS; i++) w.storeVector(out, w.loadVector(tile, cell(r, i)), 16 * i)
          },
          () => {
            k.set(width.sub(panel.op('rem_u', panels).mul(columns)).mul(bytes))
            from.set(0)
            w.upTo(from, k, bytes, () => w.store(dtype!, out.add(from), w.load(dtype!, tile.add(from), cell(r, 0))))
          },
        )
        out.bump(toPitch)
      })
  }

  const column = w.var('i32')
  const batch = w.var('i32')
  const tileRow = w.var('i32')
  w.upTo(row!, row1!, 1, () => {
    batch.set(row!.op('div_u', tiles))
    tileRow.set(row!.op('rem_u', tiles))
    gatherRows(tileRow, batch)
    column.set(col0!)
    w.upTo(column, col1!, 1, () => {
      panel.set(batch.mul(panels).add(column))
      computeTile()
      const place = to.add(batch.mul(toSize)).add(tileRow.mul(TILE_ROWS).mul(toPitch))
      storeTile(place.add(column.mul(columns * bytes)))
    })
  })
}

/** Rows of `apply` computed side by side: as many chains of additions. */
const APPLY_ROWS = 8
/** Columns that are added to the sums at a time. */
const APPLY_COLUMNS = 4

/** Rows a call of the variant `columns` may have, and its scratch memory. */
export const APPLY_TILE = 1024
export const APPLY_SCRATCH = 8 * APPLY_TILE

/**
 * A matrix and a vector. Arguments: matrix, vector, to, inner length, strides (bytes) of rows and of the inner index. The
 * variant `columns` is for matrices whose rows are neighbours in memory.
 */
export function applyKernel(w: Writer, [dtype]: readonly DType[], variant: string): void {
  const { bytes, lane } = dtypeInfo[dtype!]
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [matrix, vector, to, inner, rowStride, innerStride] = [0, 1, 2, 3, 4, 5].map((i) => w.arg(i)) as Var[]
  const end = w.keep(vector!.add(inner!.mul(bytes)))
  const [x, stop] = [w.var('i32'), w.var('i32')]

  /** Rows from `row` on: `open` clears the sums, `add` adds products with the element at `x`, `close` adds them to the totals. */
  const inBlocks = (open: () => void, add: () => void, close: (first: boolean) => void): void => {
    x.set(vector!)
    const block = (): void => {
      open()
      stop.set(x.add(INNER_BLOCK * bytes))
      stop.set(stop.ltU(end).pick(stop, end))
      w.upTo(x, stop, bytes, add)
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
    const rows = sums.map((_, r) => w.keep(matrix!.add(row.add(r).mul(rowStride!))))
    const value = w.var(lane)
    inBlocks(
      () => {
        for (const s of sums) s.set(0)
      },
      () => {
        value.set(w.load(dtype!, x))
        sums.forEach((s, r) => {
          s.set(s.add(w.load(dtype!, rows[r]!).mul(value)))
          rows[r]!.bump(innerStride!)
        })
      },
      (first) =>
        totals.forEach((t, r) => {
          t.set(first ? sums[r]! : t.add(sums[r]!))
        }),
    )
    totals.forEach((t, r) => {
      w.store(dtype!, to!.add(row.mul(bytes)), t, r * bytes)
    })
    row.bump(count)
  }
  /** Rows as many as there are whole vectors of: their sums lie in scratch memory, and columns are added to them four at a time, in order. */
  const vectorRows = (): void => {
    const shape = SHAPES[lane]
    const width = w.keep(row1.sub(row).mul(bytes).and(-16))
    const out = w.keep(to!.add(row.mul(bytes)))
    const [at, stopFour, i, first] = [w.var('i32'), w.var('i32'), w.var('i32'), w.var('i32')]
    const values = Array.from({ length: APPLY_COLUMNS }, () => w.var('v128'))
    const sum = w.var('v128')
    const add = (count: number): void => {
      const columns = values.slice(0, count)
      const starts = columns.map((v, k) => {
        v.set(w.loadSplat(bytes as 4 | 8, x, k * bytes))
        return w.keep(at.add(innerStride!.mul(k)))
      })
      i.set(0)
      w.upTo(i, width, 16, () => {
        sum.set(w.loadVector(w.scratch.add(i)))
        columns.forEach((v, k) => {
          sum.set(w.vec(shape, 'add', sum, w.vec(shape, 'mul', w.loadVector(starts[k]!.add(i)), v)))
        })
        w.storeVector(w.scratch.add(i), sum)
      })
      at.bump(innerStride!.mul(count))
      x.bump(count * bytes)
    }
    at.set(matrix!.add(row.mul(bytes)))
    x.set(vector!)
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
  const some = (count: number): Ex => row1.sub(row).geU(count)
  if (variant === 'columns') w.if(some(16 / bytes), vectorRows)
  w.while(
    () => some(APPLY_ROWS),
    () => scalarRows(APPLY_ROWS),
  )
  w.while(
    () => some(1),
    () => scalarRows(1),
  )
}
