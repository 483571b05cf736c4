import {
  allocate,
  isContiguous,
  isInside,
  isSameView,
  type Node,
  sizeOf,
  type View,
  type ViewNode,
  wholeView,
} from '@weldarray/ir'
import { counters } from '../../config/counters.js'
import { evaluate, evaluateInto, evaluateOver } from '../../evaluate/evaluate.js'
import { tracing } from '../../replay/tracing.js'
import { DEEP, LEAST_STORED } from '../../schedule/costs.js'
import { isAccessible } from '../accessible.js'
import { BlockMemory } from '../block-memory.js'
import { computeBeforePart } from '../deep.js'
import { forgetKnown } from '../known.js'
import { release } from '../lifetime.js'
import { allocateMemory, freeMemory, type Memory } from '../memory.js'
import { hold, letGo } from '../met.js'
import { overwrittenBy, partsOfTheirOwn } from '../part-readers.js'
import { constantLeaf, leaf, reshape, view as viewOf } from '../record.js'
import { withPart } from '../record-places.js'
import { Contents, type Elements } from './contents.js'
import { scatter } from './external.js'
import { inPlace, Parts } from './parts.js'
import { conciseBelow, readersBelow, readsInStep } from './readers.js'
import type { Viewer } from './viewers.js'

/** Contents are a node, evaluated or not, that only this library can reach. */
export class Owned extends Contents {
  readonly kind = 'owned'
  /** Somebody may be reading the current contents: writers must go through `writable`, and no viewer knows otherwise. */
  private shared = false
  private parts: Parts | null = null

  constructor(private current: Node) {
    super(current.dtype, sizeOf(current.shape))
    current.refs++
  }

  get node(): Node {
    return this.current
  }

  get isEvaluated(): boolean {
    return this.current.memory !== null
  }

  /** The contents, if a layout is all of them in their own shape: the usual case, without making a view of it. */
  whole(shape: readonly number[], strides: readonly number[], offset: number): Node | null {
    if (offset !== 0) return null
    const own = this.current.shape
    if (own.length !== shape.length) return null
    let step = 1
    for (let k = own.length - 1; k >= 0; k--) {
      const n = own[k]!
      if (shape[k] !== n || (strides[k] !== step && n !== 1)) return null
      step *= n
    }
    return this.current
  }

  /** From now on somebody may be reading the current contents. */
  share(): void {
    if (this.shared) return
    this.shared = true
    this.forget()
  }

  private isWhole(view: View): boolean {
    return sizeOf(view.shape) === this.length && view.offset === 0 && isContiguous(view)
  }

  read(view: View): Node {
    this.share()
    const contents = this.current
    if (this.isWhole(view)) return reshape(contents, view.shape)
    computeBeforePart(contents, view)
    // Parts are of pending contents. Contents that are there, whoever evaluated them, may have been written since.
    if (contents.memory !== null) this.dropParts()
    return this.parts?.computed(view) ?? viewOf(contents, view)
  }

  /** What is overwritten whole stays unevaluated; everything else happens now, or, where nothing can, is what each replay does. */
  write(view: View, node: Node): void {
    if (this.isWhole(view)) {
      this.replace(node)
      return
    }
    if (sizeOf(view.shape) === 0) return
    if (tracing.now !== null && isInside(view, this.length)) {
      this.replace(withPart(this.current, view, node))
      return
    }
    node.refs++
    try {
      // Outside, stores do nothing; where these would be, nobody reads.
      if (!isInside(view, this.length)) this.storeApart(view, node, null)
      else this.store(view, node)
    } finally {
      release(node, freeMemory)
    }
  }

  /**
   * Straight to its place, if nothing still to be computed reads what is there, or nothing else does and it reads each element where it
   * will write it. Otherwise a small part is computed apart, and a large one into a copy.
   */
  private store(view: View, node: Node): void {
    const memory = this.memory()
    const isSmall = sizeOf(view.shape) < LEAST_STORED || memory.block === null
    let read = this.overwritten(view)
    if (!isSmall && read !== null && read.some((part) => isSameView(part, view))) {
      // A factor of each row, say, that was summed over what is there.
      evaluate(conciseBelow(node, sizeOf(view.shape)))
      read = this.overwritten(view)
    }
    if (read !== null && read.length === 0 && !isSmall) this.storeAt(view, node)
    else if (read !== null && this.storeOver(view, node, read)) return
    else if (isSmall || 2 * sizeOf(view.shape) < this.length) this.storeApart(view, node, read)
    else this.storeAt(view, node)
  }

  /** In place of what it reads itself, if that can be; whether it was. */
  private storeOver(view: View, node: Node, read: readonly ViewNode[]): boolean {
    const memory = this.memory()
    if (read.length === 0 || memory.block === null || !read.every((part) => isSameView(part, view))) return false
    if (!readsInStep(node, read) || !evaluateOver(node, memory, view)) return false
    forgetKnown(memory)
    return true
  }

  /** Parts of what is there that still wait to be computed with, and are overwritten (null: anything may be); null if other things wait. */
  private overwritten(to: View | null): readonly ViewNode[] | null {
    // From now on it is known who reads parts of it.
    hold(this.current)
    return overwrittenBy(this.current, to)
  }

