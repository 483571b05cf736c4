import { describe, expect, it } from 'vitest'
import { random, runWasm } from './harness.js'
import { type Case, firstDifference, kernelOf } from './operations.js'

const c: Case = { op: 'fmod', from: 'float64', to: 'float64' }
const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

function remainders(x: Float64Array, y: Float64Array): Float64Array {
  const operands = [x, y, new Float64Array(x.length)].map((array) => ({ array, strides: [1], offset: 0 }))
  return runWasm({ kernel: kernelOf(c), lengths: [x.length], operands }).stored[0] as Float64Array
}

function check(pairs: readonly (readonly [number, number])[]): void {
  const x = Float64Array.from(pairs, ([a]) => a)
  const y = Float64Array.from(pairs, ([, b]) => b)
  const want = x.map((a, i) => a % y[i]!)
  expect(firstDifference(remainders(x, y), want, [x, y])).toBe('')
  // One at a time: the scalar code.
  for (let i = 0; i < 40; i++) expect(remainders(x.slice(i, i + 1), y.slice(i, i + 1))[0]).toBe(want[i])
}

describe(`fmod is JavaScript's %, to the bit (seed ${seed})`, () => {
  const next = random(seed)
  const bits = new BigInt64Array(1)
  const double = new Float64Array(bits.buffer)

  it('next to multiples of the divisor, where the quotient is rounded up', () => {
    const pairs = Array.from({ length: 40_000 }, () => {
      const y = (1 + next() + next() * 2 ** -32) * 2 ** Math.floor(next() * 60 - 30)
      double[0] = Math.floor(next() * 2 ** (1 + Math.floor(next() * 24))) * y
      bits[0]! += BigInt(Math.floor(next() * 5) - 2)
      return [double[0], next() < 0.5 ? y : -y] as const
    })
    check(pairs)
  })

  it('with large quotients, at the ends of the range, and special values', () => {
    const ends = [2 ** -900, 2 ** -901, 2 ** 1000, 2 ** 1001, 2 ** 21, 5e-324, 2 ** -1022, Number.MAX_VALUE, 3, 0.1]
    const values = [...ends, ...ends.map((v) => v * (1 + 2 ** -52)), 0, 1, Infinity, NaN].flatMap((v) => [v, -v])
    const spread = (): number => (next() - 0.5) * 2 ** Math.floor(next() * 2000 - 1000)
    check([...values.flatMap((a) => values.map((b) => [a, b] as const)), ...values.map((b) => [spread(), b] as const)])
    check(Array.from({ length: 20_000 }, () => [spread(), spread()] as const))
  })
})
