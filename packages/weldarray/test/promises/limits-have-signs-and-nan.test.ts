import { expect, test } from 'vitest'
import * as np from 'weldarray'

// A minimum or maximum with one number for all is two instructions, none of which is IEEE's: NaN of either is NaN, and -0 is below +0.

const SPECIAL = [0, -0, 1, -1, Number.NaN, Infinity, -Infinity, 5e-324, -5e-324, 1e-310, -1e-310, 1e308, 0.5, -3.5]
const n = 16_384

test.each(['float64', 'float32'] as const)('%s', (dtype) => {
  const x = np.array(
    Array.from({ length: n }, (_, i) => SPECIAL[(i * 3 + (i >> 4)) % SPECIAL.length]!),
    dtype,
  )
  const elements = x.tolist() as number[]
  const wrong: unknown[] = []
  const compare = (what: string, of: () => np.NdArray, expected: (e: number) => number) => {
    // The kernel may have to be compiled first; what JavaScript computed until then is right as well.
    let runs: number
    do {
      runs = np.stats().kernelRuns
      const values = of().tolist() as number[]
      for (let i = 0; i < n; i++) if (!Object.is(values[i], expected(elements[i]!))) wrong.push([what, elements[i], values[i]])
    } while (np.stats().kernelRuns === runs)
  }
  for (const special of SPECIAL) {
    const limit = dtype === 'float32' ? Math.fround(special) : special
    compare(
      `maximum ${limit}`,
      () => np.maximum(x, limit),
      (e) => Math.max(e, limit),
    )
    compare(
      `minimum ${limit}`,
      () => np.minimum(limit, x),
      (e) => Math.min(e, limit),
    )
    compare(
      `clip 1 ${limit}`,
      () => x.clip(1, limit),
      (e) => Math.min(Math.max(e, 1), limit),
    )
    compare(
      `clip ${limit} -0`,
      () => x.clip(limit, -0),
      (e) => Math.min(Math.max(e, limit), -0),
    )
  }
  expect(wrong.slice(0, 5)).toEqual([])
})
