import { turned } from '@weldarray/runtime'
import { dotRows } from './blocks.js'
import { withMatrices } from './matrix.js'
import { LinAlgError } from './stacks.js'
import { inverseOf } from './triangular.js'

/** Columns of a matrix of n that are factored at a time, in JavaScript: what is beside products counts less in large ones. */
const panelOf = (n: number): number => (n < 400 ? 24 : 32)
/** Smaller matrices are factored as one panel. */
const SMALL = 64

/** Writes L with L·Lᵀ = `a` (n by n, of which the lower triangle is read) to `l`, which is zero. Throws `LinAlgError`. */
export function lowerFactor(a: Float64Array, n: number, l: Float64Array): void {
  if (n <= SMALL) {
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) l[i * n + j] = a[i * n + j]!
    factorRows(l, n, 0, n, 0)
    return
  }
  const width = panelOf(n)
  withMatrices(({ make, store }) => {
    const [from, factors, panel, inverse] = [make(n, n), make(n, n), make(n, width), make(width, width)]
    from.data.set(a)
    for (let start = 0; start < n; start += width) {
      const end = Math.min(start + width, n)
      // What the columns before have to do with these.
      store(
        panel.part(start, 0),
        [n - start, start, end - start],
        factors.part(start, 0),
        turned(factors.part(start, 0)),
        from.part(start, start),
      )
      factorRows(panel.data, width, start, end, start)
      for (let i = start; i < end; i++)
        for (let j = start; j <= i; j++) factors.data[i * n + j] = panel.data[i * width + j - start]!
      inverseOf(panel.data, start * width, [width, 1], end - start, false, inverse)
      const sizes = [n - end, end - start, end - start] as const
      store(factors.part(end, start), sizes, panel.part(end, 0), turned(inverse.part(0, 0)))
    }
    for (let i = 0; i < n; i++) l.set(factors.data.subarray(i * n, i * n + i + 1), i * n)
  })
}

/** Rows from `start` on, in place, each by the ones before it among the first `step` (the diagonal begins at row `start`, column 0). */
function factorRows(l: Float64Array, step: number, start: number, end: number, first: number): void {
  for (let i = start; i < end; i++) {
    const columns = Math.min(step, i - first + 1)
    for (let j = 0; j < columns; j++) {
      const row = first + j
      const rest = l[i * step + j]! - dotRows(l, i * step, l, row * step, j)
      if (row !== i) l[i * step + j] = rest / l[row * step + j]!
      else {
        if (!(rest > 0)) throw new LinAlgError(`cholesky: the matrix is not positive definite: pivot ${i} is ${rest}`)
        l[i * step + j] = Math.sqrt(rest)
      }
    }
  }
}
