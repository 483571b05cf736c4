import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

// A function is traced once for a structure of its arguments. What it gives is what calling it gives, to the bit.

const rng = np.random.default_rng(5)

/** The bytes of an array's elements in C order. */
const bytes = (x: np.NdArray): Buffer => Buffer.from(np.copy(x).tobytes())

/** Calls a function and its compiled form, the latter three times on the traced structure, and compares dtype, shape and bytes. */
function agrees(f: (...args: np.NdArray[]) => np.NdArray, ...args: np.NdArray[]): void {
  const compiled = np.compile(f)
  const expected = f(...args)
  for (let turn = 0; turn < 3; turn++) {
    const got = compiled(...args)
    expect([got.dtype, got.shape]).toEqual([expected.dtype, expected.shape])
    expect(bytes(got).equals(bytes(expected)), `turn ${turn}`).toBe(true)
  }
  expect(compiled.traces).toBe(1)
}

describe('the results are those of calling the function', () => {
  const a = rng.random(1000)
  const b = rng.random(1000)
  const m = rng.random([40, 25])

  test('elementwise, in one loop', () => agrees((u, v) => u.mul(v).add(0.1).sin().sub(v.sqrt()), a, b))
  test('reductions, of all and of axes', () => {
    agrees((u) => u.sub(u.mean()).div(u.std()), a)
    agrees((u) => u.sum(0), m)
    agrees(
      (u) =>
        u
          .sub(u.max(1, { keepdims: true } as never))
          .exp()
          .sum(1),
      m,
    )
  })
  test('few elements, which are computed at once outside', () => agrees((u) => u.mul(3).add(1), np.array([1, 2, 3])))
  test('constants, ranges and lists that the function makes', () => {
    agrees(
      (u) =>
        u
          .add(np.arange(25))
          .add(np.ones(25))
          .mul(np.array([2])),
      m,
    )
  })
  test('dtypes meet as ever', () => {
    const i = np.arange(1000).astype('int32')
    agrees((u, v) => u.add(v), i, a.astype('float32'))
    agrees((u) => u.mul(2).gt(100), i)
    agrees((u) => u.sum(), np.arange(300).astype('uint8'))
    agrees((u) => u.mul(u), np.arange(200).astype('int64'))
  })
  test('views, reversed, transposed, of steps, and slices of them', () => {
    agrees((u) => u.add(1), a.slice('::-1') as np.NdArray)
    agrees((u) => u.mul(2).add(u.T.sum()), m.T)
    agrees((u) => u.slice('1:').sub(u.slice(':-1')), a.slice('10:900:3') as np.NdArray)
    agrees((u) => u.slice('1:-1, 1:-1').mul(4), m.slice('::2, ::-1') as np.NdArray)
  })
  test('arguments that are pending, or a caller’s', () => {
    agrees((u) => u.add(1), a.mul(2))
    agrees((u) => u.add(1), np.asarray(Float64Array.from({ length: 500 }, (_, i) => i / 7)))
  })
  test('the same array twice', () => agrees((u, v) => u.mul(v).sub(u), a, a))
  test('no elements', () => agrees((u) => u.add(1), np.zeros(0)))
})

test('lists and objects of arrays, and what has no parts, come back as they are returned', () => {
  const f = np.compile((u: np.NdArray) => ({ pair: [u.add(1), u.mul(2)] as const, rank: u.ndim, same: u }))
  const u = rng.random(300)
  for (let turn = 0; turn < 2; turn++) {
    const { pair, rank, same } = f(u)
    expect(pair[0].tolist()).toEqual(u.add(1).tolist())
    expect(pair[1].tolist()).toEqual(u.mul(2).tolist())
    expect(rank).toBe(1)
    expect(same).toBe(u)
  }
})

test('nothing is recorded or planned by a replay', () => {
  const f = np.compile((u: np.NdArray, v: np.NdArray) => u.mul(v).add(0.25).sqrt())
  const v = rng.random(700).evaluate()
  let u: np.NdArray = rng.random(700).evaluate()
  u = f(u, v)
  const before = np.stats()
  for (let i = 0; i < 1000; i++) u = f(u, v)
  const after = np.stats()
  expect(after.recorded - before.recorded).toBe(0)
  expect(after.plansMade - before.plansMade).toBe(0)
  expect(after.traces - before.traces).toBe(0)
  expect(after.replays - before.replays).toBe(1000)
  expect(after.loops - before.loops).toBe(1000)
})

