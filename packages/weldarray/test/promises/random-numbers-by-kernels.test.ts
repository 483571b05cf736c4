import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Streams of PCG64 that kernels draw, against the same numbers one after the other: they are the same to the last digits (logarithms and powers of the
 * engine's and of kernels), and the stream goes on from the same place.
 */

const COUNT = 40_000

const one: Record<string, (g: np.random.Generator) => number> = {
  standard_exponential: (g) => g.standard_exponential(),
  exponential: (g) => g.exponential(2.5),
  rayleigh: (g) => g.rayleigh(1.5),
  weibull: (g) => g.weibull(1.7),
  pareto: (g) => g.pareto(3),
  power: (g) => g.power(2.5),
  laplace: (g) => g.laplace(1, 2),
  gumbel: (g) => g.gumbel(1, 2),
  logistic: (g) => g.logistic(1, 2),
  triangular: (g) => g.triangular(-1, 0.5, 3),
  geometric: (g) => g.geometric(0.2),
  standard_gamma: (g) => g.standard_gamma(1.01),
  gamma: (g) => g.gamma(2.5, 3),
  chisquare: (g) => g.chisquare(900),
  beta: (g) => g.beta(2, 3),
  f: (g) => g.f(3, 5),
  standard_cauchy: (g) => g.standard_cauchy(),
}
const parameters: Record<string, number[]> = {
  exponential: [2.5],
  geometric: [0.2],
  standard_gamma: [1.01],
  gamma: [2.5, 3],
  chisquare: [900],
  beta: [2, 3],
  f: [3, 5],
  rayleigh: [1.5],
  weibull: [1.7],
  pareto: [3],
  power: [2.5],
  laplace: [1, 2],
  gumbel: [1, 2],
  logistic: [1, 2],
  triangular: [-1, 0.5, 3],
}
type Draw = (...args: unknown[]) => np.NdArray<'float64'>
const methodOf = (g: np.random.Generator, name: string): Draw => (g as unknown as Record<string, Draw>)[name]!.bind(g)

test.each(Object.keys(one))('%s of many', (name) => {
  const seed = 5
  const [apart, numbers, arrays] = [0, 1, 2].map(() => np.random.default_rng(seed)) as np.random.Generator[]
  const wanted = Array.from({ length: COUNT }, () => one[name]!(apart!))
  const args = parameters[name] ?? []
  const ways = [methodOf(numbers!, name)(...args, [COUNT / 100, 100])]
  if (args.length > 0) ways.push(methodOf(arrays!, name)(...args.map((x, k) => (k === 0 ? np.full([COUNT / 100, 100], x) : x))))
  else arrays!.random(0)
  for (const got of ways) {
    expect(got.shape).toEqual([COUNT / 100, 100])
    expect(np.allclose(got.ravel(), wanted, 1e-14, 1e-15), name).toBe(true)
  }
  expect(numbers!.random(3).tolist()).toEqual(apart!.random(3).tolist())
})

test('exponential numbers of the tail are drawn outside of the kernel', () => {
  const x = np.random.default_rng(2).standard_exponential(COUNT)
  const tail = 7.69711747013104972
  const far = Number(np.sum(np.greater(x, tail)).item())
  expect(far).toBeGreaterThan(5)
  const g = np.random.default_rng(2)
  expect(x.tolist()).toEqual(Array.from({ length: COUNT }, () => g.standard_exponential()))
})

test('parameters are looked at, each of them, before anything is drawn', () => {
  const g = np.random.default_rng(1)
  const before = np.random.default_rng(1).random()
  expect(() => g.weibull([1, 2, -1])).toThrow(/weibull: a is -1/)
  expect(() => g.triangular(0, [1, 5], 3)).toThrow(/left <= mode <= right/)
  expect(() => g.logistic(0, -1, 100)).toThrow(/scale is -1/)
  expect(g.random()).toBe(before)
  expect(g.weibull(0, 100).tolist()).toEqual(Array(100).fill(0))
  expect(g.weibull(-0, 100).tolist()).toEqual(Array(100).fill(0))
  expect(g.rayleigh(np.empty([0])).shape).toEqual([0])
})

test('gammas of one shape each, some of which no kernel draws', () => {
  for (const shapes of [
    [1.5, 2, 70, 1e5],
    [1.5, 0.5, 1, 0],
  ]) {
    const all = Float64Array.from({ length: 3000 }, (_, i) => shapes[i % 4]!)
    const [g, h] = [np.random.default_rng(4), np.random.default_rng(4)]
    expect(g.standard_gamma(np.array(all)).tolist()).toEqual([...all].map((shape) => h.standard_gamma(shape)))
    expect(g.random()).toBe(h.random())
  }
})

test('random bytes are the words of the stream, however many', () => {
  for (const n of [0, 1, 7, 1000, 100_001]) {
    const g = np.random.default_rng(3)
    const h = np.random.default_rng(3)
    const words = h.integers(0, 2 ** 32, Math.ceil(n / 4) + 1, 'uint32').tolist() as number[]
    const bytes = g.bytes(n)
    expect(bytes.length).toBe(n)
    bytes.forEach((b, i) => {
      if (b !== ((words[i >> 2]! >>> (8 * (i & 3))) & 255)) throw new Error(`byte ${i} of ${n}`)
    })
  }
})
