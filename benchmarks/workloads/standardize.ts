import { allSizes, type Workload } from '../harness/workload.js'

const columns = 100

export const standardize: Workload = {
  name: 'standardize',
  what: '`(X − mean(X, 0)) / std(X, 0)`, 100 columns',
  sizes: allSizes,
  inputs: (n) => ({ x: { shape: [n / columns, columns], low: 0, high: 1 } }),
  implementations: {
    weldarray:
      (_, { x }) =>
      () => [x!.sub(x!.mean(0)).div(x!.std(0))],
    'ndarray-ops': ({ ops, zeros }, { x }) => {
      const y = zeros(x!.shape)
      const rows = x!.shape[0]!
      return () => {
        for (let j = 0; j < columns; j++) {
          const [from, to] = [x!.pick(null as never, j), y.pick(null as never, j)]
          ops.subs(to, from, ops.sum(from) / rows)
          ops.divseq(to, Math.sqrt(ops.norm2squared(to) / rows))
        }
        return [y]
      }
    },
    loop: ({ x }) => {
      const y = new Float64Array(x!.length)
      const rows = x!.length / columns
      const [mean, std] = [new Float64Array(columns), new Float64Array(columns)]
      return () => {
        mean.fill(0)
        std.fill(0)
        for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < columns; j++) mean[j]! += x![k++]!
        for (let j = 0; j < columns; j++) mean[j]! /= rows
        for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < columns; j++) std[j]! += (x![k++]! - mean[j]!) ** 2
        for (let j = 0; j < columns; j++) std[j] = Math.sqrt(std[j]! / rows)
        for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < columns; j++, k++) y[k] = (x![k]! - mean[j]!) / std[j]!
        return [y]
      }
    },
    numpy: `
def run():
    return [(x - x.mean(0)) / x.std(0)]
`,
  },
}