test('another dtype, shape, layout or number is another trace, which is kept', () => {
  const f = np.compile((u: np.NdArray, k: number) => u.mul(k))
  const u = rng.random([20, 30])
  for (const [x, k] of [
    [u, 2],
    [u.astype('float32'), 2],
    [u.reshape(30, 20), 2],
    [u.T, 2],
    [u, 3],
    [u, Number.NaN],
    [u, -0],
    [u, 0],
  ] as const)
    for (let turn = 0; turn < 2; turn++) expect(bytes(f(x, k)).equals(bytes(x.mul(k)))).toBe(true)
  expect(f.traces).toBe(8)
  f.reset()
  expect(f.traces).toBe(0)
})

test('an offset and another memory are no structure', () => {
  const f = np.compile((u: np.NdArray) => u.slice('1:').sub(u.slice(':-1')))
  const a = rng.random(2000)
  for (let i = 0; i < 50; i++) {
    const window = a.slice(`${i}:${i + 900}`) as np.NdArray
    expect(bytes(f(window)).equals(bytes((window.slice('1:') as np.NdArray).sub(window.slice(':-1') as np.NdArray)))).toBe(true)
  }
  expect(f.traces).toBe(1)
})

describe('what the function has not been given', () => {
  test('captured arrays are read at each call, however they were written', () => {
    const weights = rng.random(400)
    const shared = new Float64Array(400).fill(2)
    const outside = np.asarray(shared)
    const direct = (u: np.NdArray) =>
      u
        .mul(weights)
        .add(outside)
        .add(weights.slice('::-1') as np.NdArray)
    const f = np.compile(direct)
    const u = rng.random(400)
    const check = () => expect(bytes(f(u)).equals(bytes(direct(u)))).toBe(true)
    check()
    weights.addeq(1)
    check()
    weights.set(7, 99)
    check()
    ;(weights.slice('3:300') as np.NdArray).assign(0.5)
    check()
    shared.fill(3)
    check()
    const elements = weights.data as Float64Array
    elements.fill(4)
    check()
    expect(f.traces).toBe(1)
  })

  test('captured numbers are those of the trace, until it is reset', () => {
    let k = 2
    const f = np.compile((u: np.NdArray) => u.mul(k))
    const u = np.array([1, 2, 3])
    expect(f(u).tolist()).toEqual([2, 4, 6])
    k = 5
    expect(f(u).tolist()).toEqual([2, 4, 6])
    f.reset()
    expect(f(u).tolist()).toEqual([5, 10, 15])
  })
})

