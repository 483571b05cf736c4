import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('integers of 64 bits in lists are exact on their way to a narrower dtype', () => {
  expect(np.array([np.array([123456789012345678n])] as never, 'uint8').tolist()).toEqual([[78]])
  expect(np.array([123456789012345678n], 'uint8').tolist()).toEqual([78])
  expect(np.array([BigInt64Array.of(-1n), BigInt64Array.of(2n ** 53n + 1n)] as never, 'biguint64').tolist()).toEqual([
    [2n ** 64n - 1n],
    [2n ** 53n + 1n],
  ])
})

test('NaN is true', () => {
  expect(np.array([NaN, 0, 0.5, -0], 'bool').tolist()).toEqual([true, false, true, false])
  expect(np.array([[NaN], [0]], 'bool').tolist()).toEqual([[true], [false]])
})

test('running sums and products of bool are or and and', () => {
  expect(np.cumsum([2, 3, 0], { dtype: 'bool' }).tolist()).toEqual([true, true, true])
  expect(np.cumsum([0, 3, 0], { dtype: 'bool' }).tolist()).toEqual([false, true, true])
  expect(np.cumprod([2, 0, 3], { dtype: 'bool' }).tolist()).toEqual([true, false, false])
  const many = np.cumsum(np.ones([600], 'bool'), { dtype: 'bool' })
  expect([many.all(), many.sum().tolist()]).toEqual([true, np.ones([600], 'bool').sum().tolist()])
})

test('a list that is another one when it is looked at again is an error, not memory of others', () => {
  let looks = 0
  const shrinking = new Proxy([1, 2, 3, 4], {
    get: (list, key) => (key === 'length' ? (looks++ < 2 ? 4 : 1) : Reflect.get(list, key)),
  })
  expect(() => np.array([shrinking, [1, 2, 3, 4]])).toThrow(np.WeldError)
  looks = 0
  const growing = new Proxy([1, 2], {
    get: (list, key) => (key === 'length' ? (looks++ < 2 ? 2 : 1000) : Reflect.get(list, key)),
  })
  expect(() => np.array([growing, [1, 2]])).toThrow(np.WeldError)
  const turning = [1, 2]
  let reads = 0
  Object.defineProperty(turning, 1, { get: () => (reads++ === 0 ? 2 : 'two') })
  expect(() => np.array(turning)).toThrow(np.WeldError)
})

test('lists within themselves, or too deep', () => {
  const endless: unknown[] = []
  endless.push(endless)
  expect(() => np.array(endless as never)).toThrow(/axes, expected at most 64/)
  expect(() => np.block(endless as never)).toThrow(/axes, expected at most 64/)
  let deep: unknown = 1
  for (let i = 0; i < 64; i++) deep = [deep]
  expect(np.array(deep as never).ndim).toBe(64)
  expect(() => np.array([deep] as never)).toThrow(np.ShapeError)
  let wide: unknown[] = [1, 2]
  for (let i = 0; i < 40; i++) wide = [wide, wide]
  expect(() => np.array(wide as never)).toThrow(np.ShapeError)
  expect(() => np.block(wide as never)).toThrow(/more than 1048576 blocks/)
})
