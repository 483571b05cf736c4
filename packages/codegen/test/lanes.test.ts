import { lanesOf } from '@weldarray/codegen'
import { inspect } from '@weldarray/codegen/compile'
import { allocate, type DType, dtypeInfo, type PrimitiveOp, type ReduceOp, type Scalar } from '@weldarray/ir'
import type { Access, Instruction, Kernel } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'
import { difference, random, runReference, runWasm, sample } from './harness.js'

/** Writes the code of a kernel. */
class Draft {
  readonly accesses: Access[] = []
  readonly code: Instruction[] = []
  readonly params: DType[] = []
  readonly stores: { slot: number; value: number }[] = []
  readonly reduces: { op: ReduceOp; dtype: DType; value: number }[] = []

  private push(c: Instruction): number {
    return this.code.push(c) - 1
  }
  dtype(value: number): DType {
    return this.code[value]!.dtype
  }
  load(dtype: DType, inner: Access['inner'] = 'unit'): number {
    return this.push({ op: 'load', dtype, slot: this.accesses.push({ use: 'load', dtype, inner }) - 1 })
  }
  param(dtype: DType): number {
    return this.push({ op: 'param', dtype, slot: this.params.push(dtype) - 1 })
  }
  lit(dtype: DType, value: Scalar): number {
    return this.push({ op: 'lit', dtype, value })
  }
  op(op: PrimitiveOp, dtype: DType, ...args: number[]): number {
    return this.push({ op, dtype, args })
  }
  store(value: number, inner: Access['inner'] = 'unit'): this {
    const slot = this.accesses.push({ use: 'store', dtype: this.dtype(value), inner }) - 1
    this.stores.push({ slot, value })
    return this
  }
  reduce(op: ReduceOp, value: number): this {
    this.reduces.push({ op, dtype: this.dtype(value), value })
    return this
  }
  kernel(kind: Kernel['kind'] = 'map', rows = 0, runs = 0): Kernel {
    const { accesses, code, params, stores, reduces } = this
    return { kind, rows, runs, accesses, params, code, stores, reduces, scans: [], scatters: [] }
  }
}

const draft = (write: (d: Draft) => void): Kernel => {
  const d = new Draft()
  write(d)
  return d.kernel()
}

describe('elements of a vector step', () => {
  const sum = (dtype: DType, more: (d: Draft, value: number) => number = (_, v) => v): Kernel =>
    draft((d) => d.store(more(d, d.op('add', dtype, d.load(dtype), d.load(dtype)))))

  it.each<[DType, number]>([
    ['uint8', 16],
    ['int8', 16],
    ['int16', 8],
    ['uint16', 8],
    ['int32', 4],
    ['bigint64', 4],
    ['float32', 4],
    ['float64', 4],
  ])('of %s: %i', (dtype, lanes) => expect(lanesOf(sum(dtype))).toBe(lanes))

  it('of bool: 16', () => expect(lanesOf(draft((d) => d.store(d.op('and', 'bool', d.load('bool'), d.load('bool')))))).toBe(16))

  it('of bytes and bool together: 16, and of 16-bit integers and bool: 8', () => {
    const masked = (dtype: DType): Kernel =>
      sum(dtype, (d, v) => d.op('select', dtype, d.op('lt', 'bool', v, d.lit(dtype, 3)), v, d.load(dtype)))
    expect([masked('int8'), masked('uint16')].map((k) => lanesOf(k))).toEqual([16, 8])
  })

  it('is 4 where something is wider', () => {
    expect(lanesOf(sum('uint8', (d, v) => d.op('cast', 'float32', v)))).toBe(4)
    expect(lanesOf(sum('uint8', (d, v) => d.op('add', 'int16', d.op('cast', 'int16', v), d.load('int16'))))).toBe(4)
  })

  it('is 4 where bytes are no neighbours', () => {
    expect(lanesOf(draft((d) => d.store(d.op('neg', 'int8', d.load('int8', 'any')))))).toBe(4)
    expect(lanesOf(draft((d) => d.store(d.load('int8'), 'any')))).toBe(4)
  })

  it('is 16 where bytes are taken apart for an operation, and put together', () => {
    expect(lanesOf(sum('uint8', (d, v) => d.op('floordiv', 'uint8', v, v)))).toBe(16)
  })

  it('asks whether a shift is by the same amount everywhere', () => {
    expect(lanesOf(sum('uint8', (d, v) => d.op('shl', 'uint8', v, d.param('uint8'))))).toBe(16)
    expect(lanesOf(sum('uint8', (d, v) => d.op('shl', 'uint8', v, d.load('uint8', 'zero'))))).toBe(16)
    expect(lanesOf(sum('uint8', (d, v) => d.op('shl', 'uint8', v, v)))).toBe(4)
  })

  it('loads whole registers of bytes', () => {
    const { text } = inspect(sum('uint8'))
    expect(text).toContain('i8x16.add')
    expect(text).not.toContain('i32x4')
  })
})

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

