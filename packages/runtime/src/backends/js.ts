import { allocate, BLOCK, type MapOp, reduceOps, reduceRun, type Scalar, type TypedArray } from '@weldarray/ir'
import type { Loop } from '../execute/loop.js'
import type { Memory } from '../graph/memory.js'
import { JS_TILE } from '../schedule/costs.js'
import type { Run } from '../team/job.js'
import { loopFor } from '../tiers/loops.js'

type Writable = { [i: number]: Scalar }

/** Elements of a tile: an array, the first element in it, and the distance to the next (0: one for all). */
interface Lane {
  data: TypedArray
  at: number
  step: number
}

/**
 * A loop in JavaScript, with the interface of a compiled kernel: chunk by chunk, a tile at a time, an operation at a time, with the
 * generated loops of `tiers/loops.ts`. The same bits as the kernel. `memories` are by buffer, `partials` by reduction.
 */
export function jsKernel(
  loop: Loop,
  memories: readonly (Memory | undefined)[],
  constants: readonly Scalar[],
  partials: readonly TypedArray[],
): Run {
  const { kernel, source, accesses, offsets, strides, lengths } = loop
  const data = accesses.map((a) => (a.buffer < 0 ? null : memories[a.buffer]!.data))
  const start = accesses.map((a, i) => offsets[i]! + (a.buffer < 0 ? 0 : loop.bases[i]!))
  const widest = kernel.kind === 'inner' ? BLOCK : JS_TILE
  const last = lengths.length - 1

  const lanes: Lane[] = source.code.map((c) => {
    if (c.op === 'lit' && 'value' in c) return { data: one(c.dtype, c.value), at: 0, step: 0 }
    if (c.op === 'param' && 'slot' in c) {
      const p = source.params[c.slot]!
      return { data: one(c.dtype, p.slot < 0 ? p.value : constants[p.slot]!), at: 0, step: 0 }
    }
    if (c.op === 'load' && 'slot' in c) return { data: data[c.slot]!, at: 0, step: strides[c.slot]![last]! }
    return { data: allocate(c.dtype, Math.min(widest, lengths[last]! || 1)), at: 0, step: 1 }
  })

  /** Computes all instructions for `n` elements along the innermost axis, from where each access is. */
  const compute = (n: number, at: readonly number[]): void => {
    source.code.forEach((c, i) => {
      const lane = lanes[i]!
      if (c.op === 'load' && 'slot' in c) lane.at = at[c.slot]!
      else if (c.op === 'iota' && 'slot' in c) {
        const step = strides[c.slot]![last]!
        const out = lane.data as Float64Array
        for (let k = 0; k < n; k++) out[k] = at[c.slot]! + k * step
      } else if ('args' in c) {
        const args = c.args.map((a) => lanes[a]!)
        const from = source.code[c.args[c.op === 'cast' ? 0 : c.args.length - 1]!]!.dtype
        const a = args[0]!
        const b = args[1] ?? a
        const d = args[2] ?? a
        lane.step = args.every((x) => x.step === 0) ? 0 : 1
        loopFor(c.op as MapOp, from, c.dtype)(
          lane.step === 0 ? 1 : n,
          lane.data,
          0,
          1,
          a.data,
          a.at,
          a.step,
          b.data,
          b.at,
          b.step,
          d.data,
          d.at,
          d.step,
        )
      }
    })
  }

  const store = (n: number, at: readonly number[]): void => {
    kernel.stores.forEach(({ slot }, i) => {
      const lane = lanes[source.values[i]!]!
      const to = data[slot]! as unknown as Writable
      const step = strides[slot]![last]! || 1
      if (step === 1 && lane.step === 1)
        (to as unknown as Float64Array).set((lane.data as Float64Array).subarray(lane.at, lane.at + n), at[slot]!)
      else for (let k = 0; k < n; k++) to[at[slot]! + k * step] = (lane.data as unknown as Writable)[lane.at + k * lane.step]!
    })
  }

  /** Where each access is at flat position `p` of the axes [from, to), counted from `base`. */
  const seek = (base: readonly number[], from: number, to: number, p: number): number[] => {
    const at = [...base]
    let rest = p
    for (let axis = to - 1; axis >= from; axis--) {
      const i = rest % lengths[axis]!
      rest = Math.floor(rest / lengths[axis]!)
      for (let a = 0; a < at.length; a++) at[a]! += i * strides[a]![axis]!
    }
    return at
  }
  const along = (base: readonly number[], count: number): number[] => base.map((x, a) => x + count * strides[a]![last]!)
  const value = (r: number): Lane => lanes[source.values[kernel.stores.length + r]!]!

  const mapRows = (row0: number, row1: number, col0: number, col1: number): void => {
    for (let row = row0; row < row1; row++) {
      const base = seek(start, 0, kernel.rows, row)
      for (let col = col0; col < col1; col += JS_TILE) {
        const n = Math.min(JS_TILE, col1 - col)
        const at = along(base, col)
        compute(n, at)
        store(n, at)
      }
    }
  }

  const innerRows = (row0: number, row1: number, block0: number, block1: number): void => {
    const gathered = kernel.reduces.map(({ dtype }) => allocate(dtype, Math.min(BLOCK, loop.runLength)))
    const columns = lengths[last]!
    for (let row = row0; row < row1; row++) {
      const base = seek(start, 0, kernel.rows, row)
      for (let block = block0; block < block1; block++) {
        const first = block * BLOCK
        const count = Math.min(BLOCK, loop.runLength - first)
        for (let done = 0; done < count; ) {
          const p = first + done
          const col = p % columns
          const n = Math.min(count - done, columns - col)
          const at = along(seek(base, kernel.rows, last, Math.floor(p / columns)), col)
          compute(n, at)
          store(n, at)
          kernel.reduces.forEach((_, r) => {
            const { data: from, at: offset, step } = value(r)
            const to = gathered[r]! as unknown as Writable
            for (let k = 0; k < n; k++) to[done + k] = (from as unknown as Writable)[offset + k * step]!
          })
          done += n
        }
        kernel.reduces.forEach(({ op, dtype }, r) => {
          const out = partials[r]! as unknown as Writable
          out[row * loop.blocks + block] = reduceRun(op, dtype, gathered[r]! as unknown as Writable, 0, 1, count, true)
        })
      }
    }
  }

  const outerRows = (row0: number, row1: number, block0: number, block1: number, col0: number, col1: number): void => {
    for (let row = row0; row < row1; row++) {
      const base = seek(start, 0, kernel.rows, row)
      for (let block = block0; block < block1; block++)
        for (let col = col0; col < col1; col += JS_TILE) {
          const n = Math.min(JS_TILE, col1 - col)
          const sums = kernel.reduces.map(({ op, dtype }) => allocate(dtype, n).fill(reduceOps[op].identity(dtype) as never))
          const end = Math.min(loop.runLength, (block + 1) * BLOCK)
          for (let p = block * BLOCK; p < end; p++) {
            const at = along(seek(base, kernel.rows, last, p), col)
            compute(n, at)
            store(n, at)
            kernel.reduces.forEach(({ op, dtype }, r) => {
              const { data: from, at: offset, step } = value(r)
              const sum = sums[r]!
              loopFor(reduceOps[op].combine, dtype)(n, sum, 0, 1, sum, 0, 1, from, offset, step, sum, 0, 1)
            })
          }
          sums.forEach((sum, r) => {
            const to = (row * loop.blocks + block) * loop.rowLength + col
            ;(partials[r]! as Float64Array).set(sum as Float64Array, to)
          })
        }
    }
  }

  return (_params, _scratch, row0, row1, block0, block1, col0, col1) => {
    if (kernel.kind === 'map') mapRows(row0, row1, col0, col1)
    else if (kernel.kind === 'inner') innerRows(row0, row1, block0, block1)
    else outerRows(row0, row1, block0, block1, col0, col1)
  }
}

function one(dtype: Parameters<typeof allocate>[0], value: Scalar): TypedArray {
  const data = allocate(dtype, 1)
  ;(data as unknown as Writable)[0] = value
  return data
}
