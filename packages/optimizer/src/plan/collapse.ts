import type { AccessBinding } from './plan.js'

/** An access on the way to a kernel: strides are along all axes of the iteration space. */
export type RawAccess = AccessBinding

export interface Collapsed {
  readonly lengths: number[]
  /** For each access, its strides along the collapsed axes. */
  readonly strides: number[][]
}

/**
 * Drops axes of length 1 and joins neighbouring axes that every access walks through as if they were one.
 * The order of the elements does not change. At least one axis is left if `keepOne`.
 */
export function collapse(lengths: readonly number[], strides: readonly (readonly number[])[], keepOne: boolean): Collapsed {
  const outLengths: number[] = []
  const outStrides: number[][] = strides.map(() => [])
  for (let axis = 0; axis < lengths.length; axis++) {
    const n = lengths[axis]!
    if (n === 1) continue
    const last = outLengths.length - 1
    if (last >= 0 && strides.every((s, i) => outStrides[i]![last] === s[axis]! * n)) {
      outLengths[last]! *= n
      strides.forEach((s, i) => {
        outStrides[i]![last] = s[axis]!
      })
    } else {
      outLengths.push(n)
      strides.forEach((s, i) => {
        outStrides[i]!.push(s[axis]!)
      })
    }
  }
  if (outLengths.length === 0 && keepOne) {
    outLengths.push(1)
    for (const s of outStrides) s.push(0)
  }
  return { lengths: outLengths, strides: outStrides }
}
