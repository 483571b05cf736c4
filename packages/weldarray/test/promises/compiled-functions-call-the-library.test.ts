import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Calls of the library, loads by index and joins are part of a trace: each call of the compiled function gives what calling the function does.

const rng = np.random.default_rng(31)
const n = 300
type Arrays = readonly np.NdArray[]
const vector = (length = n) => rng.random(length)
const matrix = (rows: number, columns: number) => rng.random([rows, columns])
const indices = (...shape: number[]) => rng.integers(0, n, shape) as unknown as np.NdArray

const functions: [string, (...args: np.NdArray[]) => unknown, () => Arrays][] = [
  ['sort', (u) => np.sort(u.mul(2)).add(1), () => [vector()]],
  ['argsort', (u) => np.argsort(u.neg()), () => [vector()]],
  ['a running total', (u) => np.cumsum(u, 0).add(u), () => [matrix(n, 3)]],
  ['a product of matrices', (a, b) => np.matmul(a!.mul(2), b!.T).add(1), () => [matrix(7, n), matrix(4, n)]],
  ['a place of an extreme', (u) => np.argmax(u, 1), () => [matrix(6, n)]],
  ['a search', (u, k) => np.searchsorted(np.sort(u), k!), () => [vector(), vector(9)]],
  ['what is taken', (u, i) => np.take(u.mul(2), i!).add(1), () => [vector(), indices(20)]],
  ['what is taken along an axis', (u, i) => np.take_along_axis(u, i!, 1), () => [matrix(4, n), indices(4, 6)]],
  ['repeated elements', (u) => np.repeat(u.add(1), 3), () => [vector()]],
  ['joined parts', (u, w) => np.concatenate([u.mul(2), w!]).add(1), () => [vector(), vector(n + 1)]],
  ['joined arguments', (u, w) => np.stack([u, w!], 1), () => [vector(), vector()]],
  ['rolled arrays', (u) => np.roll(u, 2).add(u), () => [vector()]],
  ['borders', (u) => np.pad(u, 2), () => [vector()]],
  ['several results', (u, w) => [u.add(w!), np.cumsum(u), u.sum(), np.sort(w!)], () => [vector(), vector()]],
  ['pending arguments', (u) => np.sort(u).add(1), () => [vector().mul(2).add(1)]],
  ['functions of numbers', (u) => np.vectorize((x: number) => (x > 0.5 ? x * x : -x))(u), () => [vector()]],
  ['reductions by a function', (u) => np.reduce((a, b) => Math.max(a, b))(u), () => [vector()]],
  ['running totals by a function', (u) => np.scan((a, b) => a + b)(u), () => [vector()]],
]

const told = (result: unknown) =>
  (Array.isArray(result) ? result : [result]).map((x: np.NdArray) => [x.dtype, x.shape, x.tolist()])

test.each(functions)('%s', (_, f, inputs) => {
  const compiled = np.compile(f)
  for (let turn = 0; turn < 4; turn++) {
    const args = inputs()
    expect(told(compiled(...(args as np.NdArray[])))).toEqual(told(f(...(args as np.NdArray[]))))
  }
  expect(compiled.traces).toBe(1)
})

test('numbers, dtypes and layouts are structures of their own', () => {
  const scaled = np.compile((u: np.NdArray, k: number) => np.sort(u.mul(k)))
  const along = np.compile((u: np.NdArray) => np.sort(u, 0).add(1))
  for (let turn = 0; turn < 3; turn++) {
    for (const k of [2, -3]) {
      const u = vector()
      expect(told(scaled(u, k))).toEqual(told(np.sort(u.mul(k))))
    }
    const whole = matrix(n, 3).mul(9)
    const layouts = [whole, matrix(3, n).T, matrix(n, 6).slice(':, ::2'), whole.astype('int32'), whole.astype('float32')]
    for (const u of layouts as np.NdArray[]) expect(told(along(u))).toEqual(told(np.sort(u, 0).add(1)))
  }
  expect([scaled.traces, along.traces]).toEqual([2, 5])
})

test('an index outside is an error of the call it is given to, and of no other', () => {
  const taken = np.compile((u: np.NdArray, i: np.NdArray) => np.take(u, i).add(1))
  const u = vector(1000)
  const at = (...list: number[]) => np.array(list, 'int64') as unknown as np.NdArray
  const expected = told(taken(u, at(1, 2, 3)))
  for (const wrong of [1000, -1001]) expect(() => taken(u, at(1, wrong, 3))).toThrow(np.IndexError)
  expect(told(taken(u, at(1, 2, 3)))).toEqual(expected)
})

test('what has a size that elements tell, or is computed at once, is refused by name', () => {
  const refused: Record<string, (u: np.NdArray) => unknown> = {
    slice: (u) => u.slice(u.gt(0.5)),
    compress: (u) => np.compress(u.gt(0.5), u),
    unique: (u) => np.unique(u),
    nonzero: (u) => np.nonzero(u.gt(0.5))[0],
    bincount: (u) => np.bincount(u.astype('int32')),
    histogram: (u) => np.histogram(u)[0],
  }
  for (const [name, f] of Object.entries(refused)) {
    const call = (): unknown => np.compile(f)(vector())
    expect(call).toThrow(np.TraceError)
    expect(call).toThrow(`'${name}' looks at elements`)
    // Where, and the way out.
    expect(call).toThrow(/compiled-functions-call-the-library.*where\(mask, x, 0\)/)
  }
})
