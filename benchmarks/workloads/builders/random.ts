import { builder } from './builder.js'

const seeded = 'rng = np.random.default_rng(1)'
const length = (n: number) => ({ a: { shape: [n], low: 0, high: 1 } })

export const random = builder({
  what: '`rng.random(n)`',
  inputs: length,
  weldarray: (np, { a }) => {
    const rng = np.random.default_rng(1)
    return () => [rng.random(a!.size)]
  },
  before: seeded,
  numpy: 'rng.random(a.size)',
})

export const normal = builder({
  what: '`rng.standard_normal(n)`',
  inputs: length,
  weldarray: (np, { a }) => {
    const rng = np.random.default_rng(1)
    return () => [rng.standard_normal(a!.size)]
  },
  before: seeded,
  numpy: 'rng.standard_normal(a.size)',
})

export const integers = builder({
  what: '`rng.integers(0, 1000, n)`',
  inputs: length,
  weldarray: (np, { a }) => {
    const rng = np.random.default_rng(1)
    return () => [np.asarray(rng.integers(0, 1000, a!.size))]
  },
  before: seeded,
  numpy: 'rng.integers(0, 1000, a.size)',
})
