import { describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import {
  bits,
  check,
  DTYPES,
  decode,
  differences,
  fixture,
  flat,
  LETTERS,
  type Same,
  Table,
  ulps,
  value,
} from './support/fixtures.js'

type Rows = Record<string, readonly [string, string]>
type Fn = (...args: unknown[]) => NdArray
const fn = (name: string): Fn => (np as unknown as Record<string, Fn>)[name]!

const binary = fixture<{ inputs: Record<string, string[]>; pairs: Rows; outer: Rows }>('binary')
const inputs = Object.fromEntries(
  Object.entries(binary.inputs).map(([k, v]) => [LETTERS[k]!, v.map((b) => decode(b, LETTERS[k]!))]),
)

/** Functions of which two correct libraries may differ in the last bit; 4 units are NumPy's own promise. */
const APPROXIMATE = new Set(['arctan2', 'hypot', 'power'])
/** NumPy's choice between zeros of different sign depends on the machine. */
const ZEROS = new Set(['minimum', 'maximum', 'fmin', 'fmax'])

const near: Same = (x, y) => typeof x === 'bigint' || ulps(x, y as number, Math.fround(y as number) === y) <= 4
const sameness = (name: string): Same => (APPROXIMATE.has(name) ? near : ZEROS.has(name) ? value : bits)

/** The generator's rule for integer powers: exponents are made small and positive. */
function exponent(name: string, a: NdArray, b: NdArray): NdArray {
  const floats = /float/
  if (name !== 'power' || floats.test(a.dtype) || floats.test(b.dtype) || !/^(int|bigint)/.test(b.dtype)) return b
  return np.astype(np.remainder(np.absolute(np.astype(b, 'int64')), 11n), b.dtype as 'int32')
}

describe('two operands', () => {
  test.each(Object.keys(binary.pairs))('%s: dtypes and values for all pairs of dtypes', (name) => {
    const table = new Table(binary.pairs[name]!)
    const wrong = DTYPES.flatMap((x) =>
      DTYPES.flatMap((y) => {
        const [a, b] = [inputs[x]![1]!, inputs[y]![2]!]
        return check(`${x}, ${y}`, () => fn(name)(a, exponent(name, a, b)), table.next(6), sameness(name))
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(binary.outer))('%s: special values against special values', (name) => {
    const table = new Table(binary.outer[name]!)
    const wrong = DTYPES.flatMap((x) => {
      const s = inputs[x]![0]!
      const run = (): NdArray => fn(name)(np.expand_dims(s, 1), np.expand_dims(exponent(name, s, s), 0))
      return check(x, run, table.next(s.size ** 2), sameness(name))
    })
    expect(wrong).toEqual([])
  })

  const weak = fixture<{ scalars: string[]; results: Rows }>('weak')
  const scalars = weak.scalars.map((s) => (s === 'True' ? true : s === 'inf' ? Infinity : s === 'nan' ? NaN : Number(s)))

  test.each(Object.keys(weak.results))('%s: numbers adapt to the array (NEP 50)', (name) => {
    const table = new Table(weak.results[name]!)
    const wrong = DTYPES.flatMap((x) =>
      scalars.flatMap((s) => {
        const a = inputs[x]![1]!
        return [
          ...check(`${x}, ${s}`, () => fn(name)(a, s), table.next(6), sameness(name)),
          ...check(`${s}, ${x}`, () => fn(name)(s, a), table.next(6), sameness(name)),
        ]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('one operand', () => {
  const unary = fixture<{ exact: Rows; points: string[]; elementary: Record<string, string[]> }>('unary')

  test.each(Object.keys(unary.exact))('%s: dtypes and values', (name) => {
    const table = new Table(unary.exact[name]!)
    const wrong = DTYPES.flatMap((x) => {
      const a = inputs[x]![0]!
      const wanted = table.next(a.size)
      // 1/0 in integers is whatever the machine makes of it.
      const skip: Same = (g, w) => bits(g, w) || (name === 'reciprocal' && !/float/.test(x) && Number(g) === 0)
      return check(x, () => fn(name)(a), wanted, skip)
    })
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(unary.elementary))('%s: within 4 units of the last place, special values the same', (name) => {
    const wrong = (['float64', 'float32'] as const).flatMap((dtype, i) => {
      const got = flat(fn(name)(decode(unary.points[i]!, dtype)))
      const wanted = flat(decode(unary.elementary[name]![i]!, dtype))
      return differences(got, wanted, (x, y) => ulps(x as number, y as number, dtype === 'float32') <= 4).map(
        (d) => `${dtype} ${d}`,
      )
    })
    expect(wrong).toEqual([])
  })
})
