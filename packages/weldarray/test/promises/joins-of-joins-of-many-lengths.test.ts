import { afterEach, expect, it } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'

/*
 * Once a structure has had a few plans for other lengths each time, what is joined is computed before. Where that is a join itself, of what the outer
 * one needs, too, its parts were let go of when they were joined, and asked for again: an error of ours, in evaluations that wait and that do not.
 */

/** A join of what is made of a join, and of that join's parts. */
function joined(n: number): np.NdArray {
  const part = np
    .arange(n * (30 + (n % 13)))
    .reshape(n, -1)
    .sqrt().T
  const inner = np.concatenate([part, part], 0)
  const sums = inner.sum(0, { keepdims: true }).add(inner)
  return np.concatenate([sums, part, sums], 0)
}

function wanted(n: number): unknown {
  forceTier('js')
  const values = joined(n).tolist()
  forceTier('auto')
  return values
}

afterEach(() => forceTier('auto'))

it.each<[string, (a: np.NdArray) => unknown]>([
  ['waiting', (a) => a.evaluate()],
  ['not waiting', (a) => a.evaluateAsync()],
  ['two, which are awaited together', (a) => np.evaluateAsync([joined(50), a])],
])('joins of joins have their values, whatever their lengths: %s', async (_, evaluate) => {
  for (let n = 20; n < 40; n++) {
    const values = joined(n)
    await evaluate(values)
    expect(values.tolist(), `${n}`).toEqual(wanted(n))
  }
})
