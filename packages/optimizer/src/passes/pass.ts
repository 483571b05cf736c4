import type { Interner, Node } from '@weldarray/ir'

/** A named rewriting of a whole graph: same values, bit for bit, for the same inputs. */
export interface Pass {
  readonly name: string
  /** What the pass is for, in a line; shown by `explain()`. */
  readonly about: string
  /** Whether it writes to an interner of its own, so that nothing is left of what was there before. */
  readonly anew?: boolean
  readonly run: (interner: Interner, roots: readonly Node[]) => readonly Node[]
}
