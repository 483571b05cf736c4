import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

const i8 = (): np.NdArray => np.zeros([3], 'int8')

describe('whole numbers that an integer dtype does not hold', () => {
  test.each<[string, () => unknown]>([
    ['full', () => np.full([2], 300, 'int8')],
    ['full of a negative number', () => np.full([2], -1, 'uint8')],
    ['full_like', () => np.full_like(i8(), 300)],
    ['put', () => np.put(i8(), 0, 300)],
    ['put of a list', () => np.put(i8(), [0], [300])],
    ['place', () => np.place(i8(), [1, 0, 0], 300)],
    ['put_along_axis', () => np.put_along_axis(i8(), [0], 300, 0)],
    ['putmask', () => np.putmask(i8(), [1, 0, 0], 300)],
    ['putmask of a list', () => np.putmask(i8(), [1, 0, 0], [1, 300])],
    ['fill', () => i8().fill(300)],
    ['fill_diagonal', () => np.fill_diagonal(np.zeros([2, 2], 'int8'), 300)],
    ['insert', () => np.insert(i8(), 0, 300)],
    ['insert of a list', () => np.insert(i8(), [0, 1], [1, -129])],
    ['pad', () => np.pad(i8(), 1, { constant_values: 300 })],
    ['copyto', () => np.copyto(i8(), 300)],
    ['copyto, unsafe', () => np.copyto(i8(), 300, { casting: 'unsafe' })],
    ['arange: the start', () => np.arange(-1, 3, 1, 'uint8')],
    ['arange: the second element', () => np.arange(0, 600, 300, { dtype: 'int8' })],
    ['add in a dtype', () => np.add(np.zeros([2], 'int32'), 300, { dtype: 'int8' })],
    ['the initial value of an extreme', () => np.max(i8(), { initial: 300 })],
  ])('%s', (_, run) => expect(run).toThrow(np.DTypeError))
})

test('what holds them is taken: the stop of a range, limits of clip, keys of a search', () => {
  expect(np.arange(0, 300, 100, { dtype: 'int8' }).tolist()).toEqual([0, 100, -56])
  expect(np.arange(10, 0, -3, { dtype: 'uint8' }).tolist()).toEqual([10, 7, 4, 1])
  const bytes = np.array([1, 200], 'uint8')
  expect([np.clip(bytes, -1, 300).dtype, np.clip(bytes, -1, 300).tolist()]).toEqual(['uint8', [1, 200]])
  expect(np.clip(bytes, -300, -5).tolist()).toEqual([0, 0])
  expect(np.searchsorted(np.array([1, 2], 'int8'), 300).tolist()).toEqual(np.searchsorted([1, 2], 300).tolist())
  expect(Number(np.searchsorted(np.array([1, 2], 'int8'), 300).item())).toBe(2)
  expect(Number(np.searchsorted(np.array([1n, 2n], 'biguint64'), -1).item())).toBe(0)
  expect(Number(np.searchsorted(np.array([1, 2], 'int8'), 1.5).item())).toBe(1)
})

test('limits of clip are those of the dtype of the result', () => {
  const wide = np.clip(np.array([1, 2], 'int8'), 0, np.array([300, 400], 'int32'))
  expect([wide.dtype, wide.tolist()]).toEqual(['int32', [1, 2]])
  expect(np.clip(np.array([100, 2], 'int8'), 300, np.array([310, 400], 'int32')).tolist()).toEqual([300, 300])
  expect([np.clip(np.array([1, 200], 'uint8'), -1, 1.5).dtype, np.clip(np.array([1, 200], 'uint8'), -1, 1.5).tolist()]).toEqual([
    'float64',
    [1, 1.5],
  ])
  expect(np.clip(np.array([1, 200], 'uint8'), 300, np.array([1.5, 2])).tolist()).toEqual([1.5, 2])
})

test('arange stores its first two elements, as NumPy does', () => {
  // From python: np.arange(0.1, 0.6, 0.1, dtype='float32')
  const narrow = np.arange(0.1, 0.6, 0.1, 'float32')
  expect((narrow.tolist() as number[]).slice(0, 2)).toEqual([Math.fround(0.1), Math.fround(0.2)])
  for (const [start, step] of [
    [0.3, 0.7],
    [1e-3, 1 / 3],
    [123456.7, 0.1],
    [16777216, 1.5],
  ]) {
    const x = np.arange(start!, start! + 4.5 * step!, step, 'float32').tolist() as number[]
    const [first, second] = [Math.fround(start!), Math.fround(start! + step!)]
    const delta = Math.fround(second - first)
    expect(x).toEqual([first, second, ...[2, 3, 4].map((i) => Math.fround(Math.fround(i * delta) + first))])
  }
  expect(() => np.arange(3, { dtype: 'bool' })).toThrow(np.DTypeError)
  expect(np.arange(2, { dtype: 'bool' }).tolist()).toEqual([false, true])
})

describe('casts that lose more than the rule allows', () => {
  test.each<[string, () => unknown]>([
    ['copyto of a fraction to integers', () => np.copyto(np.zeros([2], 'int32'), 1.5)],
    ['copyto of a number to bool', () => np.copyto(np.zeros([2], 'bool'), 2)],
    ['concatenate', () => np.concatenate([[1.5], [2]], { dtype: 'int32' })],
    ['stack', () => np.stack([[1.5], [2]], { dtype: 'int32' })],
    ['vstack', () => np.vstack([[1.5], [2]], { dtype: 'int32' })],
    ['concatenate, out', () => np.concatenate([[1.5], [2]], { out: np.zeros([2], 'int32') })],
    ['argmax, out', () => np.argmax([1, 2], { out: np.zeros([]) })],
    ['argmax, unsigned out', () => np.argmax([1, 2], { out: np.zeros([], 'biguint64') })],
    ['a fraction under an integer dtype', () => np.add(np.zeros([2], 'int32'), 1.5, { dtype: 'int8' })],
    [
      'putmask of an array that is not safe to cast',
      () => np.putmask(np.zeros([3], 'int8'), [1, 0, 0], np.array([300], 'int32')),
    ],
    ['place of an array that is not safe to cast', () => np.place(np.zeros([3], 'int8'), [1, 0, 0], np.array([300], 'int32'))],
  ])('%s', (_, run) => expect(run).toThrow(np.DTypeError))

  test('unless it is asked for', () => {
    expect(np.concatenate([[1.5], [2]], { dtype: 'int32', casting: 'unsafe' }).tolist()).toEqual([1, 2])
    expect(np.concatenate([np.array([300], 'int32')], { dtype: 'int8' }).tolist()).toEqual([44])
    // Arrays wrap where NumPy's do.
    const wide = np.array([300], 'int32')
    expect(np.insert(i8(), 0, wide).tolist()).toEqual([44, 0, 0, 0])
    const bytes = i8()
    np.put(bytes, 1, wide)
    np.put_along_axis(bytes, [2], wide, 0)
    expect(bytes.tolist()).toEqual([0, 44, 44])
    const target = np.zeros([2], 'int32')
    np.copyto(target, 1.5, { casting: 'unsafe' })
    expect(target.tolist()).toEqual([1, 1])
    expect(np.argmax([1, 5], { out: np.zeros([], 'int32') }).item()).toBe(1)
    expect(np.full([2], 1.5, 'int8').tolist()).toEqual([1, 1])
  })
})
