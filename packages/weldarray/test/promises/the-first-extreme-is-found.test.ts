import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * `argmax` and `argmin` give the first of equal extremes, and the first NaN, wherever in a line it is: in a block of vectors, in the
 * elements after the last one, in another thread's part.
 */

const find = { argmax: np.argmax, argmin: np.argmin }
const DTYPES = ['float64', 'float32', 'int64', 'uint64', 'int32', 'uint32', 'int16', 'uint16', 'int8', 'uint8', 'bool'] as const
const LENGTHS = [9, 33, 127, 128, 129, 513, 1024, 2051]

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

/** The index that `extreme` is at in all ways of looking for it. */
function expectPlace(data: number[], dtype: (typeof DTYPES)[number], place: number, name: 'argmax' | 'argmin'): void {
  const a = np.array(data).astype(dtype).evaluate()
  for (const tier of ['wasm', 'js'] as const)
    for (const piece of [null, 1, 100, 700]) {
      forceTier(tier)
      forcePiece(piece)
      expect(find[name](a).item(), `${name} of ${data.length} ${dtype}, ${tier}, pieces of ${piece}`).toBe(place)
      const rows = np.stack([a, a]).evaluate()
      expect(find[name](rows, 1).tolist(), `rows of ${data.length} ${dtype}, ${tier}`).toEqual([place, place])
      const columns = np.transpose(rows).clone()
      expect(find[name](columns, 0).tolist(), `columns of ${data.length} ${dtype}, ${tier}`).toEqual([place, place])
      forceTier('auto')
      forcePiece(null)
    }
}

describe.each(DTYPES)('%s', (dtype) => {
  const low = dtype === 'bool' ? 0 : dtype.startsWith('u') ? 1 : -100
  const high = dtype === 'bool' ? 1 : 100
  test.each(LENGTHS)('the first of two, in %i elements', (length) => {
    for (const at of [0, 1, length >> 1, length - 2]) {
      const data = new Array<number>(length).fill(low)
      data[at] = high
      data[length - 1] = high
      expectPlace(data, dtype, at, 'argmax')
      expectPlace(
        data.map((x) => low + high - x),
        dtype,
        at,
        'argmin',
      )
    }
  })
})

describe.each(['float64', 'float32'] as const)('%s', (dtype) => {
  test.each(LENGTHS)('the first NaN is the extreme, in %i elements', (length) => {
    for (const at of [0, 1, length >> 1, length - 2]) {
      const data = Array.from({ length }, (_, i) => (i % 7) - 3)
      data[at] = Number.NaN
      data[length - 1] = Number.NaN
      data[at >> 1] = data[at >> 1]! > 0 ? Infinity : data[at >> 1]!
      for (const name of ['argmax', 'argmin'] as const) expectPlace(data, dtype, at, name)
    }
  })

  test('zeros of both signs are equal, and infinities are elements', () => {
    const zeros = Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? -0 : 0))
    for (const name of ['argmax', 'argmin'] as const) expectPlace(zeros, dtype, 0, name)
    const least = new Array<number>(600).fill(-Infinity)
    for (const name of ['argmax', 'argmin'] as const) expectPlace(least, dtype, 0, name)
    least[577] = 1
    expectPlace(least, dtype, 577, 'argmax')
  })
})

test('a pending operand is computed with its expression, and read by one call', () => {
  const x = np.arange(70_000).astype('float64').evaluate()
  const before = np.stats().calls
  const place = np.argmax(x.mul(-1).add(3))
  expect(np.stats().calls).toBe(before)
  expect(place.item()).toBe(0)
  expect(np.stats().calls).toBe(before + 1)
})

test('filled arrays, views, and what is computed with the place', () => {
  expect(np.ones([1000]).argmax().item()).toBe(0)
  expect(np.full([3, 100], Number.NaN).argmin(1).tolist()).toEqual([0, 0, 0])
  const a = np.arange(4000).astype('float64').reshape(40, 100).evaluate()
  const wanted = Array.from({ length: 100 }, () => 39)
  expect(np.argmax(np.transpose(a), 1).tolist()).toEqual(wanted)
  expect(np.argmax(a, 0).tolist()).toEqual(wanted)
  expect(np.argmax(np.slice(a, '::-1, ::2'), -1).tolist()).toEqual(Array.from({ length: 40 }, () => 49))
  expect(np.argmax(np.slice(a, '::-1, ::2')).item()).toBe(49)
  expect(np.argmin(a.mul(-1).sub(2)).add(1).item()).toBe(4000)
  expect(np.argmax(a, { keepdims: true, axis: 1 }).shape).toEqual([40, 1])
  expect(() => np.argmax(np.zeros([3, 0]), 1)).toThrow(/zero-size/)
})
