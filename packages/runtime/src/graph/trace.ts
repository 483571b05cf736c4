import { Interner, type MapOp, type Node, type ReduceOp } from '@weldarray/ir'
import type { Memory } from './memory.js'
import type { Value } from './value.js'

/** A recorded graph as IR: equal computations are one node, evaluated values are inputs. */
export interface Trace {
  readonly interner: Interner
  readonly roots: readonly Node[]
  /** The memory behind each input slot. */
  readonly slots: readonly Memory[]
  /** The leaf value behind each input slot. */
  readonly leaves: readonly Value[]
  /** The node of every unevaluated value that was visited. */
  readonly nodes: ReadonlyMap<Value, Node>
}

/** Iterative: a recorded chain may be a million operations deep. */
export function trace(roots: readonly Value[]): Trace {
  const interner = new Interner()
  const slots: Memory[] = []
  const leaves: Value[] = []
  const slotOf = new Map<Memory, number>()
  const nodes = new Map<Value, Node>()
  const stack: Value[] = [...roots].reverse()
  while (stack.length > 0) {
    const value = stack[stack.length - 1]!
    if (nodes.has(value)) {
      stack.pop()
      continue
    }
    const { args } = value
    let ready = true
    if (value.memory === null)
      for (let i = args.length - 1; i >= 0; i--)
        if (!nodes.has(args[i]!)) {
          stack.push(args[i]!)
          ready = false
        }
    if (!ready) continue
    stack.pop()
    nodes.set(value, nodeOf(value))
  }

  function nodeOf(value: Value): Node {
    if (value.kind === 'const') return interner.constant(value.scalar, value.dtype)
    if (value.memory !== null) {
      let slot = slotOf.get(value.memory)
      if (slot === undefined) {
        slot = slots.length
        slots.push(value.memory)
        leaves.push(value)
        slotOf.set(value.memory, slot)
      }
      return interner.input(slot, value.dtype, value.shape)
    }
    const arg = (i: number): Node => nodes.get(value.args[i]!)!
    switch (value.kind) {
      case 'iota':
        return interner.iota(value.shape, value.strides, value.offset)
      case 'map':
        return interner.map(
          value.op as MapOp,
          value.args.map((_, i) => arg(i)),
          value.dtype,
        )
      case 'view':
        return interner.view(arg(0), value.shape, value.strides, value.offset)
      case 'reduce':
        return interner.reduce(value.op as ReduceOp, arg(0), value.axes)
      case 'leaf':
        throw new Error('a leaf without memory: it was freed while something still refers to it')
    }
  }

  return { interner, roots: roots.map((r) => nodes.get(r)!), slots, leaves, nodes }
}
