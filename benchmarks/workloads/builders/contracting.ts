import type { Workload } from '../../harness/workload.js'
import { builder } from './builder.js'

const side = (n: number): number => Math.sqrt(n)

/** The size is the number of elements of a matrix. */
const matmul = (dtype: 'float64' | 'float32'): Workload =>
  builder({
    what: `\`a @ b\`, square matrices, ${dtype}`,
    sizes: [64 ** 2, 256 ** 2, 1000 ** 2, 2000 ** 2],
    tolerance: dtype === 'float64' ? 1e-12 : 1e-5,
    inputs: (n) => {
      const square = { shape: [side(n), side(n)], low: 0, high: 1 }
      return { a: square, b: square }
    },
    weldarray: (np, inputs) => {
      const [a, b] = [inputs.a!, inputs.b!].map((x) => x.astype(dtype).evaluate())
      return () => [np.matmul(a!, b!)]
    },
    before: `a, b = a.astype(np.${dtype}), b.astype(np.${dtype})`,
    numpy: 'a @ b',
  })

export const products: readonly Workload[] = [matmul('float64'), matmul('float32')]

export const matrixVector = builder({
  what: '`a @ v`, a matrix of 1000²',
  sizes: [1000 ** 2],
  inputs: (n) => ({ a: { shape: [side(n), side(n)], low: 0, high: 1 }, v: { shape: [side(n)], low: 0, high: 1 } }),
  weldarray:
    (np, { a, v }) =>
    () => [np.matmul(a!, v!)],
  numpy: 'a @ v',
})
