import {
  acceptsKind,
  allocate,
  DTYPES,
  type DType,
  dtypeInfo,
  Interner,
  mapOps,
  type NamedOp,
  type Node,
  type ReduceOp,
  reduceOps,
  sizeOf,
  type TypedArray,
} from '@weldarray/ir'
import { plan } from '@weldarray/optimizer'
import {
  expectSameBits,
  type Program,
  Random,
  randomArray,
  randomProgram,
  reference,
  runOn,
  TIERS,
  type TierName,
} from '@weldarray/testing'
import { describe, expect, test } from 'vitest'
import { elementCost, gridFor } from '../../runtime/dist/schedule/schedule.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const names = Object.keys(TIERS) as TierName[]

/** All operations of the table on operands of one dtype, each a root: one fused evaluation. */
function everyOperation(random: Random, dtype: DType, n: number, pick: (op: NamedOp) => boolean = () => true): Program {
  const interner = new Interner()
  const slots = [dtype, dtype, 'bool' as const].map((d) => randomArray(random, d, n))
  const [a, b, c] = [interner.input(0, dtype, [n]), interner.input(1, dtype, [n]), interner.input(2, 'bool', [n])]
  const roots: Node[] = []
  for (const [op, def] of Object.entries(mapOps) as [NamedOp, (typeof mapOps)[NamedOp]][]) {
    if (!acceptsKind(def.accepts, dtype) || !pick(op)) continue
    if (op === 'cast') for (const to of DTYPES) roots.push(interner.cast(a, to))
    else if (op === 'select' || op === 'likely') roots.push(interner.map(op, [c, a, b]))
    // Not specified for any number: tested inside what is made of them.
    else if (def.kind === 'primitive' && def.partial) continue
    else roots.push(interner.map(op, def.arity === 1 ? [a] : [a, b]))
  }
  return { interner, roots: roots.filter((r) => r.kind !== 'input'), slots }
}

function check(what: string, program: Program, tiers: readonly TierName[]): void {
  const expected = reference(program)
  for (const tier of tiers) expectSameBits(`${what}, ${tier}`, program.roots, runOn(tier, program), expected)
}

describe.each(DTYPES)('every tier has the bits of the reference: %s', (dtype) => {
  test(`every operation, sizes 0 to 67 (seed ${seed})`, { timeout: 120_000 }, () => {
    for (let n = 0; n <= 67; n++)
      check(`size ${n}`, everyOperation(new Random(seed + n), dtype, n), n % 8 < 3 || n > 60 ? names : ['auto', 'wasm, 1 thread'])
  })

  test(`strides -4 to 4 (seed ${seed})`, { timeout: 120_000 }, () => {
    const ops: NamedOp[] = dtypeInfo[dtype].kind === 'bool' ? ['xor', 'and'] : ['add', 'minimum']
    for (let outer = -4; outer <= 4; outer++)
      for (let inner = -4; inner <= 4; inner++) {
        const random = new Random(seed + 10 * outer + inner)
        const [rows, cols] = [5, 19]
        const interner = new Interner()
        const length = 1 + Math.abs(outer) * (rows - 1) * 80 + Math.abs(inner) * (cols - 1)
        const offset = (outer < 0 ? -outer * (rows - 1) * 80 : 0) + (inner < 0 ? -inner * (cols - 1) : 0)
        const base = interner.input(0, dtype, [length])
        const strided = interner.view(base, [rows, cols], [outer * 80, inner], offset)
        const dense = interner.input(1, dtype, [rows, cols])
        const roots: Node[] = ops.map((op) => interner.map(op, [strided, dense]))
        roots.push(interner.view(roots[0]!, [cols, rows], [1, cols], 0))
        for (const axes of [[0], [1], [0, 1]]) roots.push(interner.reduce('max', strided, axes))
        check(
          `strides ${outer * 80}, ${inner}`,
          { interner, roots, slots: [randomArray(random, dtype, length), randomArray(random, dtype, rows * cols)] },
          names,
        )
      }
  })

  test(`reductions around the block length, over every axis (seed ${seed})`, { timeout: 120_000 }, () => {
    const ops = (Object.keys(reduceOps) as ReduceOp[]).filter((op) => acceptsKind(reduceOps[op].accepts, dtype))
    const shapes = [
      [4093],
      [4099],
      [8190],
      [12290],
      [3, 4097],
      [4097, 3],
      [2, 4100, 2],
      [33, 1, 9],
      [5, 6, 7],
      [64, 9],
      [100, 8],
      [300, 3],
      [2, 300],
    ]
    shapes.forEach((shape, k) => {
      const random = new Random(seed + k)
      const interner = new Interner()
      const size = shape.reduce((x, y) => x * y, 1)
      const a = interner.input(0, dtype, shape)
      const subsets =
        shape.length === 1 ? [[0]] : shape.length === 2 ? [[0], [1], [0, 1]] : [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]]
      const roots = ops.flatMap((op) => subsets.map((axes) => interner.reduce(op, a, axes) as Node))
      check(`shape ${shape}`, { interner, roots, slots: [randomArray(random, dtype, size)] }, names)
    })
  })
})

