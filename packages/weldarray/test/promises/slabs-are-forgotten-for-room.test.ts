import { afterEach, expect, it } from 'vitest'
import * as np from 'weldarray'

const MIB = 2 ** 20
const checked = process.env.WELDARRAY_CHECK === '1'

afterEach(() => np.configure({ maxMemory: '4G', spill: true }))

/** Results of some kilobytes are cut from blocks of a mebibyte; nothing is left of them when memory is needed. */
const large = (): number =>
  np
    .arange((7.3 * MIB) / 8)
    .add(1)
    .evaluate()
    .get(2)

it.skipIf(checked)('what small results were cut from makes room once they are disposed of', () => {
  np.configure({ maxMemory: 8 * MIB, spill: false })
  const small = [3000, 1500, 400].map((n) => np.arange(n).add(1).evaluate())
  const larger = np.arange(6000).add(1).evaluate()
  for (const x of [...small, larger]) x.dispose()
  expect(large()).toBe(3)
})

it.skipIf(checked)('and once they are dropped', () => {
  np.configure({ maxMemory: 8 * MIB, spill: false })
  const drop = (): number[] => Array.from({ length: 20 }, (_, k) => np.arange(6000).add(k).evaluate().get(1))
  expect(drop()[19]).toBe(20)
  expect(large()).toBe(3)
})

it.skipIf(checked)('what is still held stays as it is', () => {
  np.configure({ maxMemory: 8 * MIB, spill: false })
  const small = Array.from({ length: 3 }, (_, k) => np.arange(6000).add(k).evaluate())
  expect(large).toThrow(np.MemoryLimitError)
  expect(small.map((x) => x.get(5999))).toEqual([5999, 6000, 6001])
  for (const x of small) x.dispose()
  expect(large()).toBe(3)
})
