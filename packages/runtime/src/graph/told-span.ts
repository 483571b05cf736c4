import { type ConstNode, callOps, type DType, dtypeInfo, isInteger, limitsOf, type Node, reachOf } from '@weldarray/ir'
import type { Span } from './known.js'

/*
 * How far whole numbers reach that nobody has computed yet, or looked at, as far as what was recorded, or their dtype, tells it.
 */

/** Indices are no more operations away from what tells their span: a recorded chain may be long. */
const NEAR = 16

function toldSpan(node: Node, near = NEAR): Span | null {
  return (node.memory === null && near > 0 ? spanOfPending(node, near) : null) ?? spanOfType(node.dtype)
}

/** Of elements of so few values that axes may have as many. */
function spanOfType(dtype: DType): Span | null {
  const { kind, bytes } = dtypeInfo[dtype]
  if (kind === 'float' || bytes > 2) return null
  const [least, greatest] = wholeNumbersOf(dtype)
  return { least, greatest }
}

/** Counted numbers, and results that are positions; null of what tells nothing. */
function spanOfPending(node: Node, near: number): Span | null {
  switch (node.kind) {
    case 'view':
      return toldSpan(node.args[0], near - 1)
    case 'iota': {
      const [least, greatest] = reachOf(node)
      return { least, greatest }
    }
    case 'call': {
      const below = callOps[node.op].below?.(node.args)
      return below === undefined ? null : { least: 0, greatest: below - 1 }
    }
    case 'map':
      return spanOfMapped(node, near)
    default:
      return null
  }
}

/** Of what is cast, or multiplied by a constant, or added to one, as `arange` is. */
function spanOfMapped({ op, args: [from, by], dtype }: Node & { kind: 'map' }, near: number): Span | null {
  if (op !== 'cast' && ((op !== 'mul' && op !== 'add') || by!.kind !== 'const')) return null
  const span = toldSpan(from!, near - 1)
  if (span === null) return null
  const c = op === 'cast' ? 0 : Number((by as ConstNode).value)
  const ends = [span.least, span.greatest].map((n) => (op === 'mul' ? n * c : n + c))
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
  const [lowest, highest] = wholeNumbersOf(dtype)
  return Number.isInteger(c) && least >= lowest && greatest <= highest ? { least, greatest } : null
}

/** From where to where a dtype has all whole numbers. */
function wholeNumbersOf(dtype: DType): readonly [number, number] {
  if (isInteger(dtype)) return limitsOf(dtype).map(Number) as [number, number]
  if (dtype === 'bool') return [0, 1]
  const most = dtype === 'float64' ? 2 ** 53 : 2 ** 24
  return [-most, most]
}

/** Whether whole numbers cannot but be at least `from` and less than `below`. */
export function mustBeWithin(numbers: Node, from: number, below: number): boolean {
  const span = toldSpan(numbers)
  return span !== null && span.least >= from && span.greatest < below
}
