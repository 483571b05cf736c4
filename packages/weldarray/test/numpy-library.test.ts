import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, differences, fixture, flat, value, within } from './support/fixtures.js'
import { type LibrarySpec, libraryArgument, libraryArray } from './support/library.js'

/*
 * Functions with kernels of their own, against NumPy.
 */

/** Sums of fractions have the order of the one who adds them. */
const samenesses = { bits, value, near: within(1e-10), near32: within(1e-4) }

interface Case {
  name: string
  args: unknown[]
  results: LibrarySpec[] | null
  same: keyof typeof samenesses
}

const cases = fixture<Case[]>('library')
const names = [...new Set(cases.map((c) => c.name))]

type Calls = { readonly [name: string]: Calls } & ((...args: unknown[]) => NdArray | NdArray[])
const functionOf = (name: string): Calls => name.split('.').reduce((from, part) => from[part]!, np as unknown as Calls)

function wrong({ name, args, results, same }: Case): string[] {
  const call = functionOf(name)
  const label = `${name}(${JSON.stringify(args)})`
  let got: NdArray[]
  try {
    got = [call(...args.map(libraryArgument))].flat()
  } catch (error) {
    return results === null && error instanceof np.WeldError ? [] : [`${label}: threw ${error}`]
  }
  if (results === null) return [`${label}: gave ${got[0]!.dtype}, expected an error`]
  if (got.length !== results.length) return [`${label}: ${got.length} results, expected ${results.length}`]
  return results.flatMap((spec, i) => {
    const wanted = libraryArray(spec)
    const a = got[i]!
    if (a.dtype !== wanted.dtype) return [`${label}: gave ${a.dtype}, expected ${wanted.dtype}`]
    if (String(a.shape) !== String(wanted.shape)) return [`${label}: shape ${a.shape}, expected ${wanted.shape}`]
    return differences(flat(a), flat(wanted), samenesses[same]).map((d) => `${label}: ${d}`)
  })
}

afterEach(() => forceTier('auto'))

describe.each(['wasm', 'js'] as const)('as NumPy, tier %s', (tier) => {
  test.each(names)('%s', (name) => {
    forceTier(tier)
    expect(
      cases
        .filter((c) => c.name === name)
        .flatMap(wrong)
        .slice(0, 5),
    ).toEqual([])
  })
})
