import { expect, test } from 'vitest'
import * as np from 'weldarray'

const named = (name: string) => expect.objectContaining({ name })
const { Polynomial } = np.polynomial

test('functions of slices', () => {
  const a = np.arange(6).reshape(2, 3)
  expect(np.apply_along_axis((x) => x.sum(), 1, a).tolist()).toEqual([3, 12])
  expect(np.apply_along_axis((x) => x.cumsum(), 0, a).tolist()).toEqual([
    [0, 1, 2],
    [3, 5, 7],
  ])
  expect(np.apply_along_axis((x) => np.outer(x, x), 0, a).shape).toEqual([2, 2, 3])
  expect(np.apply_along_axis((x) => x.max().sub(x.min()), -1, np.arange(24).reshape(2, 3, 4)).tolist()).toEqual([
    [3, 3, 3],
    [3, 3, 3],
  ])
  expect(np.apply_over_axes((x, axis) => x.sum(axis), a, [0, 1]).tolist()).toEqual([[15]])
  expect(() => np.apply_along_axis((x) => x, 0, np.zeros([2, 0]))).toThrow(named('ShapeError'))
  expect(() => np.apply_along_axis((x) => x, 5, a)).toThrow(named('AxisError'))
})

test('a function of numbers is one of arrays', () => {
  const step = np.vectorize((a: number, b: number) => (a > b ? a - b : a + b))
  expect(step([1, 2, 3, 4], 2).tolist()).toEqual([3, 4, 1, 2])
  expect(step([[1], [2]], [3, 4]).shape).toEqual([2, 2])
  expect(np.vectorize((a: number) => a > 1)([1, 2]).dtype).toBe('bool')
  expect(np.vectorize((a: number) => a * 2, { otypes: 'int32' })([]).dtype).toBe('int32')
})

test('polynomials in a domain', () => {
  const x = np.linspace(0, 10, 11)
  const y = x.mul(x).mul(2).sub(x).add(3)
  const p = Polynomial.fit(x, y, 2)
  expect(p.domain).toEqual([0, 10])
  expect(np.allclose(p.call(x), y)).toBe(true)
  expect(np.allclose(p.convert().coef, [3, -1, 2])).toBe(true)
  expect(np.allclose(p.deriv().convert().coef, [-1, 4])).toBe(true)
  // NumPy's constant is the value at 0 in the window, the middle of the domain.
  expect(np.allclose(p.integ(1, 5).call(5), 5)).toBe(true)
  expect(np.allclose(p.integ().deriv().call(x), y)).toBe(true)
  const q = new Polynomial([1, 2, 3])
  expect([q.add([1]).coef.tolist(), q.sub(q).coef.tolist(), q.mul([0, 1]).coef.tolist(), q.pow(2).coef.tolist()]).toEqual([
    [2, 2, 3],
    [0],
    [0, 1, 2, 3],
    [1, 4, 10, 12, 9],
  ])
  const [quotient, rest] = Polynomial.fromroots([1, 2, 3]).divmod([-1, 1])
  expect([quotient.coef.tolist(), rest.coef.tolist(), quotient.degree()]).toEqual([[6, -5, 1], [0], 2])
  expect(np.allclose(Polynomial.fromroots([1, 2, 3]).roots(), [1, 2, 3])).toBe(true)
  expect([String(q), Polynomial.basis(2).coef.tolist(), Polynomial.identity().call([5]).tolist()]).toEqual([
    '1 + 2·x + 3·x^2',
    [0, 0, 1],
    [5],
  ])
  expect(() => q.add(p)).toThrow(named('ArgumentError'))
  expect(() => new Polynomial([1, 0, 1]).roots()).toThrow(named('LinAlgError'))
})

test('memory that is looked at through strides stays the array’s own', () => {
  const a = np.arange(10).slice('2:6')
  const { as_strided } = np.lib.stride_tricks
  expect(as_strided(a, [3, 2], [8, 8]).tolist()).toEqual([
    [2, 3],
    [3, 4],
    [4, 5],
  ])
  expect(() => as_strided(a, [5])).toThrow(named('ShapeError'))
  expect(() => as_strided(a, [2], [4])).toThrow(named('ArgumentError'))
  expect(() => as_strided(a, [2], [-8])).toThrow(named('ShapeError'))
})

test('the shared generator of random numbers begins again at its seed', () => {
  np.random.seed(7)
  const first = np.random.rand(3).tolist()
  np.random.seed(7)
  expect(np.random.rand(3).tolist()).toEqual(first)
  expect(() => np.random.seed(-1)).toThrow(named('ArgumentError'))
  expect(() => np.random.randint(5, 5)).toThrow(named('ArgumentError'))
  const a = np.arange(10)
  np.random.shuffle(a)
  expect(a.sum().item()).toBe(45)
})

test('memory in common', () => {
  const a = np.arange(10)
  const [even, odd] = [a.slice('::2'), a.slice('1::2')]
  expect([np.may_share_memory(even, odd), np.shares_memory(even, odd), np.shares_memory(even, a.slice('4:5'))]).toEqual([
    true,
    false,
    true,
  ])
  expect([np.may_share_memory(a.slice(':3'), a.slice('5:')), np.may_share_memory(a, a.clone())]).toEqual([false, false])
  const data = new Float64Array(4)
  expect([np.shares_memory(np.asarray(data), data), np.shares_memory(np.asarray(data.subarray(2)), data.subarray(0, 2))]).toEqual(
    [true, false],
  )
  expect([
    np.isfortran(np.ones([2, 3]).T),
    np.isfortran(np.ones([2, 3])),
    np.ascontiguousarray(np.ones([2, 3]).T).stride,
  ]).toEqual([true, false, [2, 1]])
  expect([np.iterable([1]), np.iterable(3), np.iterable(np.array(3))]).toEqual([true, false, false])
  expect(() => np.asarray_chkfinite([NaN])).toThrow(named('LinAlgError'))
  expect([a.flags.c_contiguous, even.flags.c_contiguous, a.device]).toEqual([true, false, 'cpu'])
  expect(a instanceof np.ndarray).toBe(true)
})
