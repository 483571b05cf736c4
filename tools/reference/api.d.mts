export interface Entry {
  /** `linalg.inv`, `NdArray.sum`. */
  readonly path: string
  readonly isType: boolean
  readonly isInternal: boolean
  readonly says: string
  readonly examples: readonly string[]
  /** The tags `@throws`. */
  readonly throws: readonly string[]
  readonly file: string
}
/** The compiler's own interface, which the workspace's compiler does not have. */
// biome-ignore lint/suspicious/noExplicitAny: it is loaded by another package's name
export const ts: any

export function publicApi(entry?: string): Entry[]
