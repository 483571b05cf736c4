import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * What these functions make is written once, by one evaluation: memory for the result and no more, and no plan when they are called again.
 */

const rng = np.random.default_rng(41)
const A = rng.random([300, 200]).evaluate()
const B = rng.random([200, 250]).evaluate()
const S = rng.random([300, 300]).evaluate()
const v = rng.random(300).evaluate()

/** Work of a call that is not the first one; bytes are those of the elements that loops write, and those that are held afterwards. */
function workOf(call: () => np.NdArray): {
  size: number
  loops: number
  plans: number
  written: number
  held: number
  evaluations: number
} {
  for (let i = 0; i < 2; i++) call().evaluate().dispose()
  const before = np.stats()
  const made = call().evaluate()
  const { loops, plansMade, bytesWritten, evaluationsExplicit, evaluationsImplicit } = np.stats({ since: before })
  const held = np.stats().bytesHeld - before.bytesHeld
  const size = made.nbytes
  made.dispose()
  return { size, loops, plans: plansMade, written: bytesWritten, held, evaluations: evaluationsExplicit + evaluationsImplicit }
}

/** Results of up to a kilobyte lie outside the heap, larger ones in pieces. */
const PIECE = 65_536

describe('one loop', () => {
  test.each<[string, () => np.NdArray]>([
    ['einsum of columns', () => np.einsum('ij->j', A) as np.NdArray],
    ['einsum of rows', () => np.einsum('ij,ij->i', A, A) as np.NdArray],
    ['einsum of a vector and a matrix', () => np.einsum('i,ij->ij', v, A) as np.NdArray],
    ['einsum, outer', () => np.einsum('i,j->ij', v, v) as np.NdArray],
    ['einsum of a diagonal', () => np.einsum('ii->', S) as np.NdArray],
    ['indices', () => np.indices([300, 200])[0]! as np.NdArray<'int64'> as never],
    ['what is computed of indices', () => np.indices([300, 200]).reduce((x, y) => np.add(x, y) as never) as never],
  ])('%s', (_, call) => {
    const { size, loops, plans, written, held, evaluations } = workOf(call)
    expect({ loops, plans, written, evaluations }).toEqual({ loops: 1, plans: 0, written: size, evaluations: 1 })
    expect(held).toBeLessThan(size + PIECE)
  })
})

test('einsum of matrices is one product', () => {
  const { size, loops, plans, held, evaluations } = workOf(() => np.einsum('ij,jk->ik', A, B) as np.NdArray)
  // Columns are put into panels, which are given back.
  expect({ loops, plans, evaluations }).toEqual({ loops: 2, plans: 0, evaluations: 1 })
  expect(held).toBeLessThan(size + PIECE)
})

test('what is padded before anybody looked is computed into its place', () => {
  const { size, plans, written, held, evaluations } = workOf(() => np.pad(A.mul(2), 2))
  expect({ plans, written, evaluations }).toEqual({ plans: 0, written: size, evaluations: 1 })
  expect(held).toBeLessThan(size + PIECE)
})

test('many columns are left out by a mask and one pass over what is left', () => {
  const places = np.arange(0, 200, 2)
  const { size, plans, written, held } = workOf(() => np.delete(A, places, 1))
  expect({ plans, least: written >= size, most: written < 1.1 * size }).toEqual({ plans: 0, least: true, most: true })
  expect(held).toBeLessThan(size + PIECE)
})

test('a diagonal is filled in place', () => {
  np.fill_diagonal(S, 1)
  S.evaluate()
  const before = np.stats()
  np.fill_diagonal(S, 2)
  S.evaluate()
  const { bytesWritten } = np.stats({ since: before })
  expect(bytesWritten).toBeLessThanOrEqual(8 * 300)
  expect(np.stats().bytesHeld).toBe(before.bytesHeld)
  expect(np.trace(S).item()).toBe(600)
})
