import { type DType, dtypeInfo, type MapOp, mapOps, type TypedArray } from '@weldarray/ir'
import { paramLayout } from '@weldarray/optimizer'
import { knownOrPrebuilt } from '../compiler/modules.js'
import { singleKernel } from '../compiler/single.js'
import type { Loop } from '../generated/index.js'
import type { Block } from '../graph/memory.js'
import { heap } from '../heap/heap.js'
import { instantiate } from '../team/instance.js'
import type { Run } from '../team/job.js'

/** Elements that are copied into the heap at a time. */
const TILE = 2048
/** Fewer elements are never worth the copies. */
const FEWEST = 4
/** Neighbours that the engine copies faster than a loop. */
const COPIED = 32

/** Where operands and results are while a kernel works on them: two tiles in, one out, shared by all functions. */
let tiles: Block | null = null

const tileView = (dtype: DType, which: number): TypedArray => {
  tiles ??= heap.reserve(3 * TILE * 8) as Block
  return heap.view(dtype, tiles.address + which * TILE * 8, TILE)
}

/** Whether an operand is a typed array that holds all the elements meant. Others are read and written as JavaScript does it. */
function isWhole(x: TypedArray, offset: number, step: number, n: number): boolean {
  const last = offset + (n - 1) * step
  return ArrayBuffer.isView(x) && offset >= 0 && last >= 0 && offset < x.length && last < x.length
}

interface Staged {
  readonly run: Run
  readonly params: number
  readonly a: TypedArray
  readonly b: TypedArray
  readonly out: TypedArray
  /** The first elements of `out`, as many as were last asked for: making such a view takes longer than copying a few dozen. */
  head: TypedArray
}

/** A kernel of one operation with its parameter block filled for the tiles; null if its code is not at hand. */
function stage(op: MapOp, dtype: DType): Staged | null {
  const { kernel, text } = singleKernel(op, dtype)
  const module = knownOrPrebuilt(text)
  if (module === undefined) return null
  const [a, b, out] = [tileView(dtype, 0), tileView(dtype, 1), tileView(dtype, 2)]
  const layout = paramLayout(kernel)
  const block = heap.reserve(4 * layout.words)
  const words = heap.view('int32', block.address, layout.words) as Int32Array
  words[layout.lengths] = TILE
  words[layout.blocks] = 1
  kernel.accesses.forEach((access, i) => {
    const tile = access.use === 'store' ? out : i === 0 ? a : b
    words[layout.accesses[i]!] = tile.byteOffset
    words[layout.accesses[i]! + 1] = dtypeInfo[dtype].bytes
  })
  return { run: instantiate(module, heap.memory), params: block.address, a, b, out, head: out }
}

function headOf(kernel: Staged, count: number): TypedArray {
  if (kernel.head.length !== count) kernel.head = kernel.out.subarray(0, count)
  return kernel.head
}

function fill(tile: TypedArray, from: TypedArray, offset: number, step: number, n: number): void {
  const to = tile as Float64Array
  const source = from as Float64Array
  if (step === 0) to.fill(source[offset]!, 0, n)
  else if (step === 1 && offset === 0 && source.length === n) to.set(source)
  else if (step === 1 && n >= COPIED) to.set(source.subarray(offset, offset + n))
  else for (let i = 0; i < n; i++) to[i] = source[offset + i * step]!
}

/** Whether writing elements may change operands that are read later: a loop then has to go one by one. */
function entangled(out: TypedArray, oo: number, os: number, a: TypedArray, ao: number, as: number, n: number): boolean {
  if (out.buffer !== a.buffer) return false
  // In place each element is read before it is written, unless all of them are one.
  if (out === a && oo === ao && os === as) return os === 0
  const span = (x: TypedArray, offset: number, step: number): [number, number] => {
    const first = x.byteOffset + offset * x.BYTES_PER_ELEMENT
    const last = first + (n - 1) * step * x.BYTES_PER_ELEMENT
    return [Math.min(first, last), Math.max(first, last) + x.BYTES_PER_ELEMENT]
  }
  const [low, high] = span(out, oo, os)
  const [from, to] = span(a, ao, as)
  return low < to && from < high
}

/** What JavaScript does by writing to memory and reading it back. */
const PIECES: ReadonlySet<string> = new Set(['head', 'pow2i', 'exponent', 'mantissa'])

/**
 * From how many elements on the kernel is done before the loop in JavaScript: measured nanoseconds for an instruction here and
 * there, and for the copies and the call.
 */
function worthStaging(op: MapOp, dtype: DType): number {
  const { code } = singleKernel(op, dtype).kernel
  const pieces = code.filter((i) => PIECES.has(i.op)).length
  return Math.max(FEWEST, Math.ceil(110 / (0.04 * code.length + 6 * pieces)))
}

/**
 * A loop over a dear operation that lets its kernel do the work, through tiles of the heap: the same bits, several
 * times faster than the loop in JavaScript, which remains for a handful of elements.
 */
export function stagedLoop(op: MapOp, dtype: DType, plain: Loop): Loop {
  const binary = mapOps[op].arity === 2
  let staged: Staged | null | undefined
  let fewest: number | undefined
  return (n, out, oo, os, a, ao, as, b, bo, bs, c, co, cs) => {
    const able =
      n >= FEWEST &&
      n >= (fewest ??= worthStaging(op, dtype)) &&
      isWhole(out, oo, os, n) &&
      isWhole(a, ao, as, n) &&
      !entangled(out, oo, os, a, ao, as, n) &&
      (!binary || (isWhole(b, bo, bs, n) && !entangled(out, oo, os, b, bo, bs, n)))
    const kernel = able ? (staged ??= stage(op, dtype)) : null
    if (kernel === null) {
      plain(n, out, oo, os, a, ao, as, b, bo, bs, c, co, cs)
      return
    }
    for (let done = 0; done < n; done += TILE) {
      const count = Math.min(TILE, n - done)
      if (done === 0 || as !== 0) fill(kernel.a, a, ao + done * as, as, count)
      if (binary && (done === 0 || bs !== 0)) fill(kernel.b, b, bo + done * bs, bs, count)
      kernel.run(kernel.params, 0, 0, 1, 0, 1, 0, count)
      if (os === 1 && count >= COPIED) out.set(headOf(kernel, count), oo + done)
      else for (let i = 0; i < count; i++) out[oo + (done + i) * os] = kernel.out[i]
    }
  }
}
