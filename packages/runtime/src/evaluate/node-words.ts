import { callOps, isSameView, type Node, type ReduceOp, storedAs, type ViewNode } from '@weldarray/ir'
import { isConcise } from '../graph/concise.js'
import type { Memory } from '../graph/memory.js'
import { timesMet } from '../graph/met.js'
import { readAgain } from './again.js'
import {
  CONST,
  callCode,
  codeOf,
  FILL,
  GATHER,
  headOf,
  INPUT,
  IOTA,
  JOIN,
  REPEAT,
  reduceCode,
  SAME,
  SCATTER,
  STRIDED,
  scanCodeOf,
  VIEW,
} from './codes.js'
import { Words } from './words.js'

/** A read is compared with so many others before it. */
const MOST_COMPARED = 16

/*
 * What each node writes into the key of a plan, and what it puts aside.
 */

export class NodeWords extends Words {
  /** By slot: what is read, and from where. Nodes that are read through another layout are accesses of their own. */
  readonly memories: Memory[] = []
  accessCount = 0
  readonly offsets: number[] = []
  /** What each place stands for, in the order of places. */
  readonly nodes: Node[] = []
  nodeCount = 0
  /** By place: the slot of an access, or the number of a constant; -1 for what is computed. */
  readonly slots: number[] = []
  /** Evaluated nodes that are read: their memory must stay as it is until the plan has run. */
  readonly leaves: Node[] = []
  /** By slot: the node that reads it. */
  protected readonly readers: Node[] = []
  /** Whose lengths decide: what is pending and seen in part, joins, counted numbers. */
  readonly cuts: Node[] = []
  /** Whether there may be something that is worth keeping: what an earlier evaluation computed, or what a variable holds. */
  mayKeep = false
  protected stamp = 0
  /** What is asked for. */
  roots: readonly Node[] = []

  protected place(node: Node): void {
    node.stamp = this.stamp
    const place = this.nodeCount++
    node.place = place
    this.nodes[place] = node
    this.slots[place] = -1
  }

  private head(code: number, node: Node): void {
    this.put(headOf(code, node.dtype))
  }

  /** An operation, and whose results it is of. */
  private operation(code: number, node: Node): void {
    const { args } = node
    this.place(node)
    this.head(code, node)
    for (let i = 0; i < args.length; i++) this.put(args[i]!.place)
  }

  /** Notes an access by the node placed last. */
  private access(leaf: Node, offset: number): void {
    const access = this.accessCount++
    const last = this.nodeCount - 1
    this.slots[last] = access
    this.readers[access] = this.nodes[last]!
    this.memories[access] = leaf.memory!
    this.offsets[access] = offset
    this.leaves[access] = leaf
    if (leaf.origin !== null) readAgain(leaf)
  }

  protected whole(node: Node): void {
    this.access(node, 0)
    this.head(INPUT, node)
    this.shape(node.shape)
  }

  /** Notes a parameter of the plan at the place of the node placed last. */
  private parameter({ value, dtype }: Node & { kind: 'const' }): void {
    this.slots[this.nodeCount - 1] = this.constantNumber(value, storedAs(dtype))
  }

  protected constant(node: Node & { kind: 'const' }): void {
    this.head(CONST, node)
    this.parameter(node)
  }

