import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('progress goes from 0 to 1, whatever is evaluated synchronously meanwhile', async () => {
  const small = np.full([400_000], 0.5).evaluate()
  const large = np.full([4_000_000], 0.5).evaluate()
  const work = (x: np.NdArray): np.NdArray => np.sin(np.exp(np.sin(x)))
  np.evaluate(work(small), work(large))
  for (let k = 0; k < 5; k++) {
    const seen: number[] = []
    const done = np.evaluateAsync([work(small.add(k))], { onProgress: (part) => seen.push(part) })
    await new Promise((go) => setImmediate(go))
    work(large).evaluate()
    await done
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.every((part) => part >= 0 && part <= 1)).toBe(true)
  }
})
