import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { bits, decode, differences, fixture, flat, LETTERS, value } from './support/fixtures.js'

/*
 * Functions with kernels of their own, against NumPy.
 */

type Spec = { array: [letter: string, shape: number[], blob: string] }
interface Case {
  name: string
  args: unknown[]
  results: Spec[] | null
  same: 'bits' | 'value'
}

const arrayOf = ({ array: [letter, shape, blob] }: Spec): NdArray => decode(blob, LETTERS[letter]!, shape)
const isSpec = (x: unknown): x is Spec => typeof x === 'object' && x !== null && 'array' in x
const argument = (x: unknown): unknown =>
  isSpec(x) ? arrayOf(x) : Array.isArray(x) && x.some(isSpec) ? x.map((y) => arrayOf(y as Spec)) : x

const cases = fixture<Case[]>('library')
const names = [...new Set(cases.map((c) => c.name))]

const functions: Readonly<Record<string, (...args: unknown[]) => NdArray | NdArray[]>> = { ...(np as unknown as object) } as never

function wrong({ name, args, results, same }: Case): string[] {
  const call = functions[name]!
  const label = `${name}(${JSON.stringify(args)})`
  let got: NdArray[]
  try {
    got = [call(...args.map(argument))].flat()
  } catch (error) {
    return results === null && error instanceof np.WeldError ? [] : [`${label}: threw ${error}`]
  }
  if (results === null) return [`${label}: gave ${got[0]!.dtype}, expected an error`]
  if (got.length !== results.length) return [`${label}: ${got.length} results, expected ${results.length}`]
  return results.flatMap((spec, i) => {
    const wanted = arrayOf(spec)
    const a = got[i]!
    if (a.dtype !== wanted.dtype) return [`${label}: gave ${a.dtype}, expected ${wanted.dtype}`]
    if (String(a.shape) !== String(wanted.shape)) return [`${label}: shape ${a.shape}, expected ${wanted.shape}`]
    return differences(flat(a), flat(wanted), same === 'bits' ? bits : value).map((d) => `${label}: ${d}`)
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
