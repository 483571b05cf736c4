import fc from 'fast-check'
import { describe, test } from 'vitest'
import { programs, run } from './support/program.js'
import type { Setting } from './support/settings.js'

/** Programs to try; `npm run test:model` tries 10,000. */
const PROGRAMS = Number(process.env.WELDARRAY_MODEL_PROGRAMS ?? 400)

// Programs of compiled kernels take their time, most of it to compile.
const share: Record<Setting, number> = { recorded: 0.75, eager: 0.15, compiled: 0.1 }

describe('random programs see what an eager library would show them', () => {
  for (const setting of Object.keys(share) as Setting[]) {
    const numRuns = Math.ceil(PROGRAMS * share[setting])
    test(`${numRuns} programs, ${setting}`, { timeout: 30_000 + 500 * numRuns }, () =>
      fc.assert(
        fc.asyncProperty(programs, (program) => run(setting, program)),
        { numRuns },
      ),
    )
  }
})
