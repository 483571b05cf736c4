import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, bytesOf, decode, differences, fixture, flat, LETTERS } from './support/fixtures.js'

interface Stream {
  seed: string | string[]
  [name: string]: unknown
}
const streams = fixture<Stream[]>('random')

describe('a seed gives the stream NumPy gives', () => {
  test.each(streams.map((s) => [String(s.seed), s] as const))('seed %s', (_, s) => {
    const rng = np.random.default_rng(Array.isArray(s.seed) ? s.seed.map(BigInt) : BigInt(s.seed))
    const agree = (a: unknown, name: string, dtype: 'float64' | 'float32' | 'int64' | 'int32', same = bits): void =>
      expect(differences(flat(a as NdArray), flat(decode(s[name] as string, dtype as 'float64')), same)).toEqual([])
    agree(rng.random(20), 'random', 'float64')
    agree(rng.uniform(-3, 5, 5), 'uniform', 'float64')
    agree(rng.integers(10, 1000, 20), 'integers', 'int64')
    agree(rng.integers(0, 2n ** 60n, 5), 'wide', 'int64')
    agree(rng.integers(-5, 5, 9, { dtype: 'int32' }), 'int32', 'int32')
    agree(rng.random(5, { dtype: 'float32' }), 'float32', 'float32')
    expect(rng.permutation(12).tolist()).toEqual(s.permutation)
    // NumPy's tables of the ziggurat are rounded differently in their last digits.
    agree(rng.normal(1, 2, 300), 'normal', 'float64', (x, y) => Math.abs((x as number) - (y as number)) < 1e-12)
  })
})

test('distributions have their moments', () => {
  const rng = np.random.default_rng(7)
  const moments = (a: NdArray): number[] => [np.mean(a).item() as number, np.std(a).item() as number]
  const [normalMean, normalStd] = moments(rng.standard_normal(200_000))
  expect(Math.abs(normalMean!)).toBeLessThan(0.01)
  expect(Math.abs(normalStd! - 1)).toBeLessThan(0.01)
  const [mean, std] = moments(rng.exponential(2, 200_000))
  expect(Math.abs(mean! - 2)).toBeLessThan(0.03)
  expect(Math.abs(std! - 2)).toBeLessThan(0.03)
})

test('choice and shuffle', () => {
  const rng = np.random.default_rng(3)
  const drawn = rng.choice(5, 5, { replace: false }) as NdArray
  expect(np.sort(drawn).tolist()).toEqual([0, 1, 2, 3, 4])
  const certain = rng.choice([10, 20], 4, { p: [0, 1] }) as NdArray
  expect(certain.tolist()).toEqual([20, 20, 20, 20])
  expect(() => rng.choice(3, 4, { replace: false })).toThrow(/4 of 3 elements without replacement/)
  expect(() => rng.choice(2, 1, { p: [0.5, 0.6] })).toThrow(/add up to/)
  const rows = np.reshape(np.arange(6), [3, 2])
  rng.shuffle(rows)
  expect(np.sort(rows, 0).tolist()).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ])
  expect(() => rng.integers(0, 300, 1, { dtype: 'uint8' })).toThrow(/uint8 does not hold 0 to 299/)
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const written = fixture<Record<string, string>>('files')

  test.each(Object.keys(LETTERS))('dtype %s: reads what NumPy writes, and writes the same bytes', (letter) => {
    const a = np.load(bytesOf(written[letter]!)) as NdArray
    expect([a.dtype, a.shape]).toEqual([LETTERS[letter], [2, 2]])
    const file = join(folder, `${letter.charCodeAt(0)}.npy`)
    np.save(file, a)
    const again = np.load(file) as NdArray
    expect(flat(again)).toEqual(flat(a))
  })

  test('column order, the other byte order, 0-d', () => {
    expect((np.load(bytesOf(written.fortran!)) as NdArray).tolist()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ])
    expect((np.load(bytesOf(written.big!)) as NdArray).tolist()).toEqual([0, 1, 2])
    expect((np.load(bytesOf(written.scalar!)) as NdArray).item()).toBe(2.5)
  })

  test('archives keep names, or number the arrays', () => {
    const file = join(folder, 'a.npz')
    np.savez(file, { x: np.eye(2), y: new Int32Array([1, 2]) })
    const { x, y } = np.load(file) as Record<string, NdArray>
    expect(x!.tolist()).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect([y!.dtype, y!.tolist()]).toEqual(['int32', [1, 2]])
    np.savez_compressed(join(folder, 'b'), [[1], [2]])
    expect(Object.keys(np.loadz(join(folder, 'b.npz')))).toEqual(['arr_0', 'arr_1'])
  })

  test('what is no such file is an error', () => {
    expect(() => np.load(new Uint8Array(20))).toThrow(/no .npy file/)
    expect(() => np.load(bytesOf(written.d!).subarray(0, 130))).toThrow(/cut short/)
  })
})

test('permuted shuffles every line by itself, with the numbers of NumPy', () => {
  const x = np.arange(12).reshape(3, 4)
  const permuted = (a: np.ArrayInput, axis?: number) =>
    np.random
      .default_rng(5)
      .permuted(a, axis === undefined ? {} : { axis })
      .tolist()
  expect(permuted(x, 0)).toEqual([
    [4, 1, 10, 7],
    [8, 9, 6, 3],
    [0, 5, 2, 11],
  ])
  expect(permuted(x, -1)).toEqual([
    [3, 1, 2, 0],
    [6, 7, 4, 5],
    [11, 9, 8, 10],
  ])
  expect(permuted(np.arange(6).reshape(2, 3))).toEqual([
    [1, 4, 2],
    [3, 5, 0],
  ])
  const out = np.zeros([3, 4])
  expect(np.random.default_rng(5).permuted(x, { axis: 0, out })).toBe(out)
  expect(out.tolist()).toEqual(permuted(x, 0))
  expect(() => np.random.default_rng(5).permuted(x, { out: np.zeros([3, 4], 'int8') })).toThrow(np.DTypeError)
  expect(() => np.random.default_rng(5).permuted(x, { axis: 2 })).toThrow(np.AxisError)
})
