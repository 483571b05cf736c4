import { acceptsKind, allocate, DTYPES, type DType, type PrimitiveOp, primitives, type Scalar } from '@weldarray/ir'
import type { Access, Inner, Instruction, Kernel } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'
import { difference, domains, type Operand, random, runReference, runWasm, sample } from './harness.js'

/** A kernel that computes one operation of its operands; literals and user constants stand where `fixed` says. */
function kernelOf(
  op: PrimitiveOp,
  from: DType,
  to: DType,
  inner: readonly Inner[],
  fixed: readonly (Scalar | 'param' | null)[] = [],
): Kernel {
  const accesses: Access[] = []
  const params: DType[] = []
  const code: Instruction[] = []
  const args: number[] = []
  const def = primitives[op]
  for (let k = 0; k < def.arity; k++) {
    const dtype = def.result === 'select' && k === 0 ? 'bool' : from
    const f = fixed[k] ?? null
    if (f === 'param') {
      code.push({ op: 'param', dtype, slot: params.length })
      params.push(dtype)
    } else if (f !== null) code.push({ op: 'lit', dtype, value: f })
    else {
      code.push({ op: 'load', dtype, slot: accesses.length })
      accesses.push({ use: 'load', dtype, inner: inner[k]! })
    }
    args.push(k)
  }
  code.push({ op, dtype: to, args })
  accesses.push({ use: 'store', dtype: to, inner: inner[inner.length - 1]! })
  return {
    kind: 'map',
    rows: 0,
    runs: 0,
    accesses,
    params,
    code,
    stores: [{ slot: accesses.length - 1, value: args.length }],
    reduces: [],
    scans: [],
    scatters: [],
  }
}

const STRIDES: Record<Inner, readonly number[]> = { unit: [1], zero: [0], any: [-4, -3, -2, -1, 1, 2, 3, 4] }

function operand(access: Access, n: number, next: () => number): Operand {
  const choices = STRIDES[access.inner]
  const stride = choices[Math.floor(next() * choices.length)]!
  const start = Math.floor(next() * 5)
  const array = allocate(access.dtype, start + Math.abs(stride) * n + 6)
  for (let i = 0; i < array.length; i++) (array as unknown as Scalar[])[i] = sample(access.dtype, next)
  return { array, strides: [stride], offset: stride < 0 ? start + (n - 1) * -stride : start }
}

function tame(op: PrimitiveOp, operands: Operand[], next: () => number): void {
  const domain = domains[op]
  if (domain === undefined) return
  const a = operands[0]!.array as Float64Array
  a.forEach((_, i) => {
    a[i] = domain(next)
  })
}

function check(op: PrimitiveOp, kernel: Kernel, n: number, next: () => number): void {
  const operands = kernel.accesses.map((a) => operand(a, n, next))
  tame(op, operands, next)
  const params = kernel.params.map((d) => sample(d, next))
  const call = { kernel, lengths: [n], operands, params }
  const diff = difference(runWasm(call), runReference(call))
  if (diff !== '') {
    const slots = operands.map((o) => `stride ${o.strides[0]} offset ${o.offset}`).join('; ')
    expect.fail(`${op} n=${n} ${JSON.stringify(kernel.accesses)} ${slots} params ${params}: ${diff}`)
  }
}

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const SIZES = [...Array(68).keys()].slice(1)

describe(`primitives (seed ${seed})`, () => {
  const next = random(seed)
  for (const op of Object.keys(primitives) as PrimitiveOp[]) {
    const def = primitives[op]
    const sources = DTYPES.filter((d) => acceptsKind(def.accepts, d))
    const types = sources.flatMap((from): [DType, DType][] =>
      def.result === 'cast' ? DTYPES.map((to) => [from, to]) : [[from, def.result === 'bool' ? 'bool' : from]],
    )
    it(op, () => {
      for (const [from, to] of types) {
        const unit = new Array<Inner>(def.arity + 1).fill('unit')
        const kernel = kernelOf(op, from, to, unit)
        for (const n of def.result === 'cast' ? [1, 5, 67] : SIZES) check(op, kernel, n, next)
        check(op, kernel, 3000, next)
        const any = kernelOf(op, from, to, new Array<Inner>(def.arity + 1).fill('any'))
        for (const n of [1, 2, 3, 4, 5, 7, 8, 15, 33]) check(op, any, n, next)
        if (def.result === 'cast') continue
        for (let k = 0; k < def.arity; k++) {
          const zero = [...unit]
          zero[k] = 'zero'
          const dtype = def.result === 'select' && k === 0 ? 'bool' : from
          const mixed = kernelOf(op, from, to, zero)
          const param = kernelOf(
            op,
            from,
            to,
            unit,
            unit.map((_, j) => (j === k ? 'param' : null)),
          )
          const lit = kernelOf(
            op,
            from,
            to,
            unit,
            unit.map((_, j) => (j === k && domains[op] === undefined ? sample(dtype, next) : null)),
          )
          for (const n of [3, 37]) {
            if (domains[op] === undefined) for (let again = 0; again < 8; again++) check(op, mixed, n, next)
            if (domains[op] === undefined) for (let again = 0; again < 8; again++) check(op, param, n, next)
            check(op, lit, n, next)
          }
        }
      }
    })
  }
})
