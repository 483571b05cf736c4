import { interpret, type LoopOp, loopOf } from '@weldarray/ir'
import { expectSameBits, Random, randomLoop, reference, runOn } from '@weldarray/testing'
import { describe, expect, test } from 'vitest'
import { runsAhead } from '../../codegen/dist/wasm/loop-ahead.js'
import { loopLines } from '../../codegen/dist/wasm/loop-lines.js'
import { uniformIn } from '../../codegen/dist/wasm/loop-uniform.js'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)

describe('loops within elements that end in different rounds have the bits of the reference', () => {
  test(`random bodies, kernels on 1, 2, 3 and 7 threads, and JavaScript (seed ${seed})`, { timeout: 120_000 }, () => {
    for (let k = 0; k < 60; k++) {
      const program = randomLoop(new Random(seed + k), [1, 3, 8, 13, 24, 67][k % 6]!)
      const expected = reference(program)
      const same = (what: string, got: ReturnType<typeof reference>): void =>
        expectSameBits(`seed ${seed}, loop ${k}, ${what}`, program.roots, got, expected)
      same('js', runOn('js', program))
      same('wasm', runOn('wasm, 1 thread', program))
      if (k % 5 === 0)
        for (const threads of [1, 2, 3, 7]) same(`${threads} threads`, runOn('wasm, 2 threads, small pieces', program, threads))
    }
  })

  test('there are loops that only count, whose rounds are computed ahead', () => {
    let ahead = 0
    for (let k = 0; k < 60; k++) {
      const { roots } = randomLoop(new Random(seed + k), 24)
      const [root] = roots
      if (roots.length > 1 || root!.kind !== 'map') continue
      const op = root!.op as LoopOp
      const lines = loopLines(op)
      const operands = root!.args.slice(root!.args.length - lines.loop.carried.length - lines.loop.invariants.length)
      const uniform = uniformIn(lines, (i) => operands[i]!.kind === 'const')
      if (uniform.has(0) && !uniform.has(lines.loop.test) && runsAhead(lines, [loopOf(op).result], uniform)) ahead++
    }
    expect(ahead, `seed ${seed}`).toBeGreaterThan(3)
  })

  test('there are elements that end in different rounds', () => {
    const rounds = new Set<number>()
    for (let k = 0; k < 40; k++) {
      const { interner, roots, slots } = randomLoop(new Random(seed + k), 24)
      for (const r of interpret(interner, roots.slice(0, 1), slots)[0]!) rounds.add(Number(r))
    }
    expect(rounds.size, `seed ${seed}`).toBeGreaterThan(20)
  })
})
