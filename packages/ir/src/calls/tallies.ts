import { inferTally, tallyInto } from '../tally.js'
import type { CallDef } from './call.js'

/** Between the edges of bins at equal distances, one more than bins, of which the last is closed. `bins`: how many. */
export const tallies = {
  tally: {
    arity: 2,
    attributes: ['bins'],
    length: 'bins',
    strided: false,
    infer: (types, [bins]) => inferTally('tally', types, bins!),
    compute: ([numbers, edges], _, to) => tallyInto(numbers!.data, edges!.data as Float64Array, null, to),
  },
  weighted_tally: {
    arity: 3,
    attributes: ['bins'],
    length: 'bins',
    strided: false,
    infer: (types, [bins]) => inferTally('weighted_tally', types, bins!),
    compute: ([numbers, edges, weights], _, to) => tallyInto(numbers!.data, edges!.data as Float64Array, weights!.data, to),
  },
} satisfies Record<string, CallDef>
