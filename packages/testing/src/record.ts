import { allocate, type Node, reachable, type TypedArray } from '@weldarray/ir'
import {
  arrayMemory,
  call,
  constant,
  evaluate,
  freeMemory,
  gather,
  iota,
  join,
  leaf,
  map,
  reduce,
  release,
  scan,
  scatterInParts,
  view,
} from '@weldarray/runtime'
import type { Program } from './programs.js'

const whole = (data: TypedArray, dtype: Node['dtype']) => {
  const copy = allocate(dtype, data.length)
  copy.set(data as never)
  return leaf(arrayMemory(dtype, copy), [data.length])
}

/**
 * A program's graph as recorded values, as a user's calls would have recorded it. `each` sees every value as it is
 * made (to evaluate it at once, for an unfused run), and all are held then; else only the roots are in the end, as if everything else had been
 * collected: what lies below them is let go of as soon as nothing reads it.
 */
export function record({ roots, slots }: Program, each?: (value: Node) => void): Node[] {
  const leaves = new Map<number, Node>()
  const values = new Map<Node, Node>()
  const make = (node: Node): Node => {
    const args = node.args.map((a) => values.get(a)!)
    switch (node.kind) {
      case 'const':
        return constant(node.value, node.dtype)
      case 'param':
        throw new Error('programs have no parameters')
      case 'iota':
        return iota(node)
      case 'input': {
        let source = leaves.get(node.slot)
        if (source === undefined) {
          source = whole(slots[node.slot]!, node.dtype)
          source.refs++
          leaves.set(node.slot, source)
        }
        return view(source, node)
      }
      case 'view':
        return view(args[0]!, node)
      case 'map':
        return map(node.op, args, node.dtype)
      case 'reduce':
        return reduce(node.op, args[0]!, node.axes)
      case 'gather':
        return gather('gather', args[0]!, args[1]!, node.shape, node)
      case 'join':
        return join(args, node.axis)
      case 'scan':
        return scan(node.op, args[0]!, node.axis)
      case 'scatter':
        return scatterInParts(args[0]!, args[1]!, node)
      case 'call':
        return call(node.op, args, node.attributes)
    }
  }
  for (const node of reachable(roots)) {
    const value = make(node)
    value.refs++
    values.set(node, value)
    if (value.kind !== 'const') each?.(value)
  }
  const results = roots.map((r) => values.get(r)!)
  if (each === undefined) {
    for (const value of results) value.refs++
    for (const value of values.values()) release(value, freeMemory)
  }
  return results
}

/** The elements of recorded values, evaluated together. */
export function elementsOf(values: readonly Node[]): TypedArray[] {
  evaluate(values)
  return values.map((v) => v.memory!.data)
}
