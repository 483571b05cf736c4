import { afterEach, expect, it, vi } from 'vitest'
import * as np from 'weldarray'

/*
 * Who lets go of an array expects no error. When nothing was in the file any more, its book of places was made anew, which takes memory.
 */

const MIB = 2 ** 20
const N = (2 * MIB) / 8

afterEach(() => {
  vi.unstubAllGlobals()
  np.configure({ maxMemory: '4G', spill: true })
})

it('arrays leave the file also where no memory is to be had, and others come into it', () => {
  np.configure({ maxMemory: 8 * MIB, spill: true })
  for (let round = 0; round < 3; round++) {
    const all = Array.from({ length: 8 }, (_, k) =>
      np
        .arange(N)
        .add(k + round)
        .evaluate(),
    )
    expect(np.stats().bytesSpilled).toBeGreaterThan(0)
    for (const [k, x] of all.entries()) expect([x.get(0), x.get(N - 1)]).toEqual([k + round, N - 1 + k + round])
    const construct = (): never => {
      throw new RangeError('Array buffer allocation failed')
    }
    vi.stubGlobal('Int32Array', new Proxy(Int32Array, { construct }))
    for (const x of all) x.dispose()
    vi.unstubAllGlobals()
    expect(np.stats().bytesSpilled).toBe(0)
  }
})