  protected computed(node: Node): void {
    const { args } = node
    // What is asked for is stored anyway.
    if (node.met > 0 && (node !== this.roots[0] || timesMet(node) > 0)) this.mayKeep = true
    switch (node.kind) {
      case 'map':
        this.operation(codeOf(node.op), node)
        return
      case 'reduce':
        this.operation(reduceCode[node.op as ReduceOp]!, node)
        this.put(node.axes.length)
        for (let i = 0; i < node.axes.length; i++) this.put(node.axes[i]!)
        return
      case 'iota':
        this.cuts.push(node)
        this.pinAll(node.shape)
        this.place(node)
        this.head(IOTA, node)
        this.layout(node.shape, node.strides, node.offset)
        return
      case 'view':
        this.view(node)
        return
      case 'gather':
        this.operation(GATHER, node)
        for (let i = 0; i < node.attributes.length; i++) this.put(node.attributes[i]!)
        // A constant index has no shape that tells it.
        if (args[1]!.uniform) this.shape(node.shape)
        return
      case 'join':
        // Lengths are added up: no product tells the sum.
        this.cuts.push(node)
        for (let i = 0; i < args.length; i++) this.pin(args[i]!.shape[node.axis]!)
        this.pin(node.shape[node.axis]!)
        this.place(node)
        this.head(JOIN, node)
        this.put(node.axis)
        this.put(args.length)
        for (let i = 0; i < args.length; i++) this.put(args[i]!.place)
        return
      case 'scan':
        this.operation(scanCodeOf(node.op), node)
        this.put(node.axis)
        return
      case 'scatter':
        this.operation(SCATTER, node)
        this.put(node.parts)
        this.number(node.bins)
        return
      case 'call': {
        if (isConcise(node)) this.mayKeep = true
        this.operation(callCode[node.op]!, node)
        const { attributes, length } = callOps[node.op]
        for (let i = 0; i < attributes.length; i++)
          if (attributes[i] === length) this.number(node.attributes[i]!)
          else this.put(node.attributes[i]!)
        return
      }
      default:
        throw new Error(`a ${node.kind} without memory: it was freed while something still refers to it`)
    }
  }

  private view(node: Node & { kind: 'view' }): void {
    const source = node.args[0]
    this.place(node)
    if (source.memory !== null) {
      const slot = this.slotOf(node, source)
      if (slot >= 0) {
        this.slots[this.nodeCount - 1] = slot
        this.head(SAME, node)
        this.put(slot)
        return
      }
      this.access(source, node.offset)
      this.head(STRIDED, node)
      this.shape(node.shape)
      this.strides(node.shape, node.strides)
    } else if (source.kind === 'const') {
      this.head(FILL, node)
      this.parameter(source)
      this.shape(node.shape)
    } else if (repeats(node)) {
      this.head(REPEAT, node)
      this.put(source.place)
      this.shape(node.shape)
      for (let k = 0; k < node.shape.length; k++) this.put(node.strides[k] === 0 || node.shape[k] === 1 ? 0 : 1)
    } else {
      // Whether one view covers another depends on lengths.
      this.cuts.push(source)
      this.pinAll(source.shape)
      this.pinAll(node.shape)
      this.head(VIEW, node)
      this.put(source.place)
      this.layout(node.shape, node.strides, node.offset)
    }
  }

  /**
   * The access that reads what a view reads, -1 if none of the last ones does: a slice that is written twice is recorded twice. By node, not by
   * memory: what stands for a function's arguments may be one array in one call and two in the next.
   */
  private slotOf(view: ViewNode, source: Node): number {
    const { readers, accessCount } = this
    for (let slot = accessCount - 1; slot >= 0 && slot >= accessCount - MOST_COMPARED; slot--) {
      const reader = readers[slot]!
      if (reader.kind === 'view' && reader.args[0] === source && isSameView(reader, view)) return slot
    }
    return -1
  }

  private pinAll(shape: readonly number[]): void {
    for (let k = 0; k < shape.length; k++) this.pin(shape[k]!)
  }
}

/** Whether a view only repeats its source along axes, in its own order: broadcasting, or axes of length 1 added or dropped. */
export function repeats(node: Node & { kind: 'view' }): boolean {
  const { shape, strides, offset } = node
  const from = node.args[0].shape
  if (offset !== 0) return false
  let step = 1
  let axis = from.length - 1
  for (let k = shape.length - 1; k >= 0; k--) {
    if (shape[k] === 1 || strides[k] === 0) continue
    while (axis >= 0 && from[axis] === 1) axis--
    if (axis < 0 || from[axis] !== shape[k] || strides[k] !== step) return false
    step *= from[axis--]!
  }
  while (axis >= 0 && from[axis] === 1) axis--
  return axis < 0
}
