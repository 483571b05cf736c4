import { expect, test, vi } from 'vitest'
import * as np from 'weldarray'

// Plans are kept for stand-ins of the lengths; whoever reads about an evaluation wants its own.

test('debugging prints the lengths and constants of the evaluation, and none of the stand-ins', () => {
  const a = np.random.default_rng(1).random(4321).evaluate()
  let told = ''
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += text
    return true
  })
  np.configure({ debug: 6 })
  try {
    a.slice('21:').mul(2.75).sum().evaluate()
  } finally {
    np.configure({ debug: 0 })
    write.mockRestore()
  }
  expect(told).toContain('loop 1 of 1: reduction of the last axis, 4300 elements')
  expect(told).toContain('"lengths":[4300]')
  expect(told).toContain('constants [2.75]')
  expect(told).toContain('const 2.75 : float64[]')
  // Times are told too, and may have any digits.
  expect(told.replaceAll(/\d+\.\d+ ms/g, '')).not.toMatch(/\b67\b/)
})

test('what is told of sums by index has their bins, and the loops that were run', () => {
  const n = 6000
  const at = np.remainder(np.arange(n, 'int32'), 503).evaluate()
  const sums = np.bincount(at, { weights: np.arange(n).evaluate(), minlength: 503 })
  const before = np.stats().loops
  const told = sums.evaluate().explain()
  expect(told).toMatch(/scatter %\d+ %\d+ parts 1 bins 503 : float64\[1,503\]/)
  expect(told).toContain(`loop 1 of ${np.stats().loops - before}`)
})
