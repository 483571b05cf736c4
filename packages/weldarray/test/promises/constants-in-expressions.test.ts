import { inferMap } from '@weldarray/ir'
import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'

// A 0-d operand is not taken for the shape of the others, and what constants give is a constant.
test('a number as first operand of an expression over small integers, again and again', () => {
  const v = np.array(new Int8Array(1026).fill(2)).reshape(3, 342)
  for (let turn = 0; turn < 4; turn++) {
    np.fmod(1, v, { out: v })
    np.quantile(v, 0.123, -2)
    expect([v.min().item(), v.max().item()]).toEqual([1, 1])
    v.assign(2)
  }
})

test('a transposed remainder of a number has one element for each', () => {
  const v = np.array(new Int8Array(1200).fill(2)).reshape(3, 400)
  expect(np.fmod(1, v).T.astype('float64').sum().item()).toBe(1200)
})

// Where constants are not folded when they are written: small arrays are computed by a plan.
test.each(['js', 'wasm'] as const)('what numbers alone give has no shape, whatever is seen of its users (%s)', (tier) => {
  forceTier(tier)
  for (const n of [40, 1200]) {
    const flat = Array.from({ length: n }, (_, i) => i - 20)
    const rest = (): np.NdArray => np.fmod(np.array(Float64Array.from(flat)).reshape([n, 1]).astype('int32'), 3)
    const wanted = flat.map((i) => (i % 3) * 2 + 0)
    expect(rest().ravel().mul(2).tolist()).toEqual(wanted)
    expect(rest().T.mul(2).tolist()).toEqual([wanted])
    expect(rest().slice('::-1').mul(2).ravel().tolist()).toEqual([...wanted].reverse())
    expect(
      rest()
        .reshape([n / 2, 2])
        .slice(':, 1')
        .mul(2)
        .tolist(),
    ).toEqual(wanted.filter((_, i) => i % 2 === 1))
  }
  forceTier('auto')
})

test('remainders and powers of integers with a number on either side, of every size', () => {
  for (const n of [0, 1, 3, 5000])
    for (const dtype of ['int8', 'int32', 'uint8', 'bigint64'] as const) {
      const big = dtype === 'bigint64'
      const x = np.array(
        Array.from({ length: n }, (_, i) => (i % 7) + 1),
        dtype,
      )
      const expected = (f: (i: number) => number): unknown[] =>
        Array.from({ length: n }, (_, i) => (big ? BigInt(f((i % 7) + 1)) : f((i % 7) + 1)))
      expect(np.fmod(x, 3).tolist()).toEqual(expected((e) => e % 3))
      expect(np.fmod(5, x).tolist()).toEqual(expected((e) => 5 % e))
      expect(np.power(2, x).tolist()).toEqual(
        dtype === 'int8' ? expected((e) => ((2 ** e) << 24) >> 24) : expected((e) => 2 ** e),
      )
      expect(np.power(x, 2).tolist()).toEqual(expected((e) => e ** 2))
      if (dtype.startsWith('u')) continue
      expect(np.fmod(-5, x).tolist()).toEqual(expected((e) => 0 - (5 % e)))
      expect(np.fmod(x.neg(), 3).tolist()).toEqual(expected((e) => 0 - (e % 3)))
      expect(np.power(-2, np.minimum(x, 3)).tolist()).toEqual(expected((e) => (-2) ** Math.min(e, 3)))
    }
})

test('a negative power of no elements is no elements', () => {
  const none = np.zeros([0], 'int32')
  expect(np.power(none, -1).shape).toEqual([0])
  expect(np.power(2, none).shape).toEqual([0])
  expect(() => np.power(np.array([2], 'int32'), -1)).toThrow(/negative integer powers are not allowed/)
})

test('0-d arrays are broadcast, not constants', () => {
  const zero = np.array(5, 'int32')
  const v = np.array([[3, 4, 7]], 'int32')
  expect(np.fmod(zero, v).tolist()).toEqual([[2, 1, 5]])
  expect(np.fmod(v, zero).tolist()).toEqual([[3, 4, 2]])
  expect(np.power(zero, v.sub(2)).tolist()).toEqual([[5, 25, 3125]])
})

test('operands of an operation that are no constants have one shape', () => {
  const typeOf = (shape: number[], uniform = false) => ({ dtype: 'int8', shape, uniform }) as const
  expect(() => inferMap('add', [typeOf([]), typeOf([3])])).toThrow(/operands have shapes \(\) and \(3,\)/)
  expect(() => inferMap('add', [typeOf([3]), typeOf([])])).toThrow(/operands have shapes \(3,\) and \(\)/)
  expect(inferMap('add', [typeOf([], true), typeOf([3])]).shape).toEqual([3])
})
