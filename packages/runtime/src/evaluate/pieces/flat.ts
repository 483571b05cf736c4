import {
  contiguousStrides,
  isContiguous,
  type JoinNode,
  type Node,
  reachOf,
  type Shape,
  sizeOf,
  startsOf,
  streamOf,
  type View,
  type ViewNode,
  wordsOf,
} from '@weldarray/ir'
import { BlockMemory } from '../../graph/block-memory.js'
import { arrayMemory } from '../../graph/memory.js'
import { cast, constant, iota, leaf, map, reshape, view } from '../../graph/record.js'
import { join } from '../../graph/record-builders.js'
import { call } from '../../graph/record-calls.js'
import { gatherOf } from '../../graph/record-gathers.js'
import { advanced } from '../../library/pcg.js'
import { NotInPieces } from '../large.js'
import { type Rectangle, rectangles } from './rectangles.js'

/** A part may read so many times its own elements. */
const MOST_WIDER = 4

/** Nodes of which only the whole can be computed, or is better computed once: they are, before the first part is asked for. */
export const isWhole = (node: Node): boolean =>
  node.kind === 'reduce' ||
  node.kind === 'scan' ||
  (node.kind === 'call' && node.op !== 'draw') ||
  (node.kind === 'gather' && node.axis !== 0)

const stretch = (from: number, length: number): View => ({ shape: [length], strides: [1], offset: from })

/**
 * Parts of a pending graph: the elements `from` to `to` of a node's C order, as a node of one axis. It is recorded anew from parts of what the
 * node is made of, so that nothing is computed that the part does not need. One object serves one part of a graph; what several
 * nodes have as operand is recorded once.
 */
export class Parts {
  readonly #known = new Map<Node, Map<string, Node>>()

  of(node: Node, from: number, to: number): Node {
    if (node.kind === 'const') return node
    let known = this.#known.get(node)
    if (known === undefined) this.#known.set(node, (known = new Map()))
    const key = `${from} ${to}`
    let part = known.get(key)
    if (part === undefined) known.set(key, (part = this.#made(node, from, to)))
    return part
  }

  #made(node: Node, from: number, to: number): Node {
    const n = to - from
    const { memory } = node
    if (memory !== null) {
      // A copy: of many operands, those that are here would have to make room for those that are not, and come back.
      if (memory instanceof BlockMemory && 2 * n < memory.length) return leaf(memory.copyOf(from, n), [n], node.dtype)
      return view(node, stretch(from, n))
    }
    switch (node.kind) {
      case 'map':
        if (node.uniform) return node
        if (node.op === 'cast') return cast(this.of(node.args[0]!, from, to), node.dtype)
        return map(
          node.op,
          node.args.map((a) => this.of(a, from, to)),
        )
      case 'iota':
        return line(node, from, n) ?? this.#fromRectangles(node.shape, from, to, (r) => iota(composed(node, r)))
      case 'view':
        return this.#view(node, from, to)
      case 'join':
        return this.#join(node, from, to)
      case 'gather':
        return this.#gather(node, from, to)
      case 'call':
        return drawn(node, from, n)
      default:
        throw new NotInPieces(node)
    }
  }

  #fromRectangles(shape: Shape, from: number, to: number, part: (rectangle: Rectangle) => Node): Node {
    const parts = rectangles(shape, from, to).map((r) => reshape(part(r), [sizeOf(r.shape)]))
    return parts.length === 1 ? parts[0]! : join(parts, 0)
  }

