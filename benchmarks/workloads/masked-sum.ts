import { allSizes, uniform, type Workload } from '../harness/workload.js'

export const maskedSum: Workload = {
  name: 'masked-sum',
  what: '`sum(where(a > 0.5, a*b, 0))`',
  sizes: allSizes,
  inputs: (n) => ({ a: uniform(n), b: uniform(n) }),
  implementations: {
    weldarray:
      (np, { a, b }) =>
      () => [np.where(a!.gt(0.5), a!.mul(b!), 0).sum()],
    'ndarray-ops': ({ ops, ndarray, zeros }, { a, b }) => {
      const mask = ndarray(new Uint8Array(a!.size))
      const x = zeros(a!.shape)
      return () => {
        ops.gts(mask, a!, 0.5)
        ops.mul(x, a!, b!)
        ops.muleq(x, mask)
        return [ops.sum(x)]
      }
    },
    loop:
      ({ a, b }) =>
      () => {
        let sum = 0
        for (let i = 0; i < a!.length; i++) if (a![i]! > 0.5) sum += a![i]! * b![i]!
        return [sum]
      },
    numpy: `
def run():
    return [np.sum(np.where(a > 0.5, a * b, 0))]
`,
  },
}
