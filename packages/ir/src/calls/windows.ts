import { firstOverlap, inferSlide, slideInto } from '../slide.js'
import type { CallDef } from './call.js'

/** How much of a convolution: where both overlap whole, as long as the longer operand, all. A call has the number of one of these. */
export const OVERLAPS = ['valid', 'same', 'full'] as const
export type Overlap = (typeof OVERLAPS)[number]

export const windows = {
  /**
   * The sums of products of a shorter line moved along a longer one. `count`: how many; `overlap`: one of `OVERLAPS`; `turned`: whether the
   * shorter one is read from its end.
   */
  correlate: {
    arity: 2,
    attributes: ['count', 'overlap', 'turned'],
    length: 'count',
    strided: false,
    laborious: true,
    infer: ([long, short], [count, overlap]) => inferSlide(long!, short!, count!, OVERLAPS[overlap!]),
    compute: ([long, short], [, overlap, turned], to) =>
      slideInto(long!, short!, firstOverlap(OVERLAPS[overlap!]!, short!.data.length), turned === 1, to),
  },
} satisfies Record<string, CallDef>
