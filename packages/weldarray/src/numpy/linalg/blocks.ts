/*
 * The loops that factorizations spend their time in, over rows that lie one after the other.
 */

/**
 * C -= A·B for parts of matrices with rows `step` apart: `rows` × `inner` times `inner` × `columns`. Four rows of B at a time, so
 * that an element of C is read and written once for four products.
 */
export function subtractProduct(
  c: Float64Array,
  cAt: number,
  cStep: number,
  a: Float64Array,
  aAt: number,
  aStep: number,
  b: Float64Array,
  bAt: number,
  bStep: number,
  [rows, inner, columns]: readonly [number, number, number],
): void {
  for (let i = 0; i < rows; i++) {
    const to = cAt + i * cStep
    const from = aAt + i * aStep
    let k = 0
    for (; k + 4 <= inner; k += 4) {
      const x0 = a[from + k]!
      const x1 = a[from + k + 1]!
      const x2 = a[from + k + 2]!
      const x3 = a[from + k + 3]!
      const at = bAt + k * bStep
      subtractFour(c, to, b, at, at + bStep, at + 2 * bStep, at + 3 * bStep, x0, x1, x2, x3, columns)
    }
    for (; k < inner; k++) subtractRow(c, to, a[from + k]!, b, bAt + k * bStep, columns)
  }
}

/** A row minus four others, each times its number. By itself, so that the engine compiles nothing but this loop. */
export function subtractFour(
  c: Float64Array,
  to: number,
  b: Float64Array,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
  x0: number,
  x1: number,
  x2: number,
  x3: number,
  columns: number,
): void {
  for (let j = 0; j < columns; j++)
    c[to + j] = c[to + j]! - (x0 * b[b0 + j]! + x1 * b[b1 + j]! + (x2 * b[b2 + j]! + x3 * b[b3 + j]!))
}

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

export function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const t = new Float64Array(a.length)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) t[j * rows + i] = a[i * columns + j]!
  return t
}

export function identityOf(n: number): Float64Array {
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) a[i * n + i] = 1
  return a
}
