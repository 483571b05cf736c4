import { expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Operands meet in the order that keeps what is between them small, whatever the order they are written in.
 */

const rng = np.random.default_rng(20261121)

test('what is between the operands of a chain is as small as can be', () => {
  const [n, k] = [1500, 2]
  const [a, b, c] = [rng.random([n, k]), rng.random([k, n]), rng.random([n, k])].map((x) => x.evaluate()) as [
    np.NdArray,
    np.NdArray,
    np.NdArray,
  ]
  const wanted = np.matmul(a, np.matmul(b, c)).tolist()
  const before = np.stats().bytesPeak
  const got = np.einsum('ij,jk,kl->il', a, b, c).evaluate()
  // First to last, a matrix of n² would be between.
  expect(np.stats().bytesPeak - before).toBeLessThan((8 * n * n) / 4)
  expect(got.tolist()).toEqual(wanted)
})

test.each(['ij,jk,kl->il', 'ab,cb,dc,ed->ae', 'i,ij,j', 'ijk,kj,jl->il', 'a,b,c->cab'])(
  '%s is the same in any order',
  (subscripts) => {
    const length: Record<string, number> = { a: 3, b: 4, c: 5, d: 2, e: 6, i: 4, j: 3, k: 5, l: 2 }
    const operands = subscripts
      .split('->')[0]!
      .split(',')
      .map(
        (labels) =>
          rng.integers(
            -9,
            9,
            [...labels].map((l) => length[l]!),
          ) as np.NdArray,
      )
    expect(np.einsum(subscripts, ...operands).tolist()).toEqual(np.einsum(subscripts, ...operands, { optimize: false }).tolist())
  },
)

test('operands of several dtypes have the dtype in which all meet, not that of two and two', () => {
  const x = (dtype: string): np.NdArray => np.ones([2, 2]).astype(dtype as 'int16') as never
  for (const dtypes of [
    ['int16', 'uint16', 'float32'],
    ['float32', 'int16', 'uint16'],
    ['uint8', 'int8', 'int64'],
  ]) {
    const operands = dtypes.map(x)
    expect(np.einsum('ij,jk,kl->il', ...operands).dtype, `${dtypes}`).toBe(np.result_type(...operands))
  }
})
