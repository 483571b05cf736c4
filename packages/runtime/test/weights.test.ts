import { toPrimitives } from '@weldarray/codegen'
import { DTYPES, mapOps, type NamedOp } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { singleStep } from '../dist/compiler/single.js'
import { elementCost } from '../dist/schedule/schedule.js'
import { primitivesIn } from '../dist/schedule/weights.js'

describe('what a kernel costs is known without writing its operations out', () => {
  it('by counts that agree with what they are made of', () => {
    let compared = 0
    for (const op of Object.keys(mapOps) as NamedOp[])
      for (const dtype of DTYPES) {
        const kernel = kernelOf(op, dtype)
        if (kernel === null) continue
        const written = toPrimitives(kernel)
        expect(primitivesIn(kernel), `${op} of ${dtype}`).toBe(written.code.filter((c) => 'args' in c).length)
        expect(elementCost(kernel), `${op} of ${dtype}`).toBeCloseTo(elementCost(written), 9)
        compared++
      }
    expect(compared).toBeGreaterThan(300)
  })

  it('and the text of a kernel names them as they were written', () => {
    const { text, kernel } = singleStep('erf', 'float64')
    expect(text).toContain('%1 = erf %0 : float64')
    expect(kernel.code).toHaveLength(2)
  })
})

/** Null where the operation does not have the dtype. */
function kernelOf(op: NamedOp, dtype: (typeof DTYPES)[number]) {
  try {
    return singleStep(op, dtype).kernel
  } catch {
    return null
  }
}
