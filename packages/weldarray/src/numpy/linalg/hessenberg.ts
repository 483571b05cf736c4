/*
 * What is done to a square matrix (n by n, by rows) before its eigenvalues are looked for: its rows and columns are balanced, and Householder
 * reflections leave zeros below its second diagonal (EISPACK's balanc and orthes, as JAMA has them).
 */

/** Rows and columns scaled by powers of two until they are about as long; returns the scales. */
export function balance(H: Float64Array, n: number): Float64Array {
  const scale = new Float64Array(n).fill(1)
  for (let settled = false; !settled; ) {
    settled = true
    for (let i = 0; i < n; i++) {
      let [row, column] = [0, 0]
      for (let j = 0; j < n; j++)
        if (j !== i) {
          row += Math.abs(H[i * n + j]!)
          column += Math.abs(H[j * n + i]!)
        }
      const sum = row + column
      // (What overflows stays as large however often it is divided.)
      if (row === 0 || column === 0 || !Number.isFinite(sum)) continue
      let f = 1
      for (; column < row / 2; column *= 4) f *= 2
      for (; column >= row * 2; column /= 4) f /= 2
      if ((column + row) / f >= 0.95 * sum || f === 1) continue
      settled = false
      scale[i]! *= f
      for (let j = 0; j < n; j++) H[i * n + j]! /= f
      for (let j = 0; j < n; j++) H[j * n + i]! *= f
    }
  }
  return scale
}

/** To Hessenberg form; `V` gets the product of the reflections. */
export function hessenberg(H: Float64Array, V: Float64Array, n: number): void {
  const ort = new Float64Array(n)
  const high = n - 1
  for (let m = 1; m < high; m++) {
    let scale = 0
    for (let i = m; i <= high; i++) scale += Math.abs(H[i * n + m - 1]!)
    if (scale === 0) continue
    let h = 0
    for (let i = high; i >= m; i--) {
      ort[i] = H[i * n + m - 1]! / scale
      h += ort[i]! * ort[i]!
    }
    const g = ort[m]! > 0 ? -Math.sqrt(h) : Math.sqrt(h)
    h -= ort[m]! * g
    ort[m]! -= g
    for (let j = m; j < n; j++) {
      let f = 0
      for (let i = high; i >= m; i--) f += ort[i]! * H[i * n + j]!
      f /= h
      for (let i = m; i <= high; i++) H[i * n + j]! -= f * ort[i]!
    }
    for (let i = 0; i <= high; i++) {
      let f = 0
      for (let j = high; j >= m; j--) f += ort[j]! * H[i * n + j]!
      f /= h
      for (let j = m; j <= high; j++) H[i * n + j]! -= f * ort[j]!
    }
    ort[m]! *= scale
    H[m * n + m - 1] = scale * g
  }
  V.fill(0)
  for (let i = 0; i < n; i++) V[i * n + i] = 1
  for (let m = high - 1; m >= 1; m--) {
    if (H[m * n + m - 1] === 0) continue
    for (let i = m + 1; i <= high; i++) ort[i] = H[i * n + m - 1]!
    for (let j = m; j <= high; j++) {
      let g = 0
      for (let i = m; i <= high; i++) g += ort[i]! * V[i * n + j]!
      g = g / ort[m]! / H[m * n + m - 1]!
      for (let i = m; i <= high; i++) V[i * n + j]! += g * ort[i]!
    }
  }
}
