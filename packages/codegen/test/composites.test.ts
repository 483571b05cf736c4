import { allocate, mapOps, type NamedOp } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { random, runWasm } from './harness.js'
import { cases, expected, firstDifference, kernelOf, samples } from './operations.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

describe(`composites, compiled (seed ${seed})`, () => {
  const next = random(seed)
  for (const op of (Object.keys(mapOps) as NamedOp[]).filter((name) => mapOps[name].kind === 'composite'))
    it(op, () => {
      for (const c of cases(op)) {
        const kernel = kernelOf(c)
        for (const n of [1, 2, 3, 6, 403]) {
          const arrays = samples(c, n, next)
          const operands = [...arrays, allocate(c.to, n)].map((array) => ({ array, strides: [1], offset: 0 }))
          const got = runWasm({ kernel, lengths: [n], operands }).stored[0]!
          const diff = firstDifference(got, expected(c, arrays), arrays)
          if (diff !== '') expect.fail(`${op} of ${c.from}, n=${n}: ${diff}`)
        }
      }
    })
})
