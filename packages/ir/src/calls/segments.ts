import type { PrimitiveOp } from '../ops/index.js'
import { inferSegments, linesAlong, segmentsInto } from '../segments.js'
import type { CallDef } from './call.js'

/** What the elements of a part are joined by. A call has the number of one of these. */
export const JOINS = ['add', 'sub', 'mul', 'div', 'minimum', 'maximum', 'and', 'or', 'xor'] as const satisfies PrimitiveOp[]
export type Join = (typeof JOINS)[number]

export const segments = {
  /** Parts of an axis, each joined to one element. Operands: an array, and where the parts begin. `how`: one of `JOINS`; `axis`. */
  reduceat: {
    arity: 2,
    attributes: ['how', 'axis'],
    strided: false,
    infer: ([source, starts], [how, axis]) => inferSegments(JOINS[how!], source!, starts!, axis!),
    compute: ([source, starts], [how, axis], to) => {
      const { length, inner } = linesAlong(source!.view.shape, axis!)
      segmentsInto(JOINS[how!]!, source!.dtype, source!.data, starts!.data as Int32Array, length, inner, to)
    },
  },
} satisfies Record<string, CallDef>
