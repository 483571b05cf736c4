import { forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// Numbers are added to the bins that indices tell by the loop that computes both; sums of floats have an order of their own.

afterEach(() => forceTier('auto'))

const numbers = (n: number, bins: number): np.NdArray<'int32'> =>
  np.random.default_rng(1).integers(0, bins, { size: n }).astype('int32').evaluate()

/** Eight parts at most, of 65,536 elements or four times the bins, each from zero, then added in order. */
function sumsOf(at: ArrayLike<number>, by: (i: number) => number, bins: number): number[] {
  const parts = Math.max(1, Math.min(8, Math.floor(at.length / Math.max(65536, 4 * bins))))
  const own = Array.from({ length: parts }, () => new Array<number>(bins).fill(0))
  const size = Math.ceil(at.length / parts)
  for (let i = 0; i < at.length; i++) own[Math.floor(i / size)]![at[i]!]! += by(i)
  return own.reduce((a, b) => a.map((x, k) => x + b[k]!))
}

describe.each([
  [300, 7],
  [5000, 300],
  [300_001, 1000],
  [1_000_000, 12],
])('%i numbers in %i bins', (n, bins) => {
  const at = numbers(n, bins)
  const plain = at.tolist() as number[]
  const weights = np.random.default_rng(2).random(n).evaluate()
  const by = weights.tolist() as number[]
  const length = plain.reduce((a, b) => Math.max(a, b)) + 1

  test.each(['auto', 'js', 'wasm'] as const)('counts and sums: %s', (tier) => {
    forceTier(tier)
    expect(np.bincount(at).tolist()).toEqual(sumsOf(plain, () => 1, length))
    expect(np.bincount(at, { weights: weights.mul(2) }).tolist()).toEqual(sumsOf(plain, (i) => 2 * by[i]!, length))
    expect(np.bincount(at.add(3), { minlength: bins + 9 }).tolist()).toEqual(
      sumsOf(
        plain.map((k) => k + 3),
        () => 1,
        bins + 9,
      ),
    )
  })
})

test('what is counted is computed where it is counted, and waits until somebody looks', () => {
  const n = 200_000
  const at = numbers(n, 50)
  const weights = np.random.default_rng(2).random(n).evaluate()
  const before = np.stats()
  const sums = np.bincount(at.mul(3).astype('int32'), { weights: weights.mul(2) })
  const looked = np.stats({ since: before })
  sums.evaluate()
  const after = np.stats({ since: before })
  expect(looked.loops).toBe(1)
  // The bins of three parts, and their sum.
  expect(after.loops).toBe(3)
  expect(after.fallbacks).toEqual({})
  expect(after.bytesHeld - before.bytesHeld).toBeLessThan(2 ** 18)
})

test('several sums over the same elements are one loop, and a row that is all of the bins is the result', () => {
  const [at, x, y] = [numbers(5000, 500), np.arange(5000).evaluate(), np.arange(5000).mul(2).evaluate()]
  const sums = [np.bincount(at, { weights: x, minlength: 500 }), np.bincount(at, { weights: y, minlength: 500 })]
  const before = np.stats().loops
  np.evaluate(...sums)
  expect(np.stats().loops - before).toBe(1)
  expect(sums[1]!.tolist()).toEqual((sums[0]!.tolist() as number[]).map((v) => 2 * v))
})

test('an empty bin is 0, and minus zeros add up to 0', () => {
  const at = np.array([0, 2, 2], 'int32')
  expect(np.bincount(at, { weights: [-0, -0, -0] }).tolist()).toEqual([0, 0, 0])
  const many = np.bincount(numbers(1000, 5), { weights: np.full([1000], -0) }).tolist() as number[]
  expect(many.every((v) => Object.is(v, 0))).toBe(true)
})

test('what cannot be counted says so', () => {
  const many = np.arange(5000)
  expect(() => np.bincount(many.sub(1))).toThrow('element -1')
  expect(() => np.bincount(many.add(0.5))).toThrow('element 0.5')
  expect(() => np.bincount(many.div(0).add(0))).toThrow('expected non-negative integers')
  expect(np.bincount(np.zeros([0]), { minlength: 3 }).tolist()).toEqual([0, 0, 0])
})

test('indices whose memory a caller has seen are still there when they are looked at twice', () => {
  const at = numbers(10_000, 1000)
  const total = at.data.reduce((sum, k) => sum + k, 0)
  for (let k = 0; k < 3; k++) {
    expect(np.take(np.arange(1000), at).sum().item()).toBe(total)
    expect(np.bincount(at).sum().item()).toBe(10_000)
  }
})

test.each(['float64', 'float32', 'int32', 'uint8', 'int64'] as const)(
  'what is added to zeros of %s at places is one loop',
  (dtype) => {
    const [n, bins] = [20_000, 2000]
    const at = np.random.default_rng(4).integers(0, bins, n).evaluate()
    const by = np.random.default_rng(5).random(n).mul(100).astype(dtype).evaluate() as np.NdArray
    const one = (x: np.NdArray, from: np.NdArray): np.NdArray => np.add(from, x, { dtype })
    const added = (start: np.NdArray): [np.NdArray, np.Stats] => {
      const before = np.stats()
      np.add.at(start, at, one(by, by))
      start.evaluate()
      return [start, np.stats({ since: before })]
    }
    // How far indices reach is looked for once.
    added(np.zeros(bins, dtype) as np.NdArray)
    const [sums, counted] = added(np.zeros(bins, dtype) as np.NdArray)
    expect(counted.loops).toBe(1)
    expect(counted.calls).toBe(0)
    // One after the other, as where there is something to add to.
    const [slowly] = added(np.zeros(bins, dtype).evaluate() as np.NdArray)
    expect(Buffer.from(sums.tobytes()).equals(Buffer.from(slowly.tobytes()))).toBe(true)
    const rows = np.zeros([40, 50], dtype) as np.NdArray
    rows.at(at.floor_divide(50), at.mod(50)).add(by)
    const flat = np.zeros(bins, dtype).evaluate() as np.NdArray
    flat.at(at).add(by)
    expect(Buffer.from(rows.tobytes()).equals(Buffer.from(flat.tobytes()))).toBe(true)
  },
)
