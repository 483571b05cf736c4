import { JOINS, type Join, type Node, ShapeError } from '@weldarray/ir'
import { broadcast, call, places, recordTake, reshape } from '@weldarray/runtime'
import { At } from '../../indexing/fancy/at.js'
import { slice } from '../../indexing/fancy/index.js'
import { borrow, leafOf, type NdArray, type Untyped, valueOf, wrap } from '../../operands/arrays.js'
import { op, select } from '../../operands/expressions.js'
import { toValue } from '../../operands/operands.js'
import { moveaxis } from '../../shaping/layout.js'
import type { ArrayInput } from '../../types.js'
import type { Row } from '../ufunc.js'
import { alongAxis, finish } from './along.js'
import { step } from './fold.js'
import type { AlongOptions } from './types.js'

/** Where parts begin and how long they are. */
interface Parts {
  readonly starts: Int32Array
  readonly counts: Int32Array
}

/** Where parts begin. Throws `IndexError`, `ShapeError`. */
function startsOf(what: string, indices: ArrayInput, length: number): Node {
  const index = toValue(what, indices)
  if (index.shape.length !== 1) throw new ShapeError(`${what}: indices of ${index.shape.length} axes, expected one`)
  return places(what, index, length, 'natural', 'int32')
}

function partsOf(starts: Node, length: number): Parts {
  return borrow([starts], (cells) => {
    const own = Int32Array.from(cells as Int32Array)
    return { starts: own, counts: own.map((start, i) => Math.max(1, (own[i + 1] ?? length) - start)) }
  })
}

/** Which parts have more than so many elements. */
function longerThan(done: number, counts: Int32Array): Int32Array {
  const those = new Int32Array(counts.length)
  let many = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > done) those[many++] = i
  return those.subarray(0, many)
}

/** Elements that are folded in one loop: as few as keep its plan small. */
const FOLDED_AT_ONCE = 16

/** Operations by which a call of its own joins parts. */
const JOIN: Readonly<Record<string, Join>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  minimum: 'minimum',
  maximum: 'maximum',
  logical_and: 'and',
  logical_or: 'or',
  logical_xor: 'xor',
  bitwise_and: 'and',
  bitwise_or: 'or',
  bitwise_xor: 'xor',
}
/** Of bool, sums and products are these. */
const OF_BOOL: Readonly<Record<string, Join>> = { ...JOIN, add: 'or', multiply: 'and' }

const numbers = (list: Int32Array): NdArray => wrap(leafOf(list, 'int32', [list.length])) as Untyped

export function reduceat(
  name: string,
  row: Row,
  a: ArrayInput,
  indices: ArrayInput,
  axis: number | null | undefined,
  options: AlongOptions,
): Untyped {
  const what = `${name}.reduceat`
  const [x, along] = alongAxis(what, name, row, a, axis, options)
  const value = valueOf(x)
  const from = startsOf(what, indices, x.shape[along]!)
  const join = (value.dtype === 'bool' ? OF_BOOL : JOIN)[name]
  if (join !== undefined) return finish(what, call('reduceat', [value, from], [JOINS.indexOf(join), along], value.dtype), options)
  const { starts, counts } = partsOf(from, x.shape[along]!)
  const lines = moveaxis(x, along, 0)
  const longest = counts.reduce((n, count) => Math.max(n, count), 0)
  let folded = slice(lines, numbers(starts)) as NdArray
  // The first elements of all parts, then the second ones to those that have them, and so on; so many at once, of the parts that have
  // more than those before.
  for (let done = 1; done < longest; done += FOLDED_AT_ONCE) {
    const those = longerThan(done, counts)
    const all = those.length === counts.length
    const own = all ? { starts, counts } : { starts: those.map((i) => starts[i]!), counts: those.map((i) => counts[i]!) }
    const some = all ? folded : (slice(folded, numbers(those)) as NdArray)
    const more = further(name, row, valueOf(some), valueOf(lines), own, done, Math.min(longest, done + FOLDED_AT_ONCE))
    if (all) folded = wrap(more) as Untyped
    else new At(folded, [numbers(those)]).set(wrap(more))
  }
  return finish(what, valueOf(moveaxis(folded, 0, along)), options)
}

/** What parts were folded to, with their elements from number `done` up to another, as far as they have so many. */
function further(name: string, row: Row, folded: Node, lines: Node, parts: Parts, done: number, up: number): Node {
  const { shape } = folded
  const first = valueOf(numbers(parts.starts))
  const many = broadcast(reshape(valueOf(numbers(parts.counts)), [shape[0]!, ...shape.slice(1).map(() => 1)]), shape)
  let result = folded
  for (let k = done; k < up; k++) {
    // Beyond the end of a part some other element is read, and left.
    const next = recordTake(`${name}.reduceat`, lines, op('add', first, k), 0, 'clip')
    result = select(op('gt', many, k), step(name, row, result, next), result)
  }
  return result
}
