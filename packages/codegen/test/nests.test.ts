import { lanesOf } from '@weldarray/codegen'
import { allocate, type DType, type ReduceOp, type Scalar } from '@weldarray/ir'
import type { Access, Inner, Instruction, Kernel } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'
import { type Call, difference, type Operand, random, runReference, runWasm, sample } from './harness.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const next = random(seed)
const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!

/**
 * Memory for an access over axes of the given lengths: axes in a random order of nesting, some reversed, gaps between
 * rows; the innermost as `inner` says. Stores must not overlap; loads may repeat along an axis.
 */
function operand(access: Access, lengths: readonly number[]): Operand {
  const last = lengths.length - 1
  const strides = lengths.map(() => 0)
  let step = 1
  if (access.inner === 'unit') {
    strides[last] = 1
    step = lengths[last]! + Math.floor(next() * 3)
  }
  const rest = lengths.map((_, i) => i).filter((i) => i !== last || access.inner === 'any')
  rest.sort(() => next() - 0.5)
  let offset = Math.floor(next() * 4)
  for (const axis of rest) {
    if (access.use === 'load' && axis !== last && next() < 0.15) continue
    if (axis === last && step === 1) step = 2
    const backwards = next() < 0.3
    strides[axis] = backwards ? -step : step
    if (backwards) offset += (lengths[axis]! - 1) * step
    step = step * lengths[axis]! + Math.floor(next() * 2)
  }
  if (access.use === 'iota') return { array: allocate('float64', 1), strides, offset }
  const array = allocate(access.dtype, offset + step + lengths[last]! + 8)
  // Moderate floats, so that sums are not all NaN; all integers.
  const calm = next() < 0.7
  for (let i = 0; i < array.length; i++)
    (array as unknown as Scalar[])[i] =
      calm && access.dtype.startsWith('float') ? Math.fround((next() - 0.5) * 100) : sample(access.dtype, next)
  return { array, strides, offset }
}

const NUMERIC: DType[] = [
  'float64',
  'float64',
  'float32',
  'int32',
  'uint32',
  'bigint64',
  'biguint64',
  'int8',
  'uint8',
  'int16',
  'uint16',
]

const WIDE: DType[] = ['bigint64', 'float64', 'biguint64']

/** A random kernel: a few loads, an operation on each, a reduction or two, perhaps a store. */
function randomKernel(kind: Kernel['kind'], rows: number, runs: number): Kernel {
  const accesses: Access[] = []
  const code: Instruction[] = []
  const stores: { slot: number; value: number }[] = []
  const reduces: { op: ReduceOp; dtype: DType; value: number }[] = []
  const params: DType[] = []
  const inner = (): Inner => pick(['unit', 'unit', 'unit', 'any', 'zero'] as const)
  const push = (c: Instruction): number => code.push(c) - 1
  const groups = 1 + Math.floor(next() * 2)
  for (let g = 0; g < groups; g++) {
    const dtype = pick(NUMERIC)
    let value = push({
      op: 'load',
      dtype,
      slot: accesses.push({ use: 'load', dtype, inner: g === 0 ? pick(['unit', 'any']) : inner() }) - 1,
    })
    if (next() < 0.6) {
      const other = push({ op: 'load', dtype, slot: accesses.push({ use: 'load', dtype, inner: inner() }) - 1 })
      value = push({ op: pick(['add', 'sub', 'maximum'] as const), dtype, args: [value, other] })
    }
    if (next() < 0.4) {
      const param = push({ op: 'param', dtype, slot: params.push(dtype) - 1 })
      value = push({ op: 'add', dtype, args: [value, param] })
    }
    if (dtype === 'float64' && next() < 0.3) {
      const iota = push({ op: 'iota', dtype, slot: accesses.push({ use: 'iota', dtype, inner: inner() }) - 1 })
      value = push({ op: 'add', dtype, args: [value, iota] })
    }
    const zero = push({ op: 'lit', dtype, value: dtype.startsWith('big') ? 0n : 0 })
    const positive = push({ op: 'gt', dtype: 'bool', args: [value, zero] })
    if (next() < 0.3) value = push({ op: 'select', dtype, args: [positive, value, zero] })
    if (kind === 'map' || next() < 0.3) {
      const bool = next() < 0.3
      const store = accesses.push({ use: 'store', dtype: bool ? 'bool' : dtype, inner: pick(['unit', 'unit', 'any']) }) - 1
      stores.push({ slot: store, value: bool ? positive : value })
    }
    if (kind === 'map') continue
    const reductions = 1 + Math.floor(next() * 2)
    for (let r = 0; r < reductions; r++) {
      if (next() < 0.2) reduces.push({ op: pick(['min', 'max'] as const), dtype: 'bool', value: positive })
      else if (next() < 0.3) {
        const wide = pick(WIDE)
        reduces.push({ op: 'sum', dtype: wide, value: push({ op: 'cast', dtype: wide, args: [pick([value, positive])] }) })
      } else reduces.push({ op: pick(['sum', 'prod', 'min', 'max'] as const), dtype, value })
    }
  }
  return { kind, rows, runs, accesses, params, code, stores, reduces, scans: [], scatters: [] }
}

