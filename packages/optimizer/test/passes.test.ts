import { DTYPES, interpret, print } from '@weldarray/ir'
import { optimise, plan } from '@weldarray/optimizer'
import { firstDifference, Random, randomProgram } from '@weldarray/testing'
import { expect, test } from 'vitest'

const SHAPES = [[], [1], [5], [64], [130], [3, 5], [70, 3], [4, 1, 6], [2, 3, 40], [0], [3, 0]]
const seed = Number(process.env.SEED ?? Date.now() % 1e6)

test(`passes keep every bit of random programs (seed ${seed})`, () => {
  for (let i = 0; i < 300; i++) {
    const random = new Random(seed + i)
    const { interner, roots, slots } = randomProgram(random, DTYPES, random.int(3, 25), SHAPES)
    const before = print(roots)
    const expected = interpret(interner, roots, slots)
    const optimised = optimise(interner, roots, { check: true })
    const last = optimised.reduce((a, b) => (a.id > b.id ? a : b))
    expect(last).toBeDefined()
    const again = interpret(interner, roots, slots)
    roots.forEach((_, r) => {
      expect(firstDifference(expected[r]!, again[r]!)).toBe(-1)
    })
    const graphs = plan(interner, roots, slots.length, { check: true })
    const buffers = [...slots]
    for (const step of graphs.steps) {
      const values = interpret(step.graph.interner, step.graph.roots, buffers)
      step.graph.outputs.forEach((b, k) => {
        buffers[b] = values[k]!
      })
    }
    graphs.roots.forEach((b, r) => {
      const at = firstDifference(buffers[b]!, expected[r]!)
      if (at !== -1) throw new Error(`seed ${seed + i}, root ${r}, element ${at}: ${buffers[b]![at]} instead of ${expected[r]![at]}\n${before}`)
    })
  }
})
