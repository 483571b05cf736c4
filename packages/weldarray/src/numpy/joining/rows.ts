import { isInside, type Node, type Scalar, sizeOf } from '@weldarray/ir'
import type { Memory, Part, Task } from '@weldarray/runtime'
import { reshapeStrides } from '../shaping/reshaping.js'

/** Rows of neighbours that are there: where the first begins in the memory of `source`, and how far the next one is. */
interface Rows {
  readonly source: Node
  readonly start: number
  readonly pitch: number
  /** One element, again and again. */
  readonly isUniform: boolean
}

/**
 * How a value is read as rows, each the elements along the axes from `axis` on: a slice of what is there as it lies, one element as it is. Anything
 * else is put in order first.
 */
export function rowsOf(value: Node, axis: number): Rows {
  const width = sizeOf(value.shape.slice(axis))
  const inOrder = { source: value, start: 0, pitch: width, isUniform: false }
  if (value.kind === 'const') return { ...inOrder, isUniform: true }
  if (value.memory !== null || value.kind !== 'view') return inOrder
  const { shape, strides, offset } = value
  const source = value.args[0]!
  const isThere = source.kind === 'const' || (source.memory !== null && source.refs > 0 && isInside(value, source.memory.length))
  if (!isThere) return inOrder
  if (strides.every((stride, i) => stride === 0 || shape[i] === 1)) return { source, start: offset, pitch: 0, isUniform: true }
  const inner = stepOf(shape.slice(axis), strides.slice(axis))
  const pitch = stepOf(shape.slice(0, axis), strides.slice(0, axis))
  return pitch === null || (inner !== 1 && width > 1) ? inOrder : { source, start: offset, pitch, isUniform: false }
}

/** How far neighbours along some axes, taken as one, are apart; null of those that are no one axis. */
const stepOf = (shape: readonly number[], strides: readonly number[]): number | null =>
  reshapeStrides({ shape, strides, offset: 0 }, [sizeOf(shape)])?.[0] ?? null

/** Rows as a part of what is put together, of whose rows they are `width` elements from `to` on. */
export function partOf({ start, pitch, isUniform }: Rows, task: Task, memory: Memory, to: number, width: number): Part {
  if (!isUniform) return { from: memory, start, pitch, to, width }
  const row = task.scratch(memory.dtype, width)
  row.data.fill(memory.data[start] as Scalar as never)
  return { from: row, start: 0, pitch: 0, to, width }
}
