import { make, type Node, sizeOf, type View } from '@weldarray/ir'
import type { Target } from '@weldarray/optimizer'
import { type Memory, plainMemory } from '../graph/memory.js'
import { meet, meetPart, readsWhole, timesMet } from '../graph/met.js'
import { computedBy } from './again.js'
import { ROOTS, STORE } from './codes.js'
import { NodeWords } from './node-words.js'
import type { Planned } from './plans.js'

/*
 * Finding the plan of a pending graph: one walk over it writes what decides the plan as whole numbers (operations, who is
 * whose operand, dtypes, shapes as far as they decide, layouts of what is read) and puts aside what does not (addresses,
 * offsets, constants, lengths). No strings, no maps.
 */

/** Products of so many primes and more are not exact in a double. */
const MOST_VARIABLES = 12

/** Depths are told apart modulo this. */
const ALIKE = 64

/** Which lengths decided in the last graph of a depth: turns of a loop are alike, and take one walk each then. */
const pinsBefore: (readonly number[])[] = Array.from({ length: ALIKE }, () => [])
const NO_ROOTS: readonly Node[] = []
/** Stand in what is not in use, so that nothing is kept alive and no array changes its kind. */
const NOTHING = make.constant(0, 0, 'bool', false) as Node
const NO_MEMORY = plainMemory('bool', 0)

export class Walk extends NodeWords {
  /** There are more nodes than are planned at once. */
  isLarge = false
  /** Where the root's elements go, if not to memory of their own. */
  target: Target | null = null
  /** Some of what is read is written over. */
  writesOver = false
  /** The plan of what was walked over last, once it has been looked for by this key. */
  known: Planned | null = null
  key = 0

  private most = 0
  /** Words of the key before it says what is wanted. */
  private body = 0
  private stack: Node[] = []
  /** How far the arrays were used since `release`. */
  private mostNodes = 0
  private mostAccesses = 0
  private mostStacked = 0
  private static stamps = 0

  /** Walks over what has to be computed for `roots`. Iterative: a recorded chain may be a million operations deep. */
  run(roots: readonly Node[], most: number): void {
    this.exact = false
    this.apart = false
    this.roots = roots
    this.most = most
    const like = roots[0]!.depth % ALIKE
    this.expectPins(pinsBefore[like]!)
    this.attempt()
    const others = this.isLarge ? null : this.otherPins()
    if (others !== null) {
      pinsBefore[like] = others
      this.expectPins(others)
      this.attempt()
    }
    if (this.variableCount > MOST_VARIABLES) this.exactly()
  }

  /** The same with all lengths in the key. */
  exactly(): void {
    this.exact = true
    this.attempt()
  }

  /** The same with parameters of their own for equal constants. */
  withConstantsApart(): void {
    this.apart = true
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

  /** Notes what has been computed whole, and of what is seen through slices alone how large a part. */
  met(): void {
    const { nodes, roots, stamp, known } = this
    for (let r = 0; r < roots.length; r++) meet(roots[r]!)
    for (let i = this.nodeCount - 1; i >= 0; i--) {
      const node = nodes[i]!
      if (timesMet(node) === 0) continue
      const { args } = node
      for (let k = 0; k < args.length; k++) {
        const arg = args[k]!
        // No part of a call, or of a scan, is computed by itself.
        const isWhole = node.kind !== 'view' || arg.kind === 'call' || arg.kind === 'scan'
        if (arg.stamp !== stamp) continue
        if (isWhole || readsWhole(node)) {
          if (timesMet(arg) === 0 && known !== null) computedBy(arg, known)
          meet(arg)
        } else meetPart(arg, sizeOf(node.shape))
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
    const { nodes, memories, leaves, readers, stack } = this
    for (let i = 0; i < this.mostNodes; i++) nodes[i] = NOTHING
    for (let i = 0; i < this.mostAccesses; i++) {
      memories[i] = NO_MEMORY
      leaves[i] = NOTHING
      readers[i] = NOTHING
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
    // Setting a length is a call of the engine's, which takes longer than the rest of this.
    if (this.cuts.length > 0) this.cuts.length = 0
    this.target = null
    this.writesOver = false
    this.known = null
    this.stamp = ++Walk.stamps
  }
}
