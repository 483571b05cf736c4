import type { Peer } from '../harness/peers.js'
import type { Workload } from '../harness/workload.js'

/** What a row has to reach: the peer's time divided by ours, or by how many milliseconds it may be longer than the peer's. */
export type Goal = { readonly peer: Peer } & (
  | { readonly least: number | ((size: number) => number); readonly over?: never }
  | { readonly over: number; readonly least?: never }
)

export interface Row {
  readonly workload: Workload
  readonly goals: readonly Goal[]
  /** At most so many times as long as another row of the section, at each size. */
  readonly within?: { readonly of: Workload; readonly most: number }
}

/** Rows that run in the same processes, started for them. */
export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
  /** Judged by the geometric mean over the section instead of row by row. */
  readonly mean?: Goal & { readonly over?: never }
}

export interface Suite {
  readonly name: string
  readonly title: string
  readonly intro: string
  readonly sections: readonly Section[]
  /** What is not a workload: Markdown, measured when it is called. */
  readonly more?: (quick: boolean) => Promise<string>
}

export const rows = (workloads: readonly Workload[], ...goals: Goal[]): Row[] =>
  workloads.map((workload) => ({ workload, goals }))

export const leastOf = ({ least }: Goal & { readonly over?: never }, size: number): number =>
  typeof least === 'number' ? least : least(size)
