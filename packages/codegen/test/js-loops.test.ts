import { readFileSync } from 'node:fs'
import { loopKey } from '@weldarray/codegen'
import { allocate, DTYPES, mapOps, type NamedOp, type TypedArray } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { generatedLoops } from '../../runtime/dist/generated/index.js'
import { loopsFile } from '../dist/js/file.js'
import { random } from './harness.js'
import { cases, expected, firstDifference, samples } from './operations.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

/** The array's elements `stride` apart from `offset` in a larger one. */
function spread(array: TypedArray, dtype: Parameters<typeof allocate>[0], offset: number, stride: number): TypedArray {
  const out = allocate(dtype, offset + array.length * Math.abs(stride) + 8)
  for (let i = 0; i < array.length; i++) (out as Float64Array)[offset + i * stride] = array[i] as number
  return out
}

describe(`loops of the JavaScript tier (seed ${seed})`, () => {
  it.each(DTYPES)('the built file for %s is what the op table says now', (dtype) => {
    const built = readFileSync(new URL(`../../runtime/dist/generated/loops/${dtype}.cjs`, import.meta.url), 'utf8')
    expect(built === loopsFile(dtype), 'run: npm run build').toBe(true)
  })

  const next = random(seed)
  for (const op of Object.keys(mapOps) as NamedOp[])
    it(op, () => {
      for (const c of cases(op)) {
        const name = `${op} of ${c.from} to ${c.to}`
        const loop = generatedLoops(c.from)[loopKey(op, c.to)]
        expect(loop, name).toBeDefined()
        const n = op === 'cast' ? 100 : 400
        const arrays = samples(c, n, next)
        const want = expected(c, arrays)
        const out = allocate(c.to, n)
        const [a, b, z] = [arrays[0]!, arrays[1] ?? arrays[0]!, arrays[2] ?? arrays[0]!]
        loop!(n, out, 0, 1, a, 0, 1, b, 0, 1, z, 0, 1)
        const diff = firstDifference(out, want, arrays)
        if (diff !== '') expect.fail(`${name} ${diff}`)
        // The same with strides: backwards, in twos, and the result in threes.
        const types = [a, b, z].map((_, k) => (mapOps[op].result === 'select' && k === 0 ? 'bool' : c.from))
        const sa = spread(a, types[0]!, n - 1, -1)
        const sb = spread(b, mapOps[op].arity > 1 ? types[1]! : types[0]!, 3, 2)
        const sparse = allocate(c.to, 3 * n + 1)
        loop!(n, sparse, 1, 3, sa, n - 1, -1, sb, 3, 2, z, 0, 1)
        const picked = allocate(c.to, n)
        for (let i = 0; i < n; i++) (picked as Float64Array)[i] = sparse[1 + 3 * i] as number
        const strided = firstDifference(picked, want, arrays)
        if (strided !== '') expect.fail(`${name} with strides ${strided}`)
      }
    })
})
