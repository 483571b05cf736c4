import { allSizes, uniform, type Workload } from '../harness/workload.js'

export const inplaceChain: Workload = {
  name: 'inplace-chain',
  what: 'ten times `a += b`',
  sizes: allSizes,
  inputs: (n) => ({ a: uniform(n), b: uniform(n) }),
  implementations: {
    weldarray:
      (_, { a, b }) =>
      () => {
        for (let k = 0; k < 10; k++) a!.addeq(b!)
        return [a!]
      },
    'ndarray-ops':
      ({ ops }, { a, b }) =>
      () => {
        for (let k = 0; k < 10; k++) ops.addeq(a!, b!)
        return [a!]
      },
    loop:
      ({ a, b }) =>
      () => {
        for (let i = 0; i < a!.length; i++) {
          const y = b![i]!
          let x = a![i]!
          for (let k = 0; k < 10; k++) x += y
          a![i] = x
        }
        return [a!]
      },
    numpy: `
def run():
    global a
    for _ in range(10):
        a += b
    return [a]
`,
    numba: `
@njit
def chain(a, b):
    for i in prange(a.size):
        x = a[i]
        for _ in range(10):
            x += b[i]
        a[i] = x

def run():
    chain(a, b)
    return [a]
`,
  },
}
