import { expect, test } from 'vitest'
import * as np from 'weldarray'

const n = 5000

/** x, and roots of it one below the other. */
function chain(x: np.NdArray): np.NdArray[] {
  const all = [x]
  for (let i = 1; i <= 12; i++) all.push(all[i - 1]!.sqrt())
  return all
}

// Keys of plans are numbers: 12, 9 and 1 are the places of three results, and were those of one that is stored with a step of 1.
test.each([-1, 1, 2, 7])('what is assigned with step %i has a plan of its own, whatever was computed before', (step) => {
  const a = np.arange(n).add(2).evaluate()
  for (let i = 0; i <= 12; i++)
    for (let k = 0; k <= 8; k++) {
      const all = chain(a)
      np.evaluate(all[12]!, all[i]!, all[k]!)
    }
  const out = np.zeros(n * Math.abs(step)).evaluate()
  const last = chain(a)[12]!
  out.slice(`::${step}`).assign(last)
  expect(out.slice(`::${step}`).tolist()).toEqual(last.tolist())
})
