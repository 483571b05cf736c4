import { type Node, print, type TypedArray } from '@weldarray/ir'

/** Index of the first element whose bits differ (any NaN equals any NaN), or -1. */
export function firstDifference(a: TypedArray, b: TypedArray): number {
  if (a.length !== b.length) return Math.min(a.length, b.length)
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return i
  return -1
}

/** Throws unless all results have the expected bits; the message has what is needed to see it again. */
export function expectSameBits(
  what: string,
  roots: readonly Node[],
  got: readonly TypedArray[],
  expected: readonly TypedArray[],
): void {
  expected.forEach((want, r) => {
    const at = firstDifference(got[r]!, want)
    if (at === -1) return
    const root = roots[r]!
    throw new Error(
      `${what}: root ${r} (${root.kind === 'map' ? root.op : root.kind} ${root.dtype}[${root.shape}]), ` +
        `element ${at} is ${got[r]![at]} instead of ${want[at]}\n${print([root], 80)}`,
    )
  })
}
