import { type DType, dtypeInfo, SCAN_BLOCK, SCAN_LANES } from '@weldarray/ir'
import type { Ex, Type, Var, Writer } from './writer.js'

/*
 * Running sums, products and extremes. A line is cut into blocks; the totals of all but the last are computed first, in
 * `LANES` interleaved chains; then each block runs from the total of those before it. The order is that of the blocks,
 * whoever computes them.
 */

const VECTORS = { f64: 'f64x2', f32: 'f32x4', i32: 'i32x4', i64: 'i64x2' } as const

function join(variant: string, dtype: DType): (a: Ex, b: Ex) => Ex {
  if (variant === 'sum') return (a, b) => a.add(b)
  if (variant === 'prod') return (a, b) => a.mul(b)
  const { kind } = dtypeInfo[dtype]
  if (kind === 'float') return (a, b) => a.op(variant, b)
  const less = (a: Ex, b: Ex): Ex => (kind === 'signed' ? a.lt(b) : a.ltU(b))
  return variant === 'max' ? (a, b) => less(a, b).pick(b, a) : (a, b) => less(b, a).pick(b, a)
}

/**
 * Arguments: from, to, partials (one for each block of a line), length, elements between neighbours of a line, phase.
 * Phase 0 writes totals of blocks; phase 1 scans blocks, from the partials if there are any; phase 2 scans columns of lines
 * whose neighbours are apart (columns are those).
 */
export function scanKernel(w: Writer, [dtype]: readonly DType[], variant: string): void {
  const { bytes, lane } = dtypeInfo[dtype!]
  const both = join(variant, dtype!)
  const [row, row1, block0, block1, col0, col1] = [2, 3, 4, 5, 6, 7].map((i) => w.parameter(i)) as Var[]
  const [from, to, partials, length, inner, phase] = [0, 1, 2, 3, 4, 5].map((i) => w.arg(i)) as Var[]
  const blocks = w.keep(length!.add(SCAN_BLOCK - 1).op('div_u', w.i32(SCAN_BLOCK)))
  const block = w.var('i32')
  const each = (body: (start: Var, partial: Var) => void): void => {
    const [start, partial] = [w.var('i32'), w.var('i32')]
    w.upTo(row!, row1!, 1, () => {
      block.set(block0!)
      w.upTo(block, block1!, 1, () => {
        start.set(row!.mul(length!).add(block.mul(SCAN_BLOCK)).mul(bytes))
        partial.set(partials!.add(row!.mul(blocks).add(block).mul(bytes)))
        body(start, partial)
      })
    })
  }
  w.if(phase!.eqz(), () => {
    each((start, partial) => {
      const at = w.keep(from!.add(start))
      const end = w.keep(at.add(SCAN_BLOCK * bytes))
      const sums = Array.from({ length: SCAN_LANES }, (_, k) => w.keep(w.load(dtype!, at, k * bytes)))
      at.bump(SCAN_LANES * bytes)
      w.upTo(at, end, SCAN_LANES * bytes, () => {
        sums.forEach((s, k) => {
          s.set(both(s, w.load(dtype!, at, k * bytes)))
        })
      })
      for (let n = SCAN_LANES / 2; n >= 1; n /= 2) for (let k = 0; k < n; k++) sums[k]!.set(both(sums[k]!, sums[k + n]!))
      w.store(dtype!, partial, sums[0]!)
    })
    w.return()
  })
  w.if(phase!.eq(1), () => {
    each((start, partial) => {
      const at = w.keep(start.add(from!))
      const across = w.keep(to!.sub(from!))
      const end = w.keep(length!.sub(block.mul(SCAN_BLOCK)))
      end.set(end.ltU(SCAN_BLOCK).pick(end, w.i32(SCAN_BLOCK)))
      end.set(at.add(end.mul(bytes)))
      const total = w.var(lane as Type)
      w.if(
        block.eqz(),
        () => {
          total.set(w.load(dtype!, at))
          w.store(dtype!, at.add(across), total)
          at.bump(bytes)
        },
        () => total.set(w.load(dtype!, partial)),
      )
      const UNROLL = 4
      const fours = w.keep(end.sub((UNROLL - 1) * bytes))
      w.while(
        () => at.ltU(fours),
        () => {
          for (let k = 0; k < UNROLL; k++) {
            total.set(both(total, w.load(dtype!, at, k * bytes)))
            w.store(dtype!, at.add(across), total, k * bytes)
          }
          at.bump(UNROLL * bytes)
        },
      )
      w.upTo(at, end, bytes, () => {
        total.set(both(total, w.load(dtype!, at)))
        w.store(dtype!, at.add(across), total)
      })
    })
    w.return()
  })
  // Columns: each row is the row before it joined with its own elements.
  const pitch = w.keep(inner!.mul(bytes))
  const width = w.keep(col1!.sub(col0!).mul(bytes))
  const vectors = (variant === 'sum' || variant === 'prod') && bytes >= 4 ? VECTORS[lane] : null
  const [at, out, i, k, vectorWidth] = Array.from({ length: 5 }, () => w.var('i32')) as [Var, Var, Var, Var, Var]
  vectorWidth.set(width.and(-16))
  w.upTo(row!, row1!, 1, () => {
    at.set(row!.mul(length!).mul(pitch).add(col0!.mul(bytes)))
    out.set(at.add(to!))
    at.bump(from!)
    w.copyBytes(out, at, width)
    k.set(1)
    w.upTo(k, length!, 1, () => {
      const before = w.keep(out)
      at.bump(pitch)
      out.bump(pitch)
      i.set(0)
      if (vectors !== null)
        w.upTo(i, vectorWidth, 16, () => {
          const name = variant === 'sum' ? 'add' : 'mul'
          w.storeVector(out.add(i), w.vec(vectors, name, w.loadVector(before.add(i)), w.loadVector(at.add(i))))
        })
      w.upTo(i, width, bytes, () => w.store(dtype!, out.add(i), both(w.load(dtype!, before.add(i)), w.load(dtype!, at.add(i)))))
    })
  })
}
