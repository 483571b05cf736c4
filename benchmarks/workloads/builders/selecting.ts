import type { Workload } from '../../harness/workload.js'
import { uniform } from '../../harness/workload.js'
import { builder, indices } from './builder.js'

const maskFirst = 'mask = a > 0.5'

export const masks: readonly Workload[] = [
  builder({
    what: '`a[mask]`, half true',
    weldarray: (_, { a }) => {
      const mask = a!.gt(0.5).evaluate()
      return () => [a!.slice(mask as never)]
    },
    before: maskFirst,
    numpy: 'a[mask]',
  }),
  builder({
    what: '`compress(mask, a)`, half true',
    weldarray: (np, { a }) => {
      const mask = a!.gt(0.5).evaluate()
      return () => [np.compress(mask, a!)]
    },
    before: maskFirst,
    numpy: 'np.compress(mask, a)',
  }),
  builder({
    what: '`nonzero(mask)`, half true',
    weldarray: (np, { a }) => {
      const mask = a!.gt(0.5).evaluate()
      return () => np.nonzero(mask)
    },
    before: maskFirst,
    numpy: 'np.nonzero(mask)[0]',
  }),
]

export const maskedSum = builder({
  what: '`a[a > 0.5].sum()`',
  weldarray:
    (np, { a }) =>
    () => [np.compress(a!.gt(0.5), a!).sum()],
  numpy: 'a[a > 0.5].sum()',
})

const withIndices = (n: number) => ({ a: uniform(n), idx: indices(n), b: uniform(n), c: uniform(n) })
const int32 = 'idx = idx.astype(np.int32)'

export const take = builder({
  what: '`take(a, idx)`, random int32',
  inputs: withIndices,
  weldarray: (np, { a, idx }) => {
    const at = idx!.astype('int32').evaluate()
    return () => [np.take(a!, at)]
  },
  before: int32,
  numpy: 'np.take(a, idx)',
})

export const gathered = builder({
  what: '`a[idx]*b + c`',
  inputs: withIndices,
  weldarray: (np, { a, idx, b, c }) => {
    const at = idx!.astype('int32').evaluate()
    return () => [np.take(a!, at).mul(b!).add(c!)]
  },
  before: int32,
  numpy: 'a[idx] * b + c',
})

export const cumsum = builder({
  what: '`cumsum(a)`',
  tolerance: 1e-10,
  weldarray:
    (np, { a }) =>
    () => [np.cumsum(a!)],
  numpy: 'np.cumsum(a)',
})

export const cumsumFused = builder({
  what: '`cumsum(a*b)/n`',
  tolerance: 1e-10,
  weldarray:
    (np, { a, b }) =>
    () => [np.cumsum(a!.mul(b!)).div(a!.size)],
  numpy: 'np.cumsum(a * b) / a.size',
})

export const bincount = builder({
  what: '`bincount(idx)`, 1,000 bins',
  inputs: (n) => ({ idx: indices(n, 1000) }),
  weldarray: (np, { idx }) => {
    const at = idx!.astype('int32').evaluate()
    return () => [np.bincount(at)]
  },
  before: int32,
  numpy: 'np.bincount(idx)',
})

export const histogram = builder({
  what: '`histogram(a, 100)`',
  weldarray:
    (np, { a }) =>
    () =>
      np.histogram(a!, 100),
  numpy: '*np.histogram(a, 100)',
})

export const joins: readonly Workload[] = [
  builder({
    what: '`concatenate([a, b])`',
    weldarray:
      (np, { a, b }) =>
      () => [np.concatenate([a!, b!])],
    numpy: 'np.concatenate([a, b])',
  }),
  builder({
    what: '`stack([a, b], 1)`',
    weldarray:
      (np, { a, b }) =>
      () => [np.stack([a!, b!], 1)],
    numpy: 'np.stack([a, b], 1)',
  }),
]

export const pendingJoins: readonly Workload[] = [
  builder({
    what: '`concatenate([a*2, b + 1])`',
    weldarray:
      (np, { a, b }) =>
      () => [np.concatenate([a!.mul(2), b!.add(1)])],
    numpy: 'np.concatenate([a * 2, b + 1])',
  }),
  builder({
    what: '`stack([a*2, b + 1], 1)`',
    weldarray:
      (np, { a, b }) =>
      () => [np.stack([a!.mul(2), b!.add(1)], 1)],
    numpy: 'np.stack([a * 2, b + 1], 1)',
  }),
]
