import realNdarray from 'ndarray'
import realOps from 'ndarray-ops'
import { expect, test } from 'vitest'
import ndarray from 'weldarray'
import ops from 'weldarray/ops'

// ndarray does not check its arguments: elements beyond the data are read as undefined, and writing them does nothing.
test.each(['sin', 'exp', 'sqrt', 'round'] as const)('%s of more elements than there are', (f) => {
  for (const n of [8, 100, 1000, 200_000]) {
    const run = (make: typeof realNdarray, functions: typeof realOps): Float64Array[] => {
      const from = Float64Array.from({ length: n }, (_, i) => (i % 1000) / 7)
      const [long, short] = [new Float64Array(2 * n), new Float64Array(n / 2)]
      functions[f](make(long), make(from, [2 * n]))
      functions[f](make(short, [n]), make(from))
      functions[f](make(short, [n / 4], [-1], n / 8), make(from, [n / 4]))
      return [long, short]
    }
    const ours = run(ndarray as never, ops as never)
    run(realNdarray, realOps).forEach((expected, k) => {
      // Within the last places: exp of numbers up to 143.
      const same = (x: number, y: number): boolean => Object.is(x, y) || Math.abs(x - y) <= 1e-14 * Math.abs(x)
      const at = expected.findIndex((x, i) => !same(x, ours[k]![i]!))
      expect(at < 0 ? 'the same' : `${at} of ${n}: ${expected[at]}, got ${ours[k]![at]}`).toBe('the same')
    })
  }
})
