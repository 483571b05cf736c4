import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * `view` reads the elements' bytes as another dtype: of the last axis they have to lie one after the other, the others as they may.
 */
const x = (): np.NdArray<'int32'> => np.arange(24).astype('int32').reshape(2, 3, 4)

const told = (a: np.NdArray<np.AnyDType>): unknown => [a.dtype, a.tolist()]
/** Two neighbours as one number. */
const pair = (low: bigint, high: bigint): bigint => (high << 32n) + low

test('views in other orders and of parts', () => {
  expect(told(np.transpose(x(), [1, 0, 2]).view('int16').slice(1, 1))).toEqual(['int16', [16, 0, 17, 0, 18, 0, 19, 0]])
  expect(told(x().slice('::-1').view('int16').slice(0, 0))).toEqual(['int16', [12, 0, 13, 0, 14, 0, 15, 0]])
  expect(told(x().slice(':, ::2, 2:').view('bigint64'))).toEqual([
    'bigint64',
    [
      [[pair(2n, 3n)], [pair(10n, 11n)]],
      [[pair(14n, 15n)], [pair(22n, 23n)]],
    ],
  ])
})

test('views of as many bytes, whatever the order', () => {
  expect(told(np.transpose(x()).view('uint32').slice(1))).toEqual(['uint32', np.transpose(x()).slice(1).tolist()])
  expect(x().slice('..., ::-2').view('float32').shape).toEqual([2, 3, 2])
})

test('they are the same memory', () => {
  const a = x()
  np.transpose(a, [1, 0, 2]).view('int16').at(2, 1, 0).set(7)
  expect(a.item(1, 2, 0)).toBe(7)
})

test('what no typed array can be is refused', () => {
  expect(() => x().slice('..., ::2').view('int16')).toThrow(np.ShapeError)
  expect(() => np.zeros([2, 3], 'float32').slice(':, :2').view('float64')).toThrow(np.DTypeError)
  expect(() => x().slice('..., 1:3').view('float64')).toThrow(np.DTypeError)
  expect(() => np.zeros([2, 3], 'float32').view('float64')).toThrow(np.DTypeError)
})
