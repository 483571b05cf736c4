import { contiguousStrides, type DType, Interner, SCAN_BLOCK, sizeOf } from '@weldarray/ir'
import { expectSameBits, type Program, Random, randomArray, randomStep, reference, runOn } from '@weldarray/testing'
import { describe, test } from 'vitest'

const seed = Number(process.env.WELDARRAY_TEST_SEED ?? 1)
const DTYPES = ['float64', 'float32'] as const

/** A scan by a random step, of what is computed, and what is computed of it; sometimes with a running sum beside it. */
function program(random: Random, shape: readonly number[], axis: number): Program {
  const dtype = random.pick(DTYPES)
  const interner = new Interner()
  // Elements that are not neighbours, or come last first.
  const strides = contiguousStrides(shape).map((s) => 2 * s)
  const isBackward = random.next() < 0.3
  const last = shape.reduce((at, n, i) => at + (n - 1) * strides[i]!, 0)
  const source = interner.input(0, dtype, shape, isBackward ? strides.map((s) => -s) : strides, isBackward ? last : 0)
  const given = random.next() < 0.5 ? source : interner.map('mul', [source, source])
  const scanned = interner.scan(randomStep(random, dtype), given, axis)
  const roots = [random.next() < 0.5 ? scanned : interner.map('add', [scanned, given])]
  if (random.next() < 0.4) roots.push(interner.scan('sum', given, axis))
  if (random.next() < 0.4) roots.push(interner.scan(randomStep(random, dtype), given, axis))
  return { interner, roots, slots: [randomArray(random, dtype as DType, 2 * sizeOf(shape))] }
}

const cases: readonly [shape: readonly number[], axis: number][] = [
  [[1], 0],
  [[2], 0],
  [[67], 0],
  [[SCAN_BLOCK], 0],
  [[SCAN_BLOCK + 1], 0],
  [[2 * SCAN_BLOCK + 5], 0],
  [[5 * SCAN_BLOCK - 3], 0],
  [[3, SCAN_BLOCK + 9], 1],
  [[5, 7], 0],
  [[5, 7], 1],
  [[4, 531], 0],
  [[600, 3], 0],
  [[3, 4, 5], 1],
  [[2, 9, 1], 1],
]

describe('scans by a step have the bits of the reference', () => {
  test.each(cases)(
    `[%s] along %i, kernels on 1, 2, 3 and 7 threads, and JavaScript (seed ${seed})`,
    { timeout: 120_000 },
    (shape, axis) => {
      for (let k = 0; k < (sizeOf(shape) < 1000 ? 8 : 2); k++) {
        const random = new Random(seed + 100 * k + shape.length)
        const made = program(random, shape, axis)
        const expected = reference(made)
        const same = (what: string, got: ReturnType<typeof reference>): void =>
          expectSameBits(`seed ${seed}, step ${k}, ${what}`, made.roots, got, expected)
        same('js', runOn('js', made))
        same('wasm', runOn('wasm, 1 thread', made))
        for (const threads of [1, 2, 3, 7]) same(`${threads} threads`, runOn('wasm, 2 threads, small pieces', made, threads))
      }
    },
  )
})
