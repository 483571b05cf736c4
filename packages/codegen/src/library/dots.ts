import { type DType, dtypeInfo, INNER_BLOCK } from '@weldarray/ir'
import { SHAPES } from './panels.js'
import { columnsOf } from './transpose.js'
import type { Ex, Writer } from './writer.js'

/** Vectors of blocks that are summed side by side: enough chains of additions to hide how long one takes. */
const DOTS_VECTORS = 4

/**
 * Sums of products of a few long rows with a few long columns, both of neighbours in memory, block by block: each lane sums a block of its own, in the order
 * of its products. Rows are blocks of the inner index. Arguments: rows, columns, to (a sum for each row, column and block), inner length, how
 * many rows and columns, bytes from one row to the next and from one column to the next, blocks.
 */
export function dotsKernel(w: Writer, dtype: DType): void {
  const { bytes, lane } = dtypeInfo[dtype]
  const shape = SHAPES[lane]
  const lanes = 16 / bytes
  const blockBytes = INNER_BLOCK * bytes
  const [block, block1] = w.ranges()
  const [left, right, to, inner, rows, columns, rowPitch, columnPitch, blocks] = w.args()
  const [i, j, a, b, end, length, row, column, out] = w.vars('i32')

  /** All rows by all columns, of `count` blocks from here on, whose products begin at `a` and `b` and are summed to `out`. */
  const eachPair = (count: number, sum: () => void): void => {
    row.set(left.add(block.mul(blockBytes)))
    out.set(to.add(block.mul(bytes)))
    i.set(0)
    w.upTo(i, rows, 1, () => {
      column.set(right.add(block.mul(blockBytes)))
      j.set(0)
      w.upTo(j, columns, 1, () => {
        a.set(row)
        b.set(column)
        sum()
        column.bump(columnPitch)
        out.bump(blocks.mul(bytes))
      })
      row.bump(rowPitch)
    })
    block.bump(count)
  }

  const sums = Array.from({ length: DOTS_VECTORS }, () => w.var('v128'))
  const manyBlocks = (vectors: number): void =>
    eachPair(vectors * lanes, () => {
      const own = sums.slice(0, vectors)
      for (const s of own) s.set(0)
      end.set(a.add(blockBytes))
      w.upTo(a, end, 16, () => {
        own.forEach((s, v) => {
          const products = Array.from({ length: lanes }, (_, l) => {
            const at = (v * lanes + l) * blockBytes
            return w.vec(shape, 'mul', w.loadVector(a, at), w.loadVector(b, at))
          })
          for (const products1 of columnsOf(w, bytes as 4 | 8, products, lanes)) s.set(w.vec(shape, 'add', s, products1))
        })
        b.bump(16)
      })
      own.forEach((s, v) => {
        w.storeVector(out, s, 16 * v)
      })
    })

  const sum = w.var(lane)
  const oneBlock = (): void => {
    length.set(inner.sub(block.mul(INNER_BLOCK)))
    length.set(length.ltU(INNER_BLOCK).pick(length, w.i32(INNER_BLOCK)).mul(bytes))
    eachPair(1, () => {
      sum.set(0)
      end.set(a.add(length))
      w.upTo(a, end, bytes, () => {
        sum.set(sum.add(w.load(dtype, a).mul(w.load(dtype, b))))
        b.bump(bytes)
      })
      w.store(dtype, out, sum)
    })
  }

  const isWhole = (count: number): Ex => block1.sub(block).geU(count).and(block.add(count).mul(INNER_BLOCK).leU(inner))
  for (const vectors of [DOTS_VECTORS, 1])
    w.while(
      () => isWhole(vectors * lanes),
      () => manyBlocks(vectors),
    )
  w.while(() => block.ltU(block1), oneBlock)
}
