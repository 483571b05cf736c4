import realNdarray from 'ndarray'
import realOps from 'ndarray-ops'
import { expect, test } from 'vitest'
import ops from 'weldarray/ops'

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>

const a = realNdarray(new Float64Array(3))
const lists: readonly (readonly unknown[])[] = [
  [],
  ...[undefined, null, 5, 'x', {}, [1, 2], new Float64Array(3)].flatMap((x) => [[x], [a, x], [a, a, x], [x, a, a]]),
]

test.each(Object.keys(realOps))('%s throws what ndarray-ops throws', (name) => {
  const outcome = (functions: Functions, args: readonly unknown[]): string => {
    try {
      functions[name]!(...args)
      return 'no error'
    } catch (error) {
      return (error as Error).message
    }
  }
  for (const args of lists) expect(outcome(ops as never, args)).toBe(outcome(realOps as never, args))
})
