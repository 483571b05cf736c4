import { allSizes, uniform, type Workload } from '../harness/workload.js'

export const stats: Workload = {
  name: 'stats',
  what: 'sum, min, max, mean and std of one array',
  sizes: allSizes,
  inputs: (n) => ({ a: uniform(n) }),
  implementations: {
    weldarray:
      (_, { a }) =>
      () => [a!.sum(), a!.min(), a!.max(), a!.mean(), a!.std()],
    'ndarray-ops': ({ ops, zeros }, { a }) => {
      const distance = zeros(a!.shape)
      return () => {
        const sum = ops.sum(a!)
        const mean = sum / a!.size
        ops.subs(distance, a!, mean)
        return [sum, ops.inf(a!), ops.sup(a!), mean, Math.sqrt(ops.norm2squared(distance) / a!.size)]
      }
    },
    loop:
      ({ a }) =>
      () => {
        let [sum, min, max] = [0, Infinity, -Infinity]
        for (let i = 0; i < a!.length; i++) {
          const x = a![i]!
          sum += x
          if (x < min) min = x
          if (x > max) max = x
        }
        const mean = sum / a!.length
        let squares = 0
        for (let i = 0; i < a!.length; i++) squares += (a![i]! - mean) ** 2
        return [sum, min, max, mean, Math.sqrt(squares / a!.length)]
      },
    numpy: `
def run():
    return [a.sum(), a.min(), a.max(), a.mean(), a.std()]
`,
  },
}
