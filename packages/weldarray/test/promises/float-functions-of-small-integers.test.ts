import { describe, expect, it } from 'vitest'
import * as np from 'weldarray'

const of = (dtype: 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32'): np.NdArray => np.array([1, 2, 3]).astype(dtype)

const functions: unknown[] = []
functions.push(np.heaviside)
functions.push(np.nextafter)
functions.push(np.logaddexp)
functions.push(np.logaddexp2)

describe('functions put together from others choose the float that elementary functions choose', () => {
  it.each(functions)('%o', (given) => {
    const f = given as (x: unknown, y: unknown) => np.NdArray
    expect(f(of('uint16'), of('int8')).dtype).toBe('float32')
    expect(f(of('int8'), of('int16')).dtype).toBe('float32')
    expect(f(of('uint16'), of('int32')).dtype).toBe('float64')
    // Numbers need not fit integers that are no longer integers.
    expect(f(-1, of('uint16')).dtype).toBe('float32')
    expect(f(of('uint8'), 300).dtype).toBe('float32')
  })
})

it('exponents of ldexp beyond 32 bits are not cut', () => {
  const x = np.ldexp(np.array([1, 1, 3]), np.array([2n ** 62n, -(2n ** 62n), 2n]))
  expect(x.tolist()).toEqual([Number.POSITIVE_INFINITY, 0, 12])
})

it('powers in vander are of a dtype that holds them', () => {
  expect(np.vander(of('uint8'), 9).dtype).toBe('int64')
  expect(np.vander(np.array([100]).astype('int8'), 3).tolist()).toEqual([[10_000, 100, 1]])
  expect(np.vander(np.array([1, 2]).astype('float32'), 3).dtype).toBe('float64')
})
