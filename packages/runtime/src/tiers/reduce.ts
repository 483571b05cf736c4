import {
  allocate,
  BLOCK,
  type DType,
  dtypeInfo,
  type ReduceOp,
  reduceRun,
  type Scalar,
  type Shape,
  splitRuns,
  type TypedArray,
} from '@weldarray/ir'

type Values = { [i: number]: Scalar }

/** A sum of at most one block of neighbours, in eight lanes and a tree: `reduceRun` without its detours. */
function sumOf(x: Float64Array, from: number, n: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  let p = from
  const end = from + n
  for (; p + 8 <= end; p += 8) {
    a += x[p]!
    b += x[p + 1]!
    c += x[p + 2]!
    d += x[p + 3]!
    e += x[p + 4]!
    f += x[p + 5]!
    g += x[p + 6]!
    h += x[p + 7]!
  }
  if (p < end) a += x[p]!
  if (p + 1 < end) b += x[p + 1]!
  if (p + 2 < end) c += x[p + 2]!
  if (p + 3 < end) d += x[p + 3]!
  if (p + 4 < end) e += x[p + 4]!
  if (p + 5 < end) f += x[p + 5]!
  if (p + 6 < end) g += x[p + 6]!
  return a + b + (c + d) + (e + f + (g + h))
}

/*
 * The order does not matter for extremes: no lanes are needed. (Ties of zeros and NaN are symmetric in `Math.min` and `max`,
 * which the engine makes one instruction of where it sees them called directly.)
 */

function minOf(x: Float64Array, from: number, n: number): number {
  let found = x[from]!
  for (let p = from + 1; p < from + n; p++) found = Math.min(found, x[p]!)
  return found
}

function maxOf(x: Float64Array, from: number, n: number): number {
  let found = x[from]!
  for (let p = from + 1; p < from + n; p++) found = Math.max(found, x[p]!)
  return found
}

/** One run of a reduction whose elements are neighbours. */
function reduceNeighbours(op: ReduceOp, dtype: DType, source: TypedArray, from: number, n: number): Scalar {
  const x = source as Float64Array
  if (n > 0 && n <= BLOCK && !dtypeInfo[dtype].big) {
    if (op === 'sum' && dtype === 'float64') return sumOf(x, from, n)
    if (op === 'min') return minOf(x, from, n)
    if (op === 'max') return maxOf(x, from, n)
  }
  return reduceRun(op, dtype, source as unknown as Values, from, 1, n, true)
}

/** One reduction; `source` is contiguous, of shape `shape`. */
export function reduceInJs(op: ReduceOp, dtype: DType, source: TypedArray, shape: Shape, axes: readonly number[]): TypedArray {
  let current = source
  for (const { outer, length, inner } of splitRuns(shape, axes)) {
    const result = allocate(dtype, outer * inner)
    const to = result as unknown as Values
    if (inner === 1) for (let o = 0; o < outer; o++) to[o] = reduceNeighbours(op, dtype, current, o * length, length)
    else
      for (let o = 0; o < outer; o++)
        for (let i = 0; i < inner; i++)
          to[o * inner + i] = reduceRun(op, dtype, current as unknown as Values, o * length * inner + i, inner, length, false)
    current = result
  }
  return current
}
