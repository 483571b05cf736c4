import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

const n = 5000
const x = np.arange(n).evaluate()

describe('a list of arrays', () => {
  test('waits with them, and is computed in one pass', () => {
    const before = np.stats()
    const least = np.minimum.reduce([x.mul(2), x.add(7), x.neg().add(n)])
    const rows = np.array([x.add(1), x.mul(3)])
    expect(np.stats({ since: before }).evaluationsImplicit).toBe(0)
    expect([least.get(3), rows.get(1, 5)]).toEqual([6, 15])
    expect(np.stats({ since: before }).evaluationsImplicit).toBe(2)
    // No element goes through JavaScript: the three arrays are read once, and the result is written.
    expect(np.stats({ since: before }).bytesWritten).toBeLessThan(8 * n * 7)
  })

  test('has the dtype they meet in, or the one asked for', () => {
    const [a, b] = [np.array([1, 300], 'int16'), np.array([-1, 2], 'uint8')]
    expect(np.array([a, b]).dtype).toBe('int16')
    expect(np.array([a, b] as never, 'uint8').tolist()).toEqual([
      [1, 44],
      [255, 2],
    ])
    expect(np.array([a, [0.5, 1]]).tolist()).toEqual([
      [1, 300],
      [0.5, 1],
    ])
    expect(np.array([[a], [b]]).shape).toEqual([2, 1, 2])
  })

  test('is a copy, with the elements of its time', () => {
    const a = np.array([1, 2, 3])
    const alone = np.array([a])
    const both = np.array([a, a.add(1)])
    a.set(0, 9)
    alone.set(0, 1, 7)
    expect([a.tolist(), alone.tolist(), both.get(0, 0)]).toEqual([[9, 2, 3], [[1, 7, 3]], 1])
  })

  test.each<[string, unknown[]]>([
    ['of other lengths', [x, x.slice(':5')]],
    ['beside a number', [x, 1]],
    ['beside one with more axes', [x.slice(':2'), np.ones([2, 2])]],
  ])('%s is ragged', (_, list) => {
    expect(() => np.array(list as never)).toThrow(np.ShapeError)
    expect(() => np.array(list as never)).toThrow(/ragged.*expected one shape/)
  })

  test('that is short to write and endless to walk is refused', () => {
    let wide: unknown[] = [x, x]
    for (let i = 0; i < 40; i++) wide = [wide, wide]
    expect(() => np.array(wide as never)).toThrow(np.ShapeError)
  })
})
