/*
 * Elements that were looked at as a typed array over the heap, outside of any operation that would be given up before memory moves:
 * whoever did so may go on reading until the running job ends, and no longer.
 */

let turn = 0
let isPlanned = false

/** The number of this turn of the event loop. */
export function thisTurn(): number {
  if (!isPlanned) {
    isPlanned = true
    setImmediate(() => {
      isPlanned = false
      turn++
    }).unref()
  }
  return turn
}

/** The same, for who only compares. */
export const currentTurn = (): number => turn
