import type { Workload } from '../../harness/workload.js'
import { uniform } from '../../harness/workload.js'
import { builder, indices } from './builder.js'

export const sort = builder({
  what: '`sort(a)`',
  weldarray:
    (np, { a }) =>
    () => [np.sort(a!)],
  numpy: 'np.sort(a)',
  loop: ({ a }) => {
    const out = new Float64Array(a!.length)
    return () => {
      out.set(a!)
      return [out.sort()]
    }
  },
})

export const otherSorts: readonly Workload[] = [
  builder({
    what: '`argsort(a)`',
    weldarray:
      (np, { a }) =>
      () => [np.argsort(a!)],
    numpy: 'np.argsort(a)',
  }),
  builder({
    what: '`unique(a)`, int32, n/2 values',
    inputs: (n) => ({ a: indices(n, n / 2) }),
    weldarray: (np, inputs) => {
      const a = inputs.a!.astype('int32').evaluate()
      return () => [np.unique(a)]
    },
    before: 'a = a.astype(np.int32)',
    numpy: 'np.unique(a)',
  }),
  builder({
    what: '`median(a)`',
    weldarray:
      (np, { a }) =>
      () => [np.median(a!)],
    numpy: 'np.median(a)',
  }),
  builder({
    what: '`searchsorted(sorted, b)`, n numbers in n',
    inputs: (n) => ({ a: uniform(n), b: uniform(n) }),
    weldarray: (np, { a, b }) => {
      const sorted = np.sort(a!).evaluate()
      return () => [np.searchsorted(sorted, b!)]
    },
    before: 'a = np.sort(a)',
    numpy: 'np.searchsorted(a, b)',
  }),
]
