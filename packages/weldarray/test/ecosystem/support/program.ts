import { Random } from '@weldarray/testing'
import real from 'ndarray'
import { type Kind, makeInput } from './inputs.js'
import { describe } from './outcome.js'
import type { Any, Realm } from './realm.js'

export interface Env {
  readonly require: (name: string) => Any
  readonly ndarray: Any
  /** An input of the run's kind, with `element(i)` for its elements in C order. */
  readonly input: (shape: readonly number[], element: (i: number) => number, dtype?: string) => Any
  /** A length: the first in runs on tiny arrays, the second in those on arrays large enough to be lazy. */
  readonly n: (tiny: number, large: number) => number
}

/** What a README shows, as a function of the packages it is run with. Returns what there is to see. */
export type Program = (env: Env) => unknown

export interface PackagePrograms {
  readonly name: string
  /** Programs whose elementary functions are our own once `ndarray-ops` is: within a unit of the last place, not the bits of `Math`. */
  readonly elementary?: readonly string[]
  readonly programs: Readonly<Record<string, Program>>
}

export type Size = 'tiny' | 'large'

/** Runs a program with `Math.random` seeded; its result, and its inputs as they are afterwards. */
export async function outcome(realm: Realm, program: Program, kind: Kind, size: Size): Promise<unknown> {
  const ndarray = realm.require('ndarray')
  const inputs: Any[] = []
  const random = new Random(7)
  const unseeded = Math.random
  const env: Env = {
    require: realm.require,
    ndarray,
    n: (tiny, large) => (size === 'tiny' ? tiny : large),
    input: (shape, element, dtype = 'float64') => {
      const made = makeInput(ndarray, real as Any, kind, shape, element, dtype)
      inputs.push(made)
      return made
    },
  }
  Math.random = () => random.next()
  try {
    const result = await realm.run(() => program(env))
    return realm.run(() => ({ result: describe(result), inputs: inputs.map(describe) }))
  } finally {
    Math.random = unseeded
  }
}

/** Numbers with some variety. */
export const wave = (i: number): number => Math.sin(i * 1.7) * 10 + (i % 5)
