export interface Tried {
  /** Largest error allowed, in units in the last place. */
  readonly bar: number
  readonly arity: number
  readonly from: readonly ((random: () => number) => number | number[])[]
}
export const functions: Readonly<Record<string, Tried>>
export function random(seed: number): () => number
export function nudge(x: number, n: number): number
export function pointsOf(name: string, count: number, seed: number): Float64Array
export function ulps(value: number, high: number, left: number): number
export function ulps32(value: number, high: number, left: number): number
