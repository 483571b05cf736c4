import {
  allocate,
  type ConstNode,
  DisposedError,
  type DType,
  isContiguous,
  isInside,
  type Scalar,
  sizeOf,
  type View,
} from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { evaluate, evaluateEarly, evaluateInto } from '../evaluate/evaluate.js'
import { allocateMemory, freeMemory } from '../graph/memory.js'
import { tracing } from '../replay/tracing.js'
import { DEEP, LEAST_STORED } from '../schedule/costs.js'
import { gatherInto, scatterFrom } from './copy.js'
import { arrayMemory, type Memory } from './memory.js'
import { inPlace, Parts } from './parts.js'
import { leaf, reshape, view as viewOf } from './record.js'
import { release, type Value } from './value.js'
import { type Viewer, Viewers } from './viewers.js'

/** Array data as callers have it: element `i` readable and writable by index. */
export type Elements = { [i: number]: Scalar; readonly length: number }

/**
 * A constant as an array of one element. Operations take a constant for any shape; as contents it would be evaluated
 * and be a 0-d array from then on, to operations recorded before too.
 */
function elementOf(constant: ConstNode): Value {
  const data = allocate(constant.dtype, 1)
  data.fill(constant.value as never)
  return leaf(arrayMemory(constant.dtype, data), [])
}

/**
 * The memory behind one or more arrays (an array and its views share one storage).
 *
 * *Owned*: contents are a value, evaluated or not, that only this library can reach.
 * *External*: a caller can reach the typed array too, so it is read at the moment of a call, and written at it.
 */
export class Storage {
  /** Somebody may be reading the current contents: writers must go through `writable`, and no viewer knows otherwise. */
  private shared = false
  private parts: Parts | null = null
  /** Writes in place since somebody last asked for the contents. */
  private rewrites = 0
  private viewers: Viewers | null = null

  private constructor(
    readonly dtype: DType,
    readonly length: number,
    private value: Value | null,
    private data: Elements | null,
  ) {
    if (value !== null) value.refs++
    if (tracing.now !== null) tracing.now.born(this)
  }

  /** Storage that holds what `value` will be (C order). */
  static owned(value: Value): Storage {
    return new Storage(value.dtype, sizeOf(value.shape), value, null)
  }

  /** Storage over a caller's typed array. `dtype` is the dtype its elements are read as. */
  static external(data: Elements, dtype: DType): Storage {
    return new Storage(dtype, data.length, null, data)
  }

  get isExternal(): boolean {
    return this.data !== null
  }

  /** Whether looking at the elements needs no evaluation. */
  get isEvaluated(): boolean {
    return this.data !== null || this.value === null || this.value.memory !== null
  }

  /** Whether somebody who asks for the elements need not wait. Like `isEvaluated`, but it counts as asking. */
  isSettled(): boolean {
    this.rewrites = 0
    return this.data !== null || (this.value !== null && this.value.memory !== null)
  }

  /** The contents of an owned storage. Throws `DisposedError` if they have been given back. */
  private get live(): Value {
    if (this.value === null) throw new DisposedError('the array was used after dispose()')
    return this.value
  }

  /** The contents as a recorded value; null for external storage. */
  get contents(): Value | null {
    return this.value
  }

  /** The contents, if a layout is all of them in their own shape: the usual case, without making a view of it. */
  private whole(shape: readonly number[], strides: readonly number[], offset: number): Value | null {
    const { value } = this
    if (value === null || offset !== 0) return null
    const own = value.shape
    if (own.length !== shape.length) return null
    let step = 1
    for (let k = own.length - 1; k >= 0; k--) {
      const n = own[k]!
      if (shape[k] !== n || (strides[k] !== step && n !== 1)) return null
      step *= n
    }
    return value
  }

  /** `read` of all of it in its own shape; null if the layout is another. */
  readWhole(shape: readonly number[], strides: readonly number[], offset: number): Value | null {
    const whole = this.whole(shape, strides, offset)
    if (tracing.now !== null) return (whole !== null && tracing.now.read(this, { shape, strides, offset })) || whole
    if (whole !== null && !this.shared) this.share()
    return whole
  }

  /** `pendingFor` all of it in its own shape; null if the layout is another. */
  pendingWhole(shape: readonly number[], strides: readonly number[], offset: number): Value | null {
    const whole = this.whole(shape, strides, offset)
    if (whole !== null) this.rewrites = 0
    return whole
  }

  /** From now on somebody may be reading the current contents. */
  private share(): void {
    this.shared = true
    this.viewers?.forgetAll()
  }

  /** The elements a view selects, as they are now, as a value that later writes do not change. */
  read(view: View): Value {
    const traced = tracing.now === null ? null : tracing.now.read(this, view)
    if (traced !== null) return traced
    if (this.data !== null) return leaf(this.snapshot(view), view.shape)
    if (!this.shared) this.share()
    const whole = sizeOf(view.shape) === this.length && view.offset === 0 && isContiguous(view)
    const contents = this.live
    if (whole) return reshape(contents, view.shape)
    // A part of a long history is computed again with every look: then the whole had better be there.
    if (contents.memory === null && contents.depth > DEEP) evaluateEarly(contents)
    // Parts are of pending contents. Contents that are there, whoever evaluated them, may have been written since.
    if (contents.memory !== null) this.dropParts()
    return this.parts?.computed(view) ?? viewOf(contents, view)
  }

