import { loopKey } from '@weldarray/codegen'
import { type DType, type NamedOp, storedAs } from '@weldarray/ir'
import { isDear } from '../compiler/single.js'
import { forcedTier } from '../execute/tier.js'
import { generatedLoops, type Loop } from '../generated/index.js'
import { stagedLoop } from './staged.js'

/** By operation and operand dtype, as users get them; casts by both dtypes. */
const chosen: Partial<Record<NamedOp, Record<string, Loop>>> = {}

function plainLoop(op: NamedOp, from: DType, to: DType): Loop {
  const plain = generatedLoops(from)[loopKey(op, to)]
  if (plain === undefined) throw new Error(`no loop for ${op} of ${from}`)
  return plain
}

/**
 * The loop that computes an operation at once, outside of any kernel: a generated one, which for elementary functions
 * hands over to their kernels when there is enough to do. `to` matters for casts.
 */
export function loopFor(op: NamedOp, fromType: DType, toType: DType = fromType): Loop {
  const from = storedAs(fromType)
  const to = storedAs(toType)
  if (forcedTier() === 'js') return plainLoop(op, from, to)
  const ofOp = (chosen[op] ??= {})
  const key = op === 'cast' ? `${from}:${to}` : from
  let loop = ofOp[key]
  if (loop === undefined) {
    const plain = plainLoop(op, from, to)
    loop = isDear(op) ? stagedLoop(op, from, plain) : plain
    ofOp[key] = loop
  }
  return loop
}
