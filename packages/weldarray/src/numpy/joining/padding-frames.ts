import { type Node, type Scalar, sizeOf } from '@weldarray/ir'
import {
  assembled,
  byteLength,
  isAccessible,
  isLargePart,
  leaf,
  type Memory,
  type Part,
  type Task,
  withMemory,
} from '@weldarray/runtime'
import { countFallback, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'

/*
 * Two neighbouring axes padded at once, where what is padded is there: the result is put together from rectangles of it in one pass, with nothing
 * made between the axes.
 */

/** Neighbours along an axis of the result, and where they come from: every `step`-th element from `start` on, or one value. */
export interface Run {
  readonly to: number
  readonly count: number
  readonly start: number
  readonly step: number
  readonly value: Scalar | null
}

/** What an axis of `n` elements is made of in each mode; constants are those before and behind. Null of what takes more than one image of it. */
export function runsOf(
  mode: string,
  n: number,
  [before, after]: readonly [number, number],
  [low, high]: readonly Scalar[],
): Run[] | null {
  const skip = mode === 'reflect' ? 1 : 0
  const isFilled = mode === 'constant' || mode === 'empty'
  if (!isFilled && mode !== 'edge' && Math.max(before, after) > n - skip) return null
  const first = { edge: [0, 0], wrap: [n - before, 1] }[mode] ?? [skip + before - 1, -1]
  const last = { edge: [n - 1, 0], wrap: [0, 1] }[mode] ?? [n - 1 - skip, -1]
  const end = (to: number, count: number, [start, step]: number[], value: Scalar | undefined): Run =>
    isFilled ? { to, count, start: 0, step: 0, value: value! } : { to, count, start: start!, step: step!, value: null }
  return [
    end(0, before, first, low),
    { to: before, count: n, start: 0, step: 1, value: null },
    end(before + n, after, last, high),
  ].filter(({ count }) => count > 0)
}

/** So many rectangles of a result are worth it: those that are turned, or repeat an element, are one for each. */
const MOST_PARTS = 128

/** Runs of neighbours, each a single element where they are in another order. */
const inSteps = (runs: readonly Run[]): Run[] =>
  runs.flatMap((run) =>
    run.value !== null || run.step === 1
      ? [run]
      : Array.from({ length: run.count }, (_, i) => ({ ...run, to: run.to + i, count: 1, start: run.start + i * run.step })),
  )

/** The axes `axis` and the next one made of runs. Null where it has to be computed, or takes another way. */
export function framed(x: NdArray, axis: number, down: readonly Run[], across: readonly Run[]): Untyped | null {
  const source = valueOf(x)
  const columns = inSteps(across)
  const shape = source.shape.map((d, i) => (i === axis ? lengthOf(down) : i === axis + 1 ? lengthOf(across) : d))
  const size = sizeOf(shape)
  const isThere = isAccessible(source) && source.kind !== 'const' && !isLargePart(byteLength(source.dtype, size))
  if (!isThere || size === 0 || columns.length * down.length > MOST_PARTS) return null
  countFallback('pad', 'a kernel of its own')
  return withMemory([source], (task, [from]) => wrap(leaf(put(task, from, source, axis, shape, down, columns), shape)))
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((n, { count }) => n + count, 0)

function put(
  task: Task,
  from: Memory,
  { dtype, shape: own }: Node,
  axis: number,
  shape: readonly number[],
  down: readonly Run[],
  across: readonly Run[],
): Memory {
  const inner = sizeOf(own.slice(axis + 2))
  const pitch = own[axis + 1]! * inner
  const parts: Part[] = []
  // Where both axes have a value, that of the second one is in the corners.
  for (const row of down)
    for (const column of across) {
      const value = column.value ?? row.value
      const place = { to: column.to * inner, width: column.count * inner, firstRow: row.to, rowCount: row.count }
      if (value === null) {
        const start = row.start * pitch + column.start * inner
        parts.push({ from, start, pitch: row.step * pitch, imagePitch: own[axis]! * pitch, ...place })
      } else {
        const filled = task.scratch(dtype, place.width)
        filled.data.fill(value as never)
        parts.push({ from: filled, start: 0, pitch: 0, ...place })
      }
    }
  return assembled(task, dtype, shape[axis]!, shape[axis + 1]! * inner, parts, sizeOf(own.slice(0, axis)))
}
