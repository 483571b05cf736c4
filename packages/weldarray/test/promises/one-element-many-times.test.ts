import { expect, test } from 'vitest'
import ndarray from 'weldarray'
import ops from 'weldarray/ops'

test('an elementary function in place over one element, many times, is applied each time', () => {
  const data = Float64Array.of(0, 0.01)
  ops.sineq(ndarray(data, [20], [0], 1))
  let expected = 0.01
  for (let i = 0; i < 20; i++) expected = Math.sin(expected)
  expect(data[1]).toBeCloseTo(expected, 15)
})
