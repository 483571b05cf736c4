import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// biome-ignore lint/suspicious/noExplicitAny: calls that TypeScript refuses
const any = np as any

const numbers = (x: np.NdArray): number[] => [...(x as Iterable<number | bigint>)].map(Number)

test('whatever is integral is an index', () => {
  const x = np.array([10, 20, 30])
  for (const at of [
    [2, 0],
    np.array([2, 0]),
    np.array([2n, 0n]),
    np.array([2, 0], 'uint8'),
    Float64Array.of(2, 0),
    np.arange(2, -1, -2),
  ])
    expect(np.take(x, at as never).tolist()).toEqual([30, 10])
  for (const at of [1, 1n, np.array(1), np.array(1n), np.array(1, 'int8')]) expect(np.take(x, at as never).tolist()).toBe(20)
  expect(x.slice(1n as never).item()).toBe(20)
  expect(x.slice(np.array(1) as never).item()).toBe(20)
})

describe('anything else is an IndexError', () => {
  test.each<[string, () => unknown]>([
    ['a fraction', () => np.take([1, 2, 3], [0.5])],
    ['a fraction in an array', () => np.take([1, 2, 3], np.array([0.5]))],
    ['NaN', () => np.take([1, 2, 3], [NaN])],
    ['an infinity', () => np.take([1, 2, 3], [Infinity])],
    ['an infinity, wrapped', () => np.take([1, 2, 3], [Infinity], 0, { mode: 'wrap' })],
    ['an infinity, clipped', () => np.take([1, 2, 3], [-Infinity], 0, { mode: 'clip' })],
    ['one beyond the end', () => np.take([1, 2, 3], [3])],
    ['any in no elements', () => np.take([], [0], 0, { mode: 'wrap' })],
    ['any in no elements, clipped', () => np.take([], [0], 0, { mode: 'clip' })],
    ['a mask', () => np.take([1, 2, 3], [true, false, true])],
    ['a fraction to put at', () => np.put(np.zeros([3]), [0.5], 1)],
    ['one beyond the end to put at', () => np.put(np.zeros([3]), 3, 1)],
    ['a fraction in a slice', () => np.arange(3).slice(0.5)],
    ['an object in a slice', () => np.arange(3).slice({} as never)],
  ])('%s', (_, run) => expect(run).toThrow(np.IndexError))
  test('from no lines nothing is taken', () => {
    expect(np.take(np.zeros([1, 0, 0]), [0, 2], 2).shape).toEqual([1, 0, 2])
    expect(np.compress([true, false, true], np.zeros([0, 0]), -1).shape).toEqual([0, 2])
    expect(np.take(np.zeros([0, 0]), [-2, 4], 0, { mode: 'clip' }).shape).toEqual([2, 0])
    expect(() => np.take(np.zeros([0, 0]), [-2, 4], 0)).toThrow(np.IndexError)
    expect(() => np.take(np.zeros([2, 0]), [0], 1)).toThrow(np.IndexError)
  })
  test.each<[string, number[], number, np.IndexMode]>([
    ['raise', [0, 3], 1, 'raise'],
    ['wrap', [0, 3], 1, 'wrap'],
    ['clip', [0, 3], 1, 'clip'],
    ['raise, empty slices', [2, 0], 0, 'raise'],
    ['wrap, empty slices', [2, 0], 0, 'wrap'],
    ['clip, empty slices', [2, 0], 0, 'clip'],
    ['wrap, an empty axis', [0, 0], 0, 'wrap'],
    ['clip, an empty axis', [0, 0], 0, 'clip'],
  ])('also where nothing is taken by them: %s', (_, shape, axis, mode) => {
    for (const of of [0.5, NaN, Infinity])
      for (const indices of [[of], np.full([1], of), np.ones([3000]).mul(of)])
        expect(() => np.take(np.zeros(shape), indices, axis, { mode })).toThrow(/is no whole number|nothing to take/)
    expect(np.take(np.zeros(shape), [1.0], axis, { mode }).size).toBe(0)
  })
  test('what lies outside is told also of indices that are pending, where nothing is taken by them', () => {
    expect(() => np.take(np.zeros([2, 0]), np.ones([3000], 'int32').mul(5), 0)).toThrow(np.IndexError)
  })
  test('none of none is none', () => expect(np.take([], [], 0, { mode: 'wrap' }).shape).toEqual([0]))
})

