import realNdarray from 'ndarray'
import realOps from 'ndarray-ops'
import { expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'
import ops from 'weldarray/ops'

// ndarray-ops goes through the elements in order: what it has written, it reads.
type Make = typeof realNdarray
type Functions = typeof realOps

const both = (run: (make: Make, functions: Functions, pending: (x: Float64Array) => unknown) => ArrayLike<number>): void => {
  const ours = run(ndarray as never, ops as never, (x) => np.array(x).add(0.25).sub(0.25))
  expect(Array.from(ours)).toEqual(Array.from(run(realNdarray, realOps, (x) => realNdarray(x))))
}

test.each([3, 3000, 70_000])('views of one typed array and a pending operand, %i elements', (n) => {
  both((make, functions, pending) => {
    const d = Float64Array.from({ length: n }, (_, i) => (i * 7) % 11)
    const v = make(d)
    functions.add(v, v.step(-1), pending(new Float64Array(n).fill(1)) as never)
    return d
  })
  both((make, functions, pending) => {
    const d = new Float64Array(n + 1).fill(1)
    functions.add(make(d.subarray(1)), make(d.subarray(0, n)), pending(new Float64Array(n).fill(1)) as never)
    return d
  })
})

test.each([65_535, 65_536, 100_000])('an elementary function along its own result, %i elements', (n) => {
  const run = (make: Make, functions: Functions): Float64Array => {
    const d = new Float64Array(n + 1).fill(0.5)
    d[0] = 0.9
    const v = make(d)
    functions.sin(v.lo(1), v.hi(n))
    return d
  }
  const want = run(realNdarray, realOps)
  const got = run(ndarray as never, ops as never)
  expect(got.findIndex((x, i) => Math.abs(x - want[i]!) > 1e-12)).toBe(-1)
})

test('memory that was moved out of an array, and another array over it', () => {
  const x = np.array([5, 1, 1, 1])
  const tail = x.slice('1:')
  const head = ndarray(x.data as Float64Array, [3])
  ops.add(tail, head, np.full([3], 1).add(0))
  expect([...(x.data as Float64Array)]).toEqual([5, 6, 7, 8])
})
