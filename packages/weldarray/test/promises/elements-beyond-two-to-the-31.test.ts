import { expect, test } from 'vitest'
import ndarray from 'weldarray'
import ops from 'weldarray/ops'

test('an array of more than 2**31 elements is searched to its end', () => {
  // Fresh memory is zeros nobody has touched: reading two gigabytes of it costs time, but no memory.
  const data = new Uint8Array(2 ** 31 + 8)
  data[data.length - 1] = 1
  expect(ops.any(ndarray(data))).toBe(true)
})
