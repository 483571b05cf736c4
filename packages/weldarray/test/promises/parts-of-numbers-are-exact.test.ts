// Neighbours, fractions, powers of two and ones, against what the bits themselves say.
import { forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import * as np from 'weldarray'

afterEach(() => forceTier('auto'))

const cell = new Float64Array(1)
const bits = new BigInt64Array(cell.buffer)
const cell32 = new Float32Array(1)
const bits32 = new Int32Array(cell32.buffer)

function next64(x: number, y: number): number {
  if (x !== x || y !== y) return NaN
  if (x === y) return y
  cell[0] = x === 0 ? 0 : x
  if (x === 0) bits[0] = 1n
  else bits[0]! += x > 0 === y > x ? 1n : -1n
  return x === 0 && y < 0 ? -cell[0]! : cell[0]!
}
function next32(x: number, y: number): number {
  if (x !== x || y !== y) return NaN
  if (x === y) return y
  cell32[0] = x === 0 ? 0 : x
  if (x === 0) bits32[0] = 1
  else bits32[0]! += x > 0 === y > x ? 1 : -1
  return x === 0 && y < 0 ? -cell32[0]! : cell32[0]!
}

const sizes = [0, 5e-324, 1e-323, 2 ** -1022 - 5e-324, 2 ** -1022, 2 ** -1021, 1e-300, 2 ** -149, 2 ** -126, 0.1, 1, 1.5, 2, 3]
const doubles = [...sizes, 1 - 2 ** -53, 1e300, 2 ** 1023, Number.MAX_VALUE, Infinity].flatMap((x) => [x, -x]).concat(NaN)
const singles = [0, 2 ** -149, 2 ** -148, 2 ** -126, 2 ** -125, 0.1, 1, 1.5, 2, 1 - 2 ** -24, (2 - 2 ** -23) * 2 ** 127, Infinity]
  .flatMap((x) => [Math.fround(x), -Math.fround(x)])
  .concat(NaN)
const pairs = (list: number[]) => list.flatMap((x) => list.map((y) => [x, y] as const))

test.each(['js', 'wasm'] as const)('neighbours and spacings of floats: %s', async (tier) => {
  forceTier(tier)
  for (const [dtype, list, next] of [
    ['float64', doubles, next64],
    ['float32', singles, next32],
  ] as const) {
    const both = pairs(list)
    const n = both.length
    const [x, y] = [0, 1].map((k) =>
      np.array(
        both.map((p) => p[k]!),
        { dtype },
      ),
    )
    await np.evaluateAsync([np.nextafter(x!, y!), np.spacing(x!)])
    expect(np.nextafter(x!, y!).tolist()).toStrictEqual(both.map(([p, q]) => next(p, q)))
    const steps = both.map(([p]) => (Number.isFinite(p) ? next(p, p < 0 ? -Infinity : Infinity) - p : NaN))
    expect(np.spacing(x!).tolist()).toStrictEqual(steps)
    expect(n).toBeGreaterThan(500)
  }
})

/** x times 2^k by whole numbers: rounded once, halves to even. */
function product(x: number, k: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  cell[0] = Math.abs(x)
  const field = Number(bits[0]! >> 52n)
  const digits = (bits[0]! & ((1n << 52n) - 1n)) | (field > 0 ? 1n << 52n : 0n)
  const power = Math.max(field, 1) - 1075 + k
  const size = digits.toString(2).length + power
  if (size > 1024) return x < 0 ? -Infinity : Infinity
  const drop = Math.max(-1074 - power, 0)
  if (drop > 60) return x < 0 ? -0 : 0
  const kept = digits >> BigInt(drop)
  const rest = digits - (kept << BigInt(drop))
  const half = drop > 0 ? 1n << BigInt(drop - 1) : 1n
  const rounded = kept + (drop > 0 && (rest > half || (rest === half && kept % 2n === 1n)) ? 1n : 0n)
  let value = Number(rounded)
  for (let rest = power + drop; rest !== 0; ) {
    const step = Math.max(-1000, Math.min(1000, rest))
    value *= 2 ** step
    rest -= step
  }
  return x < 0 ? -value : value
}

test.each(['js', 'wasm'] as const)('powers of two and fractions of floats: %s', async (tier) => {
  forceTier(tier)
  const powers = [
    0,
    1,
    -1,
    52,
    -52,
    500,
    -500,
    1023,
    -1022,
    1024,
    -1023,
    -1050,
    -1074,
    -1075,
    2000,
    -2000,
    2098,
    -2098,
    10 ** 6,
    -(10 ** 6),
  ]
  const odd = [...doubles, Math.PI, -Math.E, 1.2345678e-310, 1 + 2 ** -52, 1.7e308]
  const both = odd.flatMap((x) => powers.map((k) => [x, k] as const))
  const x = np.array(both.map(([p]) => p))
  const k = np.array(both.map(([, q]) => q)).astype('int32')
  await np.evaluateAsync([np.ldexp(x, k), ...np.frexp(x)])
  expect(np.ldexp(x, k).tolist()).toStrictEqual(both.map(([p, q]) => product(p, q)))
  const [fraction, exponent] = np.frexp(x)
  expect(np.ldexp(fraction, exponent).tolist()).toStrictEqual(both.map(([p]) => p))
  const [f, e] = [fraction.tolist() as number[], exponent.tolist() as number[]]
  both.forEach(([p], i) => {
    if (p === 0 || !Number.isFinite(p)) expect([f[i], e[i]]).toStrictEqual([p, 0])
    else expect(Math.abs(f[i]!) >= 0.5 && Math.abs(f[i]!) < 1).toBe(true)
  })
  expect(() => np.ldexp([1, 2], [1, 0.5])).toThrow(np.DTypeError)
})

const widths = { int8: 8, uint8: 8, int16: 16, uint16: 16, int32: 32, uint32: 32, bigint64: 64, biguint64: 64 } as const

test.each(Object.keys(widths) as (keyof typeof widths)[])('ones, divisors and multiples of %s', async (dtype) => {
  const bits = widths[dtype]
  const isSigned = !dtype.includes('u')
  const [low, high] = isSigned ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n] : [0n, (1n << BigInt(bits)) - 1n]
  const list = [0n, 1n, 2n, 3n, 12n, 18n, 100n, 127n, low, low + 1n, high, high - 1n, -1n, -18n].filter(
    (v) => v >= low && v <= high,
  )
  const both = list.flatMap((x) => list.map((y) => [x, y] as const))
  const [x, y] = [0, 1].map((k) =>
    np
      .array(
        both.map((p) => p[k]!),
        { dtype: 'bigint64' as never },
      )
      .astype(dtype),
  )
  const size = (v: bigint) => (v < 0n ? -v : v)
  const wrap = (v: bigint) => (isSigned ? BigInt.asIntN(bits, v) : BigInt.asUintN(bits, v))
  const divisor = (p: bigint, q: bigint): bigint => (q === 0n ? p : divisor(q, p % q))
  const asBig = (a: np.NdArray<np.AnyDType>) => (a.tolist() as (number | bigint)[]).map(BigInt)
  for (const tier of ['js', 'wasm'] as const) {
    forceTier(tier)
    await np.evaluateAsync([np.gcd(x!, y!), np.lcm(x!, y!), np.bitwise_count(x!)])
    expect(asBig(np.gcd(x!, y!))).toStrictEqual(both.map(([p, q]) => wrap(divisor(size(p), size(q)))))
    const products = both.map(([p, q]) => {
      if (p === 0n || q === 0n) return 0n
      const product = (size(p) / divisor(size(p), size(q))) * size(q)
      if (bits === 64) return wrap(product)
      const short = isSigned ? size(BigInt.asIntN(32, product)) : product
      return wrap(short)
    })
    expect(asBig(np.lcm(x!, y!))).toStrictEqual(products)
    const ones = both.map(([p]) => [...size(p).toString(2)].filter((c) => c === '1').length)
    expect(np.bitwise_count(x!).tolist()).toStrictEqual(ones)
  }
})
