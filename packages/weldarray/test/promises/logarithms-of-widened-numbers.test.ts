import { expect, test } from 'vitest'
import * as np from 'weldarray'

/** Fused with the widening, the function could take what is special among float32 for what is special among float64. */
test('a logarithm of float32 that were widened is that of the doubles they are', () => {
  const special = [0, -0, -1, 2 ** -149, 2 ** -126, 1, 2, Infinity, Number.NaN]
  const data = Float32Array.from({ length: 4096 }, (_, i) => special[i % special.length]!)
  const wide = Float64Array.from(data)
  for (const f of [np.log, np.log2, np.log10, np.exp, np.tanh]) {
    const fused = f(np.array(data).astype('float64')).tolist() as number[]
    const apart = f(np.array(wide)).tolist() as number[]
    expect(fused).toEqual(apart)
  }
  const ln = np.log(np.array(data).astype('float64')).tolist() as number[]
  expect(ln.slice(0, 3)).toEqual([-Infinity, -Infinity, Number.NaN])
  expect(ln[3]).toBeCloseTo(-149 * Math.LN2, 10)
  expect(ln[7]).toBe(Infinity)
})
