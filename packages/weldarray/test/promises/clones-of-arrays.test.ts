import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

const dtypes = ['bool', 'int8', 'uint8', 'int32', 'int64', 'uint64', 'bigint64', 'biguint64', 'float32', 'float64'] as const

describe('what structuredClone leaves of an array is taken for it, dtype included', () => {
  test.each(dtypes)('%s, in every dimension', (dtype) => {
    for (const shape of [[], [4], [2, 2], [2, 1, 2], [1, 2, 1, 2], [1, 1, 2, 1, 2]]) {
      const x = np.array(shape.length === 0 ? 1 : [0, 1, 1, 0], dtype).reshape(shape)
      const back = np.asarray(structuredClone(x))
      expect(back.dtype).toBe(dtype)
      expect(back.shape).toEqual(shape)
      expect(back.tolist()).toEqual(x.tolist())
      // Any function takes it.
      expect(np.add(structuredClone(x), x).dtype).toBe(np.add(x, x).dtype)
    }
  })

  test('views keep what they select', () => {
    const x = np.arange(12).reshape(3, 4).slice('::2, 1:')
    expect(np.asarray(structuredClone(x)).tolist()).toEqual(x.tolist())
  })

  test('postMessage too', async () => {
    const { port1, port2 } = new MessageChannel()
    const arrived = new Promise((resolve) => port2.once('message', resolve))
    port1.postMessage(np.array([true, false]))
    const back = np.asarray((await arrived) as np.NdArray)
    expect([back.dtype, back.tolist()]).toEqual(['bool', [true, false]])
    port1.close()
  })
})

test('clones and options are told apart', () => {
  const mask = structuredClone(np.array(true))
  expect(np.asarray(mask, { dtype: 'int8' }).item()).toBe(1)
  expect(() => np.asarray({ data: 5 } as never)).toThrow(np.ArgumentError)
  expect(() => np.asarray({ data: new Uint8Array(2), shape: [2], offset: 0 } as never)).toThrow(np.ArgumentError)
})