describe('counts, and what counts', () => {
  test.each<[string, () => unknown]>([
    ['repeat by a fraction', () => np.repeat([1, 2], 1.5)],
    ['repeat by a negative number', () => np.repeat([1, 2], -1)],
    ['repeat by two axes', () => np.repeat([1, 2], [[1, 2]])],
    ['repeat without end', () => np.repeat([1, 2], 2 ** 53)],
    ['bincount of fractions', () => np.bincount([1.5, 2])],
    ['bincount of negative numbers', () => np.bincount([-1])],
    ['bincount of an infinity', () => np.bincount([Infinity])],
    ['bincount far out', () => np.bincount([2 ** 52])],
    ['bincount of NaN', () => np.bincount(np.array([NaN]))],
    ['bincount, minlength', () => np.bincount([1], { minlength: -1 })],
    ['no parts', () => np.split([1, 2, 3], 0)],
    ['negative lengths', () => np.broadcast_to([1], [-1, 3])],
    ['lengths that are none', () => np.zeros([NaN])],
    ['searchsorted in two dimensions', () => np.searchsorted([[1, 2]], 1)],
    ['searchsorted in none', () => np.searchsorted(5, 1)],
  ])('%s', (_, run) => expect(run).toThrow(np.WeldError))
  test('parts without end', () => expect(() => np.array_split([1, 2, 3], 2 ** 53)).toThrow(/expected at most/))
  test('more elements than can be counted', () => {
    expect(() => np.broadcast_to([1], [2 ** 30, 2 ** 30])).toThrow(/has more elements than can be counted/)
    expect(() => np.zeros([2 ** 30, 2 ** 30, 0])).toThrow(/has more elements than can be counted/)
  })
  test('positions are whole', () => {
    for (const of of [0.5, NaN, Infinity]) {
      expect(() => np.unravel_index([of], [3, 3])).toThrow(np.IndexError)
      expect(() => np.ravel_multi_index([[of], [1]], [3, 3])).toThrow(np.IndexError)
    }
  })
  test('whole floats count', () => {
    expect(np.repeat([1, 2], 2.0).tolist()).toEqual([1, 1, 2, 2])
    expect(np.repeat([1, 2], np.array([0, 2])).tolist()).toEqual([2, 2])
    expect(numbers(np.bincount(np.array([1, 1, 3])))).toEqual([0, 2, 0, 1])
    expect(numbers(np.bincount([true, false] as never))).toEqual([1, 1])
  })
  test('differences taken more often than there are elements: none, at once', () => {
    expect(np.diff([1, 2, 4], 2 ** 53 - 1).tolist()).toEqual([])
    expect(np.diff(np.zeros([2, 3], 'int8'), 5, 0).shape).toEqual([0, 3])
    expect(np.diff([1, 2, 4], 3).tolist()).toEqual([])
    expect(np.diff([1, 2, 4], 2).tolist()).toEqual([1])
    expect(() => np.diff([1], -1)).toThrow(np.ShapeError)
    expect(() => any.diff(5)).toThrow(np.AxisError)
  })
  test('trace beside the main diagonal', () => {
    expect(
      np
        .trace(
          [
            [1, 2],
            [3, 4],
          ],
          1,
        )
        .item(),
    ).toBe(2)
    expect(
      any
        .trace(
          [
            [1, 2],
            [3, 4],
          ],
          { offset: 1 },
        )
        .item(),
    ).toBe(2)
    expect(() =>
      any.trace(
        [
          [1, 2],
          [3, 4],
        ],
        0.5,
      ),
    ).toThrow(np.ArgumentError)
  })
})

test('powers of two of ldexp are whole', () => {
  expect(np.ldexp([3, 1], [2, -1]).tolist()).toEqual([12, 0.5])
  for (const power of [2.5, NaN, Infinity]) expect(() => np.ldexp([3], [power])).toThrow(np.DTypeError)
  expect(() => np.ldexp.reduce([3, 0.5])).toThrow(np.DTypeError)
})

test('a bigint that no number equals is refused where a count is asked for: rounded, it would be another', () => {
  const x = np.arange(5)
  expect(() => np.roll(x, (2n ** 63n + 2n) as never)).toThrow(/roll: shift must be an integer or a list of integers/)
  expect(() => np.roll(x, np.array(2n ** 62n + 1n) as never)).toThrow(np.ArgumentError)
  expect(() => np.sum(x, (10n ** 400n) as never)).toThrow(np.ArgumentError)
  expect(np.roll(x, (2n ** 60n) as never).tolist()).toEqual(np.roll(x, 2 ** 60).tolist())
})
