// Loops as people write them, without one `evaluate()`.
import { type Input, uniform, type Workload } from '../../harness/workload.js'

export const accumulate: Workload = {
  name: 'accumulate',
  what: '`acc.addeq(rng.random(n))` 1,000 times, then `acc.sum().item()`',
  sizes: [1e6],
  evaluates: true,
  inputs: () => ({}),
  implementations: {
    weldarray: (np) => () => {
      const rng = np.random.default_rng(1)
      const acc = np.zeros(1e6)
      for (let k = 0; k < 1000; k++) acc.addeq(rng.random(1e6))
      return [np.asarray([Number(acc.sum().item())])]
    },
    numpy: `
def run():
    rng = np.random.default_rng(1)
    acc = np.zeros(1000000)
    for k in range(1000):
        acc += rng.random(1000000)
    return [[acc.sum()]]
`,
  },
}

export const decay: Workload = {
  name: 'look each turn',
  what: '`y = y.mul(.99).add(.01)` and `y.sum().item()`, 200 turns',
  sizes: [1e4, 1e5, 1e6],
  evaluates: true,
  inputs: (n) => ({ a: uniform(n) }),
  implementations: {
    weldarray:
      (np, { a }) =>
      () => {
        let y = a!
        let total = 0
        for (let k = 0; k < 200; k++) {
          y = y.mul(0.99).add(0.01)
          total += Number(y.sum().item())
        }
        return [np.asarray([total])]
      },
    numpy: `
def run():
    y, total = a, 0.0
    for _ in range(200):
        y = y * 0.99 + 0.01
        total += y.sum()
    return [[total]]
`,
  },
}

const board: Input = { shape: [256, 256], low: 0, high: 2, whole: true }
const around = [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => [i, j])).filter(([i, j]) => i !== 0 || j !== 0)

export const life: Workload = {
  name: 'life',
  what: 'Game of Life with `roll`, 256², 100 generations',
  sizes: [65536],
  evaluates: true,
  inputs: () => ({ x: board }),
  implementations: {
    weldarray: (np, inputs) => {
      const start = inputs.x!.astype('uint8').evaluate()
      return () => {
        let x = start
        for (let k = 0; k < 100; k++) {
          const near = around.map((by) => np.roll(x, by, [0, 1])).reduce((a, b) => a.add(b))
          x = np.logical_or(near.eq(3), np.logical_and(x, near.eq(2))).astype('uint8')
        }
        return [x.evaluate()]
      }
    },
    numpy: `
around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
start = x.astype(np.uint8)

def run():
    x = start
    for _ in range(100):
        near = sum(np.roll(x, by, (0, 1)) for by in around)
        x = ((near == 3) | (x & (near == 2))).astype(np.uint8)
    return [x]
`,
  },
}
