import { afterEach, expect, test, vi } from 'vitest'
import * as np from 'weldarray'
import { forceTier, type Tier } from '../../../runtime/dist/execute/tier.js'

const named = (name: string) => expect.objectContaining({ name })

afterEach(() => {
  forceTier('auto')
  vi.restoreAllMocks()
})

const hypotenuse = (x: number, y: number) => (x > y ? Math.sqrt(x * x + y * y) : 0)

test('a call is recorded and fuses with what is around it', () => {
  const f = np.vectorize(hypotenuse)
  const a = np.random.default_rng(1).random([5000])
  const b = np.random.default_rng(2).random([5000])
  a.evaluate()
  b.evaluate()
  const before = np.stats()
  const y = f(a.mul(2), b).add(1)
  expect(y.isEvaluated).toBe(false)
  const sum = y.sum()
  const [s] = [sum.item() as number]
  const after = np.stats()
  expect(after.loops - before.loops).toBe(1)
  expect(after.fallbacks).toEqual(before.fallbacks)
  const plain = np.where(np.greater(a.mul(2), b), np.sqrt(a.mul(2).square().add(b.square())), 0).add(1)
  expect(s).toBe(plain.sum().item())
  expect(f.refusal).toBeNull()
})

test('arguments broadcast, scalars are weak, results have the dtype that is computed in', () => {
  const f = np.vectorize((x: number, y: number) => x * y + 0.1)
  expect(f([[1], [2]], [3, 4]).shape).toEqual([2, 2])
  expect(f(np.ones([2], 'float32'), 2).dtype).toBe('float32')
  expect(f(np.ones([2], 'float32'), 2).get(0)).toBe(Math.fround(2 + Math.fround(0.1)))
  expect(f(np.ones([2], 'float32'), np.ones([2], 'int16')).dtype).toBe('float32')
  expect(f(np.ones([2], 'float32'), np.ones([2], 'int32')).dtype).toBe('float64')
  expect(f(np.ones([2], 'int32'), 2).dtype).toBe('float64')
  expect(f(2, 3).shape).toEqual([])
  expect(f(2, 3).item()).toBe(6.1)
  expect(() => f(np.ones([2]), np.ones([3]))).toThrow(named('ShapeError'))
  expect(
    np
      .vectorize(() => 3)()
      .item(),
  ).toBe(3)
  expect(
    np
      .vectorize((_x: number) => 3)(np.zeros([2, 2]))
      .tolist(),
  ).toEqual([
    [3, 3],
    [3, 3],
  ])
  expect(np.vectorize((x: number) => x > 0)([]).dtype).toBe('bool')
})

test('integers and booleans are what JavaScript sees', () => {
  const f = np.vectorize((x: number | boolean) => (typeof x === 'boolean' ? (x ? 10 : 20) : (x as number) / 2))
  expect(f(np.array([1, 2, 255], 'uint8')).tolist()).toEqual([0.5, 1, 127.5])
  expect(f(np.array([-1, 2147483647], 'int32')).tolist()).toEqual([-0.5, 1073741823.5])
  expect(f(np.array([4294967295], 'uint32')).tolist()).toEqual([2147483647.5])
  expect(f(np.array([2 ** 40], 'int64')).tolist()).toEqual([2 ** 39])
  expect(f([true, false]).tolist()).toEqual([10, 20])
  expect(
    np
      .vectorize((x: number) => x * x)(np.array([65536], 'int32'))
      .item(),
  ).toBe(2 ** 32)
  const bits = np.vectorize((x: number) => (x ^ (x >>> 16)) | 0, { otypes: 'int32' })
  expect(bits(np.array([-5, 123456789], 'int32')).tolist()).toEqual([-5, 123456789].map((x) => (x ^ (x >>> 16)) | 0))
  expect(bits(np.array([-5, 123456789], 'int32')).dtype).toBe('int32')
})

test('bigints are numbers to no function: it is called element by element', () => {
  const f = np.vectorize((x: number | bigint) => (x as bigint) + 1n > 1n)
  vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  expect(f(np.array([0n, 5n])).tolist()).toEqual([false, true])
})

