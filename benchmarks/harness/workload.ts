/** Uniform random float64 numbers in [low, high), rounded down where `whole`. */
export interface Input {
  readonly shape: readonly number[]
  readonly low: number
  readonly high: number
  readonly whole?: boolean
}

export type Inputs<T> = Record<string, T>

/**
 * How each kind of peer does a workload, under the peer's name for it: `peers/*.ts` declare what theirs looks like.
 * A workload without an entry is shown as missing.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by the peers
export interface Implementations {}

/** One computation, as a user of each peer would write it. */
export interface Workload {
  readonly name: string
  /** The computation, in a line of the report. */
  readonly what: string
  /** Numbers of elements. */
  readonly sizes: readonly number[]
  readonly inputs: (size: number) => Inputs<Input>
  readonly implementations: Partial<Implementations>
  /**
   * The programs evaluate what they make, and leave it to garbage collection. Otherwise what they return is evaluated together
   * and disposed of, which a program of a few microseconds would feel.
   */
  readonly evaluates?: true
  /** Largest difference between two peers' results, relative to the largest number in them. 1e-12 unless said. */
  readonly tolerance?: number
}

export const allSizes = [1e3, 1e5, 1e6, 1e7]

export const uniform = (size: number, low = 0, high = 1): Input => ({ shape: [size], low, high })
