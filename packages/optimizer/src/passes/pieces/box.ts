import { contiguousStrides, type Interner, isScalar, type Node, type Shape, sizeOf, type ViewNode } from '@weldarray/ir'

/** Neighbouring elements of an array: where they begin along each axis, and how many they are. */
export interface Box {
  readonly start: readonly number[]
  readonly shape: Shape
}

/** The index of the element so far from the first, by the strides of its array in C order. */
export function indexAt(offset: number, strides: readonly number[]): number[] {
  let rest = offset
  return strides.map((step) => {
    const at = Math.floor(rest / step)
    rest -= at * step
    return at
  })
}

/** The box of its source that a view shows, element by element; null for any other view. */
export function boxOf({ shape, strides, offset, args }: ViewNode): Box | null {
  const source = args[0].shape
  if (shape.length !== source.length || sizeOf(shape) === 0) return null
  const own = contiguousStrides(source)
  const start = indexAt(offset, own)
  const isBox = shape.every((n, k) => start[k]! + n <= source[k]! && (n === 1 || strides[k] === own[k]))
  return isBox ? { start, shape } : null
}

/** The elements of `node` in a box of it. */
export function elementsIn(interner: Interner, node: Node, { start, shape }: Box): Node {
  if (shape.every((n, k) => n === node.shape[k])) return node
  const isFill = node.kind === 'view' && isScalar(node.args[0])
  const strides = isFill ? shape.map(() => 0) : contiguousStrides(node.shape)
  const offset = start.reduce((sum, at, k) => sum + at * strides[k]!, 0)
  return interner.view(isFill ? node.args[0] : node, shape, strides, offset)
}

/** Where an array is cut along each axis: indices inside it, in order. */
export type Cuts = readonly (readonly number[])[]

/** Cuts of one array or another. */
export const both = (a: Cuts, b: Cuts): Cuts => a.map((at, k) => [...new Set([...at, ...b[k]!])].sort((x, y) => x - y))

export const sameCuts = (a: Cuts, b: Cuts): boolean =>
  a.every((at, k) => at.length === b[k]!.length && at.every((x, i) => x === b[k]![i]))

/** Into how many boxes an array is cut. */
export const piecesOf = (cuts: Cuts): number => cuts.reduce((n, at) => n * (at.length + 1), 1)

/** The cuts of a box of an array that is cut, in the box's coordinates. */
export const cutsIn = (cuts: Cuts, { start, shape }: Box): Cuts =>
  cuts.map((at, k) => at.map((x) => x - start[k]!).filter((x) => x > 0 && x < shape[k]!))

/** A box of a box. */
export const within = (outer: readonly number[], { start, shape }: Box): Box => ({
  start: start.map((at, k) => at + outer[k]!),
  shape,
})

/** The boxes along one axis of one: `[from, length]` of each. */
export function* lengthsBetween(cuts: readonly number[], length: number): Generator<[from: number, length: number]> {
  let from = 0
  for (const to of [...cuts, length]) {
    yield [from, to - from]
    from = to
  }
}