test.each(['float64', 'float32'] as const)('of nothing but -0 a sum of %s is +0, a running sum -0', (dtype) => {
  const signOf = (x: TypedArray): string => (Array.from(x as Float64Array).every((e) => Object.is(e, -0)) ? '-' : '+')
  for (const shape of [
    [1],
    [7],
    [8195],
    [40_000],
    [1, 100],
    [100, 1],
    [3, 100],
    [100, 3],
    [9, 4100],
    [4100, 9],
    [64, 1, 70],
    [300, 300],
  ]) {
    const interner = new Interner()
    const a = interner.input(0, dtype, shape)
    const axes = shape.map((_, axis) => axis)
    const sums = [[], ...axes.map((axis) => [axis]), axes].map((over) => interner.reduce('sum', a, over))
    const running = axes.map((axis) => interner.scan('sum', a, axis))
    const program = { interner, roots: [...sums, ...running], slots: [allocate(dtype, sizeOf(shape)).fill(-0 as never)] }
    check(`shape ${shape}`, program, names)
    expect(reference(program).map(signOf).join('')).toBe('+'.repeat(sums.length) + '-'.repeat(running.length))
    for (const threads of [3, 7])
      expectSameBits(
        `${threads} threads`,
        program.roots,
        runOn('wasm, 2 threads, small pieces', program, threads),
        reference(program),
      )
  }
})

/** Elements in a piece of this operation's work: sizes around it are computed by one thread, by two, in two pieces, in three. */
function pieceOf(op: NamedOp, dtype: DType): number {
  const interner = new Interner()
  const operands = Array.from({ length: mapOps[op].arity }, (_, slot) => interner.input(slot, dtype, [1e8]))
  const [step] = plan(interner, [interner.map(op, operands)], operands.length).steps
  if (step?.kind !== 'loop') throw new Error('one operation is one loop')
  const { kernel, binding } = step
  return gridFor(kernel, elementCost(kernel), { ...binding, blocks: 1, part: 0, innermost: [] }).colStep
}

test(`around the sizes at which work is divided among threads (seed ${seed})`, { timeout: 400_000 }, () => {
  const cheapAndDear = [
    ['add', 'float64'],
    ['exp', 'float32'],
  ] as const
  for (const [op, dtype] of cheapAndDear) {
    const piece = pieceOf(op, dtype)
    // The reference takes its time over so many elements: all neighbours for one operation, the nearest for the others.
    const near = op === 'add' ? 3 : 1
    for (const pieces of [1, 2])
      for (let d = -near; d <= near; d++) {
        const n = pieces * piece + d
        const random = new Random(seed + n)
        const interner = new Interner()
        const slots = Array.from({ length: mapOps[op].arity }, () => randomArray(random, dtype, n))
        const operands = slots.map((_, slot) => interner.input(slot, dtype, [n]))
        check(`${op} ${dtype} ${n}`, { interner, roots: [interner.map(op, operands)], slots }, ['auto', 'wasm, 1 thread'])
      }
  }
})

test(`random programs (seed ${seed})`, { timeout: 120_000 }, () => {
  const shapes = [[], [1], [5], [64], [130], [3, 5], [70, 3], [4, 1, 6], [2, 3, 40], [0], [3, 0], [9, 500]]
  for (let i = 0; i < 150; i++) {
    const random = new Random(seed * 1000 + i)
    check(`program ${i}`, randomProgram(random, DTYPES, random.int(3, 25), shapes), names)
  }
})
