/*
 * The loops that factorizations spend their time in, over rows that lie one after the other.
 */

/** A row minus `x` times another. */
export function subtractRow(c: Float64Array, at: number, x: number, b: Float64Array, from: number, length: number): void {
  if (x === 0) return
  for (let j = 0; j < length; j++) c[at + j] = c[at + j]! - x * b[from + j]!
}

/** The sum of the products of two rows, in four running sums. */
export function dotRows(a: Float64Array, at: number, b: Float64Array, from: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 4 <= length; k += 4) {
    s0 += a[at + k]! * b[from + k]!
    s1 += a[at + k + 1]! * b[from + k + 1]!
    s2 += a[at + k + 2]! * b[from + k + 2]!
    s3 += a[at + k + 3]! * b[from + k + 3]!
  }
  for (; k < length; k++) s0 += a[at + k]! * b[from + k]!
  return s0 + s1 + (s2 + s3)
}

/** The length of a part of a row, scaled so that squares neither overflow nor vanish. */
export function lengthOf(a: Float64Array, at: number, length: number): number {
  const plain = Math.sqrt(dotRows(a, at, a, at, length))
  if (plain > 1e-140 && plain < 1e140) return plain
  let top = 0
  for (let k = 0; k < length; k++) top = Math.max(top, Math.abs(a[at + k]!))
  if (top === 0 || !Number.isFinite(top)) return top
  let sum = 0
  for (let k = 0; k < length; k++) sum += (a[at + k]! / top) ** 2
  return top * Math.sqrt(sum)
}

/** `Math.hypot` of two numbers: by itself a tenth of the time where their squares neither overflow nor vanish. */
export function hypotenuse(x: number, y: number): number {
  const square = x * x + y * y
  return square > 1e-280 && square < 1e300 ? Math.sqrt(square) : Math.hypot(x, y)
}

/** The largest of numbers, whatever its sign. */
export function largestOf(a: Float64Array): number {
  let top = 0
  for (let i = 0; i < a.length; i++) top = Math.max(top, Math.abs(a[i]!))
  return top
}

/** The power of two that brings a number between 1 and 2; for 0 it is 1. */
export const toOne = (top: number): number => (top === 0 ? 1 : 2 ** Math.min(1023, -Math.floor(Math.log2(top))))

/** By what power of two a matrix is to be multiplied, so that no square overflows or vanishes. */
export function scaleOf(a: Float64Array): number {
  const top = largestOf(a)
  return top > 1e-100 && top < 1e100 ? 1 : toOne(top)
}

export const scaled = (a: Float64Array, scale: number): Float64Array => (scale === 1 ? a : a.map((x) => x * scale))

/** In place. */
export function rescaled(a: Float64Array, by: number): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! * by
}

export function transposed(
  a: Float64Array,
  rows: number,
  columns: number,
  t: Float64Array = new Float64Array(a.length),
): Float64Array {
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) t[j * rows + i] = a[i * columns + j]!
  return t
}

export function identityOf(n: number): Float64Array {
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) a[i * n + i] = 1
  return a
}
