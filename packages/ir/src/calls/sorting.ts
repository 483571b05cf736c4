import type { Scalar, TypedArray } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import type { TypeOf } from '../infer.js'
import { showShape, sizeOf } from '../shape.js'
import type { CallDef } from './call.js'

/** NumPy's order: NaN after everything else. */
export const compare = (a: Scalar, b: Scalar): number =>
  a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b))

/** So many lines, one after the other, each sorted. */
export function sortLines(from: TypedArray, length: number, to: TypedArray): void {
  to.set(from as never)
  for (let start = 0; length > 0 && start < to.length; start += length) to.subarray(start, start + length).sort()
}

/** The positions that sort each line, those of equal elements in their order. */
export function orderLines(from: TypedArray, length: number, to: BigInt64Array): void {
  const cells = from as unknown as Scalar[]
  for (let start = 0; length > 0 && start < to.length; start += length) {
    const places = Uint32Array.from({ length }, (_, i) => i)
    places.sort((i, j) => compare(cells[start + i]!, cells[start + j]!) || i - j)
    for (let i = 0; i < length; i++) to[start + i] = BigInt(places[i]!)
  }
}

/** Where keys belong in sorted elements: before equal ones, or after them. */
export function bisectInto(from: TypedArray, keys: TypedArray, right: boolean, to: BigInt64Array): void {
  const [cells, wanted] = [from as unknown as Scalar[], keys as unknown as Scalar[]]
  const before = right ? 0 : -1
  for (let i = 0; i < to.length; i++) {
    let low = 0
    for (let high = cells.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (compare(cells[middle]!, wanted[i]!) <= before) low = middle + 1
      else high = middle
    }
    to[i] = BigInt(low)
  }
}

/** What is at some ranks of each line when it is sorted; NaN in lines of nothing. */
function ranksInto(from: TypedArray, length: number, ranks: TypedArray, to: TypedArray): void {
  const count = ranks.length
  if (length === 0) to.fill(NaN as never)
  for (let line = 0; length > 0 && line * count < to.length; line++) {
    const sorted = from.slice(line * length, (line + 1) * length).sort()
    for (let k = 0; k < count; k++) to[line * count + k] = sorted[ranks[k] as number]!
  }
}

function needAxis(op: string, { shape }: TypeOf): void {
  if (shape.length === 0) throw new ShapeError(`${op}: a 0-d array has no axis to sort along`)
}

const lastOf = (shape: readonly number[]): number => (sizeOf(shape) === 0 ? 0 : shape[shape.length - 1]!)

/** Along the last axis. */
export const sorting = {
  sort: {
    arity: 1,
    attributes: [],
    strided: false,
    infer: ([source]) => {
      needAxis('sort', source!)
      return { dtype: source!.dtype, shape: source!.shape }
    },
    compute: ([source], _, to) => sortLines(source!.data, lastOf(source!.view.shape), to),
  },
  argsort: {
    arity: 1,
    attributes: [],
    strided: false,
    below: ([source]) => lastOf(source!.shape),
    infer: ([source]) => {
      needAxis('argsort', source!)
      return { dtype: 'bigint64', shape: source!.shape }
    },
    compute: ([source], _, to) => orderLines(source!.data, lastOf(source!.view.shape), to as BigInt64Array),
  },
  searchsorted: {
    arity: 2,
    attributes: ['right'],
    strided: false,
    below: ([source]) => lastOf(source!.shape) + 1,
    infer: ([source, keys]) => {
      if (source!.shape.length !== 1)
        throw new ShapeError(`searchsorted: an array of shape ${showShape(source!.shape)}, expected one axis`)
      if (source!.dtype !== keys!.dtype)
        throw new DTypeError(`searchsorted: dtypes ${source!.dtype} and ${keys!.dtype}, expected one dtype`)
      return { dtype: 'bigint64', shape: keys!.shape }
    },
    compute: ([source, keys], [right], to) => bisectInto(source!.data, keys!.data, right === 1, to as BigInt64Array),
  },
  /** Of the elements along the last axis those at some ranks (from 0), as if they were sorted: no more of them are put in order than it takes. */
  ranked: {
    arity: 2,
    attributes: [],
    strided: false,
    infer: ([source, ranks]) => {
      needAxis('ranked', source!)
      if (source!.dtype !== 'float64' || ranks!.dtype !== 'int32')
        throw new DTypeError(
          `ranked: elements of dtype ${source!.dtype}, ranks of dtype ${ranks!.dtype}, expected float64 and int32`,
        )
      if (ranks!.shape.length !== 1) throw new ShapeError(`ranked: ranks of shape ${showShape(ranks!.shape)}, expected one axis`)
      return { dtype: 'float64', shape: [...source!.shape.slice(0, -1), ranks!.shape[0]!] }
    },
    compute: ([source, ranks], _, to) =>
      ranksInto(source!.data, source!.view.shape[source!.view.shape.length - 1]!, ranks!.data, to),
  },
} satisfies Record<string, CallDef>
