import { describe, expect } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { inPlace, suite } from './support/suite.js'

/*
 * What is put to its place, as NumPy puts it (`tools/numpy-names/places.py`).
 */

type Any = NdArray<np.AnyDType>
type Element = number | bigint

/** int64 as bigints, which hold all of its elements. */
const exactly = (a: Any): Any => {
  const dtype: string = a.dtype
  return dtype === 'int64' || dtype === 'uint64' ? a.astype(`big${dtype}`) : a
}

const inOrder = (x: Element, y: Element): number => {
  if (x !== x || y !== y) return Number(x !== x) - Number(y !== y)
  return x < y ? -1 : x > y ? 1 : 0
}

/** The lines of an array along an axis, or the one of all of its elements. */
function linesOf(a: Any, axis: number | null): Element[][] {
  const moved = axis === null || a.shape.length === 0 ? a.reshape(1, -1) : np.moveaxis(a, axis, -1)
  const n = moved.shape.at(-1)!
  return exactly(moved.reshape(n === 0 ? 0 : a.size / n, n)).tolist() as Element[][]
}

/** What is promised of a partition: its parts between the places asked for, each of them put in order here. */
function promised(a: Any, kth: number | number[], axis: number | null): NdArray {
  const shape = axis === null ? [1, a.size] : np.moveaxis(a, axis, -1).shape
  const n = shape.at(-1)!
  const places = [...new Set([kth].flat().map((k) => (k + n) % n))].sort((x, y) => x - y)
  const bounds = [0, ...places.flatMap((k) => [k, k + 1]), n]
  const lines = linesOf(a, axis).map((line) => bounds.slice(1).flatMap((end, i) => line.slice(bounds[i], end).sort(inOrder)))
  return np.array(lines as number[][], a.dtype).reshape(Array.from(shape))
}

suite('partitions', (f) =>
  (a: NdArray, kth: number | number[], axis: number | null = -1) => {
    if (f === 'partition') return promised(np.partition(a, kth, axis), kth, axis)
    const order = np.argpartition(a, kth, axis)
    for (const line of linesOf(order.astype('float64'), axis)) expect([...line].sort(inOrder)).toEqual([...line.keys()])
    return promised(axis === null ? np.take(a, order) : np.take_along_axis(a, order, axis), kth, axis)
  })

suite('padding')

suite('places', (f) =>
  inPlace((a, index: np.IndexPart[], value: np.ArrayInput) => np.at(a, ...index)[f.slice('at.'.length) as 'set'](value)))

/** Views of one array, in every direction, that are read and written at once. */
const OVERLAPS: Readonly<Record<string, (a: NdArray, to: NdArray, of: NdArray, third: NdArray) => unknown>> = {
  assign: (_, to, of) => to.assign(of),
  copyto: (_, to, of, which) => np.copyto(to, of, { where: which.gt(2) }),
  add: (_, to, of) => to.addeq(of),
  out: (_, to, of) => np.subtract(of, of.slice('..., ::-1'), { out: to }),
  putmask: (_, to, of) => np.putmask(to, to.gt(of), of),
  cumsum: (_, to) => np.cumsum(to.slice('..., ::-1'), -1, { out: to }),
  sort: (_, to) => to.sort(),
  mask: (_, to) => to.at(to.gt(2)).set(to.slice(to.gt(2)).slice('::-1')),
  put: (_, to) => np.put(to, np.arange(to.size).slice('::-1'), to),
  take: (a, to) => np.take(a, np.arange(to.size).reshape(to.shape).slice('..., ::-1'), { out: to, mode: 'wrap' }),
  T: (a, to) => to.assign(a.T),
  'add T': (a, to) => to.addeq(a.T),
  'mul T': (a, to) => np.multiply(a.T, a.slice('::-1'), { out: to }),
  matmul: (a, to) => np.matmul(a, a.T, { out: to }),
}

/** Memory of the library's, what is pending there, and a caller's data. */
const HOMES: Readonly<Record<string, (a: NdArray) => NdArray>> = {
  owned: (a) => a.copy().evaluate(),
  pending: (a) => a.add(0).astype(a.dtype as 'float64') as NdArray,
  external: (a) => np.asarray(a.copy().data as Float64Array).reshape(a.shape) as NdArray,
}

describe.each(Object.entries(HOMES))('in memory that is %s', (_, make) =>
  suite('overlap', (f) =>
    (given: NdArray, ...views: string[]) => {
      const a = make(given)
      const [to, of, third] = views.map((v) => a.slice(v)) as [NdArray, NdArray, NdArray]
      OVERLAPS[f.slice('overlap '.length)]!(a, to, of, third)
      return a
    }),
)
