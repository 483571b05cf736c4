import realNdarray from 'ndarray'
import { expect, test } from 'vitest'
import weld, * as np from 'weldarray'

// biome-ignore lint/suspicious/noExplicitAny: two libraries, and calls no type allows
type Any = any
const data = Float64Array.from({ length: 64 }, (_, i) => i)

const members = (x: object): string[] => {
  const names = []
  for (const name in x) names.push(name)
  return names
}

const programs: Readonly<Record<string, (make: Any) => unknown>> = {
  'hi of NaN': (make) => make(data, [2, 2, 2, 2, 2]).hi(NaN).shape,
  'fewer strides than dimensions': (make) => {
    const x = make(data, [1, 2, 1, 2, 1], [1, 2])
    return [x.stride, x.offset, x.get(0, 1, 0, 0, 0)]
  },
  'a shape that is no array': (make) => make(data, { length: 5, 0: 1, 1: 2, 2: 1, 3: 2, 4: 1 }).shape,
  'a shape replaced by a shorter one': (make) => {
    const x = make(data, [1, 2, 1, 2, 1])
    x.shape = [1, 2]
    return [x.hi(1, 1).dimension, x.size]
  },
  'a stride replaced by a shorter one': (make) => {
    const x = make(data, [1, 2, 1, 2, 1])
    x.stride = [2, 1]
    return x.get(0, 1, 0, 1, 0)
  },
  'pick of Infinity': (make) => [make(data, [2, 2, 2, 2, 2]).pick(0, 0, 0, Infinity, 0).offset, make(data).pick(Infinity).offset],
  'names and lengths of members': (make) => {
    const { get, set, hi } = make(data, [2, 2, 2, 2, 2])
    return [get.name, get.length, set.length, hi.name, hi.length]
  },
  'order of a typed stride, and of one with holes': (make) => {
    const [x, y] = [make(data, [1, 2, 1, 2]), make(data, [1, 2, 1, 2])]
    x.stride = new Int32Array([4, 2, 2, 1])
    y.stride = [-1]
    y.stride[2] = -1
    return [x.order, y.order]
  },
}

test.each(Object.entries(programs))('%s', (_, program) => {
  expect(program(weld)).toEqual(program(realNdarray))
})

test('library memory: offsets become whole numbers, and members are enumerated in one order', () => {
  for (const offset of [1.5, '1', NaN, null, -0.5, Infinity]) {
    const [real, ours] = [realNdarray(data.slice()), np.array(data)].map((x: Any) => {
      x.offset = offset
      const y = x.lo(1)
      return [y.offset, y.get(0)]
    })
    expect(ours).toEqual(real)
  }
  expect((np.array(data) as Any).pick(Infinity).offset).toBe(0)
  for (const shape of [[64], [8, 8], [4, 4, 4], [2, 4, 2, 4], [2, 2, 2, 2, 4]]) {
    const real = members(realNdarray(data, shape))
    for (const x of [weld(data, shape), np.array(data).reshape(shape)]) expect(members(x).slice(0, real.length)).toEqual(real)
  }
})

test('an array of another library whose shape is none is refused where it is taken', () => {
  for (const shape of [[Infinity], [-1], [1.5], [NaN], [2, 3]])
    for (const f of [np.asarray, np.asanyarray])
      expect(() => f({ data: Float64Array.of(1, 2), shape, stride: [1], offset: 0, dtype: 'float64' } as Any)).toThrow(
        np.ShapeError,
      )
})
