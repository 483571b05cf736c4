import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('loops have the plans of no other operations, however many there are', () => {
  const n = 40
  const rng = np.random.default_rng(1)
  const [a, b] = [rng.random([n, n]).add(0.1), rng.random([n, n]).add(0.1)]
  const product = np.matmul(a, b).tolist()
  const sorted = np.sort(a).tolist()
  const [x, y] = [[...a.flat], [...b.flat]]
  for (let most = 1; most <= 24; most++) {
    const grow = new Function('x', 'y', `while (x < ${most}) x = x * 1.5 + y; return x`) as (x: number, y: number) => number
    expect([...np.vectorize(grow)(a, b).flat]).toEqual(x.map((v, i) => grow(v, y[i]!)))
    expect(np.matmul(a, b).tolist()).toEqual(product)
    expect(np.sort(a).tolist()).toEqual(sorted)
  }
})
