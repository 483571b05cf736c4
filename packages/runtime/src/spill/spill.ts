import { SpillError } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { BlockMemory, places } from '../graph/block-memory.js'
import { heap } from '../heap/heap.js'
import { MEASURES, type Measure } from '../heap/room.js'
import { SPILLED_PART } from '../schedule/costs.js'

/** Why nothing can be moved any more, if that was seen: said with the error that it leads to. */
let trouble: SpillError | undefined

export const spillTrouble = (): SpillError | undefined => trouble

/** Until somebody has read its stack, an error keeps what was called on it alive: the array that was to be moved. */
function withoutFrames(error: SpillError): SpillError {
  for (let e: unknown = error; e instanceof Error; e = e.cause) void e.stack
  return error
}

/** Moves evaluated arrays that nobody is reading to the file, those that were not used for longest first, until `bytes` fit. */
export const spillOldest: Measure = (bytes, began) => {
  trouble = undefined
  if (settings.spill === 0) return false
  // What is in the file for nobody; finalizers have to wait for the event loop.
  for (const place of places) if (!place.isWanted) place.leave()
  const movable: BlockMemory[] = []
  for (const { holder } of heap.living()) if (holder instanceof BlockMemory && holder.canMove(began)) movable.push(holder)
  movable.sort((a, b) => a.used - b.used)
  // Each time costs a collection: so much is moved at least.
  const least = heap.limit / SPILLED_PART
  let freed = 0
  try {
    for (const memory of movable) {
      if (!memory.spill()) break
      freed += memory.bytes
      if (freed >= least && heap.fits(bytes)) break
    }
  } catch (error) {
    if (!(error instanceof SpillError)) throw error
    trouble = withoutFrames(error)
  }
  return freed > 0
}

MEASURES.spill = spillOldest
