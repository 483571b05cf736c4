import { contiguousStrides, IndexError, type Node, ShapeError, sizeOf } from '@weldarray/ir'
import { broadcast, cast, constant, counting, placeType, recordTake, reshape, update } from '@weldarray/runtime'
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

/** The parts that indices tell. Throws `IndexError`. */
function partsOf(what: string, indices: ArrayInput, length: number): Parts {
  const places = toValue(what, indices)
  if (places.shape.length !== 1) throw new ShapeError(`${what}: indices of ${places.shape.length} axes, expected one`)
  const starts = new Int32Array(places.shape[0]!)
  borrow([places], (cells) => {
    for (let i = 0; i < starts.length; i++) {
      const start = Number(cells[i])
      if (!Number.isInteger(start) || start < 0 || start >= length)
        throw new IndexError(`${what}: index ${start}, expected whole numbers from 0 to ${length - 1}`)
      starts[i] = start
    }
  })
  return { starts, counts: starts.map((start, i) => Math.max(1, (starts[i + 1] ?? length) - start)) }
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

/** Operations by which places are changed: those whose parts, however long, are gone through once. */
const CHANGE = { add: 'add', subtract: 'add', multiply: 'mul', divide: 'div', minimum: 'min', maximum: 'max' } as const

/**
 * The first elements of parts, joined with the others one after the other: each element changes the place of its part, but the first, whose
 * place is none.
 */
function foldedOnce(name: keyof typeof CHANGE, firsts: Node, lines: NdArray, { starts, counts }: Parts): Node {
  const isRising = starts.every((start, i) => i === 0 || starts[i - 1]! < start)
  const many = counts.reduce((n, count) => n + count, 0)
  const part = new Int32Array(many).fill(-1)
  const element = new Int32Array(isRising ? 0 : many)
  let at = 0
  for (let i = 0; i < starts.length; i++) {
    part.fill(i, at + 1, at + counts[i]!)
    if (!isRising) for (let k = 0; k < counts[i]!; k++) element[at + k] = starts[i]! + k
    at += counts[i]!
  }
  const elements = isRising ? slice(lines, `${starts[0]}:`) : slice(lines, numbers(element))
  const { shape } = firsts
  const inner = sizeOf(shape.slice(1))
  const all = [many, ...shape.slice(1)]
  const dtype = placeType(sizeOf(shape))
  const number = (n: number): Node => cast(constant(n, 'float64'), dtype)
  const rows = reshape(cast(valueOf(numbers(part)), dtype), [many, ...shape.slice(1).map(() => 1)])
  const within = counting(all, [0, ...contiguousStrides(shape.slice(1))], 0, dtype)
  const places = inner === 1 ? broadcast(rows, all) : op('add', broadcast(op('mul', rows, number(inner)), all), within)
  const values = valueOf(elements as NdArray)
  return update(CHANGE[name], firsts, places, name === 'subtract' ? op('neg', values) : values)
}

const numbers = (list: Int32Array): NdArray => wrap(leafOf(list, 'int32', [list.length])) as Untyped

export function reduceat(
  name: string,
  row: Row,
  a: ArrayInput,
  indices: ArrayInput,
  axis: number | undefined,
  options: AlongOptions,
): Untyped {
  const what = `${name}.reduceat`
  const [x, along] = alongAxis(what, name, row, a, axis, options)
  const { starts, counts } = partsOf(what, indices, x.shape[along]!)
  const lines = moveaxis(x, along, 0)
  const longest = counts.reduce((n, count) => Math.max(n, count), 0)
  let folded = slice(lines, numbers(starts)) as NdArray
  if (longest > 1 && Object.hasOwn(CHANGE, name)) {
    const all = foldedOnce(name as keyof typeof CHANGE, valueOf(folded), lines, { starts, counts })
    return finish(what, valueOf(moveaxis(wrap(all), 0, along)), options)
  }
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