describe('in place', () => {
  test('arguments hold what the function stores in them, and it returns them', () => {
    const f = np.compile((u: np.NdArray, v: np.NdArray) => {
      u.muleq(2).addeq(v)
      return u
    })
    const [u, v] = [np.arange(300).astype('float64'), rng.random(300)]
    const expected = u.clone()
    for (let turn = 0; turn < 3; turn++) {
      expected.muleq(2).addeq(v)
      expect(f(u, v)).toBe(u)
      expect(bytes(u).equals(bytes(expected))).toBe(true)
    }
    const part = np.zeros([20, 30])
    f(part.slice('3:5, ::2') as np.NdArray, np.ones([2, 15]))
    f(part.slice('3:5, ::2') as np.NdArray, np.ones([2, 15]))
    expect(part.sum().item()).toBe(90)
    expect(part.get(4, 2)).toBe(3)
    const own = new Float64Array(300)
    f(np.asarray(own), v)
    expect(own[3]).toBe(v.get(3))
  })

  test('operands that may share memory with what is written are as outside', () => {
    const direct = (u: np.NdArray, v: np.NdArray) => {
      u.addeq(1)
      return u.mul(v)
    }
    const f = np.compile(direct)
    const [a, b] = [rng.random(300), rng.random(300)]
    f(a.clone(), b)
    const [x, y] = [a.clone(), a.clone()]
    expect(bytes(f(x, x)).equals(bytes(direct(y, y)))).toBe(true)
    expect(bytes(f(x, x.slice('::-1') as np.NdArray)).equals(bytes(direct(y, y.slice('::-1') as np.NdArray)))).toBe(true)
  })

  test('a result is an array of its own: writing to one changes no other, nor what the function gives next', () => {
    const table = np.array([1, 2, 3, 4])
    const f = np.compile((u: np.NdArray) => [u.add(1), u.add(1), u.clone(), np.array([7, 8]), table] as const)
    const u = rng.random(200)
    const expected = u.add(1).tolist()
    for (let turn = 0; turn < 3; turn++) {
      const [p, q, copy, list, captured] = f(u)
      expect(p.tolist()).toEqual(expected)
      p.set(0, 123)
      expect(q.tolist()).toEqual(expected)
      copy.set(0, -1)
      expect(u.get(0)).not.toBe(-1)
      expect(list.tolist()).toEqual([7, 8])
      list.set(0, 0)
      expect(captured).toBe(table)
    }
  })

  test('views of arguments and of results stay views', () => {
    const f = np.compile((u: np.NdArray) => {
      const whole = u.mul(2)
      return [u.slice('1:3') as np.NdArray, whole, whole.slice('::2') as np.NdArray] as const
    })
    for (let turn = 0; turn < 2; turn++) {
      const u = np.array([1, 2, 3, 4])
      const [view, whole, half] = f(u)
      view.set(0, 50)
      expect(u.tolist()).toEqual([1, 50, 3, 4])
      half.set(1, -1)
      expect(whole.tolist()).toEqual([2, 4, -1, 8])
    }
  })
})

describe('what cannot be traced is a typed error that says so', () => {
  const u = rng.random(300)
  const captured = rng.random(300)
  const refused: [string, (u: np.NdArray) => unknown, RegExp][] = [
    ['get', (u) => (u.get(0) > 0 ? u : u.neg()), /'get' looks at elements/],
    ['item', (u) => u.mul(u.sum().item() as number), /'item' looks at elements/],
    ['data', (u) => (u.mul(2).data as Float64Array)[0], /'data' looks at elements/],
    ['iteration', (u) => [...u], /looks at elements/],
    ['truth', (u) => (u.any() ? u : u.neg()), /looks at elements/],
    ['captured', (u) => u.mul(captured.add(1).sum().item() as number), /'item' looks at elements/],
    ['a mask', (u) => u.slice(u.gt(0.5)) as np.NdArray, /'slice' looks at elements, for a value or for the size of its result/],
    ['nonzero', (u) => np.nonzero(u)[0]!, /'nonzero' looks at elements/],
    ['random', (u) => u.add(np.random.default_rng(1).random(300)), /random numbers were drawn/],
    ['legacy random', (u) => u.add(new np.random.RandomState(1).standard_normal(300) as np.NdArray), /random numbers were drawn/],
    ['a write elsewhere', (u) => captured.addeq(u), /an array that it was not given/],
    ['a promise', async (u) => u.add(1), /returns a promise/],
  ]
  test.each(refused)('%s', (_, f, message) => {
    const before = captured.sum().item()
    const compiled = np.compile(f)
    for (let turn = 0; turn < 2; turn++) {
      expect(() => compiled(u)).toThrow(np.TraceError)
      expect(() => compiled(u)).toThrow(message)
    }
    expect(captured.sum().item()).toBe(before)
    expect(compiled.traces).toBe(0)
  })

  test('arguments and functions of the wrong kind', () => {
    expect(() => np.compile(3 as never)).toThrow(np.ArgumentError)
    expect(() => np.compile((x: unknown) => x)([1, 2])).toThrow(/argument 1 is a list, expected an array/)
    expect(() => np.compile((x: unknown) => x)({ a: 1 })).toThrow(np.ArgumentError)
    expect(() => np.compile((x: np.NdArray) => new Map([[x, x]]))(u)).toThrow(/returns Map, expected arrays/)
  })
})

test('asking for evaluation is no look; a compiled function inside another is part of it', () => {
  const inner = np.compile((u: np.NdArray) => u.mul(2).evaluate().add(1))
  const outer = np.compile((u: np.NdArray) => inner(u).sqrt())
  const u = rng.random(300)
  outer(u)
  const before = np.stats()
  expect(bytes(outer(u)).equals(bytes(u.mul(2).add(1).sqrt()))).toBe(true)
  expect(inner.traces).toBe(0)
  expect(np.stats().traces - before.traces).toBe(0)
})

