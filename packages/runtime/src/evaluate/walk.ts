import { callOps, make, type Node, type ReduceOp, storedAs, type View } from '@weldarray/ir'
import type { Target } from '@weldarray/optimizer'
import { isConcise } from '../graph/concise.js'
import { type Memory, plainMemory } from '../graph/memory.js'
import { readsWhole, timesMet } from '../graph/met.js'
import { computedBy, readAgain } from './again.js'
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
  ROOTS,
  reduceCode,
  SCATTER,
  STORE,
  STRIDED,
  scanCode,
  VIEW,
} from './codes.js'
import type { Planned } from './plans.js'
import { Words } from './words.js'

/*
 * Finding the plan of a pending graph: one walk over it writes what decides the plan as whole numbers (operations, who is
 * whose operand, dtypes, shapes as far as they decide, layouts of what is read) and puts aside what does not (addresses,
 * offsets, constants, lengths). No strings, no maps.
 */

/** Products of so many primes and more are not exact in a double. */
const MOST_VARIABLES = 12

const NO_ROOTS: readonly Node[] = []
/** Stand in what is not in use, so that nothing is kept alive and no array changes its kind. */
const NOTHING = make.constant(0, 0, 'bool', false) as Node
const NO_MEMORY = plainMemory('bool', 0)

export class Walk extends Words {
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
  roots: readonly Node[] = []
  /** There are more nodes than are planned at once. */
  isLarge = false
  /** Where the root's elements go, if not to memory of their own. */
  target: Target | null = null
  /** Whose lengths decide: what is pending and seen in part, joins, counted numbers. */
  readonly cuts: Node[] = []
  /** Whether there may be something that is worth keeping: what an earlier evaluation computed, or what a variable holds. */
  mayKeep = false

  /** The plan of what was walked over last, once it has been looked for by this key. */
  known: Planned | null = null
  key = 0

  private most = 0
  /** Whether lengths were found to decide on the way. */
  private hasPinned = false
  /** Words of the key before it says what is wanted. */
  private body = 0
  private stack: Node[] = []
  /** How far the arrays were used since `release`. */
  private mostNodes = 0
  private mostAccesses = 0
  private mostStacked = 0
  private static stamps = 0
  private stamp = 0

  /** Walks over what has to be computed for `roots`. Iterative: a recorded chain may be a million operations deep. */
  run(roots: readonly Node[], most: number): void {
    this.exact = false
    this.unpin()
    this.roots = roots
    this.most = most
    this.attempt()
    // Words that were written before a length was found to decide say that it does not.
    if (this.hasPinned) this.attempt()
    if (this.variableCount > MOST_VARIABLES) this.exactly()
  }

  /** The same with all lengths in the key. */
  exactly(): void {
    this.exact = true
    this.attempt()
  }

  private attempt(): void {
    this.reset()
    const { roots, most, stack, stamp } = this
    let pending = 0
    let top = 0
    for (let r = roots.length - 1; r >= 0; r--) stack[top++] = roots[r]!
    while (top > 0) {
      const node = stack[top - 1]!
      if (top > this.mostStacked) this.mostStacked = top
      if (node.stamp === stamp) {
        top--
        continue
      }
      if (node.memory !== null || node.kind === 'const') {
        top--
        this.place(node)
        if (node.kind === 'const') this.constant(node)
        else this.whole(node)
        continue
      }
      const { args } = node
      let ready = true
      if (node.kind === 'view') {
        const source = args[0]!
        // Views of what is there are reads of it, not nodes to compute.
        if (source.memory === null && source.kind !== 'const' && source.stamp !== stamp) {
          stack[top++] = source
          ready = false
        }
      } else
        for (let i = args.length - 1; i >= 0; i--)
          if (args[i]!.stamp !== stamp) {
            stack[top++] = args[i]!
            ready = false
          }
      if (!ready) continue
      top--
      if (++pending > most) {
        this.isLarge = true
        return
      }
      this.computed(node)
    }
    this.body = this.length
    this.askFor(roots)
  }

  /** Ends the key with what is wanted: nodes that were walked over, others than before if it has been ended already. */
  askFor(roots: readonly Node[]): void {
    this.length = this.body
    this.known = null
    this.roots = roots
    this.put(ROOTS)
    for (let r = 0; r < roots.length; r++) this.put(roots[r]!.place)
  }

  /** Notes what has been computed whole; of what is seen through slices alone, perhaps only a part was. */
  met(): void {
    const { nodes, roots, stamp, known } = this
    for (let r = 0; r < roots.length; r++) roots[r]!.met++
    for (let i = this.nodeCount - 1; i >= 0; i--) {
      const node = nodes[i]!
      if (timesMet(node) === 0) continue
      const { args } = node
      for (let k = 0; k < args.length; k++) {
        const arg = args[k]!
        // No part of a call, or of a scan, is computed by itself.
        const isWhole = node.kind !== 'view' || arg.kind === 'call' || arg.kind === 'scan'
        if (arg.stamp === stamp && (isWhole || readsWhole(node))) {
          if (timesMet(arg) === 0 && known !== null) computedBy(arg, known)
          arg.met++
        }
      }
    }
  }

