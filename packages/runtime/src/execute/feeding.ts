import { dtypeInfo } from '@weldarray/ir'
import type { Reading } from '@weldarray/optimizer'
import { heap } from '../heap/heap.js'
import { PIECE_FED, PIECE_PART, PIECES_FORCED } from '../schedule/costs.js'
import { Call } from './call.js'
import type { Loop } from './loop.js'
import { Piece } from './piece.js'
import { forcedPiece } from './tier.js'

/** A loop, and the calls directly before it whose results it alone reads, in the order of its outermost axis. */
export class Feeding {
  readonly piece: Piece
  /** Which of the calls makes what an access reads; -1 for what is there. */
  readonly feeds: readonly number[]

  constructor(
    readonly loop: Loop,
    readonly calls: readonly Call[],
    product: Reading,
  ) {
    this.piece = new Piece(loop, product)
    this.feeds = loop.accesses.map(({ buffer }) => calls.findIndex((call) => call.result === buffer))
  }

  /** Elements of the outermost axis that a piece has; 0 where the calls had better be done whole. */
  get length(): number {
    const { loop, calls, piece } = this
    const [all] = loop.lengths
    if (loop.isEmpty || all === undefined) return 0
    const forced = forcedPiece()
    let bytes = 0
    let least = 1
    for (const { size, step, leastStretch } of calls) {
      bytes += (size / all) * dtypeInfo[step.dtype].bytes
      least = Math.max(least, (leastStretch / size) * all)
    }
    const fits = Math.max(least, Math.min(PIECE_FED, heap.limit / PIECE_PART) / bytes)
    const most = forced === null ? fits : Math.max(forced, all / PIECES_FORCED)
    const length = Math.ceil(all / Math.ceil(all / most) / piece.unit) * piece.unit
    return length < all ? length : 0
  }
}

/** Those among the steps of a plan, by the first of their calls. */
export function feedingsIn(steps: readonly (Loop | Call)[], product: Reading): Map<Loop | Call, Feeding> {
  const found = new Map<Loop | Call, Feeding>()
  steps.forEach((loop, at) => {
    if (loop instanceof Call || loop.step.feeds.length === 0) return
    const calls = steps.slice(at - loop.step.feeds.length, at) as Call[]
    found.set(calls[0]!, new Feeding(loop, calls, product))
  })
  return found
}
