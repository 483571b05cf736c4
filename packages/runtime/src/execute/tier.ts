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

let pieceSize: number | null = null

/** Elements a piece of work has, when tests force it; null lets the estimate decide. */
export const forcedPiece = (): number | null => pieceSize

/** Forces the size of pieces, so that small arrays are shared out among threads too. */
export function forcePiece(elements: number | null): void {
  pieceSize = elements
}
