import { allSizes, uniform, type Workload } from '../harness/workload.js'

export const cse: Workload = {
  name: 'cse',
  what: '`a**2 + a**2`',
  sizes: allSizes,
  inputs: (n) => ({ a: uniform(n) }),
  implementations: {
    weldarray:
      (_, { a }) =>
      () => [a!.pow(2).add(a!.pow(2))],
    'ndarray-ops': ({ ops, zeros }, { a }) => {
      const [x, y] = [zeros(a!.shape), zeros(a!.shape)]
      return () => {
        ops.mul(x, a!, a!)
        ops.mul(y, a!, a!)
        ops.addeq(x, y)
        return [x]
      }
    },
    loop: ({ a }) => {
      const out = new Float64Array(a!.length)
      return () => {
        for (let i = 0; i < out.length; i++) {
          const square = a![i]! * a![i]!
          out[i] = square + square
        }
        return [out]
      }
    },
    numpy: `
def run():
    return [a**2 + a**2]
`,
    numba: `
@njit
def squares(a):
    d = np.empty_like(a)
    for i in prange(a.size):
        d[i] = a[i]**2 + a[i]**2
    return d

def run():
    return [squares(a)]
`,
  },
}
