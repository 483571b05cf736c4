import { Interner, type IotaNode, isScalar, type Node, withOperands } from '@weldarray/ir'
import { foldConstants } from '../rules/fold.js'
import { builderOf } from './builders.js'
import { type Group, isComputedHere, scansOf } from './groups.js'
import type { Regions } from './regions.js'

/** A loop's expression: a graph over the iteration space whose inputs are reads of buffers. */
export interface Expression {
  /** Values to store, values to reduce, then index and value of each scatter. */
  readonly values: readonly Node[]
  /** What is scanned on the way to them. */
  readonly scans: readonly Node[]
}

/** Kernels count in unsigned words of 32 bits. */
export const COUNTABLE = 2 ** 32

/** An iota as kernels can count it, from 0 up: what is below 0 is added afterwards, exactly. */
function countable(interner: Interner, { shape, strides, offset }: IotaNode): Node {
  let least = offset
  let range = 0
  strides.forEach((s, axis) => {
    const span = s * Math.max(0, shape[axis]! - 1)
    least += Math.min(0, span)
    range += Math.abs(span)
  })
  if (least >= 0 && least + range < COUNTABLE) return interner.iota(shape, strides, offset)
  const plus = (node: Node, n: number): Node => interner.map('add', [node, interner.constant(n, 'float64')])
  if (range < COUNTABLE) return plus(interner.iota(shape, strides, offset - least), least)
  // Too far apart: each axis counts for itself.
  const terms = strides.map((s, axis) =>
    interner.map('mul', [
      interner.iota(
        shape,
        strides.map((_, i) => Number(i === axis)),
      ),
      interner.constant(s, 'float64'),
    ]),
  )
  return plus(
    terms.reduce((a, b) => interner.map('add', [a, b])),
    offset,
  )
}

/** The group's body as a graph of its own: everything read from memory is an input, slot = buffer. */
export function expressionOf(group: Group, regions: Regions, bufferOf: (node: Node) => number): Expression {
  const interner = new Interner()
  const results = [...group.stores, ...group.reduces, ...group.scatters]
  const scanned = scansOf(group, regions)
  const made = new Map<Node, Node>()
  for (const node of group.body) {
    made.set(node, build(node))
  }
  function build(node: Node): Node {
    if (node.kind === 'map' && isComputedHere(node, group.stage, regions, results))
      return folded(
        interner,
        interner.map(
          node.op,
          node.args.map((a) => made.get(a)!),
          node.dtype,
        ),
      )
    if (node.kind === 'scan' && isComputedHere(node, group.stage, regions, results)) {
      const operand = made.get(node.args[0])!
      return scanned.includes(node) ? interner.scan(node.op, operand, node.axis, node.shape) : operand
    }
    // What lies far apart was put in order first.
    if (regions.cut.has(node) && regions.stage.get(node)! < group.stage)
      return interner.input(bufferOf(node), node.dtype, node.shape)
    if (node.kind === 'gather' && isComputedHere(node, group.stage, regions, results))
      return interner.gather(source(node.args[0]), made.get(node.args[1])!, node.shape, node)
    if (node.kind === 'iota') return countable(interner, node)
    if (isScalar(node)) return withOperands(interner, node, [])
    if (node.kind === 'view' && isScalar(node.args[0])) return withOperands(interner, node.args[0], [])
    if (node.kind === 'view') return interner.input(bufferOf(node.args[0]), node.dtype, node.shape, node.strides, node.offset)
    if (node.kind === 'input') return interner.input(node.slot, node.dtype, node.shape, node.strides, node.offset)
    return interner.input(bufferOf(node), node.dtype, node.shape)
  }
  /** What a gather takes from, as it lies in memory. */
  function source(node: Node): Node {
    if (node.kind === 'input') return interner.input(node.slot, node.dtype, node.shape, node.strides, node.offset)
    return interner.input(bufferOf(node), node.dtype, node.shape)
  }
  const values = [
    ...group.stores,
    ...group.placed.map((p) => p.node),
    ...[...group.reduces, ...group.scatters].flatMap((r) => builderOf(r).values(r)),
  ]
  return { values: values.map((v) => made.get(v)!), scans: scanned.map((s) => made.get(s)!) }
}

/**
 * A function of constants alone becomes a constant, as primitives of constants are from the start: it has no shape,
 * so an operation on it and an array would not have two operands of one shape.
 */
const folded = (interner: Interner, node: Node): Node => (node.kind === 'map' ? foldConstants(node, interner) : null) ?? node
