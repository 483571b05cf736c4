import {
  contiguousStrides,
  type Interner,
  isScalar,
  mapGraph,
  type Node,
  reachable,
  sizeOf,
  startsOf,
  type ViewNode,
  withOperands,
} from '@weldarray/ir'
import type { Pass } from '../pass.js'
import { indexAt } from './box.js'
import { isRead } from './cutting.js'

type Join = Node & { readonly kind: 'join' }

/** Along which axis of its source each axis of a view goes, and in what steps; and where it begins. */
interface Path {
  readonly start: readonly number[]
  readonly along: readonly (readonly [axis: number, step: number])[]
}

/** The axis of a source that a stride goes along: that of the longest stride it is a multiple of. */
const axisOf = (stride: number, own: readonly number[]): number =>
  own.findIndex((step) => step <= Math.abs(stride) && stride % step === 0)

/** What a view shows of its source, told along the source's axes, and how far it reaches there; null where its strides cross them. */
function pathOf({ shape, strides, offset, args }: ViewNode): [path: Path, first: number[], last: number[]] | null {
  const source = args[0].shape
  const own = contiguousStrides(source)
  const start = indexAt(offset, own)
  const [first, last] = [[...start], [...start]]
  const along: [number, number][] = []
  for (let k = 0; k < shape.length; k++) {
    const stride = shape[k] === 1 ? 0 : strides[k]!
    const axis = stride === 0 ? 0 : axisOf(stride, own)
    if (axis < 0) return null
    const step = stride === 0 ? 0 : stride / own[axis]!
    along.push([axis, step])
    const reach = step * (shape[k]! - 1)
    if (reach < 0) first[axis]! += reach
    else last[axis]! += reach
  }
  return source.every((n, j) => first[j]! >= 0 && last[j]! < n) ? [{ start, along }, first, last] : null
}

/** The part of a join in which all that a view shows lies; null if there is none. */
function partOf(view: ViewNode): { part: number; path: Path } | null {
  const { args, axis } = view.args[0] as Join
  const found = sizeOf(view.shape) === 0 ? null : pathOf(view)
  if (found === null) return null
  const [{ start, along }, first, last] = found
  const starts = startsOf(args, axis)
  const part = args.findIndex((a, i) => starts[i]! <= first[axis]! && last[axis]! < starts[i]! + a.shape[axis]!)
  if (part < 0) return null
  return { part, path: { start: start.map((x, k) => (k === axis ? x - starts[part]! : x)), along } }
}

function shown(interner: Interner, source: Node, shape: readonly number[], { start, along }: Path): Node {
  // A value in all places is that value in fewer.
  if (source.kind === 'view' && isScalar(source.args[0]))
    return interner.view(
      source.args[0],
      shape,
      shape.map(() => 0),
      0,
    )
  const own = contiguousStrides(source.shape)
  const strides = along.map(([axis, step]) => step * own[axis]!)
  const offset = start.reduce((sum, at, k) => sum + at * own[k]!, 0)
  return interner.view(source, shape, strides, offset)
}

/** Views of single parts of joins that nobody needs but such views, if no part is computed more often than it was. */
function ofParts(roots: readonly Node[]): Set<Node> {
  const views = new Set<Node>()
  const nodes = reachable(roots)
  const whole = new Set<Node>(roots)
  const times = new Map<Node, number[]>()
  for (const node of nodes)
    for (const arg of node.args) {
      if (arg.kind !== 'join' || whole.has(arg)) continue
      const found = node.kind === 'view' ? partOf(node as ViewNode) : null
      if (found === null) {
        whole.add(arg)
        continue
      }
      views.add(node)
      const count = times.get(arg) ?? arg.args.map(() => 0)
      times.set(arg, count)
      if (++count[found.part]! > 1 && !isRead(arg.args[found.part]!)) whole.add(arg)
    }
  for (const node of views) if (whole.has(node.args[0]!)) views.delete(node)
  return views
}

/**
 * A stack of slices of which the greatest is taken (`small-reductions`: operations on sections) is never put into memory: each section
 * is one of the slices.
 */
export const joinedParts: Pass = {
  name: 'joined-parts',
  about: 'views of a single part of what is joined show the part',
  run: (interner, roots) => {
    const views = ofParts(roots)
    if (views.size === 0) return roots
    return mapGraph(roots, (node, args, changed) => {
      if (!views.has(node)) return changed ? withOperands(interner, node, args) : node
      const { part, path } = partOf(node as ViewNode)!
      return shown(interner, args[0]!.args[part]!, node.shape, path)
    })
  },
}
