import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ndarray, { type NdArray } from 'weldarray'
import { Random, seed } from './support/random.js'

/*
 * Laziness is unobservable: random programs of operations, views and writes give the same elements whether nothing is
 * evaluated before the end, everything is evaluated after each step, or all memory is a caller's.
 */

/** A program's only effect on arrays, drawn before it is run, so that every run does the same. */
type Step = (arrays: NdArray[]) => NdArray | null

const OPERATIONS = ['add', 'sub', 'mul', 'minimum', 'maximum'] as const
const IN_PLACE = ['addeq', 'subeq', 'muleq', 'assign'] as const
const SLICES = ['::-1', '1:', ':-1', '::2', '1::2', ':, 1:', ':, ::-1', '..., ::2', '1, ...', 'null, ...', '-1:, :1']

/** Operands that broadcast to `a`: an array of its shape, a row of it, a number. */
function operandFor(a: NdArray, other: NdArray, pick: number): NdArray | number {
  if (String(other.shape) === String(a.shape)) return other
  return a.ndim > 1 && pick % 2 === 0 && a.shape[0]! > 0 ? np.slice(a, 0) : (pick % 7) - 3
}

function randomStep(random: Random): Step {
  const [i, j, k, kind] = [random.int(0, 1e6), random.int(0, 1e6), random.int(0, 1e6), random.int(0, 9)]
  const of = (arrays: NdArray[], n: number): NdArray => arrays[n % arrays.length]!
  if (kind < 3) return (arrays) => of(arrays, i)[OPERATIONS[k % OPERATIONS.length]!](operandFor(of(arrays, i), of(arrays, j), k))
  if (kind < 6)
    return (arrays) => {
      const a = of(arrays, i)
      // Products of products would leave the range in which doubles are whole numbers.
      a[IN_PLACE[k % IN_PLACE.length]!](operandFor(a, of(arrays, j), k)).modeq(1009)
      return null
    }
  if (kind < 8)
    return (arrays) => {
      const a = of(arrays, i)
      const spec = SLICES[k % SLICES.length]!
      const parts = spec.split(',').filter((p) => !/null|\.\.\./.test(p)).length
      const fits = parts <= a.ndim && !(spec.startsWith('1,') && a.shape[0]! < 2)
      return fits ? a.slice(spec) : np.transpose(a)
    }
  if (kind === 8)
    return (arrays) => {
      const a = of(arrays, i)
      const index = a.shape.map((n, axis) => (k + axis) % Math.max(1, n))
      if (a.size > 0) a.set(...index, (k % 17) - 8)
      return null
    }
  return (arrays) => {
    const a = of(arrays, i)
    return a.ndim > 0 && k % 2 === 0 ? a.sum({ axis: 0, keepdims: true }).mod(101) : np.reshape(a, [-1])
  }
}

type Run = 'lazy' | 'evaluated at each step' | 'external'

function run(start: () => NdArray, steps: readonly Step[], how: Run): unknown[] {
  const first = start()
  const own =
    how === 'external'
      ? (ndarray(new Float64Array(np.ravel(first).tolist() as number[]), [...first.shape]) as unknown as NdArray)
      : first
  const arrays = [own]
  for (const step of steps) {
    const made = step(arrays)
    if (made !== null) arrays.push(made)
    if (how === 'evaluated at each step') for (const a of arrays) a.evaluate()
  }
  return arrays.map((a) => [a.shape, a.tolist()])
}

test.each([
  ['tiny', [3, 4], 80],
  ['large', [40, 50], 30],
] as const)('random programs on %s arrays', (_, shape, programs) => {
  const random = new Random(seed)
  for (let n = 0; n < programs; n++) {
    const steps = Array.from({ length: 12 }, () => randomStep(random))
    const start = (): NdArray => np.reshape(np.arange(shape[0] * shape[1]), shape)
    const lazy = run(start, steps, 'lazy')
    expect(run(start, steps, 'evaluated at each step'), `program ${n} of seed ${seed}`).toEqual(lazy)
    expect(run(start, steps, 'external'), `program ${n} of seed ${seed}, external`).toEqual(lazy)
  }
})
