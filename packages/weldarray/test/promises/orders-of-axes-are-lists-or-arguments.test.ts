import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'

/*
 * `a.transpose((0, 2, 1))` and `a.transpose(0, 2, 1)` are the same in NumPy. A list was taken for axis 0, and all axes stayed as they were.
 */

test.each([
  ['of the library', np.arange(24).reshape(2, 3, 4)],
  ["over a caller's data", ndarray(new Float64Array(24), [2, 3, 4])],
  ['of more axes than have a class', np.zeros([2, 3, 4, 1, 1, 1, 1, 1]).lo(0)],
])('%s', (_, x) => {
  const rest = x.shape.slice(3)
  const order = [2, 0, 1, ...rest.map((_, i) => i + 3)]
  const turned = x.transpose(order)
  expect(turned.shape).toEqual([4, 2, 3, ...rest])
  expect(turned.stride).toEqual(x.transpose(...order).stride)
  expect(turned.get(3, 1, 2, ...rest.map(() => 0))).toBe(x.get(1, 2, 3, ...rest.map(() => 0)))
})

/* Lengths were undefined where an axis was not there, negative ones among them; a list that named an axis twice was taken. */
test.each([
  ['of the library', np.arange(6).reshape(2, 3)],
  ["over a caller's data", ndarray(new Float64Array(6), [2, 3])],
  ['of more axes than have a class', np.zeros([2, 3, 1, 1, 1, 1, 1, 1]).lo(0)],
])('axes count from the end, and those that are not there are errors: %s', (_, x) => {
  const rest = x.shape.slice(2).map((_, i) => i + 2)
  const n = x.shape.length
  expect(x.transpose(1 - n, -n, ...rest).shape).toEqual([3, 2, ...rest.map(() => 1)])
  expect(x.transpose([1 - n, -n, ...rest]).shape).toEqual([3, 2, ...rest.map(() => 1)])
  expect(() => x.transpose(n, 0, ...rest)).toThrow(`transpose: axis ${n} is out of bounds`)
  expect(() => x.transpose([0, 0, ...rest])).toThrow('transpose: axis 0 is given twice')
  expect(() => x.transpose([0])).toThrow(`transpose: got 1 axes for an array of dimension ${n}`)
})

test.each([3, 5, 6])('an array of axes is a list of them, of %i axes', (n) => {
  const order = Array.from({ length: n }, (_, i) => n - 1 - i)
  const x = np.zeros(order.map((i) => i + 2))
  for (const dtype of ['float64', 'int64', 'uint8'] as const)
    expect(x.transpose(np.array(order, dtype) as never).shape).toEqual([...x.shape].reverse())
})
