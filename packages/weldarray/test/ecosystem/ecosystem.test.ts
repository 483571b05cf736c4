import real from 'ndarray'
import realOps from 'ndarray-ops'
import { describe, expect, test } from 'vitest'
import weld from 'weldarray'
import weldOps from 'weldarray/ops'
import { packages } from './packages/index.js'
import { kinds } from './support/inputs.js'
import { settled } from './support/outcome.js'
import { outcome, type Size } from './support/program.js'
import { realm } from './support/realm.js'

// The packages' own `require('ndarray')` gives weldarray, as with npm's `overrides`; in the second also `ndarray-ops`.
const genuine = realm({ ndarray: real, 'ndarray-ops': realOps })
const swapped = {
  ndarray: realm({ ndarray: weld, 'ndarray-ops': realOps }),
  'ndarray and ndarray-ops': realm({ ndarray: weld, 'ndarray-ops': weldOps }),
}

describe.each(Object.entries(swapped))('with %s swapped', (what, ours) => {
  for (const { name, programs, elementary } of packages)
    describe(name, () => {
      for (const [title, program] of Object.entries(programs))
        test(title, { timeout: 60_000 }, async () => {
          for (const size of ['tiny', 'large'] as Size[])
            for (const kind of kinds) {
              const wanted = await outcome(genuine, program, kind, size)
              const got = await outcome(ours, program, kind, size)
              const near = what !== 'ndarray' && elementary?.includes(title)
              expect(near ? settled(got, wanted) : got, `${size}, ${kind}`).toEqual(wanted)
            }
        })
    })
})
