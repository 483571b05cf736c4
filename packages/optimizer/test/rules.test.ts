import { type DType, Interner, interpret, type Node } from '@weldarray/ir'
import {
  algebra,
  algebraIndex,
  apply,
  dtypesOf,
  lawOf,
  type Pattern,
  type Replacement,
  rewrite,
  widens,
} from '@weldarray/optimizer'
import { expectSameBits, Random, randomArray } from '@weldarray/testing'
import { describe, expect, test } from 'vitest'
import { instanceOf, LENGTH } from './instances.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

const children = (side: Pattern | Replacement): readonly (Pattern | Replacement)[] => (side.is === 'op' ? side.args : [])
const depth = (side: Pattern | Replacement): number => (side.is === 'op' ? 1 + Math.max(...children(side).map(depth)) : 0)
const work = (side: Pattern | Replacement): number =>
  (side.is === 'op' ? 1 : 0) + children(side).reduce((sum, c) => sum + work(c), 0)

/** Whether a pattern asks something of its operands that not every dtype can give, or of a constant that not every value has. */
const isChoosy = (side: Pattern | Replacement): boolean =>
  side.is === 'constant' || side.is === 'derived' || (side.is === 'op' && (side.lossless === true || side.args.some(isChoosy)))

describe.each(algebra.map((rule) => [lawOf(rule), rule] as const))('%s', (law, rule) => {
  const dtypes = dtypesOf(rule)

  test(`keeps every bit, on every dtype, of instances and near misses (seed ${seed})`, () => {
    let applied = 0
    for (const dtype of dtypes) {
      let here = 0
      for (let i = 0; i < 120; i++) {
        const random = new Random(seed + i)
        const interner = new Interner()
        const plain = i < 40
        const instance = instanceOf(rule, dtype, interner, random, plain)
        if (instance === null) continue
        const better = apply(rule, instance.node, interner)
        if (better === null) continue
        here++
        const slots = instance.slots.map((d: DType) => randomArray(random, d, LENGTH))
        const [before, after] = interpret(interner, [instance.node, better], slots)
        expectSameBits(`${law} on ${dtype}`, [instance.node], [after!], [before!])
      }
      applied += here
      if (!isChoosy(rule.left)) expect(here, `applied to plain instances on ${dtype}`).toBeGreaterThanOrEqual(40)
    }
    expect(applied, 'the rule was exercised').toBeGreaterThan(0)
  })

  test('is no more work, looks no deeper than two operations, and leads to an end', () => {
    expect(work(rule.right)).toBeLessThanOrEqual(work(rule.left))
    expect(depth(rule.left)).toBeLessThanOrEqual(2)
    const interner = new Interner()
    for (const dtype of dtypes) {
      const instance = instanceOf(rule, dtype, interner, new Random(seed), true)
      let node: Node | null = instance?.node ?? null
      for (let steps = 0; node !== null && node.kind === 'map'; steps++) {
        expect(steps, 'rules that undo each other').toBeLessThan(5)
        node = rewrite(node, interner, algebraIndex)
      }
    }
  })
})

test('a lossless cast keeps every value', () => {
  expect(widens('int32', 'float64') && widens('uint16', 'int32') && widens('bool', 'int8') && widens('float32', 'float64')).toBe(
    true,
  )
  const lossy: [DType, DType][] = [
    ['int32', 'float32'],
    ['bigint64', 'float64'],
    ['int8', 'uint16'],
    ['uint8', 'int8'],
    ['float32', 'biguint64'],
    ['uint8', 'bool'],
  ]
  for (const [from, to] of lossy) expect(widens(from, to), `${from} to ${to}`).toBe(false)
})
