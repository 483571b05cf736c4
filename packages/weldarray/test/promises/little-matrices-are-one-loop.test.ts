import { expect, test } from 'vitest'
import * as np from 'weldarray'

const rng = np.random.default_rng(7)

test.each([
  [
    [400, 4, 4],
    [400, 4, 4],
  ],
  [
    [20, 5, 3, 2],
    [5, 2, 7],
  ],
  [[100, 8, 8], [8]],
  [[8], [100, 8, 3]],
  [
    [16, 1, 8],
    [1, 8, 1],
  ],
])('a stack of little matrices, %j times %j, has the elements of each product', (left, right) => {
  for (const dtype of ['float64', 'float32', 'int8', 'int32', 'bigint64'] as const) {
    const [a, b] = [left, right].map((shape) => rng.normal(0, 9, shape).astype(dtype).evaluate())
    const whole = np.matmul(a!, b!).evaluate()
    const lead = whole.shape.slice(0, Math.max(left.length, right.length) - 2)
    const [x, y] = [a!, b!].map((m) => (m.dimension === 1 ? m : np.broadcast_to(m, [...lead, ...m.shape.slice(-2)])))
    for (const at of [lead.map(() => 0), lead.map((n) => n - 1), lead.map((n) => n >> 1)]) {
      const one = (m: np.NdArray<np.AnyDType>) => (m.dimension === 1 ? m : m.pick(...at))
      expect(one(whole as never).tolist()).toStrictEqual(np.matmul(one(x as never), one(y as never)).tolist())
    }
  }
})

test('what is pending is computed once, and the product is a loop', () => {
  const [a, b] = [0, 1].map(() => rng.random([5000, 4, 4]).evaluate())
  np.matmul(np.exp(a!), b!).evaluate()
  const before = np.stats()
  np.matmul(np.exp(a!), b!).evaluate()
  const { loops, calls } = np.stats({ since: before })
  expect({ loops, calls }).toEqual({ loops: 2, calls: 0 })
})
