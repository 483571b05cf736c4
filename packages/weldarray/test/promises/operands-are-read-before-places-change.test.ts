import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// What an array is changed by, and where, may be parts of the array itself: they are what they were before.

const places = [0, 3, 1, 3, 0, 2, 1, 1, 0, 2, 2, 2]

describe.each([4, 40, 3000])('of %i elements', (n) => {
  const start = (): np.NdArray<'int32'> => np.arange(n, { dtype: 'int32' }).mul(1).evaluate()

  test.each([undefined, 7])('an element, written before or not (%s)', (written) => {
    const x = start()
    const one = x.pick(1)
    if (written !== undefined) one.set(written)
    const by = written ?? 1
    const expected = x.tolist() as number[]
    for (const i of places) expected[i]! += by
    x.at(places).add(one)
    expect(x.tolist()).toEqual(expected)
  })

  test('a slice, forwards and backwards', () => {
    for (const spec of ['1:4', '3:0:-1']) {
      const x = start()
      const by = x.slice(spec)
      const expected = x.tolist() as number[]
      const values = by.tolist() as number[]
      ;[0, 2, 1].forEach((at, i) => {
        expected[at]! += values[i]!
      })
      x.at([0, 2, 1]).add(by)
      expect(x.tolist()).toEqual(expected)
    }
  })

  test('the places themselves', () => {
    const x = start()
    x.slice(':4').assign([1, 2, 3, 0])
    const expected = x.tolist() as number[]
    ;[1, 2, 3, 0].forEach((at, i) => {
      expected[at] = 3 - i
    })
    x.at(x.slice(':4')).set([3, 2, 1, 0])
    expect(x.tolist()).toEqual(expected)
  })
})
