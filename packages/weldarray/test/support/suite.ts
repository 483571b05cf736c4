import { describe, expect, test } from 'vitest'
import type * as np from 'weldarray'
import { type Case, casesOf, run } from './names.js'

/** The cases of one file of NumPy's answers, each function a test of its own; `call` is what a case calls where that is not the function of its name. */
export function suite(name: string, call: (f: string) => ((...args: never[]) => unknown) | undefined = () => undefined): void {
  describe(name, () => {
    const byName = new Map<string, Case[]>()
    for (const c of casesOf(name)) byName.set(c.f, [...(byName.get(c.f) ?? []), c])
    for (const [f, list] of byName) test(f, () => expect(list.flatMap((c) => run(c, call(f)))).toEqual([]))
  })
}

/** A function that writes its first argument gives it back. */
export const inPlace =
  (f: (a: np.NdArray, ...rest: never[]) => unknown) =>
  (a: np.NdArray, ...rest: never[]) => {
    f(a, ...rest)
    return a
  }
