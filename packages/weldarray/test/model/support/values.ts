/*
 * NumPy's rules for the few dtypes and functions that the programs use, as plainly as they can be written: every
 * operand is copied to a list first, every result is a new typed array.
 */

export type Dtype = 'bool' | 'uint8' | 'int32' | 'float32' | 'float64' | 'int64' | 'uint64'
export type Scalar = number | bigint
export type Elements = {
  [i: number]: Scalar
  readonly length: number
  readonly BYTES_PER_ELEMENT: number
  readonly buffer: ArrayBuffer
}

const TYPES = {
  bool: Uint8Array,
  uint8: Uint8Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
}

export const allocate = (dtype: Dtype, length: number): Elements => new TYPES[dtype](length) as unknown as Elements

/** The dtypes that arithmetic takes, from the narrowest to the widest. */
export const numeric = ['uint8', 'int32', 'float32', 'float64'] as const
export const isFloat = (dtype: Dtype): boolean => dtype.startsWith('float')
export const isNumeric = (dtype: Dtype): boolean => (numeric as readonly string[]).includes(dtype)

export interface Strided {
  readonly dtype: Dtype
  readonly data: Elements
  readonly shape: readonly number[]
  readonly stride: readonly number[]
  readonly offset: number
}

/** Elements in C order, of a dtype. */
export interface Result {
  readonly dtype: Dtype
  readonly shape: readonly number[]
  readonly data: Elements
}

/** A result as an array in C order. */
export function laidOut(r: Result): Strided {
  const stride = r.shape.map((_, k) => sizeOf(r.shape.slice(k + 1)))
  return { ...r, stride, offset: 0 }
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1)

/** The positions in memory of the elements in C order. */
export function positions(a: Omit<Strided, 'data' | 'dtype'>): number[] {
  let list = [a.offset]
  a.shape.forEach((n, axis) => {
    list = list.flatMap((p) => Array.from({ length: n }, (_, i) => p + i * a.stride[axis]!))
  })
  return list
}

export const elementsOf = (a: Strided): Scalar[] => positions(a).map((p) => a.data[p]!)

/** What a caller gets: numbers for 64-bit integers too. */
export const given = (x: Scalar): number => Number(x)
export const givenElements = (a: Strided): number[] => elementsOf(a).map(given)

/** NumPy's broadcasting; null where shapes do not fit. */
export function broadcast(...shapes: (readonly number[])[]): number[] | null {
  const rank = Math.max(0, ...shapes.map((s) => s.length))
  const out = new Array<number>(rank).fill(1)
  for (const shape of shapes)
    for (let k = 0; k < shape.length; k++) {
      const at = rank - shape.length + k
      const n = shape[k]!
      if (n === 1 || n === out[at]) continue
      if (out[at] !== 1) return null
      out[at] = n
    }
  return out
}

/** Whether a shape may be assigned to another: repeated, or without axes of length 1 in front. */
export function assignable(shape: readonly number[], to: readonly number[]): boolean {
  const spare = Math.max(0, shape.length - to.length)
  return shape.slice(0, spare).every((n) => n === 1) && String(broadcast(shape.slice(spare), to)) === String(to)
}

/** The array repeated to a shape, without copying. */
export function stretched(a: Strided, shape: readonly number[]): Strided {
  const lead = shape.length - a.shape.length
  const stride = shape.map((_, k) => (k < lead || a.shape[k - lead] === 1 ? 0 : a.stride[k - lead]!))
  return { ...a, shape, stride }
}

export type Operand = Strided | number

export function promote(a: Operand, b: Operand): Dtype {
  if (typeof a === 'number') return promote(b, a)
  if (typeof b === 'number') return Number.isInteger(b) || isFloat(a.dtype) ? a.dtype : 'float64'
  const pair = [a.dtype, b.dtype]
  if (pair.includes('int32') && pair.includes('float32')) return 'float64'
  return numeric.findLast((d) => pair.includes(d))!
}

