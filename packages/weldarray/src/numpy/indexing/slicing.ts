import { IndexError, showShape, type View } from '@weldarray/ir'
import { describe, WRONG, wholeNumber } from '../arguments/kinds.js'

/** One part of a slice: a number picks, `null` adds an axis, `'...'` stands for the axes in between, other strings are NumPy's `start:stop:step`. */
export type SlicePart = number | null | string

const PART = /^(?:\.\.\.|null|None|newaxis|-?\d+|(-?\d+)?:(-?\d+)?(?::(-?\d+)?)?)$/

/** The parts of a specification, the strings with commas split. */
function parts(spec: readonly SlicePart[]): (number | null | string)[] {
  return spec.flatMap((part) => {
    if (typeof part !== 'string') return [part === null ? null : indexOf(part)]
    return part.split(',').map((piece) => {
      const text = piece.replace(/\s+/g, '')
      if (!PART.test(text))
        throw new IndexError(
          `slice: cannot read '${part}': expected parts like '1:-1', '::2', '3', '...' or 'null', separated by commas`,
        )
      if (text === 'null' || text === 'None' || text === 'newaxis') return null
      return text.includes(':') || text === '...' ? text : Number(text)
    })
  })
}

/** An index that is no text: a whole number, a bigint or a 0-d array. */
function indexOf(part: unknown): number {
  const index = wholeNumber(part)
  if (index !== WRONG) return index
  throw new IndexError(`slice: cannot use ${describe(part)} as an index: expected an integer, null or a string like '1:-1, ::2'`)
}

/** Python's rule: negative indices count from the end, everything is brought into range. */
export function sliceRange(text: string, length: number): { start: number; step: number; count: number } {
  const [a, b, c] = text.split(':').map((s) => (s === '' ? undefined : Number(s)))
  const step = c ?? 1
  if (step === 0) throw new IndexError(`slice: the step of '${text}' must not be 0`)
  const low = step > 0 ? 0 : -1
  const high = step > 0 ? length : length - 1
  const bound = (x: number | undefined, missing: number): number => {
    if (x === undefined) return missing
    const from = x < 0 ? x + length : x
    return Math.min(Math.max(from, low), high)
  }
  const start = bound(a, step > 0 ? low : high)
  const stop = bound(b, step > 0 ? high : low)
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) }
}

/** The view of `view` that a NumPy slice selects. Throws `IndexError` for an index out of range or too many of them. */
export function sliceView(view: View, spec: readonly SlicePart[]): View {
  const list = parts(spec)
  const rank = view.shape.length
  const used = list.filter((p) => p !== null && p !== '...').length
  const dots = list.filter((p) => p === '...').length
  if (dots > 1) throw new IndexError("slice: '...' may be given once")
  if (used > rank)
    throw new IndexError(`slice: ${used} indices for an array of shape ${showShape(view.shape)}, expected at most ${rank}`)
  if (dots === 0) list.push('...')
  const shape: number[] = []
  const strides: number[] = []
  let offset = view.offset
  let axis = 0
  for (const part of list) {
    if (part === null) {
      shape.push(1)
      strides.push(0)
    } else if (part === '...') {
      for (let n = rank - used; n > 0; n--, axis++) {
        shape.push(view.shape[axis]!)
        strides.push(view.strides[axis]!)
      }
    } else if (typeof part === 'number') {
      offset += view.strides[axis]! * indexIn(part, view.shape[axis]!, axis)
      axis++
    } else {
      const { start, step, count } = sliceRange(part, view.shape[axis]!)
      if (count > 0) offset += start * view.strides[axis]!
      shape.push(count)
      strides.push(step * view.strides[axis]!)
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
