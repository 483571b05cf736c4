// Arrays from 10⁶ elements on, where memory and instructions are the time.
import { type Input, uniform, type Workload } from '../../harness/workload.js'
import { cse } from '../cse.js'
import { fmaChain } from '../fma-chain.js'
import { inplaceChain } from '../inplace-chain.js'
import { unaryWorkloads } from '../unary.js'

/** A workload of the main table, at 10⁶ only. */
const million = (w: Workload): Workload => ({ ...w, sizes: [1e6] })

export const chains: readonly Workload[] = [fmaChain, inplaceChain, cse].map(million)

export const elementary: readonly Workload[] = ['exp', 'log', 'tanh'].map((name) =>
  million(unaryWorkloads.find((w) => w.name === `${name} float64`)!),
)

const square = (n: number): Input => ({ shape: [1000, n / 1000], low: 0, high: 1 })

/** Ten steps of the heat equation on a plate, the inner part of it written in place. */
export const heat: Workload = {
  name: 'heat',
  what: 'ten times `u[1:-1, 1:-1] += 0.1*(north + south + west + east - 4*u[1:-1, 1:-1])`',
  sizes: [1e6, 1e7],
  inputs: (n) => ({ u: square(n) }),
  implementations: {
    weldarray: (_, { u }) => {
      const part = (rows: string, columns: string) => u!.slice(rows, columns)
      return () => {
        for (let k = 0; k < 10; k++) {
          const inner = part('1:-1', '1:-1')
          const around = part(':-2', '1:-1').add(part('2:', '1:-1')).add(part('1:-1', ':-2')).add(part('1:-1', '2:'))
          inner.addeq(around.sub(inner.mul(4)).mul(0.1))
        }
        return [u!]
      }
    },
    numba: `
@njit
def step(u, v):
    rows, columns = u.shape
    for i in prange(1, rows - 1):
        for j in range(1, columns - 1):
            v[i, j] = u[i, j] + 0.1 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1] - 4 * u[i, j])
    for i in prange(1, rows - 1):
        for j in range(1, columns - 1):
            u[i, j] = v[i, j]

v = np.empty_like(u)

def run():
    for _ in range(10):
        step(u, v)
    return [u]
`,
  },
}

export const softmax32: Workload = {
  name: 'softmax float32',
  what: 'softmax of rows of 1,000, float32',
  sizes: [1e6],
  tolerance: 1e-5,
  inputs: (n) => ({ x: square(n) }),
  implementations: {
    weldarray: (np, inputs) => {
      const x = inputs.x!.astype('float32').evaluate()
      return () => {
        const e = np.exp(x.sub(x.max({ axis: 1, keepdims: true })))
        return [e.div(e.sum({ axis: 1, keepdims: true }))]
      }
    },
    numpy: `
x = x.astype(np.float32)

def run():
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return [e / e.sum(axis=1, keepdims=True)]
`,
  },
}

export const logistic32: Workload = {
  name: 'logistic float32',
  what: '`1 / (1 + exp(−(x*w + b)))`, float32',
  sizes: [1e6],
  tolerance: 1e-5,
  inputs: (n) => ({ x: uniform(n, -5, 5) }),
  implementations: {
    weldarray: (np, inputs) => {
      const x = inputs.x!.astype('float32').evaluate()
      return () => [np.divide(1, np.exp(x.mul(0.7).add(0.1).neg()).add(1))]
    },
    numpy: `
x = x.astype(np.float32)

def run():
    return [1 / (1 + np.exp(-(x * 0.7 + 0.1)))]
`,
  },
}
