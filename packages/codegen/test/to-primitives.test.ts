import { toPrimitives } from '@weldarray/codegen'
import { type DType, isKernelOp, type KernelOp, mapOps, type NamedOp } from '@weldarray/ir'
import { type Instruction, type Kernel, resultsOf } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'
import { cases, kernelOf } from './operations.js'

const operations = (kernel: Kernel): Instruction[] =>
  kernel.code.filter((c) => 'args' in c && c.op !== 'gather' && c.op !== 'scan')

/** What code has to be: of primitives, each after its operands, of the dtypes that were there. */
function expectPrimitive(kernel: Kernel): void {
  kernel.code.forEach((c, i) => {
    if ('args' in c) for (const a of c.args) expect(a).toBeLessThan(i)
  })
  for (const c of operations(kernel)) expect(isKernelOp(c.op as KernelOp)).toBe(true)
  for (const value of [...resultsOf(kernel), ...kernel.scans.map((s) => s.value)]) expect(kernel.code[value]).toBeDefined()
}

const withCode = (code: readonly Instruction[], more: Partial<Kernel>): Kernel => ({
  ...kernelOf({ op: 'exp', from: 'float64', to: 'float64' }),
  code,
  ...more,
})

const load = (slot: number, dtype: DType = 'float64'): Instruction => ({ op: 'load', dtype, slot })
const of = (op: NamedOp, ...args: number[]): Instruction => ({ op, dtype: 'float64', args })

describe('operations are replaced by what they are made of', () => {
  it('each of them, for each dtype', () => {
    for (const op of Object.keys(mapOps) as NamedOp[])
      for (const c of cases(op)) {
        const kernel = toPrimitives(kernelOf(c))
        expectPrimitive(kernel)
        expect(kernel.code[kernel.stores[0]!.value]!.dtype).toBe(c.to)
      }
  })

  it('and a kernel of primitives is what it was', () => {
    const kernel = kernelOf({ op: 'add', from: 'int32', to: 'int32' })
    expect(toPrimitives(kernel)).toBe(kernel)
  })

  it('with what two of them have in common computed once', () => {
    const stores = (...values: number[]) => values.map((value) => ({ slot: 1, value }))
    const count = (code: Instruction[], ...values: number[]): number =>
      operations(toPrimitives(withCode(code, { stores: stores(...values) }))).length
    const [sin, cos] = [count([load(0), of('sin', 0)], 1), count([load(0), of('cos', 0)], 1)]
    const both = count([load(0), of('sin', 0), of('cos', 0)], 1, 2)
    expect(both).toBeLessThan(0.75 * (sin + cos))
    expect(both).toBeGreaterThan(Math.max(sin, cos))
  })

  it('before a gather whose index they are, and a scan that they go into', () => {
    const gathered = toPrimitives(
      withCode([load(0), of('exp', 0), { op: 'gather', dtype: 'float64', slot: 1, args: [1] }, of('log', 2)], {
        stores: [{ slot: 2, value: 3 }],
      }),
    )
    expectPrimitive(gathered)
    expect(gathered.code.filter((c) => c.op === 'gather')).toHaveLength(1)
    const scanned = toPrimitives(
      withCode([load(0), of('exp', 0), { op: 'scan', dtype: 'float64', scan: 0, args: [1] }, of('log', 2)], {
        kind: 'inner',
        stores: [{ slot: 1, value: 3 }],
        scans: [{ op: 'sum', dtype: 'float64', value: 1 }],
      }),
    )
    expectPrimitive(scanned)
    const at = scanned.code.findIndex((c) => c.op === 'scan')
    expect(scanned.code[at]).toMatchObject({ args: [scanned.scans[0]!.value] })
  })
})
