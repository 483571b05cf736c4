import { acceptsKind, DTYPES, type DType, dtypeInfo, Interner, interpret, type MapOp, mapOps, type Node } from '@weldarray/ir'
import { algebra } from '@weldarray/optimizer'
import { Random, randomArray, randomScalar } from '@weldarray/testing'
import { expect, test } from 'vitest'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const CONSTANTS = [0, -0, 1, -1, 2, 0.5, -0.25, 1024, 3]

/** A small expression around an operation named in the rule: the shapes rules look at, two operations deep. */
function expression(random: Random, interner: Interner, dtype: DType, ops: readonly MapOp[]): Node | null {
  const x = interner.input(0, dtype, [40])
  const y = interner.input(1, dtype, [40])
  const c = interner.input(2, 'bool', [40])
  const leaf = (): Node => {
    const r = random.next()
    if (r < 0.35) return x
    if (r < 0.5) return y
    const value = random.next() < 0.7 ? random.pick(CONSTANTS) : randomScalar(random, dtype)
    return interner.constant(dtypeInfo[dtype].big ? BigInt(Math.trunc(Number(value) || 0)) : value, dtype)
  }
  const apply = (op: MapOp, args: () => Node): Node => {
    if (op === 'cast') return interner.cast(args(), random.pick(DTYPES))
    if (op === 'select') return interner.map('select', [random.next() < 0.5 ? c : interner.map('not', [c]), args(), args()])
    return interner.map(op, mapOps[op].arity === 1 ? [args()] : [args(), args()])
  }
  const fits = ops.filter((op) => acceptsKind(mapOps[op].accepts, dtype))
  if (fits.length === 0) return null
  const inner = (): Node => (random.next() < 0.5 ? leaf() : apply(random.pick(fits), leaf))
  let node = apply(random.pick(fits), inner)
  if (node.kind === 'map' && node.op === 'cast' && random.next() < 0.8) node = interner.cast(node, dtype)
  return node
}

test.each(algebra.map((rule) => [rule.law, rule] as const))(`${'%s'} keeps every bit (seed ${seed})`, (law, rule) => {
  const ops = Object.keys(mapOps).filter((op) => new RegExp(`\\b${op}\\(`).test(law)) as MapOp[]
  expect(ops.length, 'a law names its operations').toBeGreaterThan(0)
  let applied = 0
  for (let i = 0; i < 4000 && applied < 60; i++) {
    const random = new Random(seed + i)
    const interner = new Interner()
    const dtype = random.pick(DTYPES)
    const node = expression(random, interner, dtype, ops)
    if (node === null || node.kind !== 'map') continue
    const better = rule.apply(node, interner)
    if (better === null) continue
    applied++
    const slots = [dtype, dtype, 'bool' as const].map((d) => randomArray(random, d, 40))
    const [before, after] = interpret(interner, [node, better], slots)
    expect([...after!], `${law} on ${dtype}`).toEqual([...before!])
  }
  expect(applied, 'the rule was exercised').toBeGreaterThan(0)
})
