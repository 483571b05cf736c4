import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ops from 'weldarray/ops'

/* Where the exponent is the number 0.5 a power is the square root to the bit, as in NumPy; by other exponents, and in JavaScript's terms, it is a power. */

const edges = [-Infinity, -4, -0, 0, 5e-324, 0.1, 2, 1e300, Infinity, NaN]

test.each([10, 1000, 100_000])('%s floats', (n) => {
  const x = np.random.default_rng(5).random(n).mul(100)
  for (const a of [x, x.astype('float32'), np.resize(edges, n)]) {
    const roots = np.sqrt(a)
    expect([a.pow(0.5).dtype, np.array_equal(np.power(a, 0.5), roots, { equal_nan: true })]).toEqual([a.dtype, true])
    const own = a.copy()
    own.poweq(0.5)
    expect(np.array_equal(own, roots, { equal_nan: true })).toBe(true)
  }
})

test('of infinity and zero below', () => {
  expect(np.power(edges, 0.5).tolist()).toEqual(edges.map(Math.sqrt))
  expect(np.power([4, 9], 0.5).tolist()).toEqual([2, 3])
  expect(np.power(np.array([4, 9], 'int32'), 0.5).tolist()).toEqual([2, 3])
})

test('arrays of exponents, float_power and ndarray-ops: a power', () => {
  const powers = edges.map((x) => x ** 0.5)
  expect(np.power(edges, np.full(edges.length, 0.5)).tolist()).toEqual(powers)
  expect(np.power(edges, np.array(0.5)).tolist()).toEqual(powers)
  expect(np.float_power(edges, 0.5).tolist()).toEqual(powers)
  const to = np.zeros(edges.length)
  ops.pows(to, np.array(edges), 0.5)
  expect(to.tolist()).toEqual(powers)
})
