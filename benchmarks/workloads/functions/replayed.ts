// An expression of arrays that is the same each time: recorded at each call, or once.
import type { NdArray } from 'weldarray'
import { uniform, type Workload } from '../../harness/workload.js'

const chain = (a: NdArray, b: NdArray): NdArray => {
  let x = a
  for (let k = 0; k < 10; k++) x = x.mul(b).add(a)
  return x
}

export const replayed: Workload = {
  name: 'compiled chain of 20',
  what: '`np.compile` of ten times `x = x*b + a`',
  sizes: [1e3],
  inputs: (n) => ({ a: uniform(n), b: uniform(n) }),
  evaluates: true,
  implementations: {
    weldarray: (np, { a, b }) => {
      const compiled = np.compile(chain)
      return () => [compiled(a!, b!)]
    },
    operations:
      (_, { a, b }) =>
      () => [chain(a!, b!).evaluate()],
    kernel: (size) => {
      const type = `float64[${size}]`
      const lines = [`%0 = input 0 strides [1] offset 0 : ${type}`, `%1 = input 1 strides [1] offset 0 : ${type}`]
      for (let k = 0; k < 10; k++) {
        const x = k === 0 ? 0 : lines.length - 1
        lines.push(`%${lines.length} = mul %${x} %1 : ${type}`)
        lines.push(`%${lines.length} = add %${lines.length - 1} %0 : ${type}`)
      }
      return `${lines.join('\n')}\nreturn %${lines.length - 1}\n`
    },
  },
}
