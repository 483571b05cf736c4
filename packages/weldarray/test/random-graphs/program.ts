import { VerifyError } from '@weldarray/ir'
import * as np from 'weldarray'
import { Random } from '../support/random.js'
import { calls, fresh } from './calls.js'

const deck = calls.flatMap(([name, weight, call]) => new Array(weight).fill([name, call] as const)) as (readonly [
  string,
  (typeof calls)[number][2],
])[]

const FAULTS = [np.MemoryLimitError, np.KernelError, VerifyError]

/** How a program's results come to be computed. */
export type Way = (arrays: readonly np.NdArray[]) => unknown

export interface Outcome {
  /** A line for each step: what it was, and what it threw. */
  readonly steps: readonly string[]
  /** dtype, shape, strides' meaning and every bit of each array there is at the end. */
  readonly results: readonly string[]
}

function bits(a: np.NdArray): string {
  const data = a.clone().data as unknown as Float64Array
  // Any NaN is as good as any other.
  if (typeof data[0] === 'number') for (let i = 0; i < data.length; i++) if (data[i] !== data[i]) data[i] = Number.NaN
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  let h = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193)
  return `${a.dtype}[${a.shape}] ${(h >>> 0).toString(16)}`
}

/** Runs the program of a seed. What it does is decided by the seed and by dtypes and shapes, so that it is the same program however it is computed. */
export async function runProgram(seed: number, way: Way): Promise<Outcome> {
  const random = new Random(seed)
  const pool: np.NdArray[] = [fresh(random), fresh(random)]
  const steps: string[] = []
  const length = random.int(3, 22)
  for (let i = 0; i < length; i++) {
    const [name, call] = random.pick(deck)
    // A step that throws has drawn as much as it would have drawn otherwise.
    const own = new Random(random.int(1, 2 ** 31))
    try {
      const made = call(own, pool)
      const list = made === undefined ? [] : Array.isArray(made) ? made : [made]
      pool.push(...(list as np.NdArray[]))
      steps.push(`${name} ${list.map((a) => `${a.dtype}[${a.shape}]`).join(' ')}`)
    } catch (error) {
      // What a step refuses for what it was given is part of the program. Whatever else is thrown is a fault, or was brought about.
      if (!(error instanceof np.WeldError) || FAULTS.some((fault) => error instanceof fault)) throw error
      // Whether an index was looked at when it was written or when it was computed is what ways differ in.
      steps.push(`${name}: ${error.name} ${error.message.replace(/\. It was found when.*/s, '')}`)
    }
    if (pool.length > 12) pool.splice(0, 4)
    if (random.next() < 0.15) await way([random.pick(pool)])
  }
  await way(pool)
  const results = pool.map(bits)
  for (const a of new Set(pool)) if (random.next() < 0.5) a.dispose()
  return { steps, results }
}
