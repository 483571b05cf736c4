import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { afterEach, describe, test } from 'vitest'
import * as np from 'weldarray'
import { forceTier, type Tier } from '../../../../runtime/dist/execute/tier.js'
import { ourMath } from '../our-math.js'
import { type Body, bodyOf } from './body.js'

/** Bodies to try, of each kind; `WELDARRAY_RANDOM_BODIES=2000` is a longer run. */
const BODIES = Number(process.env.WELDARRAY_RANDOM_BODIES ?? 12)

const HOSTILE = [
  Number.NaN,
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2.5,
  3,
  -7,
  Infinity,
  -Infinity,
  5e-324,
  -1e-310,
  1e308,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
  2 ** 32 + 5,
  2 ** 53 - 1,
  -(2 ** 53) - 2,
  0.1,
  100.7,
  -12345.678,
]

type Fn = (...args: number[]) => unknown
type DTypes = readonly ('float64' | 'float32' | 'int32' | 'int16' | 'bool')[]

/** Kinds of arguments: whether the function computes in float32, and with which dtypes the arguments come. */
const kinds: Readonly<Record<string, { single: boolean; elementary: boolean; dtypes: DTypes }>> = {
  float64: { single: false, elementary: false, dtypes: ['float64'] },
  'float64, with elementary functions': { single: false, elementary: true, dtypes: ['float64'] },
  float32: { single: true, elementary: false, dtypes: ['float32'] },
  'integers of 32 bits': { single: false, elementary: false, dtypes: ['int32'] },
  'some of each': { single: false, elementary: false, dtypes: ['float64', 'int32', 'float32'] },
}

/** Against each other, in an order in which any number of elements from the first on has different ones. */
const column = (k: number, size: number): number[] =>
  Array.from(
    { length: size },
    (_, i) => HOSTILE[(i * (k === 0 ? 1 : 7 * k + 1) + Math.floor(i / HOSTILE.length) * (3 * k)) % HOSTILE.length]!,
  )

// biome-ignore lint/security/noGlobalEval: what is made is text
const functionOf = (source: string): Fn => globalThis.eval(`(${source}\n)`) as Fn
const referenceOf = (source: string): Fn =>
  new Function('Math', 'F', 'after', `return (${source}\n)`)(ourMath, Math.fround, (before: number) => before) as Fn

/** As bundlers publish it. */
function minified(source: string): Fn {
  const { code } = transformSync(`globalThis.made = (${source}\n)`, { minify: true, target: 'esnext' })
  // biome-ignore lint/security/noGlobalEval: what is made is text
  globalThis.eval(code)
  return (globalThis as { made?: Fn }).made!
}

const show = (x: unknown): string => (Object.is(x, -0) ? '-0' : String(x))

function results(call: Fn, args: readonly np.NdArray[], size: number): number[][] {
  const made = call(...(args as unknown as number[])) as np.NdArray | np.NdArray[]
  return (Array.isArray(made) ? made : [made]).map((r) => (np.broadcast_to(r, [size]).tolist() as number[]).map(Number))
}

interface Case {
  readonly vectorized: Fn & { readonly refusal: string | null }
  readonly args: (size: number) => np.NdArray[]
  /** Results of the first elements, by result. */
  readonly wanted: readonly (readonly number[])[]
  readonly source: string
}

/** How many elements are called one by one; longer arrays repeat them. */
const DISTINCT = 200

function caseOf(fn: Fn, body: Body, dtypes: DTypes): Case {
  const of = Array.from({ length: body.count }, (_, k) => np.array(column(k, DISTINCT)).astype(dtypes[k % dtypes.length]!))
  const columns = of.map((x) => x.tolist() as number[])
  const reference = referenceOf(body.ref)
  const rows = Array.from({ length: DISTINCT }, (_, i) => {
    const row = reference(...columns.map((c) => c[i]!))
    return (Array.isArray(row) ? row : [row]).map(Number)
  })
  const wanted = rows[0]!.map((_, k) => rows.map((r) => r[k]!))
  const args = (size: number): np.NdArray[] => of.map((x) => np.resize(x, [size]))
  return { vectorized: np.vectorize(fn as never) as unknown as Case['vectorized'], args, wanted, source: body.js }
}

function check({ vectorized, args, wanted, source }: Case, size: number, tier: Tier): void {
  const given = args(size)
  forceTier(tier)
  const got = results(vectorized, given, size)
  forceTier('auto')
  if (vectorized.refusal !== null) throw new Error(`${source}\n is not compiled: ${vectorized.refusal}`)
  got.forEach((values, k) => {
    values.forEach((v, i) => {
      const expected = wanted[k]![i % DISTINCT]!
      if (Object.is(v, expected)) return
      const of = given.map((x) => show(x.get(i)))
      throw new Error(`${source}\n of (${of}), element ${i} of ${size}, ${tier}: ${show(v)}, expected ${show(expected)}`)
    })
  })
}

afterEach(() => forceTier('auto'))

describe('random functions give what calling them gives, bit for bit', () => {
  for (const [kind, { single, elementary, dtypes }] of Object.entries(kinds))
    test(`${BODIES} functions: ${kind}`, { timeout: 60_000 + 1000 * BODIES }, () => {
      let number = 0
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 255 }), { minLength: 20, maxLength: 250, size: 'max' }), (choices) => {
          const body = bodyOf(choices, single, elementary)
          number++
          const made = caseOf(number % 4 === 0 ? minified(body.js) : functionOf(body.js), body, dtypes)
          for (const size of [1, 3, 17]) check(made, size, 'auto')
          check(made, DISTINCT, 'js')
          check(made, 1000, 'wasm')
          if (number % 10 === 0) check(made, 100_000, 'auto')
        }),
        { numRuns: BODIES },
      )
    })
})
