import { DisposedError, type DType, type Node, type TypedArray, type View } from '@weldarray/ir'
import { counters } from '../../config/counters.js'
import { tracing } from '../../replay/tracing.js'
import type { Memory } from '../memory.js'
import type { Elements } from './contents.js'
import { External } from './external.js'
import { Owned } from './owned.js'
import type { Viewer } from './viewers.js'

export type { Elements } from './contents.js'

/**
 * The memory behind one or more arrays (an array and its views share one storage): the library's own, or a caller's. The
 * one becomes the other when a caller gets hold of the typed array.
 */
export class Storage {
  /** Writes in place since somebody last asked for the contents. */
  private rewrites = 0
  readonly dtype: DType
  readonly length: number

  /** Null once it has been disposed of. */
  private constructor(private contents: Owned | External | null) {
    this.dtype = contents!.dtype
    this.length = contents!.length
    if (tracing.now !== null) tracing.now.born(this)
  }

  /** Storage that holds what `node` will be (C order). */
  static owned(node: Node): Storage {
    return new Storage(new Owned(node))
  }

  /** Storage over a caller's typed array. `dtype` is the dtype its elements are read as. */
  static external(data: Elements, dtype: DType): Storage {
    return new Storage(new External(data, dtype))
  }

  private get live(): Owned | External {
    if (this.contents === null) throw new DisposedError('the array was used after dispose()')
    return this.contents
  }

  private get owned(): Owned {
    const { live } = this
    if (live.kind !== 'owned') throw new TypeError('this can only be done to memory of the library')
    return live
  }

  /** The contents of owned storage; null for external storage, and once disposed of. */
  get node(): Node | null {
    const { contents } = this
    return contents !== null && contents.kind === 'owned' ? contents.node : null
  }

  get isExternal(): boolean {
    return this.contents !== null && this.contents.kind === 'external'
  }

  /** Whether looking at the elements needs no evaluation. */
  get isEvaluated(): boolean {
    return this.contents === null || this.contents.isEvaluated
  }

  /** Whether somebody who asks for the elements need not wait. Like `isEvaluated`, but it counts as asking. */
  isSettled(): boolean {
    this.rewrites = 0
    return this.contents?.isEvaluated === true
  }

  /** `read` of all of it in its own shape; null if the layout is another. */
  readWhole(shape: readonly number[], strides: readonly number[], offset: number): Node | null {
    const { contents } = this
    if (contents === null || contents.kind === 'external') return null
    const whole = contents.whole(shape, strides, offset)
    if (tracing.now !== null) return (whole !== null && tracing.now.read(this, { shape, strides, offset })) || whole
    if (whole !== null) contents.share()
    return whole
  }

  /** `pendingFor` all of it in its own shape; null if the layout is another. */
  pendingWhole(shape: readonly number[], strides: readonly number[], offset: number): Node | null {
    const { contents } = this
    if (contents === null || contents.kind === 'external') return null
    const whole = contents.whole(shape, strides, offset)
    if (whole !== null) this.rewrites = 0
    return whole
  }

  /** The elements a view selects, as they are now, as a node that later writes do not change. */
  read(view: View): Node {
    const traced = tracing.now === null ? null : tracing.now.read(this, view)
    return traced ?? this.live.read(view)
  }

  /**
   * Writes `node` (of the view's shape and the storage's dtype) to the elements a view selects.
   * Owned storage that is overwritten whole stays unevaluated; everything else happens now.
   */
  write(view: View, node: Node): void {
    if (tracing.now !== null) tracing.now.write(this)
    this.live.write(view, node)
  }

  /** Computes what is about to be written to places of owned storage, with what would otherwise have its contents copied. */
  computeApart(nodes: readonly Node[]): void {
    this.owned.computeApart(nodes)
  }

  /** To be asked before each write in place: whether it is one of several in a row, which are better recorded. */
  isWrittenAgain(): boolean {
    return ++this.rewrites > 2
  }

  /** Gives owned storage other contents, evaluated or not. */
  replace(node: Node): void {
    if (tracing.now !== null) tracing.now.write(this)
    this.rewrites = 0
    this.owned.replace(node)
  }

  /** The recorded node that has to be computed to see a view. Null for external storage. */
  pendingFor(view: View): Node | null {
    this.rewrites = 0
    const { live } = this
    return live.kind === 'external' ? null : live.pendingFor(view)
  }

  /**
   * The elements that a view selects, evaluated now if need be, each at the position it has in the storage. Other
   * positions need not hold anything.
   */
  elementsAt(shape: readonly number[], strides: readonly number[], offset: number): Elements {
    if (this.pendingWhole(shape, strides, offset) !== null) return this.elements()
    this.rewrites = 0
    const { live } = this
    return live.kind === 'external'
      ? live.elements()
      : live.elementsAt({ shape: Array.from(shape), strides: Array.from(strides), offset })
  }

  /** The elements, evaluated now if need be, for reading. Never to be handed to a caller unless external. */
  elements(): Elements {
    return this.live.elements()
  }

  /** The memory of an owned storage, evaluated now if need be; for reading, before anything else happens. */
  memory(): Memory {
    return this.owned.memory()
  }

  /**
   * Moves the elements out into an ordinary typed array, which is the storage from then on: external memory,
   * since the caller has it. The typed array has its own buffer, of exactly the elements.
   */
  moveOut(): Elements {
    const { live } = this
    if (live.kind === 'external') return live.elements()
    const elements = live.moveOut()
    this.contents = new External(elements, this.dtype)
    return elements
  }

  /** A copy of the elements, for a reader that keeps none of it: the memory stays the library's. */
  copyOut(): Elements {
    const elements = (this.live.elements() as unknown as TypedArray).slice()
    counters.bytesCopiedOut += elements.byteLength
    return elements as unknown as Elements
  }

  /** Lets go of the memory at once. The caller sees to it that the storage is not used again. */
  dispose(): void {
    const { contents } = this
    this.contents = null
    contents?.drop()
  }

  /** The elements, for a viewer that keeps them until it is told that they have become invalid. */
  viewedBy(viewer: Viewer): Elements {
    return this.live.viewedBy(viewer)
  }

  /** The elements for writing, copied first if anybody still reads the current ones; for such a viewer. */
  writableBy(viewer: Viewer): Elements {
    return this.live.writableBy(viewer)
  }
}
