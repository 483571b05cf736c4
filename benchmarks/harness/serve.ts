import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { StoredInput } from './inputs.js'
import type { Reply, Request } from './protocol.js'
import type { Inputs, Workload } from './workload.js'

/** A workload with its inputs in hand. */
export interface Prepared {
  /** One timed call. */
  readonly run: () => void
  /** What a further call of `run` makes. */
  readonly results: () => Float64Array[]
  /** Gives memory back that garbage collection would give back too late. */
  readonly release?: () => void
}

/** What a JavaScript peer is, inside its process. */
export interface Inside {
  readonly version: string
  /** Null when the peer has no implementation of the workload. */
  readonly prepare: (workload: Workload, inputs: Inputs<LoadedInput>) => Prepared | null
}

export interface LoadedInput {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

function load({ file, shape, low, high, whole }: StoredInput): LoadedInput {
  const bytes = readFileSync(file)
  const data = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8).slice()
  for (let i = 0; i < data.length; i++) {
    const x = low + (high - low) * data[i]!
    data[i] = whole ? Math.floor(x) : x
  }
  return { shape, data }
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done))

async function time(run: () => void, samples: number, calls: number): Promise<number[]> {
  const ms: number[] = []
  for (let s = 0; s < samples; s++) {
    await turn()
    const start = performance.now()
    for (let c = 0; c < calls; c++) run()
    ms.push((performance.now() - start) / calls)
  }
  return ms
}

function checked({ results }: Prepared, files: string): Reply {
  const written = results().map((data, i) => {
    writeFileSync(`${files}-${i}`, data)
    return `${files}-${i}`
  })
  return { is: 'checked', files: written }
}

/** The peer's end: answers requests until standard input ends. */
export async function serve(inside: Inside, find: (name: string) => Workload): Promise<void> {
  let prepared: Prepared | null = null

  async function answer(request: Request): Promise<Reply> {
    switch (request.do) {
      case 'hello':
        return { is: 'hello', version: inside.version }
      case 'prepare': {
        const inputs = Object.fromEntries(Object.entries(request.inputs).map(([name, input]) => [name, load(input)]))
        prepared = inside.prepare(find(request.workload), inputs)
        return prepared === null ? { is: 'missing', reason: 'not expressible' } : { is: 'ready' }
      }
      case 'check':
        return checked(prepared!, request.files)
      case 'run':
        return { is: 'times', ms: await time(prepared!.run, request.samples, request.calls) }
      case 'drop':
        prepared?.release?.()
        prepared = null
        return { is: 'ready' }
    }
  }

  for await (const line of createInterface({ input: process.stdin })) {
    const reply = await answer(JSON.parse(line)).catch(
      (error: Error): Reply => ({ is: 'error', message: error.stack ?? String(error) }),
    )
    process.stdout.write(`${JSON.stringify(reply)}\n`)
  }
}
