export interface Entry {
  /** `linalg.inv`, `NdArray.sum`. */
  readonly path: string
  readonly isType: boolean
  readonly isInternal: boolean
  readonly says: string
  readonly examples: readonly string[]
  readonly file: string
}
export function publicApi(entry?: string): Entry[]
