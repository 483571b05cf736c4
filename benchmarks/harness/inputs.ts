import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, Inputs } from './workload.js'

/** An input in a file all peers read: raw float64 in [0, 1), to be scaled by whoever reads it. */
export interface StoredInput extends Input {
  readonly file: string
}

/** splitmix32, two draws for 53 bits. */
function fill(seed: number, data: Float64Array): Float64Array {
  const next = (): number => {
    seed = (seed + 0x9e3779b9) | 0
    let t = seed ^ (seed >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) >>> 0
  }
  for (let i = 0; i < data.length; i++) data[i] = ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
  return data
}

export const elementsOf = (shape: readonly number[]): number => shape.reduce((n, length) => n * length, 1)

/** A folder of input files and results, gone at the end of the process. */
export class Store {
  readonly folder = mkdtempSync(join(tmpdir(), 'weldarray-bench-'))

  constructor() {
    process.on('exit', () => rmSync(this.folder, { recursive: true, force: true }))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
  }

  /** The n-th input of every workload of one size is one file. */
  put(inputs: Inputs<Input>): Inputs<StoredInput> {
    const stored = Object.entries(inputs).map(([name, input], i) => {
      const n = elementsOf(input.shape)
      const file = join(this.folder, `${n}-${i}`)
      if (!existsSync(file)) writeFileSync(file, fill(1000 * (i + 1), new Float64Array(n)))
      return [name, { ...input, file }]
    })
    return Object.fromEntries(stored)
  }

  /** Removes every input. */
  clear(): void {
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { force: true })
  }
}
