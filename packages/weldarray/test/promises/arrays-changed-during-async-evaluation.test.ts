import { expect, test } from 'vitest'
import * as np from 'weldarray'

// An asynchronous evaluation computes what was written when it was asked for, whatever becomes of the arrays meanwhile.

const N = 20_000
/** More operations than are compiled together. */
const LONG = 5000

function chain(): np.NdArray {
  const x = np.zeros([N])
  for (let i = 0; i < LONG; i++) x.addeq(1)
  return x
}

test('an array that is disposed of', async () => {
  const x = chain()
  const done = np.evaluateAsync([x])
  x.dispose()
  await expect(done).resolves.toHaveLength(1)
})

test('an array whose data is taken', async () => {
  const x = chain()
  const done = np.evaluateAsync([x])
  const data = x.data as Float64Array
  data[0] = 5
  await done
  expect([x.get(0), x.get(1)]).toEqual([5, LONG])
})

test('an array that is evaluated, and one that needs it', async () => {
  const x = chain()
  const y = x.add(1)
  const done = np.evaluateAsync([y, x.mul(2)])
  await Promise.resolve()
  y.evaluate()
  x.muleq(3)
  await done
  expect([y.get(7), x.get(7)]).toEqual([LONG + 1, 3 * LONG])
})

test('one of several that are the same computation', async () => {
  const zeros = np.zeros([N])
  const [x, y, z] = [zeros.add(1), zeros.add(1), zeros.add(1)]
  const done = np.evaluateAsync([x, y, z])
  x.evaluate()
  await done
  y.set(5, 9)
  expect([x.get(5), y.get(5), z.get(5)]).toEqual([1, 9, 1])
})

test('joins of other lengths each time, whose parts are computed before', async () => {
  const ramp = np.arange(400).astype('float64').evaluate()
  for (let i = 1; i <= 20; i++) {
    const sum = np.concatenate([ramp.slice(`:${20 + i}`).mul(2), ramp.slice(`${i}:`).add(1)]).sum()
    const done = sum.evaluateAsync()
    sum.evaluate()
    await done
    expect(sum.item()).toBe((20 + i) * (19 + i) + (399 * 400 - i * (i - 1)) / 2 + 400 - i)
  }
})
