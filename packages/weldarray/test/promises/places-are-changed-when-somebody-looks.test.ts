import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { forcePiece, forceTier } from '../../../runtime/dist/execute/tier.js'

// Writing by index, counting and searching are recorded: operands that are pending stay so, whatever is made of them.

const n = 3000
const random = (): np.NdArray => np.random.default_rng(5).random(n).evaluate()

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

describe('nothing is evaluated by', () => {
  const functions: Record<string, (x: np.NdArray, index: np.NdArray) => unknown> = {
    put: (x, index) => np.put(x.clone(), index, x),
    'at.add': (x, index) => x.clone().at(index).add(1),
    'at.set of rows': (x, index) => x.reshape(30, 100).clone().at(index.slice(':7').mod(30), ':').set(0),
    putmask: (x, index) => np.putmask(x.clone(), x.gt(0.5), index),
    put_along_axis: (x, index) => np.put_along_axis(x.clone(), index, 5, 0),
    choose: (x, index) => np.choose(index.mod(3), [x, 1, 2]),
    isin: (x, index) => np.isin(index, x),
    interp: (x) => np.interp(x, [0, 1], x.slice(':2')),
    digitize: (x) => np.digitize(x, [0, 0.5, 1]),
    histogram: (x) => np.histogram(x, 10, { range: [0, 1] }),
    'histogram of edges': (x) => np.histogram(x, [0, 0.1, 1], { weights: x }),
    median: (x) => np.median(x),
    percentile: (x) => np.percentile(x.reshape(30, 100), [10, 90], 1),
    nanquantile: (x) => np.nanquantile(x.reshape(30, 100), 0.3, 0),
    lexsort: (x, index) => np.lexsort([x, index]),
    packbits: (x) => np.packbits(x.gt(0.5)),
    convolve: (x) => np.convolve(x, [1, 2, 1]),
    searchsorted: (x) => np.searchsorted(np.sort(x), 0.5),
    unwrap: (x) => np.unwrap(x),
    gradient: (x) => np.gradient(x),
    pad: (x) => np.pad(x, 3, { mode: 'reflect' }),
    cross: (x) => np.cross(x.reshape(1000, 3), x.reshape(1000, 3)),
  }
  test.each(Object.entries(functions))('%s', (_, call) => {
    const [x, index] = [random(), np.random.default_rng(2).integers(0, n, n).evaluate()]
    const before = JSON.stringify(np.stats().fallbacks)
    const operands = [x.mul(2), index.add(0)] as const
    call(...operands)
    expect(operands.map((a) => a.isEvaluated)).toEqual([false, false])
    expect(JSON.stringify(np.stats().fallbacks)).toBe(before)
  })
})

test('an index that is outside is told at the call, and nothing has changed', () => {
  const x = np.zeros(500)
  expect(() => x.at(np.arange(300n).add(250n)).add(1)).toThrow(/index 500 .* length of 500.*position 250/s)
  expect(() => np.put(x, np.arange(300n).add(250n).neg(), 1)).toThrow(np.IndexError)
  expect(x.sum().item()).toBe(0)
  expect(() => np.zeros(5).at([7]).set(1)).toThrow(np.IndexError)
  expect(() => np.choose(np.arange(400n).sub(1n), [np.zeros(400), 1]).evaluate()).toThrow(/choose: index -1 .*expected 0 to 1/)
})

describe('a few places of an array that is there are changed where they are', () => {
  const changes = {
    set: (_: number, y: number) => y,
    add: (x: number, y: number) => x + y,
    mul: (x: number, y: number) => x * y,
    min: Math.min,
    max: Math.max,
  }
  const views: ((x: np.NdArray) => np.NdArray)[] = [(x) => x, (x) => x.T, (x) => x.slice('3:, ::-1'), (x) => x.slice('::2, 5:')]
  test.each(['float64', 'float32', 'int8', 'uint32', 'int64', 'bool'] as const)('%s', (dtype) => {
    const base = np.random.default_rng(4).integers(0, 2, [40, 30]).astype(dtype).evaluate() as np.NdArray
    const one = np.array([1]).astype(dtype)
    for (const view of views)
      for (const [name, change] of Object.entries(changes)) {
        const [few, slow] = [base.clone().evaluate(), base.clone().evaluate()]
        const pending = few.mul(3)
        view(few).at([3, 3, 0], [1, 1, 2])[name as keyof typeof changes](one)
        expect(few.isEvaluated).toBe(true)
        for (const [i, j] of [
          [3, 1],
          [3, 1],
          [0, 2],
        ] as const)
          view(slow).set(i, j, change(Number(view(slow).get(i, j)), 1))
        expect(few.tolist()).toEqual(slow.tolist())
        expect(pending.tolist()).toEqual(base.mul(3).tolist())
      }
  })
})

test('what was recorded before a place changes has what was there', () => {
  const x = np.ones(1000).mul(2)
  const before = x.mul(10)
  x.at(np.arange(1000n).mod(10n)).add(1)
  const between = x.sum()
  x.at([0, 0, 0]).set([7, 8, 9])
  expect(before.sum().item()).toBe(20_000)
  expect(between.item()).toBe(3000)
  expect([x.get(0), x.get(9), x.get(10)]).toEqual([9, 102, 2])
})

test.each(['float64', 'float32', 'int8', 'uint16', 'int32', 'int64', 'bigint64', 'bool'] as const)(
  'places of %s are changed alike on every tier, in pieces of any size',
  (dtype) => {
    const [x, y] = [0, 1].map((seed) => np.random.default_rng(seed).random(n).mul(50).sub(25).round().astype(dtype).evaluate())
    const index = np.random
      .default_rng(3)
      .integers(-n, n, 2 * n)
      .evaluate()
    const all = (): unknown[] =>
      (['set', 'add', 'mul', 'min', 'max', ...(dtype.startsWith('float') ? ['div' as const] : [])] as const).map((change) => {
        const to = x!
          .clone()
          .at(index)
          [change](np.concatenate([y!, np.flip(y!)]))
        return Buffer.from(to.tobytes()).toString('base64')
      })
    const ways = (
      [
        ['js', null],
        ['wasm', null],
        ['wasm', 7],
        ['auto', null],
      ] as const
    ).map(([tier, piece]) => {
      forceTier(tier)
      forcePiece(piece)
      return all()
    })
    for (const way of ways.slice(1)) expect(way).toEqual(ways[0])
    // One after the other, as a loop over the indices does it.
    const slowly = x!.clone()
    for (let i = 0; i < 2 * n; i++)
      slowly.set(...([(Number(index.get(i)) + n) % n, (i < n ? y!.get(i) : y!.get(2 * n - 1 - i)) as never] as [number, never]))
    expect(Buffer.from(slowly.tobytes()).toString('base64')).toBe(ways[0]![0])
  },
)

test('indices that are there are not looked at twice', () => {
  const [to, by] = [random().add(1), random()]
  const index = np.random
    .default_rng(7)
    .integers(-n, n, 3 * n)
    .evaluate()
  const before = np.stats().evaluationsImplicit
  const changed = to.at(index).add(by.slice(index))
  // How far they reach is asked once, for the places that are read and for those that are written.
  expect(np.stats().evaluationsImplicit - before).toBe(1)
  const slowly = random().add(1)
  for (let i = 0; i < 3 * n; i++) {
    const at = (index.get(i) + n) % n
    slowly.set(at, slowly.get(at) + by.get(at))
  }
  expect(changed.tolist()).toEqual(slowly.tolist())
})
