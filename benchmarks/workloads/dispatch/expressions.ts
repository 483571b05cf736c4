// Small and middling arrays, where what a call costs is the time: each program is the plain expression, evaluated, its result left
// to garbage collection.
import type { NdArray } from 'weldarray'
import { type Input, uniform, type Workload } from '../../harness/workload.js'
import type { Np } from '../../peers/weldarray.js'

export const small = [4, 64, 1e3, 4e3, 2e4, 1e5]
const middling = [1e3, 1e4, 1e5]

interface Expression {
  readonly name: string
  readonly what: string
  readonly sizes?: readonly number[]
  readonly inputs?: (n: number) => Record<string, Input>
  readonly weldarray: (np: Np, inputs: Record<string, NdArray>) => () => NdArray
  /** The body of `run`, and what comes before it. */
  readonly numpy: string
  readonly before?: string
  readonly tolerance?: number
}

const expression = ({
  name,
  what,
  sizes = middling,
  inputs,
  weldarray,
  numpy,
  before = '',
  tolerance,
}: Expression): Workload => ({
  name,
  what,
  sizes,
  inputs: inputs ?? ((n) => ({ a: uniform(n), b: uniform(n) })),
  evaluates: true,
  ...(tolerance === undefined ? {} : { tolerance }),
  implementations: {
    weldarray: (np, arrays) => {
      const body = weldarray(np, arrays)
      return () => [body()]
    },
    numpy: `${before}\ndef run():\n${numpy.trim().replaceAll(/^/gm, '    ')}\n`,
  },
})

export const again = expression({
  name: 'again',
  what: '`a.mul(b).add(1)`',
  sizes: small,
  weldarray:
    (_, { a, b }) =>
    () =>
      a!.mul(b!).add(1).evaluate(),
  numpy: 'return [a * b + 1]',
})

export const anotherConstant = expression({
  name: 'another constant',
  what: '`a.mul(b).add(k)`, k another each turn',
  sizes: small,
  weldarray: (_, { a, b }) => {
    let k = 0
    return () => a!.mul(b!).add(++k).evaluate()
  },
  before: 'k = 0',
  numpy: 'global k\nk += 1\nreturn [a * b + k]',
})

/** Offset and length change in every turn, 1,000 of each; the length is n on average. */
export const window = expression({
  name: 'window',
  what: '`a.mul(b).add(1)` over a window whose offset and length change each turn',
  sizes: small,
  inputs: (n) => ({ a: uniform(2 * n), b: uniform(2 * n) }),
  weldarray: (_, { a, b }) => {
    const n = a!.size / 2
    let k = 0
    return () => {
      k = (k + 1) % 1000
      const from = (k * 7) % (n >> 1)
      const to = from + n - (n >> 2) + ((k * 13) % (n >> 1))
      return a!.hi(to).lo(from).mul(b!.hi(to).lo(from)).add(1).evaluate()
    }
  },
  before: 'k = 0\nn = a.size // 2',
  numpy: `
global k
k = (k + 1) % 1000
start = k * 7 % (n >> 1)
stop = start + n - (n >> 2) + k * 13 % (n >> 1)
return [a[start:stop] * b[start:stop] + 1]`,
})

export const chain20 = expression({
  name: 'chain of 20',
  what: 'ten times `x = x*b + a`',
  sizes: small,
  weldarray:
    (_, { a, b }) =>
    () => {
      let x = a!
      for (let k = 0; k < 10; k++) x = x.mul(b!).add(a!)
      return x.evaluate()
    },
  numpy: 'x = a\nfor _ in range(10):\n    x = x * b + a\nreturn [x]',
})

export const sum = expression({
  name: 'sum',
  what: '`a.sum()`',
  weldarray:
    (_, { a }) =>
    () =>
      a!.sum().evaluate(),
  numpy: 'return [a.sum()]',
})

export const maskedSum = expression({
  name: 'masked sum',
  what: '`where(a > 0.5, a*b, 0).sum()`',
  weldarray:
    (np, { a, b }) =>
    () =>
      np.where(a!.gt(0.5), a!.mul(b!), 0).sum().evaluate(),
  numpy: 'return [np.where(a > 0.5, a * b, 0).sum()]',
})

const rows = (n: number) => ({ x: { shape: [n / 100, 100], low: 0, high: 1 } })

export const standardize = expression({
  name: 'standardized columns',
  what: '`(X − mean(X, 0)) / std(X, 0)`, 100 columns',
  inputs: rows,
  weldarray:
    (_, { x }) =>
    () =>
      x!.sub(x!.mean(0)).div(x!.std(0)).evaluate(),
  numpy: 'return [(x - x.mean(0)) / x.std(0)]',
})

export const softmax = expression({
  name: 'softmax',
  what: 'softmax of rows of 100',
  inputs: rows,
  weldarray:
    (np, { x }) =>
    () => {
      const e = np.exp(x!.sub(x!.max({ axis: 1, keepdims: true })))
      return e.div(e.sum({ axis: 1, keepdims: true })).evaluate()
    },
  numpy: 'e = np.exp(x - x.max(axis=1, keepdims=True))\nreturn [e / e.sum(axis=1, keepdims=True)]',
})

const degree = Math.PI / 180
const [lat0, lon0] = [40.671 * degree, -73.985 * degree]

export const distances = expression({
  name: 'distances',
  what: 'haversine: miles from every point to (40.671, −73.985)',
  inputs: (n) => ({ latitude: uniform(n, 18, 72), longitude: uniform(n, -177, -65) }),
  weldarray:
    (np, { latitude, longitude }) =>
    () => {
      const [lat, lon] = [np.radians(latitude!), np.radians(longitude!)]
      const north = lat.sub(lat0).div(2).sin().square()
      const east = lon.sub(lon0).div(2).sin().square()
      const h = north.add(lat.cos().mul(Math.cos(lat0)).mul(east))
      return np
        .arcsin(np.sqrt(h))
        .mul(2 * 3959)
        .evaluate()
    },
  before: 'lat0, lon0 = np.radians(40.671), np.radians(-73.985)',
  numpy: `
lat, lon = np.radians(latitude), np.radians(longitude)
h = np.sin((lat - lat0) / 2) ** 2 + np.cos(lat) * np.cos(lat0) * np.sin((lon - lon0) / 2) ** 2
return [2 * 3959 * np.arcsin(np.sqrt(h))]`,
})