  /** By a kernel, in memory that nothing still to be computed reads there. */
  private storeAt(view: View, node: Node): void {
    const memory = this.unread(view)
    if (memory.block === null) scatter(memory.data as unknown as Elements, view, node)
    else evaluateInto(node, memory, view)
  }

  /** Computes what will be written, and with it what else reads what it overwrites, so that this need not be kept. */
  private storeApart(view: View, node: Node, read: readonly ViewNode[] | null): void {
    this.computeApart([node], read ?? this.readAsWhole())
    const memory = this.unread(read === null ? null : view)
    if (sizeOf(view.shape) < LEAST_STORED || memory.block === null) scatter(memory.data as unknown as Elements, view, node)
    else evaluateInto(node, memory, view)
  }

  /**
   * Computes what will be written, the contents themselves if they are pending, and with these what else is below and reads the contents
   * (or parts of them) that are overwritten.
   */
  computeApart(nodes: readonly Node[], reading: readonly Node[] = this.readAsWhole()): void {
    const { current } = this
    const waiting = nodes.filter((node) => !isAccessible(node))
    const readers = reading.length === 0 ? [] : waiting.flatMap((node) => readersBelow(node, reading, this.length))
    const all = current.memory === null ? [current, ...waiting, ...readers] : [...waiting, ...readers]
    if (all.length > 0) evaluate(all)
  }

  /** The contents, if others have them too. */
  private readAsWhole(): readonly Node[] {
    return this.current.refs > 1 ? [this.current] : []
  }

  /** Whether nothing still to be computed reads what is overwritten (null: anything), once small parts of it have elements of their own. */
  private isFree(to: View | null): boolean {
    const read = this.overwritten(to)
    if (read === null || read.length === 0) return read !== null
    return partsOfTheirOwn(this.current, read) && this.overwritten(to)?.length === 0
  }

  /** The memory of these contents, which go on in a copy if something still to be computed reads what is overwritten (null: anything). */
  private unread(to: View | null): Memory {
    const memory = this.memory()
    if (!this.isFree(to)) {
      const { current } = this
      const copy = allocateMemory(this.dtype, this.length)
      if (copy.block === null || this.length < LEAST_STORED) copy.data.set(memory.data as never)
      else evaluateInto(current, copy, wholeView(current.shape))
      this.replace(leaf(copy, current.shape))
    }
    // As long as something reads, those who cache elements ask again.
    if (this.current.refs === 1) this.shared = false
    const { memory: own } = this.current
    forgetKnown(own!)
    return own!
  }

  /** Gives it other contents, evaluated or not. */
  replace(node: Node): void {
    const old = this.current
    const contents = node.kind === 'const' ? constantLeaf(node) : node
    contents.refs++
    this.current = contents
    letGo(old)
    hold(contents)
    this.dropParts()
    this.shared = true
    this.forget()
    release(old, freeMemory)
  }

  /** The node that has to be computed to see a view: of pending contents, if the view is a small part of them, the part alone. */
  pendingFor(view: View): Node {
    const whole = this.current
    if (whole.memory !== null || whole.depth > DEEP) return whole
    this.parts ??= new Parts(whole)
    return this.parts.of(view) ?? whole
  }

  /** The elements that a view selects, each at its position in the whole. Other positions need not hold anything. */
  elementsAt(view: View): Elements {
    const node = this.pendingFor(view)
    if (node === this.current) return this.elements()
    evaluate([node])
    return inPlace(node, view, this.dtype, this.length)
  }

  /** Where the elements are, evaluated now if need be. */
  memory(): Memory {
    const node = this.current
    if (node.memory === null) {
      evaluate([node])
      this.dropParts()
    }
    return node.memory!
  }

  elements(): Elements {
    return this.memory().data as unknown as Elements
  }

  viewedBy(viewer: Viewer): Elements {
    return this.viewed(viewer, this.memory())
  }

  writableBy(viewer: Viewer): Elements {
    return this.viewed(viewer, this.unread(null))
  }

  private viewed(viewer: Viewer, memory: Memory): Elements {
    this.watch(viewer)
    return (memory instanceof BlockMemory ? memory.dataFor(this) : memory.data) as unknown as Elements
  }

  /** The elements in an ordinary typed array with a buffer of its own, of exactly the elements. Ends these contents. */
  moveOut(): Elements {
    const elements = this.elements()
    const node = this.current
    const memory = node.memory!
    let out = memory.data
    if (memory.block !== null || node.refs > 1 || out.buffer.byteLength !== out.byteLength) {
      out = allocate(this.dtype, this.length)
      out.set(elements as never)
      counters.bytesCopiedOut += out.byteLength
    }
    if (out === memory.data) node.memory = null
    this.drop()
    return out as unknown as Elements
  }

  drop(): void {
    this.dropParts()
    this.forget()
    release(this.current, freeMemory)
  }

  private dropParts(): void {
    this.parts?.drop(freeMemory)
    this.parts = null
  }
}
