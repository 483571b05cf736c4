import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What lies in order where it is (another shape, some rows) is read there by functions that compute at once: no loop copies it first.

const rng = np.random.default_rng(11)

/** Loops and evaluations while `work` runs. */
function counted(work: () => unknown): [evaluations: number, bytesRead: number] {
  const before = np.stats()
  work()
  const { evaluationsExplicit, evaluationsImplicit, bytesRead } = np.stats({ since: before })
  return [evaluationsExplicit + evaluationsImplicit, bytesRead]
}

test('arrays that are stacked, and rows that are joined', () => {
  const [a, b] = [rng.random(5000).evaluate(), rng.random(5000).evaluate()]
  const m = rng.random([60, 200]).evaluate()
  const works = [() => np.stack([a, b], 1), () => np.concatenate([m.slice('10:20'), m.slice('40:')]), () => np.vstack([a, b])]
  for (const work of works) expect(counted(work)).toEqual([0, 0])
  expect(np.stack([a, b], 1).slice('17').tolist()).toEqual([a.get(17), b.get(17)])
  expect(
    np
      .concatenate([m.slice('10:20'), m.slice('40:')])
      .slice('11')
      .tolist(),
  ).toEqual(m.slice('41').tolist())
  expect(np.vstack([a, b]).slice('1').tolist()).toEqual(b.tolist())
})

test('matrices of a stack, given to functions of matrices', () => {
  const stack = rng.random([5, 30, 30]).evaluate()
  const flat = stack.reshape([5 * 900])
  expect(counted(() => np.linalg.inv(stack.slice('2')))).toEqual([0, 0])
  expect(counted(() => np.linalg.det(flat.slice('900:1800').reshape([30, 30])))).toEqual([0, 0])
  expect(np.linalg.inv(stack.slice('2')).tolist()).toEqual(np.linalg.inv(stack.slice('2').clone()).tolist())
})

test('columns are put in order; what is written afterwards does not change what was joined', () => {
  const m = rng.random([40, 30]).evaluate()
  const columns = m.slice(':, 3') as np.NdArray
  expect(np.concatenate([columns, columns]).slice('40:').tolist()).toEqual(columns.tolist())
  const rows = m.slice('5:7') as np.NdArray
  const joined = np.concatenate([rows, rows])
  const before = joined.tolist()
  rows.muleq(2)
  expect(joined.tolist()).toEqual(before)
  expect(np.concatenate([rows, rows]).tolist()).toEqual([rows.tolist(), rows.tolist()].flat())
})

test('results in another shape are stored once', () => {
  const x = rng.random([3000, 5]).evaluate()
  const b = rng.random(5).evaluate()
  const bytes = (work: () => np.NdArray): number => {
    work().evaluate()
    const before = np.stats()
    work().evaluate()
    return np.stats({ since: before }).bytesWritten
  }
  // A product of matrices is a call, whose bytes are not counted: what is counted would be the copy.
  expect(bytes(() => x.matmul(b))).toBeLessThanOrEqual(bytes(() => x.matmul(b.reshape([5, 1]))))
  expect(bytes(() => x.sum(1, { keepdims: true }))).toBe(8 * 3000)
  expect(bytes(() => x.cumsum(0).reshape([5, 3000]))).toBe(bytes(() => x.cumsum(0)))
  expect(x.matmul(b).tolist()).toEqual(
    x
      .matmul(b.reshape([5, 1]))
      .reshape([-1])
      .tolist(),
  )
})

test('and are arrays of their own where both are asked for', () => {
  const x = rng.random([300, 7]).evaluate()
  const total = x.sum(1)
  const column = total.reshape([300, 1]).clone()
  const line = x.matmul(np.ones(7))
  const turned = line.reshape([1, 300]).clone()
  np.evaluate(total, column, line, turned)
  const [before, straight] = [column.tolist(), turned.tolist()]
  total.set(5, -1)
  line.muleq(2)
  expect(column.tolist()).toEqual(before)
  expect(turned.tolist()).toEqual(straight)
  expect(total.get(5)).toBe(-1)
  const both = np.compile((a: np.NdArray) => {
    const sums = a.sum(1)
    return [sums, sums.reshape([300, 1]).clone()] as const
  })
  for (let turn = 0; turn < 3; turn++) {
    const [sums, copied] = both(x)
    sums.set(0, 7)
    expect(copied.tolist()).toEqual(before)
  }
})
