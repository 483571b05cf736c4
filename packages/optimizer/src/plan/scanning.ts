import { type Node, type Shape, sizeOf } from '@weldarray/ir'
import { LITERAL } from './template.js'

/*
 * What scans ask of the loops they are in. A loop has scans along one axis only, of operands that have none in them, so that its first phase
 * can tell what blocks come to; whatever else is elementwise, before them and after them, it computes too.
 */

/** What a loop does that computes a node. */
export interface Scanning {
  /** The axis along which it scans; -1 if it does not. */
  readonly along: number
  /** Whether it loads elements that are far apart where the vectors run. */
  readonly leaps: boolean
}

export const NO_SCANNING: Scanning = { along: -1, leaps: false }

/** Work for an element, as `weightOf` has it, that is done once and stored rather than done in both phases. */
const WORTH_STORING = 8

/** Whether the neighbours of a line are neighbours in C order, so that long lines are scanned in blocks, in two phases. */
const isInLine = (shape: Shape, axis: number): boolean => sizeOf(shape.slice(axis + 1)) === 1

const leapsOf = ({ shape, strides }: { readonly shape: Shape; readonly strides: readonly number[] }): boolean => {
  const last = shape.findLastIndex((n) => n !== 1)
  return last > 0 && Math.abs(strides[last]!) > LITERAL
}

/**
 * Which operands, of those that the loop of `node` could compute (`beside`), have to be in memory before. `weight` is the work for an element of
 * one.
 */
export function storedFirst(
  node: Node,
  beside: readonly Node[],
  of: (operand: Node) => Scanning,
  weight: (operand: Node) => number,
): readonly Node[] {
  switch (node.kind) {
    case 'scan':
      return beside.filter(
        (a) =>
          of(a).along >= 0 ||
          // Loops that only store go through such elements tile by tile.
          of(a).leaps ||
          (isInLine(node.shape, node.axis) && weight(a) >= WORTH_STORING),
      )
    case 'map':
    case 'gather': {
      const along = beside.map((a) => of(a).along).find((axis) => axis >= 0)
      if (along === undefined) return []
      const leaps = beside.some((a) => of(a).leaps)
      return beside.filter((a) => of(a).along >= 0 && (leaps || of(a).along !== along))
    }
    case 'reduce':
    case 'scatter':
      return beside.filter((a) => of(a).along >= 0)
    default:
      return []
  }
}

/** What the loop of a node does, if it computes these of its operands. */
export function scanningOf(node: Node, beside: readonly Node[], of: (operand: Node) => Scanning): Scanning {
  if (node.kind === 'scan') return { along: node.shape[node.axis] === 1 ? of(node.args[0]).along : node.axis, leaps: false }
  if (node.kind === 'input' || (node.kind === 'view' && !node.args[0].uniform)) return { along: -1, leaps: leapsOf(node) }
  if (node.kind !== 'map' && node.kind !== 'gather') return NO_SCANNING
  const all = beside.map(of)
  return { along: Math.max(-1, ...all.map((s) => s.along)), leaps: all.some((s) => s.leaps) }
}
