// NumPy's int64 and uint64 are numbers in JavaScript, exact or not at all; bigint64 and biguint64 have the same elements as bigints.
import ndarray from 'ndarray'
import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ops from 'weldarray/ops'

type Any = np.NdArray<np.AnyDType>

const MOST = Number.MAX_SAFE_INTEGER
const beyond = /beyond ±\(2\^53 - 1\).*astype\('bigint64'\)/

test.each([[[3]], [[1, 3]], [[1, 1, 3]], [[1, 1, 1, 3]], [[1, 1, 1, 1, 3]], [[1, 1, 1, 1, 1, 3]]])(
  'what is got and given is numbers, over library memory and over data: shape %j',
  (shape) => {
    const x = np.zeros(shape, { dtype: 'int64' })
    const index = shape.map(() => 0)
    for (const moved of [false, true]) {
      if (moved) expect(x.data).toBeInstanceOf(BigInt64Array)
      expect(x.set(...index.slice(1), 2, 7)).toBe(7)
      expect(x.get(...index.slice(1), 2)).toBe(7)
      expect(x.set(...index, -3.9)).toBe(-3.9)
      expect(x.get(...index)).toBe(-3)
      expect(x.set(...index, MOST)).toBe(MOST)
      expect(x.get(...index)).toBe(MOST)
      expect(() => x.set(...index, MOST + 1)).toThrow(beyond)
      expect(() => x.set(...index, MOST + 1)).toThrow(RangeError)
      x.set(...index, Number.NaN)
      expect(x.get(...index)).toBe(0)
      expect(x.get(...index.slice(1), 99)).toBeUndefined()
      expect(x.hi(...shape).dtype).toBe('int64')
      expect(
        x
          .hi(...shape)
          .lo(...index)
          .get(...index.slice(1), 2),
      ).toBe(7)
    }
  },
)

test('everything that shows elements shows numbers', () => {
  const x = np.array(
    [
      [1, 2],
      [3, -4],
    ],
    { dtype: 'int64' },
  )
  expect(x.tolist()).toEqual([
    [1, 2],
    [3, -4],
  ])
  expect(JSON.stringify(x)).toBe('[[1,2],[3,-4]]')
  expect([...x.ravel()]).toEqual([1, 2, 3, -4])
  expect(x.sum().item()).toBe(2)
  expect(x.sum().item() === 2).toBe(true)
  expect((x.sum() as unknown as number) / 4).toBe(0.5)
  expect(String(x)).toBe('[[ 1  2]\n [ 3 -4]]')
  expect(x.pick(1, 1).get()).toBe(-4)
})

test('elements beyond the exact numbers are kept, printed and converted exactly, and never given as numbers', () => {
  const big = np.array([2n ** 62n + 1n, -(2n ** 53n)])
  const x = big.astype('int64')
  expect(() => x.get(0)).toThrow(beyond)
  expect(() => x.tolist()).toThrow(RangeError)
  expect(() => [...x]).toThrow(RangeError)
  expect(() => np.max(x).item()).toThrow(RangeError)
  expect(String(x)).toBe('[4611686018427387905   -9007199254740992]')
  expect(x.astype('bigint64').tolist()).toEqual([2n ** 62n + 1n, -(2n ** 53n)])
  expect(x.sub(2n ** 62n).get(0)).toBe(1)
  expect(
    np
      .array([2n ** 64n - 1n], 'biguint64')
      .astype('uint64')
      .astype('biguint64')
      .tolist(),
  ).toEqual([2n ** 64n - 1n])
})

test('what NumPy calls int64 is int64: counts, indices, integer sums', () => {
  const mask = np.array([true, false, true])
  expect([mask.sum().dtype, np.sum(np.array([1], 'uint8')).dtype, np.sum(np.array([1], 'int32')).dtype]).toEqual([
    'int64',
    'uint64',
    'int64',
  ])
  expect(np.count_nonzero(mask).dtype).toBe('int64')
  expect(np.argmax([3, 9, 1]).item()).toBe(1)
  expect(np.nonzero(mask)[0]!.tolist()).toEqual([0, 2])
  expect((np.bincount([0, 1, 1]).tolist() as number[]).map((c) => c / 3)).toEqual([1 / 3, 2 / 3])
  expect(np.random.default_rng(1).integers(5)).toBeTypeOf('number')
  expect(np.random.default_rng(1).choice(5)).toBeTypeOf('number')
  const x = np.array([5, 7, 6])
  expect(x.get(np.argmax(x).item() as number)).toBe(7)
  expect(np.take(x, np.argsort(x)).tolist()).toEqual([5, 6, 7])
})

test('numbers stay numbers, and meet bigints as bigints', () => {
  const of = (dtype: string) => np.ones([2], { dtype: dtype as 'int64' })
  const meets: [string, string, string][] = [
    ['int64', 'int32', 'int64'],
    ['int64', 'bool', 'int64'],
    ['uint64', 'uint8', 'uint64'],
    ['int64', 'uint64', 'float64'],
    ['int64', 'float32', 'float64'],
    ['uint32', 'int8', 'int64'],
    ['int64', 'bigint64', 'bigint64'],
    ['bigint64', 'int32', 'bigint64'],
    ['biguint64', 'uint64', 'biguint64'],
    ['bigint64', 'uint64', 'float64'],
  ]
  for (const [a, b, both] of meets) {
    expect(np.add(of(a), of(b)).dtype, `${a} + ${b}`).toBe(both)
    expect(np.add(of(b), of(a)).dtype, `${b} + ${a}`).toBe(both)
  }
  expect(of('bigint64').sum().dtype).toBe('bigint64')
  expect(of('int64').add(1).dtype).toBe('int64')
  expect(of('int64').add(1n).tolist()).toEqual([2, 2])
  expect(np.add(of('bool'), 1).dtype).toBe('int64')
  expect(of('int64').div(2).dtype).toBe('float64')
  expect(of('int64').lt(of('uint64')).tolist()).toEqual([false, false])
})

