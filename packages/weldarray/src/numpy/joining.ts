import { AxisError, type DType, normalizeAxis, promoteTypes, ShapeError, showShape, sizeOf, type TypedArray } from '@weldarray/ir'
import { cast, reshape, type Value } from '@weldarray/runtime'
import { askedType, type DTypeArgument } from './creation.js'
import { build, eagerly } from './eager.js'
import { arrayOf, slice } from './layout.js'
import { toValue } from './operands.js'
import { type NdArray, wrap } from './seam.js'
import type { ArrayInput, Axes } from './types.js'

function values(what: string, arrays: readonly ArrayInput[], asked?: DType): Value[] {
  if (arrays.length === 0) throw new ShapeError(`${what}: got no arrays, expected at least one`)
  const list = arrays.map((a) => toValue(what, a))
  const dtype = asked ?? list.map((v) => v.dtype).reduce(promoteTypes)
  return list.map((v) => cast(v, dtype))
}

/** Values of one dtype, alike except along the axis, one after the other. */
function join(what: string, list: readonly Value[], axis: number): NdArray {
  const first = list[0]!
  for (const v of list)
    if (v.shape.length !== first.shape.length || v.shape.some((n, i) => i !== axis && n !== first.shape[i]))
      throw new ShapeError(
        `${what}: shapes ${showShape(first.shape)} and ${showShape(v.shape)} differ elsewhere than along axis ${axis}, where alone they may`,
      )
  const shape = first.shape.map((n, i) => (i === axis ? list.reduce((sum, v) => sum + v.shape[axis]!, 0) : n))
  const outer = sizeOf(shape.slice(0, axis))
  const inner = sizeOf(shape.slice(axis + 1))
  return eagerly(what, list, (...cells) =>
    build(first.dtype, shape, (_, raw) => {
      let at = 0
      for (let o = 0; o < outer; o++)
        cells.forEach((from, i) => {
          const block = list[i]!.shape[axis]! * inner
          raw.set((from as unknown as TypedArray).subarray(o * block, (o + 1) * block) as never, at)
          at += block
        })
    }),
  )
}

/** Arrays one after the other along an axis they all have (`null`: flattened first). Throws `ShapeError`. */
export function concatenate(arrays: readonly ArrayInput[], axis: number | null = 0, dtype?: DTypeArgument): NdArray {
  const list = values('concatenate', arrays, askedType(dtype))
  if (axis === null)
    return join(
      'concatenate',
      list.map((v) => reshape(v, [sizeOf(v.shape)])),
      0,
    )
  if (list[0]!.shape.length === 0) throw new ShapeError('concatenate: 0-d arrays have no axis to join along; use stack')
  return join('concatenate', list, normalizeAxis('concatenate', axis, list[0]!.shape.length))
}

/** Arrays of one shape along a new axis. Throws `ShapeError`. */
export function stack(arrays: readonly ArrayInput[], axis = 0, dtype?: DTypeArgument): NdArray {
  const list = values('stack', arrays, askedType(dtype))
  const at = normalizeAxis('stack', axis, list[0]!.shape.length + 1)
  return join(
    'stack',
    list.map((v) => reshape(v, [...v.shape.slice(0, at), 1, ...v.shape.slice(at)])),
    at,
  )
}

const atLeast = (v: Value, rank: number): Value =>
  v.shape.length >= rank ? v : reshape(v, [...new Array<number>(rank - v.shape.length).fill(1), ...v.shape])

/** Rows on top of one another: 1-d arrays become rows. */
export const vstack = (arrays: readonly ArrayInput[]): NdArray =>
  join(
    'vstack',
    values('vstack', arrays).map((v) => atLeast(v, 2)),
    0,
  )

/** Side by side: along the second axis, 1-d arrays along their only one. */
export function hstack(arrays: readonly ArrayInput[]): NdArray {
  const list = values('hstack', arrays).map((v) => atLeast(v, 1))
  return join('hstack', list, list[0]!.shape.length === 1 ? 0 : 1)
}

/** Along the third axis; arrays of fewer axes get them. */
export function dstack(arrays: readonly ArrayInput[]): NdArray {
  const deep = (v: Value): Value =>
    v.shape.length >= 3 ? v : reshape(v, v.shape.length === 2 ? [...v.shape, 1] : [1, sizeOf(v.shape), 1])
  return join('dstack', values('dstack', arrays).map(deep), 2)
}

/** 1-d arrays as the columns of a matrix. */
export const column_stack = (arrays: readonly ArrayInput[]): NdArray =>
  join(
    'column_stack',
    values('column_stack', arrays).map((v) => (v.shape.length < 2 ? reshape(v, [sizeOf(v.shape), 1]) : v)),
    1,
  )

/** `values` after `a`, along an axis or flattened. */
export const append = (a: ArrayInput, more: ArrayInput, axis: number | null = null): NdArray => concatenate([a, more], axis)

/** Views of the parts of an array: as many as given (the first ones longer by one where they must be), or cut at the indices given. */
export function array_split(a: ArrayInput, parts: number | readonly number[], axis = 0): NdArray[] {
  const x = arrayOf('array_split', a)
  const along = normalizeAxis('split', axis, x.shape.length)
  const length = x.shape[along]!
  const cuts: number[] = [0]
  if (typeof parts === 'number') {
    if (!Number.isInteger(parts) || parts < 1) throw new ShapeError(`split: ${parts} parts, expected a positive integer`)
    const size = Math.floor(length / parts)
    for (let i = 0; i < parts; i++) cuts.push(cuts[i]! + size + (i < length % parts ? 1 : 0))
  } else cuts.push(...parts, length)
  const spec = x.shape.map(() => ':')
  return cuts.slice(1).map((stop, i) => slice(x, ...spec.slice(0, along), `${cuts[i]}:${stop}`))
}

/** As `array_split`; a number of parts must divide the length. Throws `ShapeError`. */
export function split(a: ArrayInput, parts: number | readonly number[], axis = 0): NdArray[] {
  const x = arrayOf('split', a)
  const length = x.shape[normalizeAxis('split', axis, x.shape.length)]!
  if (typeof parts === 'number' && length % parts !== 0)
    throw new ShapeError(`split: a length of ${length} does not divide into ${parts} equal parts; use array_split`)
  return array_split(x, parts, axis)
}

/** The elements shifted along an axis (or axes, each by its shift), those pushed out coming in at the other end; without an axis, flattened. */
export function roll(a: ArrayInput, shift: number | readonly number[], axis?: Axes): NdArray {
  const value = toValue('roll', a)
  if (axis === undefined || axis === null) {
    const flat = roll(wrap(reshape(value, [sizeOf(value.shape)])), shift, 0)
    return wrap(reshape(toValue('roll', flat), value.shape))
  }
  const axes = (typeof axis === 'number' ? [axis] : axis).map((i) => normalizeAxis('roll', i, value.shape.length))
  const shifts = typeof shift === 'number' ? axes.map(() => shift) : shift
  if (shifts.length !== axes.length)
    throw new AxisError(`roll: ${shifts.length} shifts for ${axes.length} axes, expected as many`)
  let x = wrap(value)
  axes.forEach((along, i) => {
    const length = value.shape[along]!
    const by = length === 0 ? 0 : ((shifts[i]! % length) + length) % length
    const spec = value.shape.map(() => ':').slice(0, along)
    if (by !== 0) x = concatenate([slice(x, ...spec, `${length - by}:`), slice(x, ...spec, `:${length - by}`)], along)
  })
  return x
}
