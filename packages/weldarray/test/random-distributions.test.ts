import { describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { differences, fixture, flat } from './support/fixtures.js'

/*
 * Streams of NumPy's generators, from each source of bits: whole numbers are the same, others to the last digits, which
 * depend on the engine's logarithms and powers and on rounding in NumPy's tables.
 */

interface Case {
  source: 'PCG64' | 'Philox' | 'SFC64' | 'RandomState'
  seed: string
  calls: [method: string, args: unknown[], numbers: (number | string)[]][]
}

const close = (x: number | bigint, y: number | bigint): boolean =>
  typeof x === 'bigint' ? x === y : Math.abs(x - Number(y)) <= 1e-12 * Math.max(1, Math.abs(x))

describe.each(fixture<Case[]>('distributions'))('$source, seed $seed', ({ source, seed, calls }) => {
  const rng =
    source === 'RandomState' ? new np.random.RandomState(Number(seed)) : np.random.default_rng(np.random[source](BigInt(seed)))
  const methods = rng as unknown as Record<string, (...args: unknown[]) => NdArray | Uint8Array>

  test('gives the numbers NumPy gives', () => {
    const wrong: string[][] = []
    for (const [method, args, numbers] of calls) {
      const big = args.map((x) => (typeof x === 'number' && !Number.isSafeInteger(x) && Number.isInteger(x) ? BigInt(x) : x))
      const wanted = numbers.map((x) => (typeof x === 'string' ? BigInt(x) : x))
      const drawn = methods[method]!.call(rng, ...big)
      const got = drawn instanceof Uint8Array ? [...drawn].map(BigInt) : flat(drawn)
      const label = `${method}(${JSON.stringify(args)})`
      const found = differences(got, wanted, close)
      if (found.length > 0) wrong.push([label, ...found])
    }
    expect(wrong).toEqual([])
  })
})

test('vectors of a multivariate normal distribution have its mean and covariance, whatever takes the covariance apart', () => {
  const cov = [
    [2, 0.5],
    [0.5, 1],
  ]
  for (const method of ['svd', 'eigh', 'cholesky'] as const) {
    const x = np.random.default_rng(1).multivariate_normal([1, -1], cov, 100_000, { method })
    const mean = np.mean(x, { axis: 0 })
    const centred = np.subtract(x, mean)
    const found = np.divide(np.matmul(np.transpose(centred), centred), 100_000)
    expect(Number(np.max(np.absolute(np.subtract(mean, [1, -1]))).item())).toBeLessThan(0.02)
    expect(Number(np.max(np.absolute(np.subtract(found, cov))).item())).toBeLessThan(0.03)
  }
})

test('parameters outside of a distribution are refused by name', () => {
  const rng = np.random.default_rng(1)
  expect(() => rng.gamma(-1)).toThrow(/gamma: shape is -1, expected a non-negative number/)
  expect(() => rng.binomial(10, 1.5)).toThrow(/binomial: p is 1.5, expected a number from 0 to 1/)
  expect(() => rng.poisson(Number.NaN)).toThrow(/poisson: lam is NaN/)
  expect(() => rng.beta(0, 1)).toThrow(/beta: a is 0, expected a positive number/)
  expect(() => rng.choice(3, 3, { replace: false, p: [0.5, 0.5, 0] })).toThrow(/3 of 2 elements that have a probability/)
})
