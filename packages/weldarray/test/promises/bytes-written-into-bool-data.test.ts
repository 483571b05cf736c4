import { expect, test } from 'vitest'
import * as np from 'weldarray'

test('any byte but 0 that is written into the data of a bool array is true', () => {
  for (const n of [3, 5000]) {
    const b = np.zeros([n], { dtype: 'bool' })
    const bytes = b.data as unknown as Uint8Array
    bytes[1] = 2
    bytes[2] = 255
    const expected = Array.from({ length: n }, (_, i) => i === 1 || i === 2)
    expect(b.tolist()).toEqual(expected)
    expect(np.logical_not(b).tolist()).toEqual(expected.map((x) => !x))
    expect(np.where(b, 5, 7).tolist()).toEqual(expected.map((x) => (x ? 5 : 7)))
    expect([b.any(), b.all(), b.sum().item()]).toEqual([true, false, 2])
    expect(np.logical_xor(b, true).tolist()).toEqual(expected.map((x) => !x))
    expect(b.eq(true).tolist()).toEqual(expected)
  }
})
