import { jsPeer } from '../harness/peers.js'
import type { Inside, Prepared } from '../harness/serve.js'
import { versionOf } from './version.js'

type Ops = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** One call: it writes the array `d`, or its result is what `run` returns. An array `fresh` is what `d` holds before each call. */
interface Call {
  readonly writes: boolean
  readonly run: () => unknown
}

declare module '../harness/workload.js' {
  interface Implementations {
    /** One function of ndarray-ops, or of its drop-in. */
    ops: (ops: Ops, inputs: Inputs<object>) => Call
  }
}

const numbers = (x: unknown): Float64Array => (Array.isArray(x) ? Float64Array.from(x) : Float64Array.of(Number(x)))

function plain({ d, fresh }: Readonly<Record<string, { readonly data: Float64Array } | undefined>>, call: Call): Prepared {
  const refilled = (): unknown => {
    d!.data.set(fresh!.data)
    return call.run()
  }
  const run = fresh === undefined ? call.run : refilled
  return {
    run,
    results: () => {
      const returned = run()
      return [call.writes ? d!.data.slice() : numbers(returned)]
    },
  }
}

/** Over typed arrays of the caller's. `ndarray` and `ops` are either library's. */
const external =
  (name: string, load: () => Promise<[ndarray: (data: Float64Array) => object, ops: Ops]>) => async (): Promise<Inside> => {
    const [ndarray, ops] = await load()
    return {
      version: versionOf(name),
      prepare: ({ implementations }, inputs) => {
        const arrays = Object.fromEntries(Object.entries(inputs).map(([key, { data }]) => [key, ndarray(data)]))
        const call = implementations.ops?.(ops, arrays)
        return call === undefined ? null : plain(inputs as never, call)
      },
    }
  }

/** In the library's memory: what a call wrote is evaluated within the timed region. */
const owned = async (): Promise<Inside> => {
  const np = await import('weldarray')
  const { default: ops } = await import('weldarray/ops')
  return {
    version: versionOf('weldarray'),
    prepare: ({ implementations }, inputs) => {
      const arrays = Object.fromEntries(Object.entries(inputs).map(([key, { data }]) => [key, np.array(data)]))
      const call = implementations.ops?.(ops as unknown as Ops, arrays)
      if (call === undefined) return null
      const { d, fresh } = arrays
      const write = (): void => {
        if (fresh !== undefined) ops.assign(d!, fresh)
        call.run()
        d!.evaluate()
      }
      const run = call.writes ? write : call.run
      return {
        run,
        results: () => {
          const returned = run()
          return [call.writes ? (d!.flatten().data as Float64Array) : numbers(returned)]
        },
        release: () => {
          for (const x of Object.values(arrays)) x.dispose()
        },
      }
    },
  }
}

export const opsOwned = jsPeer('own memory', 'ops', owned)
export const opsExternal = jsPeer(
  "caller's data",
  'ops',
  external('weldarray', async () => [
    (await import('weldarray')).default as (data: Float64Array) => object,
    (await import('weldarray/ops')).default as unknown as Ops,
  ]),
)
export const opsReal = jsPeer(
  'ndarray-ops, each function',
  'ops',
  external('ndarray-ops', async () => [
    (await import('ndarray')).default,
    (await import('ndarray-ops')).default as unknown as Ops,
  ]),
)