test('several results are several arrays', () => {
  const divmod = np.vectorize((x: number, y: number) => {
    const q = Math.floor(x / y)
    return [q, x - q * y] as const
  })
  const [q, r] = divmod([7, 8, 9], 4)
  expect([q.tolist(), r.tolist()]).toEqual([
    [1, 2, 2],
    [3, 0, 1],
  ])
  const [i, b] = np.vectorize((x: number) => [x, x > 0], { otypes: ['int8', 'uint8'] })([1.5, -2])
  expect([i!.dtype, i!.tolist(), b!.dtype, b!.tolist()]).toEqual(['int8', [1, -2], 'uint8', [1, 0]])
})

test('returns one after the other are the conditions that were written, no more', () => {
  const bend = np.vectorize((x: number) => {
    if (x < -2) return -2 * x
    if (x < 0) return 0.5 * x
    if (x < 1) return x * x
    return Math.sqrt(x)
  })
  const x = np.linspace(-4, 4, 4000).evaluate()
  const kernel = bend(x).evaluate().explain()
  expect(kernel.match(/\| %\d+ = (lt|select)/g)).toHaveLength(6)
  expect(kernel).not.toMatch(/\| %\d+ = (and|or|not)/)
  const plain = np.where(x.lt(-2), x.mul(-2), np.where(x.lt(0), x.mul(0.5), np.where(x.lt(1), x.mul(x), x.sqrt())))
  expect(bend(x).tolist()).toEqual(plain.tolist())
})

declare const gravity: number
declare const scale: (x: number) => number
declare const weights: readonly number[]
declare const isOn: boolean
declare const erf: (x: number) => number
declare const hyp: (x: number, y: number) => number

test('what the function uses of its surroundings is given by name', () => {
  const fall = np.vectorize((t: number) => 0.5 * gravity * t * t, { where: { gravity: 9.81 } })
  expect(fall([2]).tolist()).toEqual([0.5 * 9.81 * 2 * 2])
  const plans = () => np.stats().plansMade
  const big = np.arange(1000).add(0)
  for (const g of [1, 2, 3]) np.vectorize((t: number) => gravity * t, { where: { gravity: g } })(big).evaluate()
  const before = plans()
  np.vectorize((t: number) => gravity * t, { where: { gravity: 77 } })(big).evaluate()
  expect(plans()).toBe(before)
  const inner = np.vectorize((x: number) => x * gravity, { where: { gravity: 3 } })
  const outer = np.vectorize((x: number) => scale(x) + scale(1), { where: { scale: inner } })
  expect(outer([2]).tolist()).toEqual([9])
  const plain = np.vectorize((x: number) => scale(x), { where: { scale: (v: number) => v - 1 } })
  expect(plain([2]).tolist()).toEqual([1])
  const dot = np.vectorize((x: number) => (isOn ? weights[0]! * x + weights.length : 0), {
    where: { weights: [4, 5], isOn: true },
  })
  expect(dot([2]).tolist()).toEqual([10])
  expect(np.vectorize(Math.max)([1, 5], [3, 4]).tolist()).toEqual([3, 5])
  for (const f of [fall, outer, plain, dot]) expect(f.refusal).toBeNull()
})

test('functions of np are given by name, too, and are those of arrays to the bit', () => {
  const x = np.linspace(-3, 3, 1000)
  const normal = np.vectorize((v: number) => 0.5 + 0.5 * erf(v / Math.SQRT2), { where: { erf: np.erf } })
  expect(normal(x).tolist()).toEqual(np.erf(x.div(Math.SQRT2)).mul(0.5).add(0.5).tolist())
  const two = np.vectorize((v: number) => hyp(v, 3), { where: { hyp: np.hypot } })
  expect(two(x.astype('float32')).tolist()).toEqual(np.hypot(x.astype('float32'), 3).tolist())
  expect(
    np
      .vectorize(np.erf as never)(x)
      .tolist(),
  ).toEqual(np.erf(x).tolist())
  for (const f of [normal, two]) expect(f.refusal).toBeNull()
})

test('dtypes that arguments are taken in', () => {
  const f = np.vectorize((x: number) => x / 3, { dtypes: ['float32'] })
  expect(f([1, 2]).dtype).toBe('float32')
  expect(f([1]).item()).toBe(Math.fround(1 / 3))
  expect(() => np.vectorize((x: number) => x, { dtypes: ['float99' as never] })).toThrow(named('DTypeError'))
})

