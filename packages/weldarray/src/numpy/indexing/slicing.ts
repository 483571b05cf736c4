import { checkRank, IndexError, showShape, type View } from '@weldarray/ir'
import { describe, WRONG, wholeNumber } from '../arguments/kinds.js'

/** One part of a slice: a number picks, `null` adds an axis, `'...'` stands for the axes in between, other strings are NumPy's `start:stop:step`. */
export type SlicePart = number | null | string

/** `start:stop:step` as written; what is left out is undefined. */
interface Range {
  readonly start: number | undefined
  readonly stop: number | undefined
  readonly step: number
}

/** A part as it is read: an index, a new axis, the axes in between, a range. */
type Part = number | null | '...' | Range

const PART = /^(?:\.\.\.|null|None|newaxis|-?\d+|(-?\d+)?:(-?\d+)?(?::(-?\d+)?)?)$/

/** What texts have been read as: a program's slices are written a few times and run many. */
const known = new Map<string, readonly Part[]>()
/** Texts that are made as they go (`${i}:${j}`) push out no more than each other. */
const MOST_KNOWN = 512

/** The parts of a text, between its commas. Throws `IndexError`. */
function readText(text: string): readonly Part[] {
  let read = known.get(text)
  if (read === undefined) {
    read = text.split(',').map((piece) => readPiece(text, piece.replace(/\s+/g, '')))
    if (known.size === MOST_KNOWN) known.clear()
    known.set(text, read)
  }
  return read
}

function readPiece(whole: string, text: string): Part {
  if (!PART.test(text))
    throw new IndexError(
      `slice: cannot read '${whole}': expected parts like '1:-1', '::2', '3', '...' or 'null', separated by commas`,
    )
  if (text === 'null' || text === 'None' || text === 'newaxis') return null
  if (text === '...') return text
  return text.includes(':') ? readRange(text) : Number(text)
}

function readRange(text: string): Range {
  const [start, stop, step = 1] = text.split(':').map((s) => (s === '' ? undefined : Number(s)))
  if (step === 0) throw new IndexError(`slice: the step of '${text}' must not be 0`)
  return { start, stop, step }
}

/** The parts of a specification, those of its texts one after the other. */
function parts(spec: readonly SlicePart[]): readonly Part[] {
  const [only] = spec
  if (spec.length === 1 && typeof only === 'string') return readText(only)
  const list: Part[] = []
  for (const part of spec)
    if (typeof part === 'string') for (const read of readText(part)) list.push(read)
    else list.push(part === null ? null : indexOf(part))
  return list
}

/** An index that is no text: a whole number, a bigint or a 0-d array. */
function indexOf(part: unknown): number {
  const index = wholeNumber(part)
  if (index !== WRONG) return index
  throw new IndexError(`slice: cannot use ${describe(part)} as an index: expected an integer, null or a string like '1:-1, ::2'`)
}

interface Run {
  readonly start: number
  readonly step: number
  readonly count: number
}

/** The indices along an axis of a length that a text like `1:-1` selects. Throws `IndexError`. */
export const sliceRange = (text: string, length: number): Run => runOf(readRange(text), length)

/** Python's rule: negative indices count from the end, everything is brought into range. */
function runOf({ start, stop, step }: Range, length: number): Run {
  const low = step > 0 ? 0 : -1
  const high = step > 0 ? length : length - 1
  const bound = (x: number): number => Math.min(Math.max(x < 0 ? x + length : x, low), high)
  const first = start === undefined ? (step > 0 ? low : high) : bound(start)
  const end = stop === undefined ? (step > 0 ? high : low) : bound(stop)
  return { start: first, step, count: Math.max(0, Math.ceil((end - first) / step)) }
}

/** The view of `view` that a NumPy slice selects. Throws `IndexError` for an index out of range or too many of them. */
export function sliceView(view: View, spec: readonly SlicePart[]): View {
  const list = parts(spec)
  const rank = view.shape.length
  let used = 0
  let dots = 0
  /** Axes of the view that parts make. */
  let count = 0
  for (const part of list)
    if (part === '...') dots++
    else {
      if (part !== null) used++
      if (typeof part !== 'number') count++
    }
  if (dots > 1) throw new IndexError("slice: '...' may be given once")
  if (used > rank)
    throw new IndexError(`slice: ${used} indices for an array of shape ${showShape(view.shape)}, expected at most ${rank}`)
  // As long as they will be: lists that grow take room for more.
  const kept = rank - used
  checkRank('slice', count + kept)
  const shape = new Array<number>(count + kept)
  const strides = new Array<number>(count + kept)
  let { offset } = view
  let axis = 0
  let to = 0
  // Without dots the axes in between are those at the end.
  const end = dots === 0 ? list.length + 1 : list.length
  for (let i = 0; i < end; i++) {
    const part = i < list.length ? list[i]! : '...'
    if (part === '...')
      for (let n = kept; n > 0; n--, axis++, to++) {
        shape[to] = view.shape[axis]!
        strides[to] = view.strides[axis]!
      }
    else if (part === null) {
      shape[to] = 1
      strides[to++] = 0
    } else if (typeof part === 'number') {
      offset += view.strides[axis]! * indexIn(part, view.shape[axis]!, axis)
      axis++
    } else {
      const run = runOf(part, view.shape[axis]!)
      if (run.count > 0) offset += run.start * view.strides[axis]!
      shape[to] = run.count
      strides[to++] = run.step * view.strides[axis]!
      axis++
    }
  }
  return { shape, strides, offset }
}

/** A non-negative index. */
export function indexIn(index: number, length: number, axis: number): number {
  if (!Number.isInteger(index) || index < -length || index >= length)
    throw new IndexError(`slice: index ${index} is out of bounds for axis ${axis} with length ${length}`)
  return index < 0 ? index + length : index
}
