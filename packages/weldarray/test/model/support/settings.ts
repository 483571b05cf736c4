import { forceTier } from '@weldarray/runtime'
import type { World } from './world.js'

/** Beyond the size at which operations are recorded, on both sides of those at which memory is in the heap, and at which loops store parts. */
const LARGE = [[1200], [40, 30], [30, 40], [10, 12, 10], [30], [40, 1], [2500], [60, 60], [4500], [2, 3]]
const SMALL = [[12], [3, 4], [4, 3], [2, 3, 2], [4], [4, 4], [3, 1], [20], [1], []]

/**
 * How programs are run: `compiled` as users get it, kernels and all; `recorded` with arrays so small that a program
 * takes a millisecond, but lazy all the same, so that many more can be tried.
 */
export const settings = {
  compiled: { tier: 'auto', shapes: LARGE },
  recorded: { tier: 'js', shapes: SMALL },
  eager: { tier: 'auto', shapes: SMALL },
} as const

export type Setting = keyof typeof settings

export async function inSetting(name: Setting, world: World, work: () => Promise<void>): Promise<void> {
  const { tier, shapes } = settings[name]
  world.shapes = shapes as unknown as number[][]
  forceTier(tier)
  try {
    await work()
  } finally {
    forceTier('auto')
  }
}
