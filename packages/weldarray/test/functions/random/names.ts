/** What is known at a place of a function, by kinds. */
export interface Names {
  /** Numbers; those of `fixed` are not written. */
  readonly numbers: readonly string[]
  readonly fixed: readonly string[]
  readonly flags: readonly string[]
  /** Elements of lists and objects, as they are written: `t[0]`, `o.a`. */
  readonly elements: readonly string[]
  readonly functions: readonly { readonly name: string; readonly arity: number }[]
  /** Where `break` and `continue` may go: a label, or '' for the nearest. */
  readonly breaks: readonly string[]
  readonly continues: readonly string[]
}

export const NONE: Names = { numbers: [], fixed: [], flags: [], elements: [], functions: [], breaks: [], continues: [] }
