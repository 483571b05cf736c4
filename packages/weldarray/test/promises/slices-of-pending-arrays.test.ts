import { expect, test } from 'vitest'
import * as np from 'weldarray'

// A slice of a pending array is computed by itself; what was computed must not outlive the next write.

test('a slice that was evaluated before its array sees later writes to the array', () => {
  const whole = np.arange(3000).mul(2)
  const slice = whole.slice('10:20')
  slice.evaluate()
  whole.evaluate()
  whole.set(10, 999)
  expect(slice.add(1).get(0)).toBe(1000)
})

test('the same where the array is evaluated along with others', () => {
  const whole = np.arange(3000).mul(2)
  const slice = whole.slice('10:20')
  slice.evaluate()
  np.evaluate(whole, whole.add(1))
  slice.addeq(5)
  expect([slice.get(0), slice.sub(0).get(0), whole.get(10)]).toEqual([25, 25, 25])
})
