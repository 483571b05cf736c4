import { inspect } from '@weldarray/codegen/compile'
import { allocate, type DType, Interner, type MapOp, type Node, reachable, type Scalar } from '@weldarray/ir'
import type { Access, Instruction, Kernel } from '@weldarray/optimizer'
import { describe, expect, it } from 'vitest'
import { ALWAYS, Branches } from '../dist/branches.js'
import { type Call, difference, random, runReference, runWasm, sample } from './harness.js'

/** A kernel that stores the roots of a graph over inputs that are loaded one after the other. */
function kernelOf(roots: readonly Node[], types: readonly DType[]): Kernel {
  const accesses: Access[] = types.map((dtype) => ({ use: 'load', dtype, inner: 'unit' }))
  const at = new Map<Node, number>()
  const code: Instruction[] = []
  for (const n of reachable(roots)) {
    at.set(n, code.length)
    if (n.kind === 'input') code.push({ op: 'load', dtype: n.dtype, slot: n.slot })
    else if (n.kind === 'const') code.push({ op: 'lit', dtype: n.dtype, value: n.value })
    else if (n.kind === 'map') code.push({ op: n.op as 'add', dtype: n.dtype, args: n.args.map((a) => at.get(a)!) })
  }
  const stores = roots.map((r) => ({
    slot: accesses.push({ use: 'store', dtype: r.dtype, inner: 'unit' }) - 1,
    value: at.get(r)!,
  }))
  return { kind: 'map', rows: 0, runs: 0, accesses, params: [], code, stores, reduces: [], scans: [], scatters: [] }
}

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

describe(`likely (seed ${seed})`, () => {
  const next = random(seed)
  const interner = new Interner()
  const types: DType[] = ['float64', 'float64', 'float32', 'bool']
  const [x, y, s, c] = types.map((dtype, slot) => interner.input(slot, dtype, [2])) as [Node, Node, Node, Node]
  const map = (op: MapOp, ...args: Node[]): Node => interner.map(op, args)
  const lit = (value: Scalar): Node => interner.literal(value, 'float64')
  const below = (value: number): Node => map('lt', map('abs', x), lit(value))
  const rare = (node: Node): Node => map('add', map('mul', node, lit(3)), lit(7))
  const wide = interner.cast(s, 'float64')
  const shared = map('sub', y, lit(1.5))
  const short = map('gt', s, interner.literal(0, 'float32'))

  const programs: Record<string, readonly Node[]> = {
    'a branch': [map('likely', below(1), x, rare(x))],
    'operands that are used after the branch, too': [map('likely', below(1), shared, rare(shared)), map('mul', shared, lit(2))],
    'a branch in a branch': [map('likely', below(1), x, map('likely', below(100), shared, rare(map('sqrt', shared))))],
    'what two branches need is computed outside': [
      map('likely', below(1), x, rare(map('sqrt', y))),
      map('likely', below(10), y, rare(map('sqrt', y))),
    ],
    'a mask in another width, in the branch and after it': [
      map('likely', short, wide, map('select', short, lit(1), rare(wide))),
      map('select', short, x, y),
    ],
    'a mask that is loaded': [map('likely', c, x, rare(y))],
    'a rare operand that is the usual one, or the condition': [map('likely', below(1), x, x), map('likely', c, c, map('not', c))],
    'literals as operands': [map('likely', below(1), lit(1), lit(2)), map('likely', below(1), x, lit(2))],
    'float32 and bool': [map('likely', short, s, map('sqrt', s)), map('likely', below(2), c, map('lt', x, y))],
    'one value for the branch and for memory': [map('likely', below(1), x, shared), shared],
    'the same condition twice': [map('likely', below(1), x, rare(y)), map('likely', below(1), y, rare(x))],
  }
  for (const [name, roots] of Object.entries(programs))
    it(name, () => {
      const kernel = kernelOf(roots, types)
      for (const n of [1, 3, 4, 5, 8, 403])
        for (const calm of [true, false]) {
          const operands = kernel.accesses.map((a) => {
            const array = allocate(a.dtype, n)
            // Mostly ordinary, so that whole vectors take neither, one, or both sides.
            for (let i = 0; i < n; i++) (array as unknown as Scalar[])[i] = calm && next() < 0.9 ? 0.5 : sample(a.dtype, next)
            return { array, strides: [1], offset: 0 }
          })
          const call: Call = { kernel, lengths: [n], operands }
          const diff = difference(runWasm(call), runReference(call))
          if (diff !== '') expect.fail(`n=${n}: ${diff}`)
        }
    })

  it('computes in the branch what nothing else needs', () => {
    const { text } = inspect(kernelOf([map('likely', below(1), x, map('sqrt', y))], types))
    const [before, ...steps] = text.split('bitmask')
    const roots = (part: string): number => part.split('f64x2.sqrt').length - 1
    expect(roots(before!)).toBe(0)
    expect(steps.map(roots)).toEqual(steps.map(() => 2))
    expect(steps.length).toBeGreaterThan(0)
  })

  it('finds the innermost branch', () => {
    //         0        1        2         3: needed in both   4: in the inner branch
    const code = [
      { op: 'load', args: [] },
      { op: 'lt', args: [0] },
      { op: 'sqrt', args: [0] },
      { op: 'neg', args: [2] },
      { op: 'exp', args: [3] },
      { op: 'likely', args: [1, 3, 4] },
      { op: 'likely', args: [1, 0, 5] },
    ]
    const branches = new Branches(code, [6])
    expect(branches.of).toEqual([ALWAYS, ALWAYS, 6, 6, 5, 6, ALWAYS])
    expect(branches.seen(0, 2)).toBe(6)
    expect(branches.seen(3, 4)).toBe(5)
    expect(branches.seen(4, 5)).toBe(Infinity)
  })
})
