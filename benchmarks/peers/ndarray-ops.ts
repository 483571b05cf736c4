import type ndarray from 'ndarray'
import { jsPeer } from '../harness/peers.js'
import type { Inside } from '../harness/serve.js'
import type { Inputs } from '../harness/workload.js'
import { versionOf } from './version.js'

export type Nd = ndarray.NdArray<Float64Array>

/** The two packages, and what their user needs to make temporaries. */
export interface Eager {
  readonly ndarray: typeof ndarray
  readonly ops: typeof import('ndarray-ops')
  readonly zeros: (shape: readonly number[]) => Nd
}

declare module '../harness/workload.js' {
  interface Implementations {
    /** Temporaries are made beforehand, outside of the returned function. */
    'ndarray-ops': (eager: Eager, inputs: Inputs<Nd>) => () => (Nd | number)[]
  }
}

const inside = async (): Promise<Inside> => {
  const { default: ndarray } = await import('ndarray')
  const { default: ops } = await import('ndarray-ops')
  const zeros = (shape: readonly number[]): Nd =>
    ndarray(new Float64Array(shape.reduce((n, length) => n * length, 1)), [...shape])
  const flat = (x: Nd | number): Float64Array => {
    if (typeof x === 'number') return Float64Array.of(x)
    const copy = zeros(x.shape)
    ops.assign(copy, x)
    return copy.data
  }
  return {
    version: versionOf('ndarray-ops'),
    prepare: ({ implementations }, inputs) => {
      const arrays = Object.fromEntries(
        Object.entries(inputs).map(([name, { data, shape }]) => [name, ndarray(data, [...shape])]),
      )
      const run = implementations['ndarray-ops']?.({ ndarray, ops, zeros }, arrays)
      return run === undefined ? null : { run, results: () => run().map(flat) }
    },
  }
}

export const ndarrayOps = jsPeer('ndarray-ops', 'ndarray-ops', inside)
