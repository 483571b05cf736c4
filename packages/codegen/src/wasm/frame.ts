import { dtypeInfo } from '@weldarray/ir'
import { type ParamLayout, paramLayout } from '@weldarray/optimizer'
import type { Kernel } from './kernel.js'
import type { Plan } from './plan.js'
import type { Running } from './running.js'
import type { Local, Ref, Scope } from './scope.js'

/** The parameters of `run`, in order. */
export const ARGUMENTS = ['params', 'scratch', 'row0', 'row1', 'block0', 'block1', 'col0', 'col1'] as const

/** What all parts of a kernel's function share: its arguments, the parameter block, the moving pointers. */
export class Frame {
  readonly kernel: Kernel
  readonly args: Readonly<Record<(typeof ARGUMENTS)[number], Local>>
  /** Address of each access at the current element of the innermost axis. */
  readonly at: readonly Local[]
  /** For an access with a variable stride: the stride, and that of a whole vector step. */
  readonly stride: readonly (Local | null)[]
  readonly stepStride: readonly (Local | null)[]
  /** For an access that is a gather: bytes from an index to the next, and how many there are. */
  readonly gathers: readonly ({ readonly scale: Local; readonly length: Local } | null)[]
  /** Whether an index was outside; null where none can be. */
  readonly failed: Local | null
  /** The same for four at once: any bit. */
  readonly failedLanes: Local | null

  /** What becomes of what is scanned; null where nothing is. */
  running: Running | null = null

  constructor(
    readonly e: Scope,
    readonly plan: Plan,
    /** That of another kernel, where this one is a phase of it. */
    readonly layout: ParamLayout = paramLayout(plan.kernel),
  ) {
    const { kernel } = plan
    this.kernel = kernel
    this.args = Object.fromEntries(ARGUMENTS.map((name, i) => [name, e.parameter(i)])) as unknown as Frame['args']
    this.at = kernel.accesses.map(() => e.local(e.wasm.types.i32))
    const { i32 } = e.m
    this.stride = kernel.accesses.map((a, slot) =>
      a.inner === 'any' ? e.hold(e.wasm.types.i32, this.strideWord(slot, this.axes - 1)) : null,
    )
    this.gathers = this.layout.gathers.map((at) => {
      if (at < 0) return null
      const { i32: word } = e.wasm.types
      return { scale: e.hold(word, this.word(at)), length: e.hold(word, this.word(at + 1)) }
    })
    const mayFail = this.layout.status >= 0
    this.failed = mayFail ? e.hold(e.wasm.types.i32, e.i32(0)) : null
    this.failedLanes = mayFail ? e.hold(e.wasm.types.v128, e.splatConstant('i32', 0)) : null
    this.stepStride = this.stride.map((s) => s && e.hold(e.wasm.types.i32, i32.mul(s.get(), e.i32(plan.lanes))))
  }

  /** Number of axes: kept ones, reduced ones, the innermost. */
  get axes(): number {
    return this.kernel.rows + this.kernel.runs + 1
  }

  word(index: number): Ref {
    return this.e.m.i32.load(4 * index, 4, this.args.params.get())
  }

  length(axis: number): Ref {
    return this.word(this.layout.lengths + axis)
  }

  base(slot: number): Ref {
    return this.word(this.layout.accesses[slot]!)
  }

  strideWord(slot: number, axis: number): Ref {
    return this.word(this.layout.accesses[slot]! + 1 + axis)
  }

  partials(reduce: number): Ref {
    return this.word(this.layout.reduces + reduce)
  }

  /** Says in the parameter block whether an index was outside. */
  tell(): void {
    const { e, failed, failedLanes } = this
    if (failed === null) return
    e.if(e.m.i32.or(failed.get(), e.m.v128.any_true(failedLanes!.get())), () =>
      e.emit(e.m.i32.store(4 * this.layout.status, 4, this.args.params.get(), e.i32(1))),
    )
  }

  /** Bytes (for iota: ones) from an element to the next of an access with inner `unit`. */
  unit(slot: number): number {
    const { use, dtype } = this.kernel.accesses[slot]!
    return use === 'iota' ? 1 : dtypeInfo[dtype].bytes
  }

  /** `pointer + count · (stride along the innermost axis)`. */
  along(slot: number, pointer: Ref, count: Local): Ref {
    const { i32 } = this.e.m
    const { inner } = this.kernel.accesses[slot]!
    if (inner === 'zero') return pointer
    const stride = inner === 'unit' ? this.e.i32(this.unit(slot)) : this.stride[slot]!.get()
    return i32.add(pointer, i32.mul(count.get(), stride))
  }

  /** After `elements` elements: accesses with unit stride move on. Those with a variable stride move with each step. */
  bumpUnit(elements: number): void {
    this.at.forEach((p, slot) => {
      if (this.kernel.accesses[slot]!.inner === 'unit') this.e.addI32(p, this.e.i32(elements * this.unit(slot)))
    })
  }

  bumpAny(step: 'element' | 'vector', count = 1): void {
    const { e } = this
    const strides = step === 'element' ? this.stride : this.stepStride
    this.at.forEach((p, slot) => {
      const stride = strides[slot]
      if (stride != null) e.addI32(p, count === 1 ? stride.get() : e.m.i32.mul(stride.get(), e.i32(count)))
    })
  }
}
