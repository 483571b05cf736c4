import { afterEach, expect, test, vi } from 'vitest'
import * as np from 'weldarray'
import { forceTier, type Tier } from '../../../runtime/dist/execute/tier.js'
import { loops } from './bodies-loops.js'
import { refused } from './bodies-refused.js'
import { straight } from './bodies-straight.js'
import { ourMath } from './our-math.js'

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  3,
  -7,
  7.25,
  0.1,
  -0.3,
  100.7,
  Number.NaN,
  Infinity,
  -Infinity,
  5e-324,
  -1e-310,
  1e308,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32 + 5,
  2 ** 53,
  -(2 ** 60),
  0.49999999999999994,
  4503599627370497.5,
  1e22,
  -12345.678,
]

/** Arguments of `count` columns: special values against each other. */
const columns = (count: number, size: number): number[][] =>
  Array.from({ length: count }, (_, k) =>
    Array.from({ length: size }, (_, i) => SPECIAL[(k === 0 ? i : Math.floor(i / SPECIAL.length) + 7 * k + i) % SPECIAL.length]!),
  )

type Fn = (...args: number[]) => unknown

// biome-ignore lint/complexity/noCommaOperator: an indirect eval, which sees no names of this file
// biome-ignore lint/security/noGlobalEval: the table is text, so that it holds what no editor would leave as it is
const functionOf = (source: string): Fn => (0, eval)(`(${source}\n)`) as Fn
const withMath = (source: string, math: Math): Fn => new Function('Math', `return (${source}\n)`)(math) as Fn

afterEach(() => {
  forceTier('auto')
  vi.restoreAllMocks()
})

/** Results by element, whether there is one or several. */
function rows(result: unknown, size: number): unknown[][] {
  const list = (Array.isArray(result) ? result : [result]) as np.NdArray[]
  const values = list.map((x) => np.ravel(np.broadcast_to(x, size === 1 ? x.shape : [size])).tolist() as unknown[])
  return Array.from({ length: size }, (_, i) => values.map((v) => v[i]))
}

/** Compares a body's results with its own call, bit for bit. */
function compare(line: string, tier: Tier): void {
  const [source, said] = line.split(' ⇒ ') as [string, string | undefined]
  const fn = functionOf(source)
  const expected = withMath(said ?? source, ourMath)
  const size = 300
  const count = Math.max(fn.length, /^\(?[xea]\b|^function ?\w*\([xe]|^\(\.\.\./.test(source) ? 1 : 0)
  const args = columns(count, size)
  const vectorized = np.vectorize(fn)
  forceTier(tier)
  const result = vectorized(...args) as unknown
  expect(vectorized.refusal, source).toBeNull()
  const got = rows(result, count === 0 ? 1 : size)
  forceTier('auto')
  got.forEach((values, i) => {
    const of = args.map((a) => a[i]!)
    const wanted = expected(...of)
    const list = Array.isArray(wanted) ? wanted : [wanted]
    values.forEach((v, k) => {
      // Where a function gives a boolean for some arguments and a number for others, arrays hold numbers.
      const w = typeof v === 'number' ? Number(list[k]) : list[k]
      if (!Object.is(v, w))
        throw new Error(`${source}\n  of (${of.map((x) => (Object.is(x, -0) ? '-0' : x))}): ${v}, expected ${w}`)
    })
  })
}

test.each([...straight, ...loops])('%s', (line) => {
  compare(line, 'auto')
})

// Compiling each costs time, and what straight code comes to is seen in other tests: loops have code of their own.
test.each(loops)('as a kernel: %s', (line) => {
  compare(line, 'wasm')
})

test.each(refused)('refused: %s', (source, why) => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const vectorized = np.vectorize(functionOf(source))
  const call = (): unknown => {
    try {
      return (vectorized([0.5, 3, -1]) as np.NdArray).tolist()
    } catch (error) {
      return String(error)
    }
  }
  const plain = (): unknown => {
    try {
      return np.array([0.5, 3, -1].map((x) => functionOf(source)(x) as number)).tolist()
    } catch (error) {
      return String(error)
    }
  }
  const counted = np.stats().fallbacks.vectorize?.count ?? 0
  const got = call()
  call()
  expect(vectorized.refusal).toMatch(why)
  expect(warn).toHaveBeenCalledTimes(1)
  expect(String(warn.mock.calls[0]![0])).toMatch(why)
  expect(np.stats().fallbacks.vectorize!.count).toBe(counted + 2)
  if (typeof got !== 'string') expect(got).toEqual(plain())
})

test('the table is as long as promised', () => {
  expect(straight.length + loops.length + refused.length).toBeGreaterThanOrEqual(200)
})
