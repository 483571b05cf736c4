import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import { SHAPES, TILE_ROWS, TILE_VECTORS, tileColumns } from './panels.js'
import type { Ex, Var, Writer } from './writer.js'

/*
 * Products of matrices. Each element of a result is a sum over the inner index in one order, however matrices lie in memory
 * and whoever computes it: blocks of `INNER_BLOCK` products, each summed one by one from 0, the blocks' sums then one by one.
 * `contract` computes it in tiles held in registers, from panels of the right matrix in the order in which the tiles take
 * them, and from rows of the left one that a call puts into such an order too, unless there are so few panels that they are read where
 * they are; `apply` is for a matrix and a vector.
 */

/** Scratch memory of `contract`: a block of rows. */
export const contractScratch = (dtype: DType): number => TILE_ROWS * INNER_BLOCK * dtypeInfo[dtype].bytes

/**
 * Rows count tiles' rows of all matrices of a stack, columns count panels. A call goes through its tiles once for each block of the inner
 * index, so that what it meets again and again of the panels stays in the second cache, and of the rows in the first.
 * Arguments: addresses of the left matrices, panels of the right ones, to, rows, inner length, columns, strides (bytes) of
 * the left matrix' rows and inner index, bytes from one row of the result to the next and from one result to the next,
 * tiles in a column of tiles, panels of a matrix, panels of all. The variant `minus` takes products away from other matrices, at an address and
 * with bytes from one row to the next that are two more arguments, laid out in a stack as the results are. The variant `direct` reads rows where
 * they are.
 */
export function contractKernel(w: Writer, dtype: DType, variant: string): void {
  const minus = variant === 'minus'
  const direct = variant === 'direct'
  const { bytes, lane } = dtypeInfo[dtype]
  const shape = SHAPES[lane]
  const columns = tileColumns(dtype)
  const lanes = 16 / bytes
  const line = columns * bytes
  const [row0, row1, , , col0, col1] = w.ranges()
  const [table, right, to, rows, inner, width, rowStride, innerStride, toPitch, toSize, tiles, panels, all] = w.args()
  const [at, b, end, from, k, valid, first, row, column, batch, tileRow] = w.vars('i32')
  const [done, length, block, panelBytes, out, leftBlock] = w.vars('i32')
  const [base, basePitch] = minus ? w.args(13) : [to, toPitch]
  const [before, beforePitch] = w.vars('i32')
  const sums = Array.from({ length: TILE_ROWS * TILE_VECTORS }, () => w.var('v128'))
  const rights = Array.from({ length: TILE_VECTORS }, () => w.var('v128'))
  const left = w.var('v128')

  /** Goes to the first row of a tile, and sees how many there are. */
  const seekRows = (): void => {
    valid.set(rows.sub(tileRow.mul(TILE_ROWS)))
    from.set(w.load('int32', table.add(batch.shl(2))).add(tileRow.mul(TILE_ROWS).mul(rowStride)))
  }

  /** The block's part of a tile's rows, in the order in which tiles take it. */
  const gatherRows = (): void => {
    seekRows()
    from.bump(done.mul(innerStride))
    for (let r = 0; r < TILE_ROWS; r++) {
      at.set(w.scratch.add(r * bytes))
      end.set(at.add(leftBlock))
      k.set(from)
      w.if(
        valid.gt(r),
        () =>
          w.upTo(at, end, TILE_ROWS * bytes, () => {
            w.store(dtype, at, w.load(dtype, k))
            k.bump(innerStride)
          }),
        () => w.upTo(at, end, TILE_ROWS * bytes, () => w.store(dtype, at, w.num(0, lane))),
      )
      from.bump(rowStride)
    }
  }

  const starts = direct ? Array.from({ length: TILE_ROWS }, () => w.var('i32')) : []
  const places = starts.map(() => w.var('i32'))

  /** Where the block's part of a tile's rows begins. For rows that are not there the last one is read again. */
  const pointAtRows = (): void => {
    seekRows()
    starts.forEach((start, r) => {
      if (r > 0) from.set(valid.gt(r).pick(from.add(rowStride), from))
      start.set(from.add(done.mul(innerStride)))
    })
  }

  /** The block's sums of one tile. Written out once: twice, the engine of Node 20 keeps sums on the stack, and takes half as long again. */
  const computeTile = (): void => {
    at.set(w.scratch)
    places.forEach((place, r) => {
      place.set(starts[r]!)
    })
    for (const s of sums) s.set(0)
    end.set(b.add(panelBytes))
    w.upTo(b, end, line, () => {
      rights.forEach((v, i) => {
        v.set(w.loadVector(b, 16 * i))
      })
      for (let r = 0; r < TILE_ROWS; r++) {
        left.set(w.loadSplat(bytes as 4 | 8, direct ? places[r]! : at, direct ? 0 : r * bytes))
        if (direct) places[r]!.bump(innerStride)
        rights.forEach((v, i) => {
          const s = sums[r * TILE_VECTORS + i]!
          s.set(w.vec(shape, 'add', s, w.vec(shape, 'mul', left, v)))
        })
      }
      if (!direct) at.bump(TILE_ROWS * bytes)
    })
  }

  const sum = (r: number, i: number): Var => sums[r * TILE_VECTORS + i]!
  /** Writes the sums to their places, or joins them with what there was before. Of the last panel there may be fewer columns than a tile has. */
  const storeTile = (): void => {
    const present = w.keep(width.sub(column.mul(columns)))
    const each = (put: (r: number) => void): void => {
      for (let r = 0; r < TILE_ROWS; r++)
        w.if(valid.gt(r), () => {
          put(r)
          out.bump(toPitch)
          before.bump(beforePitch)
        })
    }
    const byColumns = (value: (x: Ex, offset: number) => Ex): void => {
      const from = (c: number, r: number): void => {
        const own = w.lane(shape, sum(r, Math.floor(c / lanes)), c % lanes)
        w.store(dtype, out, value(own, c * bytes), c * bytes)
        if (c + 2 < columns) w.if(present.gtU(c + 1), () => from(c + 1, r))
      }
      each((r) => from(0, r))
    }
    const stored = (vectors: (x: Ex, offset: number) => Ex, elements: (x: Ex, offset: number) => Ex): void =>
      w.if(
        present.geU(columns),
        () =>
          each((r) => {
            for (let i = 0; i < TILE_VECTORS; i++) w.storeVector(out, vectors(sum(r, i), 16 * i), 16 * i)
          }),
        () => byColumns(elements),
      )
    const op = minus ? 'sub' : 'add'
    const joined = (): void =>
      stored(
        (x, offset) => w.vec(shape, op, w.loadVector(before, offset), x),
        (x, offset) => w.load(dtype, before, offset).op(op, x),
      )
    const own = (x: Ex): Ex => x
    if (minus) joined()
    else w.if(first, () => stored(own, own), joined)
  }

  const place = (start: Ex, pitch: Ex): Ex =>
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
      panelBytes.set(length.mul(line))
      row.set(row0)
      batch.set(row.op('div_u', tiles))
      tileRow.set(row.op('rem_u', tiles))
      w.upTo(row, row1, 1, () => {
        if (direct) pointAtRows()
        else gatherRows()
        column.set(col0)
        w.upTo(column, col1, 1, () => {
          b.set(block.add(batch.mul(panels).add(column).mul(panelBytes)))
          computeTile()
          out.set(place(to, toPitch))
          before.set(place(source, beforePitch))
          storeTile()
        })
        tileRow.bump(1)
        w.if(tileRow.eq(tiles), () => {
          tileRow.set(0)
          batch.bump(1)
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
