import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, flat } from './support/fixtures.js'

/*
 * A stream is one stream, whether kernels draw from it or JavaScript does, and however the draws are mixed.
 */

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

type Rng = ReturnType<typeof np.random.default_rng>
const DTYPES = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'bigint64', 'biguint64'] as const

const ranges = {
  int8: [
    [-128, 128],
    [-128, -127],
    [-100, 29],
  ],
  uint8: [
    [0, 256],
    [0, 255],
    [3, 133],
  ],
  int16: [
    [-32768, 32768],
    [-5, 33],
    [-20_000, 20_000],
  ],
  uint16: [
    [0, 65536],
    [1, 65536],
    [0, 129],
  ],
  bool: [
    [0, 2],
    [0, 1],
    [1, 2],
  ],
} as const

/** Draws of all kinds, one after the other. */
const draws: ((rng: Rng) => NdArray)[] = [
  (rng) => rng.random(1001),
  (rng) => rng.random(500, { dtype: 'float32' }),
  (rng) => rng.standard_normal(40_000),
  ...DTYPES.map((dtype) => (rng: Rng) => rng.integers(0, 100, 333, { dtype }) as NdArray),
  // Singles begin with the half of a draw that is left, and leave one.
  ...[7, 8, 1, 1, 1, 2, 2, 3, 70_001, 70_000, 65, 1].map((n) => (rng: Rng) => rng.random(n, { dtype: 'float32' })),
  // Small integers are cut from words, of which several calls of the kernel use parts; all values of the dtype, one, and a few.
  ...(['int8', 'uint8', 'int16', 'uint16', 'bool'] as const).flatMap((dtype) =>
    [100_001, 3, 70_000].flatMap((n) =>
      ranges[dtype].map(
        ([low, high]) =>
          (rng: Rng) =>
            rng.integers(low, high, n, { dtype }) as NdArray,
      ),
    ),
  ),
  (rng) => rng.integers(-5, 2 ** 31, 1000) as NdArray,
  (rng) => rng.integers(-(2n ** 62n), -(2n ** 62n) + 3_000_000_000n, 1000) as NdArray,
  (rng) => rng.integers(0, 2 ** 32, 100) as NdArray,
  (rng) => rng.integers(0, 2n ** 40n, 100) as NdArray,
  (rng) => rng.uniform(-3, 5, 70_000),
  (rng) => rng.normal(3, 0.5, 100),
  (rng) => rng.random([10, 20]),
  (rng) => rng.random(1),
  (rng) => rng.permutation(1001),
  ...(['float64', 'float32', 'int16', 'bool'] as const).flatMap((dtype) =>
    [0, 1].map(
      (axis) => (rng: Rng) =>
        rng.permuted(
          np
            .arange(40 * 30)
            .reshape(40, 30)
            .mod(7)
            .astype(dtype),
          { axis },
        ) as NdArray,
    ),
  ),
  (rng) => rng.permuted(np.arange(90).reshape(90, 1), { axis: 1 }),
  (rng) => rng.permutation(np.arange(40_000)),
  // Numbers of distributions are made in JavaScript, of draws that kernels make ahead; few and many, and such as take several each.
  (rng) => rng.standard_exponential(255),
  (rng) => rng.standard_exponential(256),
  (rng) => rng.exponential(2, 5000),
  (rng) => rng.gamma(0.5, 1, 3000),
  (rng) => rng.poisson(30, 2048) as NdArray,
  (rng) => rng.poisson(np.arange(1000)) as NdArray,
  (rng) => rng.negative_binomial(3, 0.4, 400) as NdArray,
  (rng) => rng.dirichlet([1, 2, 0.5], 500),
  (rng) => rng.multinomial(100, [0.2, 0.3, 0.5], 700) as NdArray,
  (rng) => rng.choice(1000, 600) as NdArray,
  (rng) => rng.choice(np.arange(90).reshape(30, 3), 400) as NdArray,
  (rng) => rng.choice(4, 300, { p: [0.1, 0.2, 0.3, 0.4] }) as NdArray,
  (rng) => rng.choice(50_000, 300, { replace: false }) as NdArray,
  // Halves of draws made ahead, of which all are used up, and of which one is left.
  ...[499, 500, 501, 512].flatMap((n) =>
    [true, false].map((shuffle) => (rng: Rng) => rng.choice(50_000, n, { replace: false, shuffle }) as NdArray),
  ),
  (rng) => rng.choice(50_000, 5000, { replace: false }) as NdArray,
  (rng) => rng.permutation(np.arange(600).reshape(300, 2)),
  (rng) => rng.random(3, { dtype: 'float32' }),
]

function streamOf(tier: 'js' | 'wasm', piece: number | null): (number | bigint)[][] {
  forceTier(tier)
  forcePiece(piece)
  const rng = np.random.default_rng(20261121)
  return draws.map((draw) => flat(draw(rng)))
}

test('kernels draw the same numbers as JavaScript', () => {
  const wanted = streamOf('js', null)
  for (const piece of [null, 100, 7777])
    streamOf('wasm', piece).forEach((got, i) => {
      expect([piece, i, ...differences(got, wanted[i]!, bits)]).toEqual([piece, i])
    })
})

test('the tails of the normal distribution are met, and exact', () => {
  const draw = (tier: 'js' | 'wasm'): (number | bigint)[] => {
    forceTier(tier)
    return flat(np.random.default_rng(5).standard_normal(200_000))
  }
  const [got, wanted] = [draw('wasm'), draw('js')]
  expect(wanted.filter((x) => Math.abs(Number(x)) > 3.6541528853610088).length).toBeGreaterThan(20)
  expect(differences(got, wanted, bits)).toEqual([])
})
