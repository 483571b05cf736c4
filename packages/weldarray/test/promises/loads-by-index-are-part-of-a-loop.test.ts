import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// What is taken by index is loaded where it is used, by the loop that computes the index.

const n = 5000
const whole = (from: number, step: number): np.NdArray =>
  np.remainder(np.multiply(np.arange(n), step).add(from), n).astype('int32')
const given = <D extends np.AnyDType>(x: np.NdArray<D>): np.NdArray<D> => x.evaluate()

function loopsOf(x: np.NdArray): number {
  const before = np.stats().loops
  x.evaluate()
  return np.stats().loops - before
}

test('index arithmetic, the loads and what is done with the elements are one loop', () => {
  const [a, b] = [given(np.arange(n).mul(1.5)), given(np.arange(n))]
  const r = np.take(a, whole(3, 7)).mul(b).add(1)
  expect(loopsOf(r)).toBe(1)
  for (const k of [0, 1, 17, n - 1]) expect(r.get(k)).toBe(1.5 * ((7 * k + 3) % n) * k + 1)
})

test('a sum of what is taken takes no memory for it', () => {
  const a = given(np.arange(n))
  const r = np.take(a, whole(0, 3)).sum()
  expect(loopsOf(r)).toBe(1)
  expect(r.item()).toBe(Array.from({ length: n }, (_, k) => (3 * k) % n).reduce((x, y) => x + y))
})

test('rows and columns, negative indices, indices of every kind', () => {
  const a = given(np.arange(60 * 50).reshape(60, 50))
  for (const type of ['int32', 'uint8', 'int64', 'bigint64', 'float64', 'float32'] as const) {
    const at = given(np.array([2, 59, 0, 7, 7], { dtype: type }))
    expect(np.take(a, at, 0).add(0).tolist()).toEqual(
      [2, 59, 0, 7, 7].map((i) => Array.from({ length: 50 }, (_, k) => 50 * i + k)),
    )
  }
  const back = np.take(a, given(np.array([-1, -50, 3])), 1)
  expect(back.add(0).tolist()).toEqual(Array.from({ length: 60 }, (_, i) => [50 * i + 49, 50 * i, 50 * i + 3]))
})

describe('the operands of what is pending keep their values', () => {
  test.each<[string, (x: np.NdArray) => np.NdArray]>([
    ['take', (x) => np.take(x, whole(0, 1))],
    ['sort', (x) => np.sort(x)],
    ['cumsum', (x) => np.cumsum(x)],
    ['compress', (x) => x.slice(x.geq(0))],
    ['matmul', (x) => np.matmul(x.reshape(50, 100), x.reshape(100, 50)).ravel()],
  ])('of %s', (_, of) => {
    const x = given(np.arange(n))
    const expected = of(given(np.arange(n))).evaluate()
    const pending = of(x)
    x.set(0, 99)
    x.slice('10:4000').assign(-5)
    expect(pending.get(0)).toBe(expected.get(0))
    expect(pending.get(1200)).toBe(expected.get(1200))
  })
})

describe('an index outside', () => {
  test('that is known is told by the call', () => {
    const a = given(np.arange(n))
    const wrong = given(np.arange(n).add(1))
    expect(() => np.take(a, wrong)).toThrow(`take: index ${n} is out of bounds for a length of ${n}`)
    expect(() => np.take(a, wrong)).toThrow(`at position ${n - 1}`)
    expect(() => np.take(a, given(np.arange(n).sub(n + 1)))).toThrow(`take: index ${-n - 1} `)
    expect(() => np.take(a, given(np.arange(n).mul(0.5)))).toThrow('index 0.5 (at position 1) is no whole number')
    expect(np.take(a, wrong, null, { mode: 'clip' }).get(n - 1)).toBe(n - 1)
    expect(np.take(a, wrong, null, { mode: 'wrap' }).get(n - 1)).toBe(0)
  })

  test('that is computed later is told when it is computed, with the call as the cause', () => {
    const a = given(np.arange(n))
    const late = np.take(a, np.arange(n).mul(2).astype('int64')).mul(3)
    const other = np.take(a, np.arange(n).add(7).astype('int64'), null, { mode: 'clip' })
    const look = (): unknown => late.get(0)
    expect(look).toThrow(np.IndexError)
    expect(look).toThrow(`take: index ${n} is out of bounds for a length of ${n}`)
    expect(look).toThrow(`at position ${n / 2} of the indices`)
    try {
      look()
      expect.unreachable()
    } catch (error) {
      expect(String((error as Error & { cause: Error }).cause.stack)).toContain('loads-by-index')
    }
    expect(other.get(n - 1)).toBe(n - 1)
  })

  test('along one of several axes is told by the axis, with the one call as the cause', () => {
    const square = given(np.arange(n)).reshape(100, -1)
    const [inside, outside] = [np.arange(n).mod(100).astype('int32'), np.arange(n).astype('int32')]
    const late = square.slice(inside, outside)
    const after = square.slice(outside, inside)
    for (const [x, axis, length] of [
      [late, 1, n / 100],
      [after, 0, 100],
    ] as const) {
      try {
        x.get(0)
        expect.unreachable()
      } catch (error) {
        const { message, cause } = error as Error & { cause: Error }
        expect(message).toContain(`axis ${axis}: index ${length} is out of bounds for a length of ${length}`)
        expect(cause.message).toBe('slice was called here, with indices that were not computed yet')
        expect(String(cause.stack)).toContain('loads-by-index')
      }
    }
  })

  test('is the same when evaluated asynchronously', async () => {
    const late = np.take(
      given(np.arange(n)),
      np
        .arange(n)
        .sub(2 * n)
        .astype('int64'),
    )
    await expect(np.evaluateAsync([late])).rejects.toThrow(`index ${-2 * n} is out of bounds`)
  })
})
