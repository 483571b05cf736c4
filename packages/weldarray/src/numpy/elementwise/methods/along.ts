import { AxisError, type Node, normalizeAxis, ShapeError, showShape, toDType } from '@weldarray/ir'
import { stack } from '../../joining/joining.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../../operands/arrays.js'
import { into } from '../../operands/destination.js'
import { toValue } from '../../operands/operands.js'
import { cummax, cummin, cumprod, cumsum } from '../../reductions/scans.js'
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

/** The operand in the dtype it is folded in, and its axis: null is the only one. Throws `ShapeError` for a 0-d array, `AxisError`. */
export function alongAxis(
  what: string,
  name: string,
  row: Row,
  a: ArrayInput,
  axis: number | null | undefined,
  { dtype }: AlongOptions,
): [NdArray, number] {
  const x = toFold(name, row, toValue(what, a), dtype === undefined ? undefined : toDType(dtype))
  if (x.shape.length === 0) throw new ShapeError(`${what}: a 0-d array has no axis; expected an array of one axis at least`)
  if (axis === null && x.shape.length > 1)
    throw new AxisError(`${what}: axis null of an array of shape ${showShape(x.shape)}, expected one axis`)
  return [wrap(x), normalizeAxis(what, axis ?? 0, x.shape.length)]
}

/** The result, or what it is written to. */
export const finish = (what: string, value: Node, { out }: AlongOptions): Untyped =>
  out === undefined ? wrap(value) : into(what, out, value)

export function accumulate(
  name: string,
  row: Row,
  a: ArrayInput,
  axis: number | null | undefined,
  options: AlongOptions,
): Untyped {
  const what = `${name}.accumulate`
  const [x, along] = alongAxis(what, name, row, a, axis, options)
  if (Object.hasOwn(SCANS, name)) return finish(what, valueOf(SCANS[name]!(x, along, { dtype: x.dtype })), options)
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
