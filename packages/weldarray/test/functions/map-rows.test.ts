import { afterEach, expect, test, vi } from 'vitest'
import * as np from 'weldarray'

const named = (name: string) => expect.objectContaining({ name })
const rng = np.random.default_rng(9)
type List = readonly number[]

afterEach(() => vi.restoreAllMocks())

const cross = (a: List, b: List) => [a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!]

test('a function of rows is called, as it were, for each of them, and recorded', () => {
  const [p, q] = [rng.random([400, 3]).evaluate(), rng.random([400, 3]).evaluate()]
  const before = np.stats()
  const result = np.mapRows(cross)(p.mul(2), q)
  expect([result.shape, result.isEvaluated]).toEqual([[400, 3], false])
  expect(np.stats({ since: before }).loops).toBe(0)
  const [ps, qs] = [p.mul(2).tolist() as number[][], q.tolist() as number[][]]
  expect(result.tolist()).toEqual(ps.map((a, i) => cross(a, qs[i]!)))
  expect(np.stats().fallbacks.mapRows).toBeUndefined()
})

test('a number stands for the row, and fuses with what is around it', () => {
  const p = rng.random([5, 700, 2]).evaluate()
  const length = np.mapRows(([x, y]: List) => Math.sqrt(x! * x! + y! * y!))
  const before = np.stats()
  const sum = length(p).sum(1).evaluate()
  expect(np.stats({ since: before }).loops).toBe(1)
  expect(sum.tolist()).toEqual(p.square().sum(2).sqrt().sum(1).tolist())
  const far = np.mapRows((r: List) => r[0]! > 0.5)(p)
  expect([far.dtype, far.shape]).toEqual(['bool', [5, 700]])
})

test('axes before the last broadcast; what has no axes is a number', () => {
  const points = rng.random([6, 2])
  const weighted = np.mapRows((p: List, w: List, k: number) => {
    let sum = 0
    for (let i = 0; i < p.length; i++) sum += p[i]! * w[i]! * k
    return sum
  })
  const rows = points.tolist() as number[][]
  const plain = (p: List, w: List, k: number) => 0 + p[0]! * w[0]! * k + p[1]! * w[1]! * k
  expect(weighted(points, [3, 4], 0.5).tolist()).toEqual(rows.map((p) => plain(p, [3, 4], 0.5)))
  const grid = weighted(
    points.reshape(6, 1, 2),
    np.array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    np.array(2),
  )
  expect(grid.tolist()).toEqual(
    rows.map((p) =>
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ].map((w) => plain(p, w, 2)),
    ),
  )
  expect(() => weighted(points, np.ones([5, 2]), 1)).toThrow(named('ShapeError'))
  expect(() => np.mapRows(3 as never)).toThrow(named('ArgumentError'))
})

test('dtypes, layouts, no rows, and a later write', () => {
  const sum = np.mapRows(([a, b, c]: List) => a! + b! + c!)
  expect(sum(np.ones([4, 3], 'float32')).dtype).toBe('float32')
  expect(sum(np.arange(12).reshape(3, 4).T.astype('int32')).tolist()).toEqual([12, 15, 18, 21])
  expect(sum(np.zeros([0, 3])).shape).toEqual([0])
  expect(np.mapRows((r: List) => [r[0]!, r[0]!])(np.zeros([0, 1])).shape).toEqual([0, 2])
  const x = rng.random([600, 3]).evaluate()
  const expected = sum(x).tolist()
  const later = sum(x)
  x.addeq(1)
  expect(later.tolist()).toEqual(expected)
})

test('what is not compiled is called row by row, and says why', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const said = () => warn.mock.calls.map(([text]) => String(text))
  const longest = np.mapRows((r: List) => Math.max(...r))
  const x = rng.random([3, 100])
  expect(longest(x).tolist()).toEqual(x.max(1).tolist())
  expect(said()).toEqual([expect.stringContaining('rows of 100 elements are not compiled, of up to 64 are')])
  expect(np.stats().fallbacks.mapRows).toMatchObject({ count: 1 })
  // Shorter rows are compiled all the same.
  expect(longest([[1, 5, 2]]).tolist()).toEqual([5])
  expect(np.stats().fallbacks.mapRows).toMatchObject({ count: 1 })
  const Math2 = { hypot: () => 7 }
  const shadowed = (
    (Math: typeof Math2) => (r: List) =>
      Math.hypot(...(r as []))
  )(Math2)
  expect(
    np
      .mapRows(shadowed)([[3, 4]])
      .tolist(),
  ).toEqual([7])
  expect(said()[1]).toContain('a name means something else where it was written')
})
