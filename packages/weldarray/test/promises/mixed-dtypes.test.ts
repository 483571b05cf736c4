import Module, { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ops from 'weldarray/ops'

type Load = (request: string, ...rest: unknown[]) => unknown

test('weldarray/ops in place of every ndarray-ops, its own included, does not call itself for ever', () => {
  const internals = Module as unknown as { _load: Load }
  const { _load: load } = internals
  internals._load = function (request, ...rest) {
    return request === 'ndarray-ops' ? ops : load.call(this, request, ...rest)
  }
  try {
    expect(createRequire(import.meta.url)('ndarray-ops')).toBe(ops)
    const x = np.zeros([100], 'uint8').evaluate()
    ops.add(x, np.arange(100).evaluate(), np.full([100], 200, 'int32').evaluate())
    expect([x.get(0), x.get(99)]).toEqual([200, 43])
  } finally {
    internals._load = load
  }
})
