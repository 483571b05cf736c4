import { expect, test } from 'vitest'
import * as np from 'weldarray'

const x = np.arange(-5000, 5000).mul(0.37).astype('float64').evaluate()
const calls: Record<string, () => [np.NdArray, np.NdArray]> = {
  divmod: () => np.divmod(x, 0.7),
  'divmod of integers': () => np.divmod(np.arange(-5000, 5000), np.arange(1, 10001)),
  frexp: () => np.frexp(x) as [np.NdArray, np.NdArray],
  modf: () => np.modf(x),
}
function loopsOf(run: () => unknown): number {
  const before = np.stats().loops
  run()
  return np.stats().loops - before
}

test.each(Object.entries(calls))('who looks at one result of %s has both', async (_, call) => {
  for (const first of [0, 1]) {
    const both = call()
    const alone = call().map((part) => part.mul(1)) as [np.NdArray, np.NdArray]
    expect(loopsOf(() => both[first]!.evaluate())).toBe(1)
    expect(both.map((part) => part.isEvaluated)).toEqual([true, true])
    alone.forEach((part, i) => expect(both[i]!.tolist()).toStrictEqual(part.tolist()))
    const later = call()
    await later[first]!.evaluateAsync()
    expect(later.map((part) => part.isEvaluated)).toEqual([true, true])
  }
})

test('what has been disposed of, written over or computed before is not computed with it', () => {
  const [only, other] = np.divmod(x, 0.3)
  other.dispose()
  const before = np.stats().bytesHeld
  only.evaluate()
  expect(np.stats().bytesHeld - before).toBeLessThan(2 * 8 * x.size)

  const [quotient, rest] = np.divmod(x, 3)
  rest.fill(1)
  quotient.evaluate()
  expect(rest.tolist()).toStrictEqual(Array(10_000).fill(1))
  expect(loopsOf(() => quotient.evaluate())).toBe(0)
  const [mantissa, exponent] = np.frexp(x)
  mantissa.addeq(1)
  exponent.evaluate()
  expect(mantissa.tolist()).toStrictEqual(np.frexp(x)[0].add(1).tolist())
})
