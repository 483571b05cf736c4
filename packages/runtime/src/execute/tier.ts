/**
 * Where loops run. `auto` chooses by size. The others are for tests, which run one table of cases on every tier
 * and compare bits: `js` (plain JavaScript loops), `wasm` (kernels, however small), `interpreter` (the reference).
 */
export type Tier = 'auto' | 'js' | 'wasm' | 'interpreter'

let tier: Tier = 'auto'

export const forcedTier = (): Tier => tier

/** Forces a tier for all evaluations of this thread. */
export function forceTier(to: Tier): void {
  tier = to
}
