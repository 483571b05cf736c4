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

export const SHAPES = { f64: 'f64x2', f32: 'f32x4', i32: 'i32x4', i64: 'i64x2' } as const

/** Columns of a tile. */
export const tileColumns = (dtype: DType): number => (16 / dtypeInfo[dtype].bytes) * TILE_VECTORS

/** Scratch memory of `contract`: a block of rows, and one tile. */
export const contractScratch = (dtype: DType): number => TILE_ROWS * (INNER_BLOCK + tileColumns(dtype)) * dtypeInfo[dtype].bytes

/**
 * Columns of a matrix, `tileColumns` of them to a panel, the last panel filled up with zeros; first what belongs to the first block of the
 * inner index, panel by panel, then the next. Rows count panels of all matrices of a stack.
 * Arguments: addresses of the matrices, to, inner length, columns, strides (bytes) of the inner index and of columns, panels
 * of a matrix, panels of all.
 */
export function panelsKernel(w: Writer, [dtype]: readonly DType[]): void {
  const { bytes, lane } = dtypeInfo[dtype!]
  const columns = tileColumns(dtype!)
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [table, to, inner, width, innerStride, columnStride, panels, all] = Array.from({ length: 8 }, (_, i) => w.arg(i)) as Var[]
  const [from, at, end, k, valid, c] = Array.from({ length: 6 }, () => w.var('i32')) as [Var, Var, Var, Var, Var, Var]
  const [left, length, block] = [w.var('i32'), w.var('i32'), w.var('i32')]
  const line = columns * bytes
  const vectors = (): void => {
    for (let v = 0; v < TILE_VECTORS; v++) w.storeVector(at, w.loadVector(from, 16 * v), 16 * v)
  }
  const elements = (): void => {
    k.set(0)
    c.set(from)
    w.while(
      () => k.ltU(line),
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
  }
  w.upTo(row, row1, 1, () => {
    const panel = w.keep(row.op('rem_u', panels!))
    from.set(w.load('int32', table!.add(row.op('div_u', panels!).shl(2))))
    from.bump(panel.mul(columns).mul(columnStride!))
    valid.set(width!.sub(panel.mul(columns)))
    valid.set(valid.ltU(columns).pick(valid, w.i32(columns)))
    block.set(to!)
    left.set(inner!)
    w.while(
      () => left,
      () => {
        length.set(left.ltU(INNER_BLOCK).pick(left, w.i32(INNER_BLOCK)))
        at.set(block.add(row.mul(length).mul(line)))
        end.set(at.add(length.mul(line)))
        const each = (body: () => void): void =>
          w.upTo(at, end, line, () => {
            body()
            from.bump(innerStride!)
          })
        w.if(
          valid.eq(columns).and(columnStride!.eq(bytes)),
          () => each(vectors),
          () => each(elements),
        )
        block.bump(all!.mul(length).mul(line))
        left.set(left.sub(length))
      },
    )
  })
}

/**
 * Rows count tiles' rows of all matrices of a stack, columns count panels. A call goes through its tiles once for each block of the inner
 * index, so that what it meets again and again of the panels stays in the second cache, and of the rows in the first.
 * Arguments: addresses of the left matrices, panels of the right ones, to, rows, inner length, columns, strides (bytes) of
 * the left matrix' rows and inner index, bytes from one row of the result to the next and from one result to the next,
 * tiles in a column of tiles, panels of a matrix, panels of all. The variant `minus` takes products away from other matrices, at an address and
 * with bytes from one row to the next that are two more arguments, laid out in a stack as the results are.
 */
export function contractKernel(w: Writer, [dtype]: readonly DType[], variant: string): void {
  const minus = variant === 'minus'
  const { bytes, lane } = dtypeInfo[dtype!]
  const shape = SHAPES[lane]
  const columns = tileColumns(dtype!)
  const [row0, row1, col0, col1] = [2, 3, 6, 7].map((i) => w.parameter(i)) as [Var, Var, Var, Var]
  const args = Array.from({ length: 13 }, (_, i) => w.arg(i))
  const [table, right, to, rows, inner, width, rowStride] = args as [Var, Var, Var, Var, Var, Var, Var]
  const [innerStride, toPitch, toSize, tiles, panels, all] = args.slice(7) as [Var, Var, Var, Var, Var, Var]
  const variable = (): Var => w.var('i32')
  const [at, b, end, from, k, valid, first, row, column, batch] = Array.from({ length: 10 }, variable) as [
    ...[Var, Var, Var, Var, Var],
    ...[Var, Var, Var, Var, Var],
  ]
  const [done, length, block, panelBytes, out, leftBlock] = Array.from({ length: 6 }, variable) as [Var, Var, Var, Var, Var, Var]
  const [base, basePitch] = minus ? [w.arg(13), w.arg(14)] : [to, toPitch]
  const [before, beforePitch] = [variable(), variable()]
  const tile = w.keep(w.scratch.add(TILE_ROWS * INNER_BLOCK * bytes))
  const sums = Array.from({ length: TILE_ROWS * TILE_VECTORS }, () => w.var('v128'))
  const rights = Array.from({ length: TILE_VECTORS }, () => w.var('v128'))
  const left = w.var('v128')

  /** The block's part of a tile's rows, in the order in which tiles take it. */
  const gatherRows = (tileRow: Ex): void => {
    valid.set(rows.sub(tileRow.mul(TILE_ROWS)))
    from.set(w.load('int32', table.add(batch.shl(2))).add(tileRow.mul(TILE_ROWS).mul(rowStride)))
    from.bump(done.mul(innerStride))
    for (let r = 0; r < TILE_ROWS; r++) {
      at.set(w.scratch.add(r * bytes))
      end.set(at.add(leftBlock))
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

  /** The block's sums of one tile. */
  const computeTile = (): void => {
    at.set(w.scratch)
    end.set(at.add(leftBlock))
    for (const s of sums) w.e.set(s.local, w.e.splatConstant('i32', 0))
    const pairs = w.keep(at.add(leftBlock.and(~(2 * TILE_ROWS * bytes - 1))))
    w.upTo(at, pairs, 2 * TILE_ROWS * bytes, () => {
      step(0)
      step(1)
      b.bump(2 * columns * bytes)
    })
    w.if(at.ltU(end), () => {
      step(0)
      b.bump(columns * bytes)
    })
  }

  const sum = (r: number, i: number): Var => sums[r * TILE_VECTORS + i]!
  const cell = (r: number, i: number): number => r * columns * bytes + 16 * i
  /** Writes the sums to their places, or joins them with what there was before. */
  const storeTile = (): void => {
    const whole = w.keep(width.sub(column.mul(columns)).geU(columns))
    w.if(whole.eqz(), () => {
      for (let r = 0; r < TILE_ROWS; r++) for (let i = 0; i < TILE_VECTORS; i++) w.storeVector(tile, sum(r, i), cell(r, i))
      k.set(width.sub(column.mul(columns)).mul(bytes))
    })
    const each = (put: (r: number) => void): void => {
      for (let r = 0; r < TILE_ROWS; r++)
        w.if(valid.gt(r), () => {
          put(r)
          out.bump(toPitch)
          before.bump(beforePitch)
        })
    }
    const vectors = (value: (r: number, i: number) => Ex): void =>
      each((r) => {
        for (let i = 0; i < TILE_VECTORS; i++) w.storeVector(out, value(r, i), 16 * i)
      })
    const elements = (value: (r: number) => Ex): void =>
      each((r) => {
        from.set(0)
        w.upTo(from, k, bytes, () => w.store(dtype!, out.add(from), value(r)))
      })
    const own = (r: number): Ex => w.load(dtype!, tile.add(from), cell(r, 0))
    const op = minus ? 'sub' : 'add'
    const joined = (): void =>
      w.if(
        whole,
        () => vectors((r, i) => w.vec(shape, op, w.loadVector(before, 16 * i), sum(r, i))),
        () => elements((r) => w.load(dtype!, before.add(from)).op(op, own(r))),
      )
    if (minus) joined()
    else
      w.if(
        first,
        () =>
          w.if(
            whole,
            () => vectors(sum),
            () => elements(own),
          ),
        joined,
      )
  }

  const place = (start: Ex, pitch: Ex, tileRow: Ex): Ex =>
    start
      .add(batch.mul(toSize))
      .add(tileRow.mul(TILE_ROWS).mul(pitch))
      .add(column.mul(columns * bytes))
  const source = w.keep(base)
  beforePitch.set(basePitch)
  first.set(1)
  block.set(right)
  w.while(
    () => done.ltU(inner),
    () => {
      length.set(inner.sub(done))
      length.set(length.ltU(INNER_BLOCK).pick(length, w.i32(INNER_BLOCK)))
      leftBlock.set(length.mul(TILE_ROWS * bytes))
      panelBytes.set(length.mul(columns * bytes))
      row.set(row0)
      w.upTo(row, row1, 1, () => {
        batch.set(row.op('div_u', tiles))
        const tileRow = w.keep(row.op('rem_u', tiles))
        gatherRows(tileRow)
        column.set(col0)
        w.upTo(column, col1, 1, () => {
          b.set(block.add(batch.mul(panels).add(column).mul(panelBytes)))
          computeTile()
          out.set(place(to, toPitch, tileRow))
          before.set(place(source, beforePitch, tileRow))
          storeTile()
        })
      })
      block.bump(all.mul(panelBytes))
      done.bump(length)
      first.set(0)
      // What comes next is joined with what is there.
      source.set(to)
      beforePitch.set(toPitch)
    },
  )
}
