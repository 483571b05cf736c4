import { isContiguous, type Node, ShapeError, sameShape, showShape, sizeOf } from '@weldarray/ir'
import {
  assembled,
  byteLength,
  isAccessible,
  isLargePart,
  leaf,
  type Part,
  join as recordJoin,
  withMemory,
} from '@weldarray/runtime'
import { countFallback, type Untyped, wrap } from '../operands/arrays.js'
import { partOf, rowsOf } from './rows.js'

/** Values of one dtype, alike except along the axis, one after the other. */
export function join(what: string, list: readonly Node[], axis: number): Untyped {
  const first = list[0]!
  const shape = [...first.shape]
  let isThere = true
  shape[axis] = 0
  for (let i = 0; i < list.length; i++) {
    const v = list[i]!
    if (!fits(v.shape, first.shape, axis))
      throw new ShapeError(
        `${what}: shapes ${showShape(first.shape)} and ${showShape(v.shape)} differ elsewhere than along axis ${axis}, where alone they may`,
      )
    shape[axis] += v.shape[axis]!
    isThere &&= isAccessible(v)
  }
  const outer = sizeOf(shape.slice(0, axis))
  const inner = sizeOf(shape.slice(axis + 1))
  // A plan is for these lengths alone: worth it where it saves a copy of what is pending, of what is large, or of windows of one shape.
  if (!isThere || areWindows(list) || isLargePart(byteLength(first.dtype, sizeOf(shape)))) return wrap(recordJoin(list, axis))
  countFallback(what, 'a kernel of its own')
  const rows = list.map((v) => rowsOf(v, axis))
  const sources = rows.map(({ source }) => source)
  return withMemory(sources, (task, memories) => {
    const parts = new Array<Part>(list.length)
    let to = 0
    for (let i = 0; i < memories.length; i++) {
      const width = list[i]!.shape[axis]! * inner
      parts[i] = partOf(rows[i]!, task, memories[i]!, to, width)
      to += width
    }
    return wrap(leaf(assembled(task, first.dtype, outer, to, parts), shape))
  })
}

/** Whether two shapes are alike but for an axis. */
function fits(a: readonly number[], b: readonly number[], axis: number): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (i !== axis && a[i] !== b[i]) return false
  return true
}

/** Whether all are of one shape, and some would have to be put in order first: a stencil's neighbours, read where they are. */
const areWindows = (list: readonly Node[]): boolean =>
  list.length > 1 &&
  list.every((v) => sameShape(v.shape, list[0]!.shape)) &&
  list.some((v) => v.kind === 'view' && v.memory === null && !v.args[0].uniform && !isContiguous(v))
