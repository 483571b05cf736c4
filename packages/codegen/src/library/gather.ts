import { type DType, dtypeInfo } from '@weldarray/ir'
import type { Ex, Var, Writer } from './writer.js'

/** What a call of the kernel leaves in its status word if all its indices are inside. */
export const INSIDE = 0xffffffff
/** What happens to indices outside. */
export const MODES = { raise: 0, wrap: 1, clip: 2 } as const

const BULK_BYTES = 48

/** The index at an address as a 64-bit integer. A float that is not whole becomes one that is outside of everything. */
function indexAt(w: Writer, dtype: DType, address: Ex): Ex {
  if (dtype === 'bigint64') return w.load(dtype, address)
  if (dtype === 'int32') return w.load(dtype, address).to('i64', 'extend_s')
  const x = w.keep(w.load(dtype, address))
  return x
    .op('trunc')
    .eq(x)
    .pick(x.to('i64', 'trunc_s_sat.f64'), w.i64(-(1n << 62n)))
}

/**
 * Slices of an array at indices. Rows count (outer, index) pairs.
 * Arguments: from, indices, to, status words, length of the indexed axis, elements in a slice, number of indices, mode, rows a
 * call. A call's status word is the position of its first index that is outside, if the mode is `raise`.
 */
export function gatherKernel(w: Writer, [dtype, indexType]: readonly DType[]): void {
  const { bytes } = dtypeInfo[dtype!]
  const indexBytes = dtypeInfo[indexType!].bytes
  const [row, row1] = [w.parameter(2), w.parameter(3)]
  const [from, indices, to, statuses, length, inner, count, mode, step] = Array.from({ length: 9 }, (_, i) => w.arg(i)) as Var[]
  const status = w.keep(statuses!.add(row.op('div_u', step!).shl(2)))
  w.store('uint32', status, INSIDE)
  const length64 = w.keep(length!.wide())
  // Where indices count from the end, that is the length; `clip` knows no such indices.
  const fromEnd = w.keep(mode!.eq(MODES.clip).pick(w.i64(0n), length64))
  const slice = w.keep(inner!.mul(bytes))
  const at = w.keep(to!.add(row.mul(slice)))
  const position = w.keep(row.op('rem_u', count!))
  const base = w.keep(from!.add(row.op('div_u', count!).mul(length!).mul(slice)))
  const end = w.var('i32')
  const index = w.var('i64')
  const given = w.var('i32')

  const outside = (): void =>
    w.if(
      mode!.eq(MODES.raise),
      () => {
        w.store('uint32', status, position)
        w.return()
      },
      () =>
        w.if(
          mode!.eq(MODES.clip),
          () => index.set(index.lt(w.i64(0n)).pick(w.i64(0n), length64.sub(w.i64(1n)))),
          () => {
            index.set(index.op('rem_s', length64))
            index.set(index.add(index.shrS(w.i64(63n)).and(length64)))
          },
        ),
    )
  const walk = (move: (source: Ex) => void): void =>
    w.upTo(position, end, 1, () => {
      index.set(indexAt(w, indexType!, given))
      index.bump(index.shrS(w.i64(63n)).and(fromEnd))
      w.if(index.geU(length64), outside)
      move(base.add(index.low().mul(slice)))
      at.bump(slice)
      given.bump(indexBytes)
    })

  w.while(
    () => row.ltU(row1),
    () => {
      // As many as there are in the array's outer index at hand.
      end.set(position.add(row1.sub(row)))
      end.set(end.gtU(count!).pick(count!, end))
      row.bump(end.sub(position))
      given.set(indices!.add(position.mul(indexBytes)))
      w.if(
        slice.eq(bytes),
        () => walk((source) => w.store(dtype!, at, w.load(dtype!, source))),
        () =>
          w.if(
            slice.geU(BULK_BYTES),
            () => walk((source) => w.copyBytes(at, source, slice)),
            () => {
              const i = w.var('i32')
              const start = w.var('i32')
              walk((source) => {
                start.set(source)
                i.set(0)
                w.upTo(i, slice, bytes, () => w.store(dtype!, at.add(i), w.load(dtype!, start.add(i))))
              })
            },
          ),
      )
      position.set(0)
      base.bump(length!.mul(slice))
    },
  )
}
