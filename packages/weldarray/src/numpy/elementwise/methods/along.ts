import { IndexError, type Node, normalizeAxis, ShapeError, toDType } from '@weldarray/ir'
import { broadcast, recordTake, reshape } from '@weldarray/runtime'

import { At } from '../../indexing/fancy/at.js'
import { slice } from '../../indexing/fancy/index.js'
import { stack } from '../../joining/joining.js'
import { borrow, leafOf, type NdArray, type Untyped, valueOf, wrap } from '../../operands/arrays.js'
import { into } from '../../operands/destination.js'
import { op, select } from '../../operands/expressions.js'
import { toValue } from '../../operands/operands.js'
import { cummax, cummin, cumprod, cumsum } from '../../reductions/scans.js'
import { moveaxis } from '../../shaping/layout.js'
import type { ArrayInput } from '../../types.js'
import type { Row } from '../ufunc.js'
import { pick, step, toFold } from './fold.js'
import type { AlongOptions } from './types.js'

/** What has a kernel. */
const SCANS: Readonly<Record<string, (a: ArrayInput, axis: number, options: object) => Untyped>> = {
  add: cumsum,
  multiply: cumprod,
  maximum: cummax,
  minimum: cummin,
}

/** The operand in the dtype it is folded in, and its axis. Throws `ShapeError` for a 0-d array, `AxisError`. */
function alongAxis(
  what: string,
  name: string,
  row: Row,
  a: ArrayInput,
  axis: number | undefined,
  { dtype }: AlongOptions,
): [NdArray, number] {
  const x = toFold(name, row, toValue(what, a), dtype === undefined ? undefined : toDType(dtype))
  if (x.shape.length === 0) throw new ShapeError(`${what}: a 0-d array has no axis; expected an array of one axis at least`)
  return [wrap(x), normalizeAxis(what, axis ?? 0, x.shape.length)]
}

const finish = (what: string, value: Node, { out }: AlongOptions): Untyped =>
  out === undefined ? wrap(value) : into(what, out, value)

export function accumulate(name: string, row: Row, a: ArrayInput, axis: number | undefined, options: AlongOptions): Untyped {
  const what = `${name}.accumulate`
  const [x, along] = alongAxis(what, name, row, a, axis, options)
  if (Object.hasOwn(SCANS, name)) return finish(what, valueOf(SCANS[name]!(x, along, {})), options)
  const parts: Node[] = []
  for (let i = 0; i < x.shape[along]!; i++) {
    const element = pick(x, along, i)
    parts.push(i === 0 ? element : step(name, row, parts[i - 1]!, element))
  }
  return parts.length === 0
    ? finish(what, valueOf(x), options)
    : finish(
        what,
        valueOf(
          stack(
            parts.map((v) => wrap(v)),
            along,
          ),
        ),
        options,
      )
}

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
