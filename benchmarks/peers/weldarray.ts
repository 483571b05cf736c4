import type { AnyDType, NdArray } from 'weldarray'
import { jsPeer } from '../harness/peers.js'
import type { Inside } from '../harness/serve.js'
import type { Inputs } from '../harness/workload.js'
import { versionOf } from './version.js'

export type Np = typeof import('weldarray')

type Program = (np: Np, inputs: Inputs<NdArray>) => () => NdArray<AnyDType>[]

declare module '../harness/workload.js' {
  interface Implementations {
    /** Arrays in library memory; the returned ones are evaluated together within the timed region. */
    weldarray: Program
    /** The same library, in other words. */
    operations: Program
  }
}

/** A process with the library, for programs under one of its names. */
export const insideOf = (which: 'weldarray' | 'operations') => async (): Promise<Inside> => {
  const np = await import('weldarray')
  return {
    version: versionOf('weldarray'),
    prepare: ({ implementations, evaluates }, inputs) => {
      const program = implementations[which]
      if (program === undefined) return null
      const arrays = Object.fromEntries(
        Object.entries(inputs).map(([name, { data, shape }]) => [name, np.array(data).reshape(shape).clone()]),
      )
      np.evaluate(...Object.values(arrays))
      const body = program(np, arrays)
      const kept = new Set<NdArray<AnyDType>>(Object.values(arrays))
      return {
        run: evaluates
          ? body
          : () => {
              const made = body()
              np.evaluate(...made)
              // As a program with `using` does; arrays written in place stay.
              for (const x of made) if (!kept.has(x)) x.dispose()
            },
        results: () => body().map((x) => x.astype('float64').flatten().data as Float64Array),
        release: () => {
          for (const x of kept) x.dispose()
        },
      }
    },
  }
}

const inside = insideOf('weldarray')
export const weldarray = jsPeer('weldarray', 'weldarray', inside)
export const weldarray1 = jsPeer('weldarray, 1 thread', 'weldarray', inside, { WELDARRAY_THREADS: '1' })
