import realNdarray from 'ndarray'
import realOps from 'ndarray-ops'
import { expect, test } from 'vitest'
import * as np from 'weldarray'
import ops from 'weldarray/ops'

// biome-ignore lint/suspicious/noExplicitAny: two libraries, and calls no type allows
type Any = any
/** Of one library: ndarray, the operations, the same values in memory of its own, and a pending result of those values. */
type Program = (make: Any, o: Any, own: (a: Any) => Any, pending: (a: Any) => Any) => unknown

const run = (program: Program, ...library: Parameters<Program>): unknown => {
  try {
    return program(...library)
  } catch (error) {
    return (error as Error).message
  }
}

const fill = (n: number, f: (i: number) => number = () => 1): Float64Array => new Float64Array(n).map((_, i) => f(i))

const programs: Readonly<Record<string, Program>> = {
  'a sum into one element': (make, o, _, pending) => {
    const x = fill(1, () => 0)
    o.addeq(make(x, [2000], [0], 0), pending(make(fill(2000))))
    return x[0]
  },
  'the last of several writes to one element': (make, o, _, pending) => {
    const x = fill(100, () => 0)
    o.assign(
      make(x, [100, 100], [0, 1], 0),
      pending(
        make(
          fill(10_000, (i) => i),
          [100, 100],
        ),
      ),
    )
    return x[0]
  },
  'a transposed view of the destination': (make, o, _, pending) => {
    const x = fill(10_000, (i) => i)
    const v = make(x, [100, 100])
    o.add(v, pending(make(fill(10_000), [100, 100])), v.transpose(1, 0))
    return [x[1], x[100], x[200], x[5050]]
  },
  'powers that are NaN, read again': (make, o) => {
    const [x, y] = [Float64Array.of(1, 9, 9), Float64Array.of(1, 9, 9, 9)]
    o.pows(make(x).lo(1), make(x).hi(2), Infinity)
    o.pow(make(y).lo(1), make(y).hi(3), make(Float64Array.of(Infinity, 2, 0)))
    return [...x, ...y]
  },
  'integers that are not there': (make, o, own) => {
    const d = own(make(new Int32Array(40_000)))
    o.adds(d, make(new Int32Array(10), [40_000]), 1)
    const e = own(make(new Int32Array(40_000).fill(5)))
    o.addeq(e, make(new Int32Array(40_000), [40_000], [1], -3))
    const f = own(make(new Int32Array(40_000)))
    o.adds(f, own(make(new Int32Array(10))).hi(40_000), 1)
    return [d.get(20), e.get(0), f.get(20)]
  },
  'comparisons with what is not there': (make, o, own, pending) => {
    const d = own(make(new Float32Array(5000)))
    o.neq(d, pending(make(new Float32Array(5000), [4998], [1], 2)).hi(5000), make(new Float32Array(5000), [5000], [1], 3))
    return d.get(4999)
  },
  'powers over an element again and again': (make, o, own) => {
    const x = Float32Array.of(0, 0, 0, 2)
    const y = own(make(Float32Array.of(0, NaN, 0, NaN, Infinity, 3), [3, 2]))
    o.poweq(make(x, [3, 2], [0, 1], 0), y)
    return [...x]
  },
  'a power of 1 of what is not there': (make, o) => {
    const list: unknown[] = [7, 7, 7]
    o.pows(make(list), make(Uint8Array.of(5, 6), [3]), 1)
    return list
  },
  'bigints that are not there': (make, o, own) => {
    o.assign(own(make(new BigInt64Array(40_000))), make(new BigInt64Array(10), [40_000]))
  },
  'a cosine of integers that are not there': (make, o) => {
    const d = make(fill(70_000, () => 0))
    o.cos(d, make(new Int32Array(10), [70_000]))
    return d.get(20)
  },
  'a short list assigned to itself': (make, o) => {
    const list = [1]
    const x = make(list, [3])
    o.assign(x, x)
    return list.length
  },
}

test.each(Object.entries(programs))('%s', (_, program) => {
  const itself = (a: Any): Any => a
  const real = run(program, realNdarray, realOps, itself, itself)
  const ours = run(
    program,
    np.default,
    ops,
    (a) => np.array(a),
    (a) => np.array(a).mul(1),
  )
  expect(ours).toEqual(real)
})

test('an elementary function over elements that are several at once', () => {
  const inPlace = (make: Any, o: Any): number[] => {
    const x = fill(599, () => 0.5)
    o.sineq(make(x, [300, 300], [1, 1], 0))
    const y = fill(599, () => 0)
    o.sin(
      make(y, [300, 300], [1, 1], 0),
      make(
        fill(90_000, (i) => i / 90_000),
        [300, 300],
      ),
    )
    return [x[1]!, y[1]!]
  }
  const [a, b] = inPlace(realNdarray, realOps)
  const [c, d] = inPlace(np.default, ops)
  expect(c).toBeCloseTo(a!, 12)
  expect(d).toBeCloseTo(b!, 12)
})