type Binary = (x: number, y: number) => number
export const binaries: Readonly<Record<string, Binary>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  maximum: Math.max,
  minimum: Math.min,
}
export const comparisons: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  gt: (x, y) => x > y,
  leq: (x, y) => x <= y,
  eq: (x, y) => x === y,
}
export const unaries: Readonly<Record<string, (x: number) => number>> = {
  neg: (x) => -x,
  abs: Math.abs,
  square: (x) => x * x,
}

const listOf = (a: Operand, shape: readonly number[]): Scalar[] =>
  typeof a === 'number' ? new Array(sizeOf(shape)).fill(a) : elementsOf(stretched(a, shape))

const shapeOf = (a: Operand): readonly number[] => (typeof a === 'number' ? [] : a.shape)

/** An elementwise function of two operands; null where their shapes do not fit. */
export function binary(op: string, a: Operand, b: Operand): Result | null {
  const shape = broadcast(shapeOf(a), shapeOf(b))
  if (shape === null) return null
  const x = listOf(a, shape)
  const y = listOf(b, shape)
  const comparison = comparisons[op]
  const dtype = comparison !== undefined ? 'bool' : promote(a, b)
  const f = comparison ?? (op === 'mul' && dtype === 'int32' ? Math.imul : binaries[op]!)
  const data = allocate(dtype, x.length)
  for (let i = 0; i < x.length; i++) data[i] = Number(f(x[i] as number, y[i] as number))
  return { dtype, shape, data }
}

export function unary(op: string, a: Strided): Result {
  const f = op === 'square' && a.dtype === 'int32' ? (x: number) => Math.imul(x, x) : unaries[op]!
  return {
    dtype: a.dtype,
    shape: a.shape,
    data: filledFrom(
      a.dtype,
      elementsOf(a).map((x) => f(x as number)),
    ),
  }
}

/** A list stored in a typed array, with its conversions. */
export function filledFrom(dtype: Dtype, list: readonly Scalar[]): Elements {
  const data = allocate(dtype, list.length)
  for (let i = 0; i < list.length; i++) data[i] = list[i]!
  return data
}

const RANK: Partial<Record<Dtype, number>> = { bool: 0, uint8: 1, int32: 2, float32: 3, float64: 3 }

/** Whether an in-place operation may store a result of one dtype as another (NumPy's `same_kind`). */
export const fits = (from: Dtype, to: Dtype): boolean => from === to || RANK[from]! <= RANK[to]!

/** Stores elements (C order) where a view selects; the caller has copied the operands. */
export function store(view: Strided, list: ArrayLike<Scalar>): void {
  positions(view).forEach((p, i) => {
    view.data[p] = list[i]!
  })
}

/** `max`, `min` and `sum` over one axis or all; whole numbers add up to 64 bits. */
export function reduce(op: 'max' | 'min' | 'sum', a: Strided, axis: number | undefined): Result {
  const kept = a.shape.map((_, k) => k).filter((k) => axis !== undefined && k !== axis)
  const gone = a.shape.map((_, k) => k).filter((k) => !kept.includes(k))
  const only = (axes: readonly number[], offset: number) => ({
    shape: axes.map((k) => a.shape[k]!),
    stride: axes.map((k) => a.stride[k]!),
    offset,
  })
  const dtype = op !== 'sum' ? a.dtype : a.dtype === 'uint8' ? 'uint64' : 'int64'
  const list = positions(only(kept, a.offset)).map((start) => {
    const values = positions(only(gone, start)).map((p) => a.data[p]!)
    if (op === 'sum') return values.reduce((n: bigint, x) => n + BigInt(x), 0n)
    return values.reduce((x, y) => Math[op](x as number, y as number))
  })
  return { dtype, shape: kept.map((k) => a.shape[k]!), data: filledFrom(dtype, list) }
}
