import { describe, expect, it } from 'vitest'
import { explore } from './explore.js'
import type { Setting } from './world.js'

const both = [true, false]

/** Who is there and what may happen; the rest of a setting is tried both ways. */
const cases: [string, Partial<Setting>][] = [
  ['one worker', { workers: 1, units: 2, dispatches: 1 }],
  ['two workers', { workers: 2, units: 1, dispatches: 1 }],
  ['two dispatches', { workers: 1, units: 1, dispatches: 2 }],
  ['a kernel that traps', { workers: 1, units: 2, dispatches: 1, traps: 1 }],
  ['memory that cannot be exchanged', { workers: 1, units: 2, dispatches: 1, lasting: true }],
  ['a caller that gives up', { workers: 1, units: 2, dispatches: 1, cancels: true }],
]

describe('every order of steps, stalls and deaths ends well', () => {
  for (const [name, setting] of cases)
    for (const helps of both)
      for (const sees of both)
        for (const obeys of both) {
          // As many states as all the others together.
          if (setting.workers === 2 && sees !== obeys) continue
          const how = `${helps ? 'helping' : 'leaving units to workers'}, deaths ${sees ? '' : 'not '}seen, threads ${obeys ? '' : 'not '}obeying`
          it(`${name}, ${how}`, () => {
            const { states, fault } = explore({ helps, sees, obeys, ...setting } as Setting)
            expect(fault).toBeUndefined()
            expect(states).toBeGreaterThan(100)
          }, 120_000)
        }
})
