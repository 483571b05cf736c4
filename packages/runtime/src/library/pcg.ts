import { PCG_MULTIPLIER } from '@weldarray/ir'

/*
 * The states of PCG64 streams: 128 bits, as bigints and as words.
 */

export const ALL = (1n << 128n) - 1n

/** 128 bits as four words, unsigned, the lowest first: bigints are slow. */
export type Wide = readonly [number, number, number, number]

/** The state of a PCG64 stream: what has to be known to go on with it. */
export interface PcgState {
  readonly state: Wide
  readonly increment: Wide
  /** The upper half of a draw of which 32 bits were taken; -1 if there is none. */
  readonly half: number
}

/** What `count` steps do to a state: it is multiplied and added to. */
function jump(count: number, increment: bigint): [factor: bigint, term: bigint] {
  let [factor, term] = [1n, 0n]
  let [a, c] = [PCG_MULTIPLIER, increment]
  for (let n = count; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) [factor, term] = [(factor * a) & ALL, (term * a + c) & ALL]
    ;[a, c] = [(a * a) & ALL, ((a + 1n) * c) & ALL]
  }
  return [factor, term]
}

let last: { readonly count: number; readonly increment: bigint; readonly jump: ReturnType<typeof jump> } | null = null

/** The same as the last time, mostly: by a piece of a stream. */
export function jumpAgain(count: number, increment: bigint): ReturnType<typeof jump> {
  if (last?.count !== count || last.increment !== increment) last = { count, increment, jump: jump(count, increment) }
  return last.jump
}

export const bigOf = ([a, b, c, d]: Wide): bigint => (BigInt(d) << 96n) | (BigInt(c) << 64n) | (BigInt(b) << 32n) | BigInt(a)
const word = (x: bigint, i: number): number => Number((x >> BigInt(32 * i)) & 0xffffffffn)
export const wideOf = (x: bigint): Wide => [word(x, 0), word(x, 1), word(x, 2), word(x, 3)]

/** Where a stream is `count` draws later. */
export function later(from: PcgState, count: number): PcgState {
  const state = advanced({ state: bigOf(from.state), increment: bigOf(from.increment) }, count)
  return { ...from, state: wideOf(state) }
}

/** The state of a stream after `count` draws. */
export function advanced({ state, increment }: { state: bigint; increment: bigint }, count: number): bigint {
  const [factor, term] = jump(count, increment)
  return (state * factor + term) & ALL
}