test('a function that throws leaves nothing behind', () => {
  const f = np.compile((u: np.NdArray) => {
    u.mul(2)
    throw new Error('mine')
  })
  expect(() => f(rng.random(10))).toThrow('mine')
  expect(rng.random(10).add(1).get(3)).toBeGreaterThan(1)
})

test('replays hold no more memory than their results', () => {
  const f = np.compile((u: np.NdArray) => u.mul(2).add(1))
  let u: np.NdArray = rng.random(100_000).evaluate()
  for (let i = 0; i < 20; i++) {
    const next = f(u)
    u.dispose()
    u = next
  }
  const held = np.stats().bytesHeld
  for (let i = 0; i < 200; i++) {
    const next = f(u)
    u.dispose()
    u = next
  }
  // Collections may have found what died before.
  expect(np.stats().bytesHeld).toBeLessThan(held + 800_000)
})

describe('what is given away is gone after the call, and its memory is that of results', () => {
  test('a loop whose results are given to the next call takes two arrays of memory, and no collections', () => {
    const f = np.compile((u: np.NdArray, v: np.NdArray) => u.mul(v).add(1), { donate: 0 })
    const v = rng.random(50_000).evaluate()
    let u: np.NdArray = rng.random(50_000).evaluate()
    let expected = u.mul(1)
    for (let i = 0; i < 20; i++) {
      expected = expected.mul(v).add(1).evaluate()
      u = f(u, v)
    }
    const before = np.stats()
    for (let i = 0; i < 200; i++) {
      expected = expected.mul(v).add(1)
      u = f(u, v)
    }
    const { bytesHeld } = np.stats()
    expect(bytesHeld).toBeLessThanOrEqual(before.bytesHeld)
    expect(bytes(u).equals(bytes(expected))).toBe(true)
    const turns = np.stats()
    for (let i = 0; i < 200; i++) u = f(u, v)
    const { youngCollections, collections } = np.stats({ since: turns })
    expect([youngCollections, collections]).toEqual([0, 0])
    expect(f.traces).toBe(1)
  })

  test('whoever uses it is told; a caller’s typed array, and what else reads the elements, stay', () => {
    const f = np.compile((u: np.NdArray, v: np.NdArray) => ({ sum: u.add(v), kept: v.mul(2) }), { donate: [0] })
    const [u, v] = [rng.random(300), rng.random(300)]
    const later = u.add(5)
    const expected = bytes(u.add(5))
    const view = u.slice('::2') as np.NdArray
    f(u, v)
    expect(() => u.get(0)).toThrow(np.DisposedError)
    expect(() => view.add(1)).toThrow(np.DisposedError)
    expect(() => f(u, v)).toThrow(np.DisposedError)
    expect(bytes(later).equals(expected)).toBe(true)
    expect(v.get(0)).toBeGreaterThanOrEqual(0)
    const own = new Float64Array(300).fill(2)
    const x = np.asarray(own) as np.NdArray
    f(x, v)
    expect([own[0], x.get(0)]).toEqual([2, 2])
  })

  test('it cannot be written to, nor returned, and has to be an array', () => {
    const u = rng.random(100)
    const donated = (f: (u: np.NdArray) => unknown) => () => np.compile(f, { donate: 0 })(u)
    expect(donated((x) => x)).toThrow(/argument 1 is given away \(donate\), but the function returns it/)
    expect(donated((x) => [x.slice('1:')])).toThrow(np.TraceError)
    expect(donated((x) => x.addeq(1))).toThrow(/argument 1 is given away/)
    expect(donated((x) => x.clone())()).toHaveProperty('size', 100)
    expect(() => np.compile((x: number) => np.ones(3).mul(x), { donate: 0 })(3)).toThrow(/argument 1 is given away.*is no array/)
    expect(() => np.compile((x: np.NdArray) => x.mul(2), { donate: 1 })(rng.random(3))).toThrow(np.ArgumentError)
    expect(() => np.compile((x: np.NdArray) => x, { donate: -1 })).toThrow(/donate is -1, expected the position/)
  })
})
