import { expect, test } from 'vitest'
import type { AnyDType, NdArray } from 'weldarray'
import * as np from 'weldarray'

const list = (a: NdArray<AnyDType>): unknown => a.tolist()

test('sorting and searching', () => {
  expect(list(np.sort([3, NaN, -Infinity, 1]))).toEqual([-Infinity, 1, 3, NaN])
  expect(
    list(
      np.sort(
        [
          [3, 1],
          [2, 0],
        ],
        0,
      ),
    ),
  ).toEqual([
    [2, 0],
    [3, 1],
  ])
  expect(list(np.argsort([1, 0, 1, 0]))).toEqual([1, 3, 0, 2])
  expect(list(np.unique([2, NaN, 1, NaN, 2]))).toEqual([1, 2, NaN])
  expect(
    np
      .unique(
        ['b', 'a'].map((s) => s.charCodeAt(0)),
        { return_counts: true },
      )
      .map(list),
  ).toEqual([
    [97, 98],
    [1, 1],
  ])
  expect(list(np.searchsorted([1, 2, 2, 3], [2, 0, 9]))).toEqual([1, 0, 4])
  expect(list(np.searchsorted([1, 2, 2, 3], 2, 'right'))).toBe(3)
  expect(list(np.bincount([1, 1, 3], { minlength: 6 }))).toEqual([0, 2, 0, 1, 0, 0])
  expect(list(np.bincount([0, 1, 1], { weights: [0.5, 1, 2] }))).toEqual([0.5, 3])
  expect(np.histogram([0, 1, 2, 3, 4], 2).map(list)).toEqual([
    [2, 3],
    [0, 2, 4],
  ])
  expect(list(np.histogram([1, 2, 3], [0, 2, 4], { density: true })[0])).toEqual([1 / 6, 1 / 3])
  expect(list(np.diff([[1, 4, 9]], 2))).toEqual([[2]])
  expect(list(np.diff([true, false, false]))).toEqual([true, false])
})

test('taking and putting', () => {
  expect(
    list(
      np.take(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [[2, -1]],
        1,
      ),
    ),
  ).toEqual([[[3, 3]], [[6, 6]]])
  expect(list(np.take([1, 2, 3], [5, -9], null, { mode: 'clip' }))).toEqual([3, 1])
  expect(() => np.take([1, 2, 3], [3])).toThrow(/take: index 3 is out of bounds for a length of 3: expected -3 to 2/)
  expect(() => np.take([1, 2], np.array([0.5]))).toThrow(/expected integers/)
  expect(
    list(
      np.compress(
        [false, true],
        [
          [1, 2],
          [3, 4],
        ],
        1,
      ),
    ),
  ).toEqual([[2], [4]])
  expect(
    list(
      np.extract(
        [
          [true, false],
          [false, true],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ),
  ).toEqual([1, 4])
  expect(
    np
      .nonzero([
        [0, 5],
        [7, 0],
      ])
      .map(list),
  ).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(
    list(
      np.argwhere([
        [0, 5],
        [7, 0],
      ]),
    ),
  ).toEqual([
    [0, 1],
    [1, 0],
  ])
  const a = np.zeros([2, 2])
  np.put(a.slice(':, ::-1'), [0, 3], [1, 2])
  expect(list(a)).toEqual([
    [0, 1],
    [2, 0],
  ])
  np.place(a, np.greater(a, 0), [8])
  np.copyto(a, 5, { where: np.equal(a, 0) })
  expect(list(a)).toEqual([
    [5, 8],
    [8, 5],
  ])
  expect(() => np.copyto(np.zeros([1], 'int8'), [1.5])).toThrow(np.DTypeError)
})

test('products of matrices', () => {
  const a = np.reshape(np.arange(6), [2, 3])
  expect(list(np.matmul(a, np.transpose(a)))).toEqual([
    [5, 14],
    [14, 50],
  ])
  expect(np.matmul(np.ones([4, 1, 2, 3]), np.ones([5, 3, 2])).shape).toEqual([4, 5, 2, 2])
  expect(np.matmul(np.ones([3]), np.ones([2, 3, 4])).shape).toEqual([2, 4])
  expect(list(np.dot([1, 2, 3], [4, 5, 6]))).toBe(32)
  expect(np.dot(np.ones([2, 3]), np.ones([4, 3, 5])).shape).toEqual([2, 4, 5])
  expect(list(np.matmul(np.array([[2 ** 30]], 'int32'), np.array([[4]], 'int32')))).toEqual([[0]])
  expect(list(np.matmul(np.array([[2n ** 62n]]), np.array([[3n]])))).toEqual([[-(2n ** 62n)]])
  expect(list(np.matmul([[true, false]], [[true], [true]]))).toEqual([[true]])
  expect(() => np.matmul(a, a)).toThrow(/\(2, 3\) and \(2, 3\) do not fit: 3 columns by 2 rows/)
  expect(list(np.outer([1, 2], [3, 4]))).toEqual([
    [3, 4],
    [6, 8],
  ])
  expect(list(np.trace(a, 1))).toBe(6)
})

test('what no kernel is compiled for is counted', () => {
  const before = np.stats().fallbacks.eig?.count ?? 0
  np.linalg.eig([[2]])
  expect(np.stats().fallbacks.eig?.count).toBe(before + 1)
})
