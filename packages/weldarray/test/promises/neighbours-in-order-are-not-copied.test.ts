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
