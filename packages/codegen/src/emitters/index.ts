import type { PrimitiveOp } from '@weldarray/ir'
import { arithmetic } from './arithmetic.js'
import { bitwiseOps, comparisons } from './compare.js'
import { floatBits } from './float-bits.js'
import { integers } from './integer.js'
import { piRemainders } from './pi-remainder.js'
import { structure } from './structure.js'
import type { Emitter } from './types.js'

const table = {
  ...structure,
  ...arithmetic,
  ...comparisons,
  ...bitwiseOps,
  ...integers,
  ...floatBits,
  ...piRemainders,
} satisfies Record<PrimitiveOp, Emitter>

/** One row for every primitive operation; a primitive without a row does not compile. */
export const emitters: Readonly<Record<PrimitiveOp, Emitter>> = table
