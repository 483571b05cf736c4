import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Quotients and remainders of integers, rounded down, are exact on every tier, those of 32 bits and fewer by dividing floats, several at a time.
 * Nothing divided by 0 but 0; the least number divided by -1 wraps.
 */

afterEach(() => forceTier('auto'))

const RANGES = {
  int8: [-(2n ** 7n), 2n ** 7n - 1n],
  uint8: [0n, 2n ** 8n - 1n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  bigint64: [-(2n ** 63n), 2n ** 63n - 1n],
  biguint64: [0n, 2n ** 64n - 1n],
} as const

/** What is beyond these in size is no longer divided as doubles. */
const LIMITS = [51n, 52n, 53n].flatMap((k) => [-1n, 0n, 1n].flatMap((d) => [2n ** k + d, -(2n ** k) + d]))

const wrapped = (x: bigint, [low, high]: readonly [bigint, bigint]): bigint => {
  const size = high - low + 1n
  return ((((x - low) % size) + size) % size) + low
}
const divided = (x: bigint, y: bigint): bigint => (y === 0n ? 0n : (x - remaining(x, y)) / y)
const remaining = (x: bigint, y: bigint): bigint => (y === 0n ? 0n : ((x % y) + y) % y)

describe.each(Object.entries(RANGES))('%s', (dtype, [low, high]) => {
  const rng = np.random.default_rng(5)
  const edges = [
    low,
    low + 1n,
    low / 2n,
    -3n,
    -2n,
    -1n,
    0n,
    1n,
    2n,
    3n,
    7n,
    10n,
    high / 3n,
    high / 2n,
    high - 1n,
    high,
    ...LIMITS,
  ].filter((x) => x >= low && x <= high)
  const some = (rng.integers(0, 1000, 40).tolist() as number[]).map((x) => wrapped(BigInt(x) ** 7n - 5n, [low, high]))
  const values = [...edges, ...some]
  const pairs = values.flatMap((x) => values.map((y) => [x, y] as const))
  const array = (list: bigint[]): np.NdArray =>
    np
      .array(list, 'bigint64')
      .astype(dtype as 'int32')
      .evaluate()
  const [a, b] = [0, 1].map((i) => {
    const list = pairs.map((pair) => pair[i]!)
    return dtype === 'biguint64' ? np.array(list, 'biguint64').evaluate() : array(list)
  }) as [np.NdArray, np.NdArray]
  const listOf = (x: np.NdArray): bigint[] => [...(x.flat as Iterable<number | bigint>)].map(BigInt)

  test.each(['wasm', 'js', 'auto'] as const)('%s', (tier) => {
    forceTier(tier)
    const range = [low, high] as const
    expect(listOf(np.floor_divide(a, b))).toEqual(pairs.map(([x, y]) => wrapped(divided(x, y), range)))
    expect(listOf(np.remainder(a, b))).toEqual(pairs.map(([x, y]) => wrapped(remaining(x, y), range)))
    // By a number that is the same for all.
    for (const y of [3n, 7n, ...(low < 0n ? [-1n, -10n] : [])]) {
      const by = dtype.startsWith('big') ? y : Number(y)
      expect(listOf(np.floor_divide(a, by as number))).toEqual(pairs.map(([x]) => wrapped(divided(x, y), range)))
      expect(listOf(np.remainder(a, by as number))).toEqual(pairs.map(([x]) => wrapped(remaining(x, y), range)))
    }
  })
})

/** Every number of a dtype as a dividend. */
const all = (low: bigint, high: bigint, dtype: string): np.NdArray =>
  np
    .arange(Number(low), Number(high) + 1)
    .astype(dtype as 'int8')
    .evaluate()

describe.each(['int8', 'uint8', 'int16', 'uint16'] as const)('all of %s', (dtype) => {
  const [low, high] = RANGES[dtype]
  const x = all(low, high, dtype)
  const dividends = x.tolist() as number[]
  const isByte = dtype.endsWith('8')
  const some = Array.from({ length: 40 }, (_, i) => Number(low) + ((i * 7919 + 13) % Number(high - low)))
  const near = [0, 1, 2, 3, 5, 7, 10, 127, 128, 129, 255, 256, 257, 32_767, 32_768, 65_535].flatMap((d) => [d, -d])
  const divisors = isByte ? (x.tolist() as number[]) : [...near, ...some].filter((d) => BigInt(d) >= low && BigInt(d) <= high)

  test.each(['wasm', 'js'] as const)('%s', (tier) => {
    forceTier(tier)
    const list: string[] = []
    for (const d of divisors) {
      const wanted = (f: (a: number) => number): np.NdArray =>
        np.array(d === 0 ? dividends.map(() => 0) : dividends.map(f), 'int32').astype(dtype)
      const quotients = wanted((a) => Math.floor(a / d))
      const rests = wanted((a) => a - d * Math.floor(a / d))
      // By a number, and by as many numbers.
      for (const y of [d, np.full(x.size, d, { dtype })]) {
        if (!np.array_equal(np.floor_divide(x, y), quotients)) list.push(`// ${d}`)
        if (!np.array_equal(np.remainder(x, y), rests)) list.push(`% ${d}`)
      }
    }
    expect(list).toEqual([])
  })
})