test.each([2, 3000, 70_000])('kernels are those of bigint64, to the bit: %i elements', (n) => {
  const rng = np.random.default_rng(7)
  const [a, b] = [0, 1].map(() => rng.integers(-(2n ** 40n), 2n ** 40n, n, { dtype: 'int64' }))
  const big = (x: Any): Any => x.astype('bigint64')
  const program = (x: Any, y: Any): Any => np.where(x.lt(y), x.mul(3).sub(y), np.floor_divide(y, np.maximum(x, 1)))
  const [numbers, bigints] = [program(a!, b!), program(big(a!), big(b!))]
  expect([numbers.dtype, bigints.dtype]).toEqual(['int64', 'bigint64'])
  const same64 = (x: Any, y: Any): boolean =>
    Buffer.from((x.clone().data as unknown as BigInt64Array).buffer).equals(
      Buffer.from((y.clone().data as unknown as BigInt64Array).buffer),
    )
  expect(same64(numbers, bigints)).toBe(true)
  expect(big(numbers.sum()).item()).toBe(bigints.sum().item())
  numbers.addeq(5)
  bigints.addeq(5n)
  expect(same64(numbers, bigints)).toBe(true)
  // Both at once, and one from the other: one computation, two memories.
  const [sum, same] = [a!.add(b!), big(a!).add(big(b!))]
  np.evaluate(sum, same)
  sum.set(0, 1)
  expect(same.get(0)).toBe((big(a!).get(0) as unknown as number) + (big(b!).get(0) as unknown as number))
})

test('graphs of int64 and of bigint64 are one plan', () => {
  const [x, y] = [np.ones([5000], { dtype: 'int64' }), np.ones([5000], { dtype: 'bigint64' })].map((a) => a.evaluate())
  const f = (a: Any): Any => a!.mul(a).add(a).mul(a).sub(a).evaluate()
  f(y!)
  const before = np.stats().plansMade
  f(x!)
  expect(np.stats().plansMade).toBe(before)
})

test('weldarray/ops sees numbers', () => {
  const x = np.array([1, 2, 3], { dtype: 'int64' })
  const out = ndarray(new Float64Array(3))
  ops.assign(out, x)
  expect([...out.data]).toEqual([1, 2, 3])
  ops.adds(x, x, 1.5)
  expect(x.tolist()).toEqual([2, 3, 4])
  ops.addeq(x, x)
  ops.mul(out, x, out)
  expect([...out.data]).toEqual([4, 12, 24])
  expect([ops.sum(x), ops.sup(x), ops.argmax(x), ops.any(x)]).toEqual([18, 8, [2], true])
  ops.assigns(x, 9)
  expect(x.tolist()).toEqual([9, 9, 9])
})

test('files keep int64, and NumPy reads it as such', async () => {
  const x = np.array([1, -2], { dtype: 'int64' })
  for (const dtype of ['int64', 'bigint64', 'uint64'] as const) {
    const { mkdtempSync, rmSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(tmpdir(), 'weldarray-int64-'))
    await np.save(join(folder, 'x.npy'), np.absolute(x).astype(dtype))
    const back = (await np.load(join(folder, 'x.npy'))) as np.NdArray
    expect(back.dtype).toBe(dtype.replace('big', ''))
    expect(back.tolist()).toEqual([1, 2])
    rmSync(folder, { recursive: true })
  }
})

test('kernels of their own know int64: sorting, taking, selecting, running totals, joining', () => {
  const n = 70_000
  const x = np.random.default_rng(3).integers(0, 1000, n) as np.NdArray
  const big = x.astype('bigint64')
  const counts = Array.from({ length: 1000 }, () => 0)
  for (const k of x.tolist() as number[]) counts[k]!++
  const same = (a: Any, b: Any, dtype: string): void => {
    expect(a.dtype).toBe(dtype)
    const bytes = (y: Any): Buffer => Buffer.from((y.astype('bigint64').data as unknown as BigInt64Array<ArrayBuffer>).buffer)
    expect(bytes(a).equals(bytes(b))).toBe(true)
  }
  expect(np.bincount(x).tolist()).toEqual(counts)
  same(np.bincount(x), np.bincount(big), 'int64')
  same(np.sort(x), np.sort(big), 'int64')
  same(np.argsort(x), np.argsort(big), 'int64')
  same(np.take(x, x), np.take(big, big), 'int64')
  same(np.compress(x.gt(500), x), np.compress(big.gt(500), big), 'int64')
  same(np.cumsum(x), np.cumsum(big), 'int64')
  same(np.unique(x), np.unique(big), 'int64')
  same(np.concatenate([x, x]), np.concatenate([big, big]), 'int64')
  same(np.roll(x, 7), np.roll(big, 7), 'int64')
  same(np.nonzero(x)[0]!, np.nonzero(big)[0]!, 'int64')
  same(np.searchsorted(np.sort(x), x), np.searchsorted(np.sort(big), big), 'int64')
  expect(np.cumsum(big).dtype).toBe('bigint64')
  // As many kernels ran for one as for the other: none was missing.
  const runs = (y: Any): number => {
    const before = np.stats().kernelRuns
    for (const made of [np.sort(y), np.argsort(y), np.cumsum(y)]) made.evaluate()
    np.take(y, y).evaluate()
    return np.stats().kernelRuns - before
  }
  expect(runs(big)).toBeGreaterThan(0)
  expect(runs(x)).toBe(runs(big))
})
