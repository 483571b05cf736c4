import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// TypeScript knows most of these calls for mistakes; JavaScript does not.
// biome-ignore lint/suspicious/noExplicitAny: see above
const any = np as any
const x = (): np.NdArray => np.arange(6).reshape(2, 3)

describe('by position, by name, or the one and then the other', () => {
  test.each<[string, () => np.NdArray, () => np.NdArray]>([
    ['sum', () => any.sum(x(), 1, 'float32', undefined, true), () => np.sum(x(), { axis: 1, dtype: 'float32', keepdims: true })],
    ['sum, options after an axis', () => any.sum(x(), 1, { keepdims: true }), () => any.sum({ a: x(), axis: 1, keepdims: true })],
    ['the method', () => x().sum(1, { keepdims: true }), () => x().sum({ axis: 1, keepDims: true } as never)],
    ['take', () => any.take(x(), [0, 4], 1, undefined, 'clip'), () => np.take(x(), [0, 4], { axis: 1, mode: 'clip' })],
    ['linspace', () => any.linspace(0, 1, 4, false), () => any.linspace(0, 1, { num: 4, endpoint: false })],
    ['full', () => np.full([2], 7, 'int8'), () => any.full({ shape: 2, fill_value: 7, dtype: 'int8' })],
    ['trace', () => np.trace(x(), 1), () => any.trace(x(), { offset: 1 })],
    ['average', () => any.average(x(), 1, [1, 1, 2]), () => np.average(x(), { axis: 1, weights: [1, 1, 2] })],
    ['concatenate', () => np.concatenate([x(), x()], 1), () => np.concatenate([x(), x()], { axis: 1 })],
    ['clip', () => np.clip(x(), 1, 3), () => any.clip(x(), { a_min: 1, a_max: 3 })],
    ['pad, whose widths may be an object too', () => np.pad(x(), { 1: 2 }), () => any.pad(x(), { pad_width: { 1: 2 } })],
    ['pad, widths by name', () => np.pad(x(), 2, 'edge'), () => any.pad(x(), { pad_width: 2, mode: 'edge' })],
    ['diff', () => np.diff(x(), 1, 0), () => np.diff(x(), { axis: 0 })],
    ['out of an elementwise function', () => any.add(x(), 1, np.zeros([2, 3])), () => np.add(x(), 1, { out: np.zeros([2, 3]) })],
    ['cumsum', () => np.cumsum(x(), 1, { dtype: 'float32' }), () => x().cumsum({ axis: 1, dtype: 'float32' })],
    ['quantile', () => np.quantile(x(), 0.5, 1, { keepdims: true }), () => np.quantile(x(), 0.5, { axis: 1, keepdims: true })],
    ['an integer as a bigint or 0-d array', () => any.sum(x(), 1n), () => any.sum(x(), np.array(1))],
  ])('%s', (_, one, other) => {
    expect([one().dtype, one().shape, one().tolist()]).toEqual([other().dtype, other().shape, other().tolist()])
  })
  test('array_equal', () => {
    expect(np.array_equal([NaN], [NaN], { equal_nan: true })).toBe(true)
    expect(any.array_equal([NaN], [NaN], true)).toBe(true)
    expect(np.array_equal([NaN], [NaN])).toBe(false)
  })
})

describe('what does not fit is a TypeError that says what would', () => {
  test.each<[() => unknown, RegExp]>([
    [() => any.sum(x(), { axes: 1 }), /sum: there is no option 'axes'; did you mean 'axis'\?/],
    [() => any.sum(x(), 1, true), /sum: dtype must be the name of a dtype, got true; the call is sum\(a, axis\?, dtype\?/],
    [() => x().sum(1, true as never), /dtype must be/],
    [() => any.argmax([1, 2], { where: [true, false] }), /argmax: there is no option 'where'/],
    [() => any.zeros(), /zeros: shape is missing, expected an integer or a list of integers/],
    [() => any.concatenate([1], [2]), /concatenate: axis must be an integer or null, got \[2\]/],
    [
      () => any.concatenate(np.arange(2), np.arange(2)),
      /axis must be an integer or null, got an array of dtype float64 and shape \(2\)/,
    ],
    [() => any.take([1], [0], 0, { mode: 'clop' }), /mode must be 'raise', 'wrap' or 'clip', got 'clop'; did you mean 'clip'\?/],
    [() => any.searchsorted([1], 1, 'rihgt'), /did you mean 'right'\?/],
    [() => any.diff([1, 2], 1.5), /n must be an integer, got 1.5/],
    [() => any.diag([1, 2], 1.5), /k must be an integer/],
    [() => any.round([1.5], 1.5), /decimals must be an integer/],
    [() => any.split([1, 2, 3], [1.5]), /indices_or_sections must be/],
    [() => any.broadcast_to([1], 'x'), /shape must be/],
    [() => any.sort([1], 0, 'quick'), /did you mean 'quicksort'\?/],
    [() => any.sum(x(), 1, { axis: 0 }), /axis is given twice/],
    [() => any.eye(2, 2, 0, 'int8', 5), /got 5 arguments \(the last is 5\), takes at most 4/],
    [() => any.sqrt([4], 5), /sqrt: got 5 after the operands, expected options/],
    [() => [1, 4].map(any.sqrt as never), /sqrt: got more than its operands and options/],
    [() => any.add([1], 2, {}, 3), /more than its operands and options/],
    [() => any.add([1], 2, { outt: x() }), /there is no option 'outt'; did you mean 'out'\?/],
    [() => any.add([1]), /cannot use undefined as an array/],
    [() => any.add(null, 1), /cannot use null as an array/],
    [() => any.random.default_rng(1).normal('3'), /loc must be a number or an array, .*, got '3'/],
    [() => any.random.default_rng(1.5), /seed must be/],
    [() => any.random.rand('3'), /must be an integer, got '3'/],
    [() => any.evaluate([1]), /expected arrays of this library/],
    [() => any.sum(), /a is missing/],
    [() => any.sum('1'), /a must be an array, a typed array, nested lists or a number, got '1'/],
  ])('%s', (run, message) => {
    expect(run).toThrow(message)
    expect(run).toThrow(TypeError)
    expect(run).toThrow(np.WeldError)
    expect(run).toThrow(np.ArgumentError)
  })
  test('names of dtypes: NumPy has others, and misspelt ones are known', () => {
    expect(np.zeros([1], 'float' as never).dtype).toBe('float64')
    expect(np.zeros([1], 'i4' as never).dtype).toBe('int32')
    expect(() => np.zeros([1], 'flaot32' as never)).toThrow(/unknown dtype 'flaot32': did you mean 'float32'\?/)
    expect(() => np.zeros([1], 'toString' as never)).toThrow(np.DTypeError)
  })
})

test('errors of arguments are no other errors', () => {
  expect(new np.ArgumentError('x')).toBeInstanceOf(TypeError)
  expect(new np.ArgumentError('x')).toBeInstanceOf(np.WeldError)
  expect(new np.ArgumentError('x')).not.toBeInstanceOf(np.ShapeError)
  expect(new TypeError('x')).not.toBeInstanceOf(np.WeldError)
  expect(new np.ShapeError('x')).toBeInstanceOf(np.WeldError)
})
