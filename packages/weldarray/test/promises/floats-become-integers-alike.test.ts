import { forceTier } from '@weldarray/runtime'
import { afterEach, expect, test } from 'vitest'
import * as np from 'weldarray'
import { flat } from '../support/fixtures.js'

/*
 * Floats are cast to integers modulo their range. Vectors of such as are near to zero take fewer instructions than others: what is near and what is
 * not, and one among others that is not, give what JavaScript gives.
 */

afterEach(() => forceTier('auto'))

const EDGES = [0, 0.5, 1, 7.99, 127.5, 128, 255.5, 256, 32767.5, 65535.9, 2 ** 22, 2 ** 24, 2 ** 31 - 128, 2 ** 31 - 0.5]
const FAR = [
  2 ** 31,
  2 ** 31 + 4096,
  2 ** 32 - 0.5,
  2 ** 32,
  2 ** 32 + 512,
  2 ** 50 + 0.5,
  2 ** 51 - 0.25,
  2 ** 51,
  2 ** 51 + 3,
  2 ** 52 + 1,
]
const ODD = [2 ** 53 + 2, 2 ** 63, 1e300, Infinity, NaN]
const values = [...EDGES, ...FAR, ...ODD].flatMap((x) => [x, -x])

/** Each of them sixteen times, and among others that are near. */
const lists = values.flatMap((x) => [
  Array.from({ length: 16 }, () => x),
  Array.from({ length: 16 }, (_, i) => (i === 5 ? x : i - 7.5)),
])

test.each(['float64', 'float32'] as const)('%s', (from) => {
  const data = np.array(lists.flat()).astype(from).evaluate()
  for (const to of ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32'] as const) {
    const [wanted, got] = (['js', 'wasm'] as const).map((tier) => {
      forceTier(tier)
      return flat(data.astype(to).add(0).evaluate())
    })
    expect(got).toEqual(wanted)
  }
})
