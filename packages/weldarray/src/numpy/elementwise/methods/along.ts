import { IndexError, type Node, normalizeAxis, ShapeError, toDType } from '@weldarray/ir'

import { At } from '../../indexing/fancy/at.js'
import { slice } from '../../indexing/fancy/index.js'
import { stack } from '../../joining/joining.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../../operands/arrays.js'
import { into } from '../../operands/destination.js'
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

/** Where parts begin and how long they are. Throws `IndexError`. */
function partsOf(what: string, indices: ArrayInput, length: number): { start: number; count: number }[] {
  const places = wrap(toValue(what, indices))
  if (places.shape.length !== 1) throw new ShapeError(`${what}: indices of ${places.shape.length} axes, expected one`)
  const starts = (places.tolist() as (number | bigint)[]).map(Number)
  for (const start of starts)
    if (!Number.isInteger(start) || start < 0 || start >= length)
      throw new IndexError(`${what}: index ${start}, expected whole numbers from 0 to ${length - 1}`)
  return starts.map((start, i) => ({ start, count: Math.max(1, (starts[i + 1] ?? length) - start) }))
}

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
  const parts = partsOf(what, indices, x.shape[along]!)
  const lines = moveaxis(x, along, 0)
  // The first elements of all parts, then the second ones to those that have them, and so on: as many steps as the longest is long.
  const folded = slice(
    lines,
    parts.map((p) => p.start),
  ).clone() as NdArray
  const longest = parts.reduce((n, p) => Math.max(n, p.count), 0)
  for (let k = 1; k < longest; k++) {
    const those = parts.flatMap((p, i) => (p.count > k ? [i] : []))
    const next = slice(
      lines,
      those.map((i) => parts[i]!.start + k),
    )
    new At(folded, [those]).set(wrap(step(name, row, valueOf(slice(folded, those)), valueOf(next))))
  }
  return finish(what, valueOf(moveaxis(folded, 0, along)), options)
}
