import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * `pad` calls a function with each line along each axis, as NumPy's: the ends are zeros, which it writes.
 */
const ten: np.PadFunction = (line, [before, after]) => {
  line.at(`:${before}`).set(10)
  line.at(`${line.size - after}:`).set(10)
}

test('the ends of a matrix', () => {
  const a = np.arange(4).reshape(2, 2)
  expect(
    np
      .pad(
        a,
        [
          [1, 2],
          [0, 1],
        ],
        ten,
      )
      .tolist(),
  ).toEqual([
    [10, 10, 10],
    [0, 1, 10],
    [2, 3, 10],
    [10, 10, 10],
    [10, 10, 10],
  ])
  expect(a.tolist()).toEqual([
    [0, 1],
    [2, 3],
  ])
})

test('it is called axis after axis, with what the axes before made', () => {
  const calls: unknown[] = []
  const noted: np.PadFunction = (line, widths, axis) => {
    calls.push([line.tolist(), [...widths], axis])
    line.set(0, axis + 1)
  }
  expect(
    np
      .pad(
        np.array([[5]], 'int8'),
        [
          [1, 0],
          [2, 1],
        ],
        { mode: noted },
      )
      .tolist(),
  ).toEqual([
    [2, 1, 1, 1],
    [2, 0, 5, 0],
  ])
  expect(calls).toEqual([
    [[0, 0], [1, 0], 0],
    [[0, 0], [1, 0], 0],
    [[0, 5], [1, 0], 0],
    [[0, 0], [1, 0], 0],
    [[1, 1, 1, 1], [2, 1], 1],
    [[0, 0, 5, 0], [2, 1], 1],
  ])
})

test('it takes no options of other modes', () => {
  expect(() => np.pad([1, 2], 1, { mode: ten, constant_values: 3 })).toThrow('a function as mode has no constant_values')
})
