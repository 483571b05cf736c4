import { loopKey } from '@weldarray/codegen'
import type { DType, MapOp } from '@weldarray/ir'
import { isDear } from '../compiler/single.js'
import { forcedTier } from '../execute/tier.js'
import { generatedLoops, type Loop } from '../generated/index.js'
import { stagedLoop } from './staged.js'

const dear = new Map<string, Loop>()

/**
 * The loop that computes an operation at once, outside of any kernel: a generated one, which for elementary functions
 * hands over to their kernels when there is enough to do. `to` matters for casts.
 */
export function loopFor(op: MapOp, from: DType, to: DType = from): Loop {
  const key = loopKey(op, from, to)
  const plain = generatedLoops()[key]
  if (plain === undefined) throw new Error(`no loop for ${op} of ${from}`)
  if (!isDear(op) || forcedTier() === 'js') return plain
  let loop = dear.get(key)
  if (loop === undefined) {
    loop = stagedLoop(op, from, plain)
    dear.set(key, loop)
  }
  return loop
}
