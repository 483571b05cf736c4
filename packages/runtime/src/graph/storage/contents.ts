import type { DType, Node, Scalar, View } from '@weldarray/ir'
import { type Viewer, Viewers } from './viewers.js'

/** Array data as callers have it: element `i` readable and writable by index. */
export type Elements = { [i: number]: Scalar; readonly length: number }

/** What a storage holds: `Owned` or `External`. */
export abstract class Contents {
  abstract readonly kind: 'owned' | 'external'
  private viewers: Viewers | null = null

  constructor(
    readonly dtype: DType,
    readonly length: number,
  ) {}

  /** Whether looking at the elements needs no evaluation. */
  abstract get isEvaluated(): boolean
  /** The elements a view selects, as they are now, as a node that later writes do not change. */
  abstract read(view: View): Node
  /** Writes a node's elements, of the view's shape and this dtype, to those that the view selects. */
  abstract write(view: View, node: Node): void
  /** The elements, evaluated now if need be, for reading. Never to be handed to a caller unless external. */
  abstract elements(): Elements
  /** `elements` for a viewer that will be told when they become invalid. */
  abstract viewedBy(viewer: Viewer): Elements
  /** The elements for writing, copied first if anybody still reads the current ones, for a viewer that will be told. */
  abstract writableBy(viewer: Viewer): Elements
  /** Lets go of the memory. */
  abstract drop(): void

  /** `viewer` will be told when its cached elements become invalid. */
  protected watch(viewer: Viewer): void {
    this.viewers ??= new Viewers()
    this.viewers.add(viewer)
  }

  /** Those that have cached elements ask again. */
  forget(): void {
    this.viewers?.forgetAll()
  }
}
