import { afterEach, expect, it } from 'vitest'
import * as np from 'weldarray'

const MIB = 2 ** 20

afterEach(() => np.configure({ maxMemory: '4G', spill: true }))

/*
 * Programs whose lengths are others each time get no plan for each: what is sliced, or counted, is computed before. Not where it takes the
 * memory that the rest needs.
 */
it('numbers that are counted to other lengths each time', async () => {
  np.configure({ maxMemory: 8 * MIB, spill: false })
  const last = async (n: number): Promise<number> => {
    // By a kernel: the loop in JavaScript can read what lies outside of the heap.
    const x = await np.arange(n).add(1).evaluateAsync()
    const found = x.get(n - 1)
    x.dispose()
    return found
  }
  for (let n = 1000; n < 1020; n++) expect(await last(n)).toBe(n)
  const many = Math.floor((7.3 * MIB) / 8)
  expect(await last(many)).toBe(many)
})

it('slices of other lengths each time', () => {
  np.configure({ maxMemory: 8 * MIB, spill: false })
  const last = (n: number, k: number): void => {
    const a = np.arange(n).evaluate()
    const x = a.mul(2).slice(`${k}:`).add(1).evaluate()
    expect(x.get(n - k - 1)).toBe(2 * n - 1)
    x.dispose()
    a.dispose()
  }
  for (let k = 1; k < 20; k++) last(1000, k)
  last((3.5 * MIB) / 8, 20)
})
