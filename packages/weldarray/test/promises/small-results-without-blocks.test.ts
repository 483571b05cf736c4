import { expect, test, vi } from 'vitest'
import * as np from 'weldarray'
import { heap } from '../../../runtime/dist/heap/heap.js'

// Memory of small results is cut from blocks that many of them share.

const checked = process.env.WELDARRAY_CHECK === '1'

test.skipIf(checked)('a thousand small results take a block for every slab, and nothing else', () => {
  const rng = np.random.default_rng(2)
  const [a, b] = [rng.random(512), rng.random(512)]
  const step = (k: number) => a.mul(b).add(k).evaluate()
  const first = [step(0), step(1)]
  const [alloc, reserve] = [vi.spyOn(heap, 'alloc'), vi.spyOn(heap, 'reserve')]
  const kept = Array.from({ length: 1000 }, (_, k) => step(k))
  expect(alloc.mock.calls.length).toBeLessThanOrEqual(Math.ceil((1000 * 512 * 8) / 65_536) + 1)
  expect(reserve.mock.calls.length).toBe(0)
  alloc.mockClear()
  for (const x of kept) x.dispose()
  // What was given back is used again.
  for (let k = 0; k < 1000; k++) step(k).dispose()
  expect(alloc.mock.calls.length).toBeLessThanOrEqual(1)
  expect(first[1]!.get(3)).toBe(a.get(3) * b.get(3) + 1)
})

test.skipIf(checked)('results of up to 256 bytes take no memory of the heap', () => {
  const [a, b] = [2, 4].map((seed) => np.random.default_rng(seed).integers(0, 16, 200).astype('uint8').evaluate()) as [
    np.NdArray,
    np.NdArray,
  ]
  const step = (k: number) => a.mul(b).add(k).evaluate()
  step(0)
  const [alloc, reserve] = [vi.spyOn(heap, 'alloc'), vi.spyOn(heap, 'reserve')]
  const kept = Array.from({ length: 2000 }, (_, k) => step(k % 256))
  expect(alloc.mock.calls.length).toBe(0)
  // Once, a place for each operand and the result while kernels work on them.
  expect(reserve.mock.calls.length).toBeLessThanOrEqual(4)
  expect(kept[99]!.get(5)).toBe((a.get(5) * b.get(5) + 99) % 256)
})