describe(`small integers in short lanes (seed ${seed})`, () => {
  const next = random(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  const BINARY = ['add', 'sub', 'mul', 'minimum', 'maximum', 'and', 'or', 'xor'] as const
  const LOGIC = ['and', 'or', 'xor', 'lt', 'ge', 'eq', 'ne', 'minimum', 'maximum'] as const

  /** A body of operations on numbers and masks, all of which have short forms. */
  function body(d: Draft, dtype: DType): { numbers: number[]; masks: number[] } {
    const numbers = [d.load(dtype), d.load(dtype), d.load(dtype, 'zero'), d.param(dtype), d.lit(dtype, sample(dtype, next))]
    const masks = [d.load('bool'), d.op('lt', 'bool', numbers[0]!, numbers[1]!)]
    const twin = (dtype.startsWith('u') ? dtype.slice(1) : `u${dtype}`) as DType
    for (let k = 0; k < 12; k++) {
      const [a, b, m] = [pick(numbers), pick(numbers), pick(masks)]
      const what = next()
      if (what < 0.35) numbers.push(d.op(pick(BINARY), dtype, a, b))
      else if (what < 0.45) numbers.push(d.op(pick(['neg', 'abs', 'not'] as const), dtype, a))
      else if (what < 0.55) numbers.push(d.op(pick(['shl', 'shr'] as const), dtype, a, pick([3, 4, 2])))
      else if (what < 0.65) numbers.push(d.op(pick(['select', 'likely'] as const), dtype, m, a, b))
      else if (what < 0.75) masks.push(d.op(pick(['lt', 'le', 'gt', 'ge', 'eq', 'ne'] as const), 'bool', a, b))
      else if (what < 0.85) masks.push(d.op(pick(LOGIC), 'bool', m, pick(masks)))
      else if (what < 0.9) numbers.push(d.op('cast', dtype, pick([m, d.op('cast', twin, a)])))
      else masks.push(d.op('cast', 'bool', a), d.op('not', 'bool', m))
    }
    return { numbers, masks }
  }

  function check(
    kernel: Kernel,
    lengths: readonly number[],
    pieces?: { rows?: number; blocks?: number; columns?: number },
  ): void {
    const operands = kernel.accesses.map(({ dtype, inner }) => {
      const strides = lengths.map((_, axis) => lengths.slice(axis + 1).reduce((a, b) => a * b, 1))
      if (inner === 'zero') strides[lengths.length - 1] = 0
      const offset = Math.floor(next() * 3)
      const array = allocate(dtype, lengths.reduce((a, b) => a * b, 1) + offset)
      for (let i = 0; i < array.length; i++) (array as unknown as Scalar[])[i] = sample(dtype, next)
      return { array, strides, offset }
    })
    const params = kernel.params.map((dtype) => sample(dtype, next))
    const call = { kernel, lengths, operands, params, ...(pieces && { pieces }) }
    const diff = difference(runWasm(call), runReference(call))
    if (diff !== '') expect.fail(`${kernel.kind} ${lengths} ${JSON.stringify(kernel.code)}: ${diff}`)
  }

  describe.each(['int8', 'uint8', 'int16', 'uint16'] as const)('%s', (dtype) => {
    const lanes = 16 / dtypeInfo[dtype].bytes

    it('elementwise', () => {
      for (let again = 0; again < 6; again++) {
        const d = new Draft()
        const { numbers, masks } = body(d, dtype)
        d.store(numbers[numbers.length - 1]!).store(masks[masks.length - 1]!)
        expect(lanesOf(d.kernel())).toBe(lanes)
        for (const n of [1, 7, 8, 15, 16, 17, 31, 33, 67, 400]) check(d.kernel(), [n])
      }
    })

    it.each(['inner', 'outer'] as const)('reductions, %s', (kind) => {
      for (let again = 0; again < 4; again++) {
        const d = new Draft()
        const { numbers, masks } = body(d, dtype)
        const [number, mask] = [numbers[numbers.length - 1]!, masks[masks.length - 1]!]
        for (const op of ['sum', 'prod', 'min', 'max'] as const) d.reduce(op, number)
        d.reduce('min', mask).reduce('max', mask)
        if (kind === 'outer') d.store(number)
        const runs = kind === 'outer' ? 1 : again % 2
        const kernel = d.kernel(kind, 1, runs)
        expect(lanesOf(kernel)).toBe(lanes)
        for (const n of [1, 5, 16, 21, 47, 130]) check(kernel, runs === 1 ? [2, 3, n] : [2, n])
        check(kernel, runs === 1 ? [1, 70, 61] : [1, 9000], { blocks: 1 })
      }
    })
  })
})
