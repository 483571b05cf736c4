import type { NdArray } from 'weldarray'
import type { Workload } from '../../harness/workload.js'
import type { Np } from '../../peers/weldarray.js'
import { builder } from './builder.js'

const side = (n: number): number => Math.sqrt(n)

/** The size is the number of elements of a matrix: uniform numbers, with something added to the diagonal so that nothing is lost. */
const factoring = (
  what: string,
  numpy: string,
  ours: (np: Np, a: NdArray, v: NdArray) => NdArray[],
  tolerance = 1e-8,
): Workload =>
  builder({
    what,
    sizes: [200 ** 2, 500 ** 2, 1000 ** 2],
    tolerance,
    inputs: (n) => ({ a: { shape: [side(n), side(n)], low: 0, high: 1 }, v: { shape: [side(n)], low: 0, high: 1 } }),
    weldarray: (np, inputs) => {
      const [a, v] = [inputs.a!, inputs.v!]
      const n = v.size
      const m = np.matmul(a, np.transpose(a)).div(n).add(np.eye(n)).evaluate()
      return () => ours(np, m, v)
    },
    before: 'a = a @ a.T / v.size + np.eye(v.size)',
    numpy,
  })

export const factors: readonly Workload[] = [
  factoring('`linalg.solve(a, v)`', 'np.linalg.solve(a, v)', (np, a, v) => [np.linalg.solve(a, v)]),
  factoring('`linalg.inv(a)`', 'np.linalg.inv(a)', (np, a) => [np.linalg.inv(a)]),
  factoring('`linalg.slogdet(a)`', 'np.linalg.slogdet(a)[1]', (np, a) => [np.linalg.slogdet(a).logabsdet]),
  factoring('`linalg.cholesky(a)`', 'np.linalg.cholesky(a)', (np, a) => [np.linalg.cholesky(a)]),
  factoring('`linalg.qr(a)`', '*np.linalg.qr(a)', (np, a) => {
    const { Q, R } = np.linalg.qr(a)
    return [Q, R]
  }),
  factoring('`linalg.lstsq(a, v)`', 'np.linalg.lstsq(a, v, rcond=None)[0]', (np, a, v) => [np.linalg.lstsq(a, v)[0]]),
  // Vectors are the same but for their signs, as far as their values are apart.
  factoring(
    '`linalg.eigh(a)`',
    '*(lambda w, v: (w, np.abs(v)))(*np.linalg.eigh(a))',
    (np, a) => {
      const [w, v] = np.linalg.eigh(a)
      return [w, np.abs(v)]
    },
    1e-6,
  ),
  factoring('`linalg.eigvalsh(a)`', 'np.linalg.eigvalsh(a)', (np, a) => [np.linalg.eigvalsh(a)]),
  factoring(
    '`linalg.svd(a)`',
    '*(lambda u, s, v: (np.abs(u), s, np.abs(v)))(*np.linalg.svd(a))',
    (np, a) => {
      const [u, s, v] = np.linalg.svd(a)
      return [np.abs(u), s, np.abs(v)]
    },
    1e-6,
  ),
  factoring('`linalg.svdvals(a)`', 'np.linalg.svdvals(a)', (np, a) => [np.linalg.svdvals(a)]),
]