  #view(node: ViewNode, from: number, to: number): Node {
    const source = node.args[0]
    if (source.kind === 'const') return view(source, { shape: [to - from], strides: [0], offset: 0 })
    if (isContiguous(node)) return this.of(source, node.offset + from, node.offset + to)
    return this.#fromRectangles(node.shape, from, to, (r) => {
      const seen = composed(node, r)
      if (source.memory !== null) return view(source, seen)
      const [low, last] = reachOf(seen)
      if (last + 1 - low > MOST_WIDER * (to - from)) throw new NotInPieces(node)
      return view(this.of(source, low, last + 1), { ...seen, offset: seen.offset - low })
    })
  }

  /** The rest of a row, whole rows, and the beginning of another. */
  #join(node: JoinNode, from: number, to: number): Node {
    const { axis, args, shape } = node
    const width = sizeOf(shape.slice(axis))
    const [first, last] = [Math.floor(from / width), Math.ceil(to / width)]
    const inner = width / shape[axis]!
    if (last - first === 1) {
      // Of one row, what belongs to each.
      const [begin, end] = [from - first * width, to - first * width]
      const starts = startsOf(args, axis).map((s) => s * inner)
      const parts = args.flatMap((arg, i) => {
        const own = arg.shape[axis]! * inner
        const [low, high] = [Math.max(begin, starts[i]!), Math.min(end, starts[i]! + own)]
        return low < high ? [this.of(arg, first * own + low - starts[i]!, first * own + high - starts[i]!)] : []
      })
      return parts.length === 1 ? parts[0]! : join(parts, 0)
    }
    const [begin, end] = [Math.ceil(from / width), Math.floor(to / width)]
    const parts: Node[] = []
    if (from < begin * width) parts.push(this.of(node, from, begin * width))
    if (begin < end) {
      const rows = args.map((arg) => {
        const own = arg.shape[axis]! * inner
        return reshape(this.of(arg, begin * own, end * own), [end - begin, own])
      })
      parts.push(reshape(join(rows, 1), [(end - begin) * width]))
    }
    if (end * width < to) parts.push(this.of(node, end * width, to))
    return parts.length === 1 ? parts[0]! : join(parts, 0)
  }

  /** Rows of the source, which is there, for the part of the index. */
  #gather(node: Node & { kind: 'gather' }, from: number, to: number): Node {
    const [source, index] = node.args
    const row = source.shape.slice(1)
    const width = sizeOf(row)
    if (width === 0 || node.axis !== 0) throw new NotInPieces(node)
    const [first, last] = [Math.floor(from / width), Math.ceil(to / width)]
    if ((last - first) * width > MOST_WIDER * (to - from)) throw new NotInPieces(node)
    const shape = [last - first, ...row]
    const at = index.uniform ? index : reshape(this.of(index, first * width, last * width), shape)
    const rows = gatherOf(node, source, at, shape)
    return view(rows, stretch(from - first * width, to - from))
  }
}

/** A part of an iota, if its neighbours in C order are equally far apart: the same loop for every part, wherever it begins. */
function line(node: Node & { kind: 'iota' }, from: number, n: number): Node | null {
  const { shape, strides, offset } = node
  const dense = contiguousStrides(shape)
  const last = shape.findLastIndex((length) => length !== 1)
  const step = last < 0 ? 0 : strides[last]!
  if (!shape.every((length, k) => length === 1 || strides[k] === step * dense[k]!)) return null
  const start = offset + step * from
  // Whole numbers are exact, however they are added up.
  if (!Number.isInteger(step) || !Number.isInteger(offset)) return iota({ shape: [n], strides: [step], offset: start })
  return map('add', [iota({ shape: [n], strides: [step], offset: 0 }), constant(start, 'float64')])
}

/** A stretch of a stream of random numbers begins where those before it have left the stream. */
function drawn(node: Node, from: number, n: number): Node {
  const [words] = node.args
  if (node.kind !== 'call' || words!.memory === null) throw new NotInPieces(node)
  const stream = streamOf(words!.memory.data as BigUint64Array)
  const state = advanced(stream, from)
  return call('draw', [leaf(arrayMemory('biguint64', wordsOf({ ...stream, state })), [4])], [n])
}

/** A rectangle of what a layout gives. */
const composed = ({ strides, offset }: Pick<View, 'strides' | 'offset'>, { shape, starts }: Rectangle): View => ({
  shape,
  strides,
  offset: starts.reduce((sum, s, k) => sum + s * strides[k]!, offset),
})
