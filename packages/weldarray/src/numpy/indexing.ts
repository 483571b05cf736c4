import { contiguousStrides, DTypeError, IndexError, isFloat, normalizeAxis, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { reshape, type Value } from '@weldarray/runtime'
import type { Casting } from './casting.js'
import { checkCast } from './casting.js'
import { converted, fitted, masked, toStore, write } from './destination.js'
import { build, type Cells, eagerly, indexArray } from './eager.js'
import { operand, toValue } from './operands.js'
import { truth } from './pen.js'
import { dtypeOf, type NdArray, valueOf, writeValue } from './seam.js'
import type { ArrayInput } from './types.js'

/** Flat positions of the elements that are not zero. */
function positions(cells: Cells): number[] {
  const found: number[] = []
  for (let i = 0; i < cells.length; i++) if (cells[i]) found.push(i)
  return found
}

/** The indices of the elements that are not zero: one array (bigint64) per axis. */
export function nonzero(a: ArrayInput): NdArray[] {
  const value = toValue('nonzero', a)
  if (value.shape.length === 0) throw new ShapeError('nonzero: a 0-d array has no axes; use a 1-d array')
  return eagerly('nonzero', [truth(value)], (cells) => {
    const found = positions(cells)
    return contiguousStrides(value.shape).map((step, axis) =>
      indexArray(found.map((at) => Math.floor(at / Math.max(1, step)) % value.shape[axis]!)),
    )
  })
}

/** The positions, in the flattened array, of the elements that are not zero (bigint64). */
export const flatnonzero = (a: ArrayInput): NdArray =>
  eagerly('flatnonzero', [truth(toValue('flatnonzero', a))], (cells) => indexArray(positions(cells)))

/** The indices of the elements that are not zero: a row (bigint64) for each. */
export function argwhere(a: ArrayInput): NdArray {
  const value = toValue('argwhere', a)
  const rank = value.shape.length
  const steps = contiguousStrides(value.shape)
  return eagerly('argwhere', [truth(value)], (cells) => {
    const found = positions(cells)
    const rows = found.flatMap((at) => steps.map((step, axis) => Math.floor(at / step) % value.shape[axis]!))
    return indexArray(rows, [found.length, rank])
  })
}

/** What `take` and `put` do with an index outside the array. */
export type IndexMode = 'raise' | 'wrap' | 'clip'

/** Index elements as non-negative numbers below `length`. */
function indexNumbers(what: string, cells: Cells, length: number, mode: IndexMode): Float64Array {
  const out = new Float64Array(cells.length)
  for (let i = 0; i < cells.length; i++) {
    let at = Number(cells[i])
    if (mode === 'clip') at = Math.min(Math.max(at, 0), length - 1)
    else if (mode === 'wrap') at = ((at % length) + length) % length
    else if (at < 0) at += length
    if (!(at >= 0 && at < length))
      throw new IndexError(
        `${what}: index ${cells[i]} is out of bounds for a length of ${length}: expected ${-length} to ${length - 1}`,
      )
    out[i] = at
  }
  return out
}

/** Indices may be integers of any dtype, or numbers (JavaScript has no other integers). */
function indexValue(what: string, indices: ArrayInput): Value {
  const x = toValue(what, indices)
  if (x.dtype === 'bool') throw new DTypeError(`${what}: boolean indices; use compress or extract for masks`)
  if (isFloat(x.dtype) && !Array.isArray(indices) && typeof indices !== 'number')
    throw new DTypeError(`${what}: indices of dtype ${x.dtype}, expected integers: cast with astype('int32')`)
  return x
}

/** The elements (or, with an axis, the slices) at `indices`; the indices' shape takes the axis's place. Throws `IndexError`. */
export function take(a: ArrayInput, indices: ArrayInput, axis?: number | null, options: { mode?: IndexMode } = {}): NdArray {
  const source = toValue('take', a)
  const flat = axis === undefined || axis === null
  const value = flat ? reshape(source, [sizeOf(source.shape)]) : source
  const along = flat ? 0 : normalizeAxis('take', axis, value.shape.length)
  const index = indexValue('take', indices)
  const before = value.shape.slice(0, along)
  const after = value.shape.slice(along + 1)
  const length = value.shape[along]!
  return eagerly('take', [value, index], (cells, at) => {
    const where = indexNumbers('take', at, length, options.mode ?? 'raise')
    const inner = sizeOf(after)
    return build(value.dtype, [...before, ...index.shape, ...after], (to) => {
      let next = 0
      for (let outer = 0; outer < sizeOf(before); outer++)
        for (const i of where) for (let k = 0, from = (outer * length + i) * inner; k < inner; k++) to[next++] = cells[from + k]!
    })
  })
}

/** The slices along an axis (or the elements of the flattened array) where a 1-d condition holds. */
export function compress(condition: ArrayInput, a: ArrayInput, axis?: number | null): NdArray {
  const mask = truth(toValue('compress', condition))
  if (mask.shape.length !== 1)
    throw new ShapeError(`compress: the condition has shape ${showShape(mask.shape)}, expected one axis`)
  return eagerly('compress', [mask], (cells) => take(a, indexArray(positions(cells)), axis))
}

/** The elements where a condition of the array's shape holds, 1-d. */
export function extract(condition: ArrayInput, a: ArrayInput): NdArray {
  const mask = truth(toValue('extract', condition))
  return eagerly('extract', [mask], (cells) => take(a, indexArray(positions(cells))))
}

/** Elements of `value` in C order, changed by `change`, written back to `target`. */
function rewrite(what: string, target: NdArray, others: readonly Value[], change: (to: Cells, ...cells: Cells[]) => void): void {
  const value = valueOf(target)
  eagerly(what, [value, ...others], (cells, ...rest) => {
    const result = build(value.dtype, value.shape, (to, raw) => {
      raw.set(cells as never)
      change(to, ...rest)
    })
    writeValue(target, valueOf(result))
  })
}

/** Writes values (repeated as often as needed) at positions of the flattened array. Throws `IndexError`. */
export function put(target: NdArray, indices: ArrayInput, values: ArrayInput, options: { mode?: IndexMode } = {}): void {
  const value = converted(toStore(operand('put', values), target), target)
  rewrite('put', target, [indexValue('put', indices), value], (to, at, cells) => {
    const where = indexNumbers('put', at, to.length, options.mode ?? 'raise')
    if (cells.length > 0) for (let i = 0; i < where.length; i++) to[where[i]!] = cells[i % cells.length]!
  })
}

/** Writes values, in order and repeated as needed, where a mask of the array's size holds. */
export function place(target: NdArray, mask: ArrayInput, values: ArrayInput): void {
  const value = converted(toStore(operand('place', values), target), target)
  const held = truth(toValue('place', mask))
  if (sizeOf(held.shape) !== target.size)
    throw new ShapeError(`place: a mask of ${sizeOf(held.shape)} elements for an array of ${target.size}: expected as many`)
  rewrite('place', target, [held, value], (to, on, cells) => {
    const found = positions(on)
    if (cells.length === 0 && found.length > 0) throw new ShapeError('place: there are no values to write')
    for (let i = 0; i < found.length; i++) to[found[i]!] = cells[i % cells.length]!
  })
}

/** Writes `source`, broadcast, over `target`; with `where`, only where the mask holds. Same-kind casts unless told otherwise. */
export function copyto(target: NdArray, source: ArrayInput, options: { where?: ArrayInput; casting?: Casting } = {}): void {
  const value = toStore(operand('copyto', source), target)
  const casting = options.casting ?? 'same_kind'
  if (options.where === undefined) {
    write('copyto', target, value, casting)
    return
  }
  const dtype = dtypeOf(target)
  checkCast('copyto', value.dtype, dtype, casting)
  const shape = Array.from(target.shape)
  const mask = truth(toValue('copyto', options.where))
  writeValue(
    target,
    masked(
      fitted('copyto', mask, shape, 'bool'),
      fitted('copyto', converted(value, target, dtype), shape, dtype),
      valueOf(target),
      shape,
    ),
  )
}
