import { readFileSync } from 'node:fs'
import { loopKey } from '@weldarray/codegen'
import { allocate, mapOps, type NamedOp, type TypedArray } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { functions } from '../../../tools/accuracy/points.mjs'
import { generatedLoops } from '../../runtime/dist/generated/index.js'
import { runWasm } from './harness.js'
import { type Case, expected, firstDifference, kernelOf } from './operations.js'

/** The operands of the accuracy fixtures, as arrays of the case's dtype. */
function operandsOf({ op, from }: Case): TypedArray[] {
  const bytes = readFileSync(new URL(`../../ir/test/fixtures/${op}.bin`, import.meta.url))
  const { arity } = mapOps[op]
  const size = 8 * arity + 10
  const count = bytes.length / size
  return Array.from({ length: arity }, (_, j) => {
    const array = allocate(from, count)
    for (let i = 0; i < count; i++) array[i] = bytes.readDoubleLE(size * i + 8 * j)
    return array
  })
}

const compiled = (c: Case, arrays: readonly TypedArray[]): TypedArray => {
  const n = arrays[0]!.length
  const operands = [...arrays, allocate(c.to, n)].map((array) => ({ array, strides: [1], offset: 0 }))
  return runWasm({ kernel: kernelOf(c), lengths: [n], operands }).stored[0]!
}

describe('elementary functions have the same bits on every tier, on all accuracy fixtures', () => {
  for (const op of Object.keys(functions) as NamedOp[])
    for (const from of ['float64', 'float32'] as const)
      it(`${op} of ${from}`, () => {
        const c: Case = { op, from, to: from }
        const arrays = operandsOf(c)
        const want = expected(c, arrays)
        expect(firstDifference(compiled(c, arrays), want, arrays)).toBe('')
        // One element at a time: the scalar code that ends every loop.
        const single = allocate(from, want.length)
        for (let i = 0; i < want.length; i += 41)
          single[i] = compiled(
            c,
            arrays.map((a) => a.slice(i, i + 1)),
          )[0] as number
        const sampled = allocate(from, want.length)
        for (let i = 0; i < want.length; i += 41) sampled[i] = want[i] as number
        expect(firstDifference(single, sampled, arrays)).toBe('')
        const out = allocate(from, want.length)
        const [a, b] = [arrays[0]!, arrays[1] ?? arrays[0]!]
        generatedLoops(from)[loopKey(op, from)]!(want.length, out, 0, 1, a, 0, 1, b, 0, 1, a, 0, 1)
        expect(firstDifference(out, want, arrays)).toBe('')
      })
})
