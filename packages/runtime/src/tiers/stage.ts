import type { DType, NamedOp, TypedArray } from '@weldarray/ir'
import { knownOrPrebuilt } from '../compiler/modules.js'
import { singleStep } from '../compiler/single.js'
import { Parameters } from '../execute/parameters.js'
import type { Block, Memory } from '../graph/memory.js'
import { BULK } from '../graph/storage/copy.js'
import { heap } from '../heap/heap.js'
import { kernelFunction } from '../team/calling-thread.js'

/** Elements that are copied into the heap at a time. */
export const TILE = 2048
/** Operands, and the result. */
const TILES = 3

/** Where operands and results are while a kernel works on them: shared by all functions. */
let tiles: Block | null = null

function tile(dtype: DType, which: number): Memory {
  const bytes = TILE * 8
  tiles ??= heap.reserve(TILES * bytes) as Block
  const address = tiles.address + which * bytes
  return { dtype, length: TILE, data: heap.view(dtype, address, TILE), block: { address, bytes }, address }
}

/** The kernel of one operation, on tiles of the heap. */
export class Stage {
  /** The first elements of the result, as many as were last asked for: making such a view takes longer than copying a few dozen. */
  private head: TypedArray

  private constructor(
    private readonly operands: readonly TypedArray[],
    private readonly result: TypedArray,
    /** Computes the first `n` elements of the result. */
    readonly run: (n: number) => void,
  ) {
    this.head = result
  }

  /** Null if the kernel's code is not at hand. */
  static of(op: NamedOp, dtype: DType): Stage | null {
    const { kernel, text, binding } = singleStep(op, dtype, TILE)
    const module = knownOrPrebuilt(text)
    if (module === undefined) return null
    const memories = kernel.accesses.map((_, i) => tile(dtype, i))
    const params = new Parameters(kernel)
    params.lengths(binding.lengths, 1)
    memories.forEach(({ address }, i) => {
      params.strides(i, binding.accesses[i]!.strides)
      params.base(i, address, 0)
    })
    const run = kernelFunction(module)
    const views = memories.map((m) => m.data)
    const result = views.pop()!
    return new Stage(views, result, (n) => run(params.address, 0, 0, 1, 0, 1, 0, n))
  }

  /** Copies `n` elements of operand `which` in. */
  fill(which: number, from: TypedArray, offset: number, step: number, n: number): void {
    const to = this.operands[which] as Float64Array
    const source = from as Float64Array
    if (step === 0) to.fill(source[offset]!, 0, n)
    else if (step === 1 && offset === 0 && source.length === n) to.set(source)
    else if (step === 1 && n >= BULK) to.set(source.subarray(offset, offset + n))
    else for (let i = 0; i < n; i++) to[i] = source[offset + i * step]!
  }

  /** Copies the first `n` elements of the result out. */
  empty(to: TypedArray, offset: number, step: number, n: number): void {
    const out = to as Float64Array
    if (step !== 1 || n < BULK) for (let i = 0; i < n; i++) out[offset + i * step] = this.result[i] as number
    else {
      if (this.head.length !== n) this.head = this.result.subarray(0, n)
      out.set(this.head as Float64Array, offset)
    }
  }
}
