import { jsPeer } from '../harness/peers.js'
import type { Inside } from '../harness/serve.js'

declare module '../harness/workload.js' {
  interface Implementations {
    /** A graph over the inputs, in their order, as the IR's text, that becomes one short loop: only its kernel is called. */
    kernel: (size: number) => string
  }
}

type Runtime = typeof import('@weldarray/runtime')
type Executing = typeof import('../../packages/runtime/dist/execute/execute.js')
type Programs = typeof import('../../packages/runtime/dist/execute/program.js')

/** Where it is found, with all that is beside it: not as part of the benchmark's one file. */
const within = (path: string): string => new URL(`../../packages/runtime/dist/${path}`, import.meta.url).href

const inside = async (): Promise<Inside> => {
  const [{ parse }, { AS_IT_IS, plan }] = [await import('@weldarray/ir'), await import('@weldarray/optimizer')]
  const { allocateMemory, forceTier }: Runtime = await import('@weldarray/runtime')
  const { execute }: Executing = await import(within('execute/execute.js'))
  const { Program }: Programs = await import(within('execute/program.js'))
  return {
    version: 'called again and again on the same memory',
    prepare: ({ implementations: { kernel } }, inputs) => {
      if (kernel === undefined) return null
      const given = Object.values(inputs)
      const graph = parse(kernel(given[0]!.data.length))
      const program = new Program(plan(graph.interner, graph.roots, given.length), AS_IT_IS)
      program.fit([], 0)
      const memories = given.map(({ data }) => {
        const memory = allocateMemory('float64', data.length)
        memory.data.set(data as never)
        return memory
      })
      // Run as a whole, for its code, and so that its parameters are of memory that stays.
      forceTier('wasm')
      const results = execute(program, { memories, offsets: memories.map(() => 0) }, [], null)
      const [loop, ...others] = program.loops
      if (loop === undefined || others.length > 0 || !loop.isShort || loop.run === null)
        throw new Error('this is not one short loop')
      const { parameters, rows, blocks, rowLength } = loop
      const { address } = parameters
      const call = loop.run
      return {
        run: () => {
          call(address, 0, 0, rows, 0, blocks, 0, rowLength)
        },
        results: () => results.map((m) => Float64Array.from(m.data as Float64Array)),
      }
    },
  }
}

export const kernelAlone = jsPeer('its kernel alone', 'kernel', inside)