  /** Says that the elements of the only root go into memory that is there, by this view of it. */
  store(memory: Memory, view: View): void {
    this.known = null
    this.target = { slot: this.accessCount, strides: view.strides }
    this.put(STORE)
    this.strides(view.shape, view.strides)
    this.memories[this.accessCount] = memory
    this.leaves[this.accessCount] = NOTHING
    this.offsets[this.accessCount++] = view.offset
  }

  /** Lets go of the graph. */
  release(): void {
    this.reset()
    const { nodes, memories, leaves, stack } = this
    for (let i = 0; i < this.mostNodes; i++) nodes[i] = NOTHING
    for (let i = 0; i < this.mostAccesses; i++) {
      memories[i] = NO_MEMORY
      leaves[i] = NOTHING
    }
    for (let i = 0; i < this.mostStacked; i++) stack[i] = NOTHING
    this.mostNodes = 0
    this.mostAccesses = 0
    this.mostStacked = 0
    this.roots = NO_ROOTS
  }

  private reset(): void {
    if (this.nodeCount > this.mostNodes) this.mostNodes = this.nodeCount
    if (this.accessCount > this.mostAccesses) this.mostAccesses = this.accessCount
    this.clear()
    this.accessCount = 0
    this.nodeCount = 0
    this.isLarge = false
    this.mayKeep = false
    this.hasPinned = false
    this.cuts.length = 0
    this.target = null
    this.known = null
    this.stamp = ++Walk.stamps
  }

  private place(node: Node): void {
    node.stamp = this.stamp
    const place = this.nodeCount++
    node.place = place
    this.nodes[place] = node
    this.slots[place] = -1
  }

  private head(code: number, node: Node): void {
    this.put(headOf(code, node.dtype))
  }

  /** Notes an access by the node placed last. */
  private access(leaf: Node, offset: number): void {
    const access = this.accessCount++
    this.slots[this.nodeCount - 1] = access
    this.memories[access] = leaf.memory!
    this.offsets[access] = offset
    this.leaves[access] = leaf
    if (leaf.origin !== null) readAgain(leaf)
  }

  private whole(node: Node): void {
    this.access(node, 0)
    this.head(INPUT, node)
    this.shape(node.shape)
  }

  /** Notes a parameter of the plan at the place of the node placed last. */
  private parameter({ value, dtype }: Node & { kind: 'const' }): void {
    const number = this.constantNumber(value, storedAs(dtype))
    this.slots[this.nodeCount - 1] = number
    this.put(number)
  }

  private constant(node: Node & { kind: 'const' }): void {
    this.head(CONST, node)
    this.parameter(node)
  }

  private computed(node: Node): void {
    const { args } = node
    // What is asked for is stored anyway.
    if (node.met > 0 && (node !== this.roots[0] || timesMet(node) > 0)) this.mayKeep = true
    switch (node.kind) {
      case 'map':
        this.place(node)
        this.head(codeOf(node.op), node)
        for (let i = 0; i < args.length; i++) this.put(args[i]!.place)
        return
      case 'reduce':
        this.place(node)
        this.head(reduceCode[node.op as ReduceOp]!, node)
        this.put(args[0]!.place)
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
        this.place(node)
        this.head(GATHER, node)
        this.put(args[0]!.place)
        this.put(args[1]!.place)
        for (let i = 0; i < node.attributes.length; i++) this.put(node.attributes[i]!)
        // A constant index has no shape that tells it.
        if (args[1]!.uniform) this.shape(node.shape)
        return
      case 'join':
        // Lengths are added up: no product tells the sum.
        this.cuts.push(node)
        for (let i = 0; i < args.length; i++) this.pinOne(args[i]!.shape[node.axis]!)
        this.pinOne(node.shape[node.axis]!)
        this.place(node)
        this.head(JOIN, node)
        this.put(node.axis)
        this.put(args.length)
        for (let i = 0; i < args.length; i++) this.put(args[i]!.place)
        return
      case 'scan':
        this.place(node)
        this.head(scanCode[node.op]!, node)
        this.put(args[0]!.place)
        this.put(node.axis)
        return
      case 'scatter':
        this.place(node)
        this.head(SCATTER, node)
        this.put(args[0]!.place)
        this.put(args[1]!.place)
        this.put(node.parts)
        this.number(node.bins)
        return
      case 'call': {
        this.place(node)
        if (isConcise(node)) this.mayKeep = true
        this.head(callCode[node.op]!, node)
        for (let i = 0; i < args.length; i++) this.put(args[i]!.place)
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

  private pinOne(n: number): void {
    if (this.pin(n)) this.hasPinned = true
  }

  private pinAll(shape: readonly number[]): void {
    for (let k = 0; k < shape.length; k++) this.pinOne(shape[k]!)
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
