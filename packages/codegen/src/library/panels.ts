import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import type { Writer } from './writer.js'

/** Rows of a tile. */
export const TILE_ROWS = 4
/** Vectors of a tile's row. */
export const TILE_VECTORS = 2

export const SHAPES = { f64: 'f64x2', f32: 'f32x4', i32: 'i32x4', i64: 'i64x2' } as const

/** Columns of a tile. */
export const tileColumns = (dtype: DType): number => (16 / dtypeInfo[dtype].bytes) * TILE_VECTORS

/**
 * Columns of a matrix, `tileColumns` of them to a panel, the last panel filled up with zeros; first what belongs to the first block of the
 * inner index, panel by panel, then the next. Rows count panels of all matrices of a stack.
 * Arguments: addresses of the matrices, to, inner length, columns, strides (bytes) of the inner index and of columns, panels
 * of a matrix, panels of all.
 */
export function panelsKernel(w: Writer, dtype: DType): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const columns = tileColumns(dtype)
  const [row, row1] = w.ranges()
  const [table, to, inner, width, innerStride, columnStride, panels, all] = w.args()
  const [from, at, end, k, valid, c] = w.vars('i32')
  const [left, length, block] = w.vars('i32')
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
          () => w.store(dtype, at.add(k), w.load(dtype, c)),
          () => w.store(dtype, at.add(k), w.num(0, lane)),
        )
        c.bump(columnStride)
        k.bump(bytes)
      },
    )
  }
  w.upTo(row, row1, 1, () => {
    const panel = w.keep(row.op('rem_u', panels))
    from.set(w.load('int32', table.add(row.op('div_u', panels).shl(2))))
    from.bump(panel.mul(columns).mul(columnStride))
    valid.set(width.sub(panel.mul(columns)))
    valid.set(valid.ltU(columns).pick(valid, w.i32(columns)))
    block.set(to)
    left.set(inner)
    w.while(
      () => left,
      () => {
        length.set(left.ltU(INNER_BLOCK).pick(left, w.i32(INNER_BLOCK)))
        at.set(block.add(row.mul(length).mul(line)))
        end.set(at.add(length.mul(line)))
        const each = (body: () => void): void =>
          w.upTo(at, end, line, () => {
            body()
            from.bump(innerStride)
          })
        w.if(
          valid.eq(columns).and(columnStride.eq(bytes)),
          () => each(vectors),
          () => each(elements),
        )
        block.bump(all.mul(length).mul(line))
        left.set(left.sub(length))
      },
    )
  })
}