  private snapshot(view: View): Memory {
    const size = sizeOf(view.shape)
    const memory = allocateMemory(this.dtype, size)
    gatherInto(memory.data as unknown as Elements, this.data!, view)
    // A caller may have written any byte; operations know 0 and 1.
    if (this.dtype === 'bool') for (let i = 0; i < size; i++) memory.data[i] = memory.data[i] === 0 ? 0 : 1
    counters.bytesCopiedIn += memory.data.byteLength
    return memory
  }

  /**
   * Writes `value` (of the view's shape and the storage's dtype) to the elements a view selects.
   * Owned storage that is overwritten whole stays unevaluated; everything else happens now.
   */
  write(view: View, value: Value): void {
    if (tracing.now !== null) tracing.now.write(this)
    if (this.data === null && sizeOf(view.shape) === this.length && view.offset === 0 && isContiguous(view)) {
      this.replace(value)
      return
    }
    const size = sizeOf(view.shape)
    if (size === 0) return
    value.refs++
    try {
      if (this.data !== null || size < LEAST_STORED || !isInside(view, this.length)) this.scatter(view, value)
      else this.store(view, value)
    } finally {
      release(value, freeMemory)
    }
  }

  /** Elements by elements, from an evaluated copy: operands may overlap the destination. */
  private scatter(view: View, value: Value): void {
    evaluate([value])
    scatterFrom(this.data ?? this.writable(), value.memory!.data as unknown as Elements, view)
  }

  /** By a kernel: straight to its place, unless something still to be computed (the value itself, perhaps) reads what is there. */
  private store(view: View, value: Value): void {
    this.elements()
    if (this.live.refs > 1) evaluate([value])
    this.writable()
    const { memory } = this.live
    if (memory!.block === null) this.scatter(view, value)
    else evaluateInto(value, memory!, view)
  }

  /** To be asked before each write in place: whether it is one of several in a row, which are better recorded. */
  isWrittenAgain(): boolean {
    return ++this.rewrites > 2
  }

  /** Gives the storage other contents, evaluated or not. */
  replace(value: Value): void {
    if (tracing.now !== null) tracing.now.write(this)
    this.rewrites = 0
    const old = this.live
    const contents = value.kind === 'const' ? elementOf(value) : value
    contents.refs++
    this.value = contents
    this.dropParts()
    this.share()
    release(old, freeMemory)
  }

  /**
   * The recorded value that has to be computed to see a view: of pending contents, if the view is a small part of
   * them, the part alone. Null for external storage.
   */
  pendingFor(view: View): Value | null {
    this.rewrites = 0
    if (this.data !== null) return null
    const whole = this.live
    if (whole.memory !== null || whole.depth > DEEP) return whole
    this.parts ??= new Parts(whole)
    return this.parts.of(view) ?? whole
  }

  /**
   * The elements that a view selects, evaluated now if need be, each at the position it has in the storage. Other
   * positions need not hold anything.
   */
  elementsAt(shape: readonly number[], strides: readonly number[], offset: number): Elements {
    if (this.pendingWhole(shape, strides, offset) !== null) return this.elements()
    const view = { shape: Array.from(shape), strides: Array.from(strides), offset }
    const value = this.pendingFor(view)
    if (value === this.value) return this.elements()
    evaluate([value!])
    return inPlace(value!, view, this.dtype, this.length)
  }

  /** The elements, evaluated now if need be, for reading. Never to be handed to a caller unless external. */
  elements(): Elements {
    if (this.data !== null) return this.data
    const value = this.live
    if (value.memory === null) {
      evaluate([value])
      this.dropParts()
    }
    return value.memory!.data as unknown as Elements
  }

  /** The memory of an owned storage, evaluated now if need be; for reading, before anything else happens. */
  memory(): Memory {
    const value = this.live
    if (value.memory === null) this.elements()
    return value.memory!
  }

  /** The elements for writing: copied first if anybody still reads the current ones. */
  writable(): Elements {
    if (this.data !== null) return this.data
    const current = this.elements()
    if (this.live.refs > 1) {
      const memory = allocateMemory(this.dtype, this.length)
      memory.data.set(current as never)
      this.replace(leaf(memory, this.live.shape))
    }
    this.shared = false
    return this.live.memory!.data as unknown as Elements
  }

  /**
   * Moves the elements out into an ordinary typed array, which is the storage from then on: external memory,
   * since the caller has it. The typed array has its own buffer, of exactly the elements.
   */
  moveOut(): Elements {
    if (this.data !== null) return this.data
    const elements = this.elements()
    const memory = this.live.memory!
    let out = memory.data
    if (memory.block !== null || this.live.refs > 1 || out.buffer.byteLength !== out.byteLength) {
      out = allocate(this.dtype, this.length)
      out.set(elements as never)
      counters.bytesCopiedOut += out.byteLength
    }
    const old = this.live
    this.value = null
    this.data = out as unknown as Elements
    this.viewers?.forgetAll()
    if (out === memory.data) old.memory = null
    release(old, freeMemory)
    return this.data
  }

  /** Lets go of the memory at once. The caller sees to it that the storage is not used again. */
  dispose(): void {
    const old = this.value
    this.dropParts()
    this.viewers?.forgetAll()
    this.value = null
    this.data = null
    if (old !== null) release(old, freeMemory)
  }

  /** `viewer` will be told when its cached elements become invalid. */
  watch(viewer: Viewer): void {
    this.viewers ??= new Viewers()
    this.viewers.add(viewer)
  }

  private dropParts(): void {
    this.parts?.drop(freeMemory)
    this.parts = null
  }
}
