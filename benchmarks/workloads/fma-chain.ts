import { allSizes, uniform, type Workload } from '../harness/workload.js'

export const fmaChain: Workload = {
  name: 'fma-chain',
  what: '`d = a*b + c; d += 100`',
  sizes: allSizes,
  inputs: (n) => ({ a: uniform(n), b: uniform(n), c: uniform(n) }),
  implementations: {
    weldarray:
      (_, { a, b, c }) =>
      () => {
        const d = a!.mul(b!).add(c!)
        d.addeq(100)
        return [d]
      },
    'ndarray-ops': ({ ops, zeros }, { a, b, c }) => {
      const d = zeros(a!.shape)
      return () => {
        ops.mul(d, a!, b!)
        ops.addeq(d, c!)
        ops.addseq(d, 100)
        return [d]
      }
    },
    loop: ({ a, b, c }) => {
      const d = new Float64Array(a!.length)
      return () => {
        for (let i = 0; i < d.length; i++) d[i] = a![i]! * b![i]! + c![i]! + 100
        return [d]
      }
    },
    numpy: `
def run():
    d = a * b + c
    d += 100
    return [d]
`,
    numba: `
@njit
def chain(a, b, c):
    d = np.empty_like(a)
    for i in prange(a.size):
        d[i] = a[i] * b[i] + c[i] + 100
    return d

def run():
    return [chain(a, b, c)]
`,
  },
}
