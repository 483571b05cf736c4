import { afterEach, expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'

afterEach(() => forceTier('auto'))

test('elements outside an array are undefined, in every way to look at them', () => {
  for (const n of [5, 5000]) {
    const x = np
      .arange(3 * n)
      .reshape(n, 3)
      .add(1)
    const beyond = x.pick(n + 2) as np.NdArray
    expect(x.get(n + 2, 0)).toBe(undefined)
    expect(beyond.tolist()).toEqual([undefined, undefined, undefined])
    expect(String(beyond)).toBe('[undefined undefined undefined]')
    expect([...beyond]).toEqual([undefined, undefined, undefined])
    expect(String(x.lo(n - 1).hi(2))).toContain('undefined')
    expect(Number.isNaN(beyond.sum().item())).toBe(true)
    const flags = np.zeros([n, 3], 'bool').pick(n + 2) as np.NdArray
    expect([flags.tolist(), String(flags)]).toEqual([[undefined, undefined, undefined], '[undefined undefined undefined]'])
    const bigs = np.array([1n, 2n, 3n]).lo(2).hi(2)
    expect([bigs.tolist(), String(bigs)]).toEqual([[3n, undefined], '[3 undefined]'])
  }
})

test('an array that claims more elements than its data is read as far as there are any', () => {
  const short = ndarray(Float64Array.of(1, 2), [4])
  expect(short.add(1).tolist()).toEqual([2, 3, NaN, NaN])
  expect(
    ndarray(BigInt64Array.of(1n), [2])
      .add(1n as never)
      .tolist(),
  ).toEqual([2n, 1n])
  expect(
    ndarray(Float64Array.of(1, 2, 3), [3], [0.5])
      .add(1)
      .tolist(),
  ).toEqual([2, NaN, 3])
  expect(
    ndarray(Float64Array.of(1, 2, 3), [2], [2], -2)
      .add(1)
      .tolist(),
  ).toEqual([NaN, 2])
})

test('shapes and strides that are none are errors, at once', () => {
  const at =
    (shape: number[], stride = shape.map(() => 1)): (() => unknown) =>
    () =>
      np.add(ndarray(Float64Array.of(1), shape, stride), 1).tolist()
  for (const shape of [[-1], [1.5], [NaN], [2 ** 60], [2, -3]]) expect(at(shape)).toThrow(np.WeldError)
  expect(at(new Array<number>(65).fill(1))).toThrow(/65 axes/)
  expect(() => np.add(ndarray([2], [2 ** 31]), 1)).toThrow(np.ShapeError)
  expect(() => np.sum(ndarray(new Float64Array(1), [2 ** 40])).item()).toThrow(np.WeldError)
  const foreign = { data: Float64Array.of(1, 2), shape: [2, 2], stride: [1], offset: 0, dtype: 'float64', order: [0] }
  expect(() => np.add(foreign as never, 1)).toThrow(np.ShapeError)
  const own = np.arange(4)
  own.shape = [-4]
  expect(() => own.add(1)).toThrow(np.ShapeError)
})

test('between two elements there is none', () => {
  // The last place is whole, or not.
  for (const n of [10, 3000, 3002])
    for (const tier of ['auto', 'js', 'wasm'] as const) {
      forceTier(tier)
      const x = np.arange(n).evaluate()
      x.stride[0] = 0.5
      x.shape = [n / 2]
      expect(x.add(1).slice(':5').tolist(), `${n}, ${tier}`).toEqual([1, NaN, 2, NaN, 3])
      expect(x.sum().item(), `${n}, ${tier}`).toBe(NaN)
    }
})

test('data that holds no numbers is NaN or 0', () => {
  const odd = { data: [{}, 'x', Symbol('y'), 3] as never, shape: [4], stride: [1], offset: 0, dtype: 'float64', order: [0] }
  expect(np.add(odd as never, 1).tolist()).toEqual([NaN, NaN, NaN, 4])
  const whole = { data: [1.5, 'x', {}] as never, shape: [3], stride: [1], offset: 0, dtype: 'bigint64', order: [0] }
  expect(np.add(whole as never, 1n).tolist()).toEqual([2n, 1n, 1n])
})
