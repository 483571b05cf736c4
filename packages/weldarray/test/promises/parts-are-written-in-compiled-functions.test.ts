import { expect, test } from 'vitest'
import * as np from 'weldarray'

// A write to a part of an array is what each call does, not what tracing did.
test('parts of new arrays, of results and of arguments are written at each call', () => {
  const step = np.compile((x: np.NdArray) => {
    const edges = np.zeros(5)
    edges.slice('1:4').assign(x.slice('1:4'))
    const twice = x.mul(2)
    const before = twice.slice('::-1')
    twice.slice('::2').addeq(twice.slice('::2'))
    x.slice(':1').assign(edges.slice('3:4'))
    return [edges, before, twice.add(0)]
  })
  for (const k of [1, 10, 100]) {
    const x = np.arange(1, 6).astype('float64').mul(k)
    const lists = step(x).map((r) => r.tolist())
    expect(lists).toEqual([
      [0, 2 * k, 3 * k, 4 * k, 0],
      [20 * k, 8 * k, 12 * k, 4 * k, 4 * k],
      [4 * k, 4 * k, 12 * k, 8 * k, 20 * k],
    ])
    expect(x.tolist()).toEqual([4 * k, 2 * k, 3 * k, 4 * k, 5 * k])
  }
  expect(step.traces).toBe(1)
})
