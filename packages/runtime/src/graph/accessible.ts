import { contiguousStrides, type Laid, type Node, type TypedArray } from '@weldarray/ir'
import { constantMemory } from './memory.js'

/** Elements that are there: a typed array and an affine index. */
export interface Operand {
  readonly data: TypedArray
  readonly strides: readonly number[]
  readonly offset: number
}

/** Whether a value needs no computing: it is there, or a constant, or a view of either. */
export function isAccessible(value: Node): boolean {
  if (value.memory !== null || value.kind === 'const') return true
  return value.kind === 'view' && (value.args[0]!.memory !== null || value.args[0]!.kind === 'const')
}

/** The elements of a value that needs no computing (a leaf, a view of one, a constant), else null. */
export function accessible(value: Node): Operand | null {
  if (value.memory !== null) return { data: value.memory.data, strides: contiguousStrides(value.shape), offset: 0 }
  if (value.kind === 'view') {
    const source = value.args[0]!
    if (source.kind === 'const') return accessible(source)
    return source.memory === null ? null : { data: source.memory.data, strides: value.strides, offset: value.offset }
  }
  if (value.kind === 'const') return { data: constantMemory(value).data, strides: [], offset: 0 }
  return null
}

/** The elements of a node that is there, by its strides. */
export function laid(node: Node): Laid {
  const { data, strides, offset } = accessible(node)!
  const { dtype, shape } = node
  // What is made of a constant has its one element for every index.
  return { dtype, data, view: { shape, strides: strides.length === shape.length ? strides : shape.map(() => 0), offset } }
}