function check(kernel: Kernel, lengths: number[], pieces?: Call['pieces']): void {
  const operands = kernel.accesses.map((a) => operand(a, lengths))
  const params = kernel.params.map((d) => sample(d, next))
  const call = { kernel, lengths, operands, params, ...(pieces ? { pieces } : {}) }
  const diff = difference(runWasm(call), runReference(call))
  if (diff !== '')
    expect.fail(
      `${kernel.kind} [${lengths}] ${JSON.stringify(kernel, (_, v) => (typeof v === 'bigint' ? String(v) : v))}: ${diff}`,
    )
}

const small = (): number => 1 + Math.floor(next() * 5)

describe(`loop nests (seed ${seed})`, () => {
  it('map over several axes', () => {
    for (let again = 0; again < 150; again++) {
      const rows = Math.floor(next() * 4)
      const lengths = [...Array.from({ length: rows }, small), 1 + Math.floor(next() * 40)]
      check(randomKernel('map', rows, 0), lengths, next() < 0.5 ? { rows: 3, columns: 5 } : undefined)
    }
  })

  it('inner reductions of one run', () => {
    for (let again = 0; again < 150; again++) {
      const rows = Math.floor(next() * 3)
      const lengths = [...Array.from({ length: rows }, small), 1 + Math.floor(next() * 67)]
      check(randomKernel('inner', rows, 0), lengths, next() < 0.5 ? { rows: 2 } : undefined)
    }
  })

  it('inner reductions of several runs: segments begin in the middle of the lanes', () => {
    for (let again = 0; again < 150; again++) {
      const rows = Math.floor(next() * 2)
      const runs = 1 + Math.floor(next() * 2)
      const lengths = [...Array.from({ length: rows + runs }, small), 1 + Math.floor(next() * 40)]
      check(randomKernel('inner', rows, runs), lengths)
    }
  })

  it('outer reductions', () => {
    for (let again = 0; again < 150; again++) {
      const rows = Math.floor(next() * 2)
      const runs = 1 + Math.floor(next() * 2)
      const lengths = [...Array.from({ length: rows + runs }, small), 1 + Math.floor(next() * 67)]
      check(randomKernel('outer', rows, runs), lengths, next() < 0.5 ? { columns: 7 } : undefined)
    }
  })

  it('blocks', () => {
    for (const n of [4093, 4095, 4096, 4097, 4099, 8192, 8195]) {
      check(randomKernel('inner', 0, 0), [n], { blocks: 1 })
      check(randomKernel('inner', 1, 0), [2, n])
      check(randomKernel('inner', 0, 1), [n, 3], { blocks: 2 })
      check(randomKernel('inner', 1, 2), [2, 5, Math.ceil(n / 40), 9])
      check(randomKernel('outer', 0, 1), [n, 5], { blocks: 1, columns: 3 })
      check(randomKernel('outer', 1, 2), [2, 41, Math.ceil(n / 40), 3])
    }
  })

  it('every length up to 67, every reduction and dtype', () => {
    for (const dtype of [...new Set(NUMERIC)])
      for (const op of ['sum', 'prod', 'min', 'max'] as const) {
        const kernel = (kind: Kernel['kind'], runs: number): Kernel => ({
          kind,
          rows: 0,
          runs,
          accesses: [{ use: 'load', dtype, inner: 'unit' }],
          params: [],
          code: [{ op: 'load', dtype, slot: 0 }],
          stores: [],
          reduces: [{ op, dtype, value: 0 }],
          scans: [],
          scatters: [],
        })
        for (let n = 1; n <= 67; n++) check(kernel('inner', 0), [n])
        for (let n = 1; n <= 67; n += 3) check(kernel('outer', 1), [3, n])
      }
  })

  it('sums of short numbers in 64 bits', () => {
    const sums = (kind: Kernel['kind'], dtype: DType, wide: DType): Kernel => ({
      kind,
      rows: 0,
      runs: kind === 'outer' ? 1 : 0,
      accesses: [{ use: 'load', dtype, inner: 'unit' }],
      params: [],
      code: [
        { op: 'load', dtype, slot: 0 },
        { op: 'cast', dtype: wide, args: [0] },
      ],
      stores: [],
      reduces: [{ op: 'sum', dtype: wide, value: 1 }],
      scans: [],
      scatters: [],
    })
    for (const [dtype, extremes, lanes] of [
      ['bool', [0, 1], 16],
      ['int8', [-128, 127], 16],
      ['uint8', [255], 16],
      ['int16', [-32768, 32767], 8],
      ['uint16', [65535], 8],
    ] as const)
      for (const wide of WIDE) {
        expect(lanesOf(sums('inner', dtype, wide))).toBe(lanes)
        for (const lengths of [[1], [37], [4096], [8197], [4099, 21]]) {
          const kernel = sums(lengths.length === 1 ? 'inner' : 'outer', dtype, wide)
          for (const value of [...extremes, null]) {
            const array = allocate(
              dtype,
              lengths.reduce((a, b) => a * b),
            )
            array.forEach((_, i) => {
              ;(array as unknown as Scalar[])[i] = value ?? sample(dtype, next)
            })
            const call = {
              kernel,
              lengths,
              operands: [{ array, strides: [21, 1].slice(-lengths.length), offset: 0 }],
              params: [],
            }
            expect(difference(runWasm(call), runReference(call)), `${value} ${dtype} ${wide} [${lengths}]`).toBe('')
          }
        }
      }
  })

  it('zeros of either sign and NaN in min and max', () => {
    const sets = [
      [-0],
      [0],
      [-0, 0],
      [-0, -1],
      [0, -1],
      [-0, 1],
      [0, -0, -1, 1],
      [Number.NaN, 1],
      [-Infinity],
      [Infinity, -0],
      [-0, -0, -0, -0, 0],
    ]
    for (const dtype of ['float64', 'float32'] as const)
      for (const op of ['min', 'max'] as const)
        for (const runs of [0, 1])
          for (let again = 0; again < 150; again++) {
            const kernel: Kernel = {
              kind: 'inner',
              rows: 0,
              runs,
              accesses: [{ use: 'load', dtype, inner: 'unit' }],
              params: [],
              code: [{ op: 'load', dtype, slot: 0 }],
              stores: [],
              reduces: [{ op, dtype, value: 0 }],
              scans: [],
              scatters: [],
            }
            const n = 1 + Math.floor(next() * 80)
            const set = pick(sets)
            const array = allocate(dtype, 4 * n)
            array.forEach((_, i) => {
              array[i] = next() < 0.9 ? set[0]! : pick(set)
            })
            const call = {
              kernel,
              lengths: runs === 0 ? [n] : [4, n],
              operands: [{ array, strides: runs === 0 ? [1] : [n, 1], offset: 0 }],
            }
            const diff = difference(runWasm(call), runReference(call))
            if (diff !== '')
              expect.fail(`${op} ${dtype} [${call.lengths}] of ${[...array].map((v) => (Object.is(v, -0) ? '-0' : v))}: ${diff}`)
          }
  })

  it('columns in tiles', () => {
    check(randomKernel('outer', 1, 1), [2, 3, 1500])
    check(randomKernel('outer', 0, 1), [3, 513])
  })
})
