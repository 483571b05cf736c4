import { jsPeer } from '../harness/peers.js'
import type { Inside } from '../harness/serve.js'
import type { Inputs } from '../harness/workload.js'
import { insideOf } from './weldarray.js'

/** Plain lists of numbers: `Array.map` over them. */
type Lists = Inputs<number[]>

declare module '../harness/workload.js' {
  interface Implementations {
    /** The same function, called for each element of a list; the elements of the result are numbers, or lists of them. */
    mapped: (inputs: Lists) => () => (number | readonly number[])[]
  }
}

/** A list of results, or of lists of results, as columns. */
function columns(made: readonly (number | readonly number[])[]): Float64Array[] {
  const [first] = made
  if (typeof first === 'number') return [Float64Array.from(made as readonly number[])]
  return first!.map((_, k) => Float64Array.from(made, (x) => (x as readonly number[])[k]!))
}

const inside = async (): Promise<Inside> => ({
  version: `Node ${process.versions.node}`,
  prepare: ({ implementations: { mapped } }, inputs) => {
    const run = mapped?.(Object.fromEntries(Object.entries(inputs).map(([name, { data }]) => [name, [...data]])))
    return run === undefined ? null : { run, results: () => columns(run()) }
  },
})

export const arrayMap = jsPeer('Array.map', 'mapped', inside)

/** The same library, the function written as operations on arrays, recorded at each call. */
export const arrayOperations = jsPeer('array operations', 'operations', insideOf('operations'))
