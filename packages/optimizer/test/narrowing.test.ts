import {
  DTYPES,
  type DType,
  dtypeInfo,
  Interner,
  interpret,
  isInteger,
  type MapOp,
  mapOps,
  type NamedOp,
  type Node,
} from '@weldarray/ir'
import { optimise, pipeline } from '@weldarray/optimizer'
import { expectSameBits, Random, randomArray } from '@weldarray/testing'
import { expect, test } from 'vitest'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const N = 80
const narrowing = pipeline.filter(({ name }) => name === 'narrowing')
const bytes = (d: DType): number => dtypeInfo[d].bytes
const modular = (Object.keys(mapOps) as NamedOp[]).filter((op) => mapOps[op].modular)

/** The graph as it is and as the pass makes it have the same bits; whether it was another one. */
function narrowed(interner: Interner, root: Node, slots: readonly DType[]): boolean {
  const random = new Random(seed)
  const data = slots.map((d) => randomArray(random, d, N))
  const [better] = optimise(interner, [root], { passes: narrowing, check: true })
  const [before, after] = interpret(interner, [root, better!], data)
  expectSameBits('narrowed', [root], [after!], [before!])
  return better !== root
}

const pairs = DTYPES.flatMap((wide) => DTYPES.filter((to) => bytes(to) < bytes(wide)).map((to) => [wide, to] as const))
const integers = pairs.filter((pair) => pair.every(isInteger))

test.each(integers)(
  `computed in %s, kept as %s: every such operation, of all dtypes that are widened (seed ${seed})`,
  (wide, to) => {
    for (const op of modular)
      for (const from of DTYPES) {
        const interner = new Interner()
        const { arity } = mapOps[op]
        const x = interner.cast(interner.input(0, from, [N]), wide)
        const y = interner.cast(interner.input(1, from, [N]), wide)
        const root = interner.cast(interner.map(op as MapOp, arity === 1 ? [x] : [x, y]), to)
        // What is as wide as the result was is no cast.
        expect(narrowed(interner, root, [from, from]), `${op} of ${from}`).toBe(from !== wide)
      }
  },
)

test.each(pairs)(`computed in %s, kept as %s: what is chosen from two values (seed ${seed})`, (wide, to) => {
  const interner = new Interner()
  const [c, two] = [interner.input(0, 'bool', [N]), interner.input(1, wide, [2])]
  const value = (at: number): Node => interner.view(two, [N], [0], at)
  const root = interner.cast(interner.map('select', [c, value(0), value(1)]), to)
  const chosen = interner.map('select', [c, interner.constant(3, wide), interner.constant(-1, wide)])
  expect([narrowed(interner, root, ['bool', wide]), narrowed(interner, interner.cast(chosen, to), ['bool'])]).toEqual([
    false,
    true,
  ])
})
