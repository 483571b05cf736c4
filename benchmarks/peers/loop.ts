import { jsPeer } from '../harness/peers.js'
import type { Inside } from '../harness/serve.js'
import type { Inputs } from '../harness/workload.js'

declare module '../harness/workload.js' {
  interface Implementations {
    /** One fused loop by hand over typed arrays, into results made beforehand. */
    loop: (inputs: Inputs<Float64Array>) => () => (Float64Array | number)[]
  }
}

const inside = async (): Promise<Inside> => ({
  version: `Node ${process.versions.node}`,
  prepare: ({ implementations: { loop } }, inputs) => {
    const run = loop?.(Object.fromEntries(Object.entries(inputs).map(([name, { data }]) => [name, data])))
    if (run === undefined) return null
    return { run, results: () => run().map((x) => (typeof x === 'number' ? Float64Array.of(x) : Float64Array.from(x))) }
  },
})

export const loop = jsPeer('JS loop', 'loop', inside)