test('errors say what is wrong', () => {
  expect(() => np.vectorize(3 as never)).toThrow(/got number, expected a function/)
  expect(() => np.vectorize((x: number) => x, { dtype: 'float32' } as never)).toThrow(/no option 'dtype'/)
  expect(() => np.vectorize((x: number) => x, null as never)).toThrow(named('ArgumentError'))
})

test('a warning names the place and the reason, once', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  function clock(x: number) {
    const t = Date.now()
    return x + t * 0
  }
  const f = np.vectorize(clock)
  expect(f([1, 2]).tolist()).toEqual([1, 2])
  f([3])
  expect(warn.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^vectorize: 'clock' is called element by element, which is slow: 2:\d+: 'Date' stands outside of the function/,
      ),
      'WeldarrayWarning',
    ],
  ])
})

test.each<Tier>(['js', 'wasm'])('the same bits in %s', (tier) => {
  const f = np.vectorize((x: number, y: number) => {
    if (x < y) return Math.round(x % y) | 0
    const z = x > 0 ? Math.exp(-x) : (x * 1000) >>> 3
    return z === 0 ? Math.sign(y) : z ** y
  })
  const x = np.random.default_rng(3).normal(0, 4, [3000])
  const y = np.random.default_rng(4).normal(0, 4, [3000])
  x.evaluate()
  y.evaluate()
  const auto = f(x, y).tolist()
  forceTier(tier)
  expect(f(x, y).tolist()).toEqual(auto)
})

test.each<Tier>(['auto', 'js', 'wasm'])('a loop without an end is an error, in %s, and nothing hangs', (tier) => {
  const f = np.vectorize(
    (x: number) => {
      while (x > 0) x = x + 1 - 1
      return x
    },
    { limit: 1000 },
  )
  forceTier(tier)
  expect(() => f(np.arange(500)).evaluate()).toThrow(np.LoopLimitError)
  expect(f(np.arange(500).neg()).sum().item()).toBe(-124750)
  // Where a loop is not entered, its test does not matter.
  const g = np.vectorize(
    (x: number) => {
      if (x > 1e9) while (x > 0) x = x + 1 - 1
      return x
    },
    { limit: 1000 },
  )
  expect(g(np.arange(500)).sum().item()).toBe(124750)
  expect(g.refusal).toBeNull()
})

test('elements that have left a loop take no part in loops within it', () => {
  const f = np.vectorize(
    (x: number) => {
      let s = 0
      while (x < 8) {
        let k = x
        // Without an end from 8 on.
        while (k !== 8) k += 1
        s += k
        x += 1
      }
      return s
    },
    { limit: 100 },
  )
  forceTier('wasm')
  expect(f(np.arange(400)).slice('0:10').tolist()).toEqual([64, 56, 48, 40, 32, 24, 16, 8, 0, 0])
})

test('several results of a loop come from one run of it, which fuses with what is around it', () => {
  const f = np.vectorize((x: number) => {
    let n = 0
    while (x > 1 && n < 100) {
      x /= 2
      n += 1
    }
    return [x, n]
  })
  const a = np.arange(5000).add(0)
  a.evaluate()
  const [x, n] = f(a)
  const y = x!.mul(np.power(2, n!))
  const before = np.stats().loops
  expect(y.sum().item()).toBe(a.sum().item())
  expect(np.stats().loops - before).toBeLessThanOrEqual(2)
})

test('limits are whole numbers', () => {
  for (const limit of [0, -1, 1.5, 2 ** 31, Number.NaN])
    expect(() => np.vectorize((x: number) => x, { limit })).toThrow(/limit is .*, expected a whole number/)
})

test('safe integers are those of float64, in float32 too', () => {
  const f = np.vectorize((x: number) => Number.isSafeInteger(x))
  const x = [2 ** 53, -(2 ** 53), 2 ** 52, 0.5, Number.NaN]
  expect(f(np.array(x, 'float32')).tolist()).toEqual(x.map((v) => Number.isSafeInteger(v)))
  expect(f([...x, 2 ** 53 - 1]).tolist()).toEqual([...x, 2 ** 53 - 1].map((v) => Number.isSafeInteger(v)))
})
