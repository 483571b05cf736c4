import { dtypeInfo, isBig, isFloat, type Scalar } from '@weldarray/ir'
import { type Kernel, type ParamLayout, paramLayout } from '@weldarray/optimizer'
import { type Block, heap } from '../heap/heap.js'

/** A kernel's parameter block in the heap: what makes a kernel, which names no memory and no shape, work on these. */
export class Parameters {
  private readonly layout: ParamLayout
  private readonly block: Block
  private readonly words: Int32Array
  private readonly doubles: Float64Array
  private readonly longs: BigInt64Array
  private readonly singles: Float32Array

  constructor(private readonly kernel: Kernel) {
    this.layout = paramLayout(kernel)
    const { words } = this.layout
    this.block = heap.reserve(4 * words)
    const { address } = this.block
    this.words = heap.view('int32', address, words) as Int32Array
    this.doubles = heap.view('float64', address, words >> 1) as Float64Array
    this.longs = heap.view('bigint64', address, words >> 1) as BigInt64Array
    this.singles = heap.view('float32', address, words) as Float32Array
  }

  get address(): number {
    return this.block.address
  }

  lengths(lengths: readonly number[], blocks: number): void {
    for (let i = 0; i < lengths.length; i++) this.words[this.layout.lengths + i] = lengths[i]!
    this.words[this.layout.blocks] = blocks
  }

  /** Strides in elements (for iota in ones). */
  strides(access: number, strides: readonly number[]): void {
    const word = this.layout.accesses[access]! + 1
    const scale = this.scale(access)
    for (let k = 0; k < strides.length; k++) this.words[word + k] = strides[k]! * scale
  }

  /** Where an access begins: an address, and elements from there on. */
  base(access: number, address: number, offset: number): void {
    this.words[this.layout.accesses[access]!] = address + offset * this.scale(access)
  }

  /** Where partial results go: an address, and elements from there on. */
  partials(reduce: number, address: number, offset: number): void {
    this.words[this.layout.reduces + reduce] =
      offset === 0 ? address : address + offset * dtypeInfo[this.kernel.reduces[reduce]!.dtype].bytes
  }

  /** What a gather adds to its address by, in elements, and how many elements it takes from. */
  gather(access: number, scale: number, length: number): void {
    const word = this.layout.gathers[access]!
    this.words[word] = scale * this.scale(access)
    this.words[word + 1] = length
  }

  /** Which phase of a scan the next calls are of. */
  phase(phase: 0 | 1): void {
    this.words[this.layout.phase] = phase
  }

  clearStatus(): void {
    this.words[this.layout.status] = 0
  }

  /** Notes that an index was outside, as kernels do. */
  fail(): void {
    this.words[this.layout.status] = 1
  }

  get hasFailed(): boolean {
    return this.words[this.layout.status] !== 0
  }

  param(index: number, value: Scalar): void {
    const dtype = this.kernel.params[index]!
    const word = this.layout.params + 2 * index
    if (dtype === 'float64') this.doubles[word >> 1] = value as number
    else if (isBig(dtype)) this.longs[word >> 1] = value as bigint
    else if (isFloat(dtype)) this.singles[word] = value as number
    else this.words[word] = value as number
  }

  quarantine(safe: Promise<unknown>): void {
    heap.quarantine(this.block, safe)
  }

  free(): void {
    heap.free(this.block)
  }

  private scale(access: number): number {
    const { use, dtype } = this.kernel.accesses[access]!
    return use === 'iota' ? 1 : dtypeInfo[dtype].bytes
  }
}
