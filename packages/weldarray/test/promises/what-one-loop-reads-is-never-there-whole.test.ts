import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import * as np from 'weldarray'
import { type Job, team, WriterLostError } from '../../../runtime/dist/team/team.js'

// What a call makes (random numbers, elements that a mask selects, products of matrices) and one loop reads in order, it reads piece by piece.
// The bits are those of the whole.

const threads = Number(process.env.WELDARRAY_THREADS)

afterEach(() => {
  vi.restoreAllMocks()
  forcePiece(null)
  forceTier('auto')
  np.configure({ threads, maxMemory: '4G', timeLimit: Number.POSITIVE_INFINITY })
})

const MIB = 2 ** 20
const rng = np.random.default_rng(31)

/** Draws that are recorded, however few they are: with little memory they are a large part of it. */
function drawn(seed: number, shape: number | readonly number[]): np.NdArray {
  np.configure({ maxMemory: '1M' })
  try {
    return np.random.default_rng(seed).random(shape)
  } finally {
    np.configure({ maxMemory: '4G' })
  }
}

const n = 10 * 4096 + 1
const mask = rng.random(n).lt(0.6).evaluate()
const other = rng.random(n).lt(0.6).evaluate()
const values = rng.normal(0, 1, n).evaluate()
values.slice('5::1000').assign(Number.NaN)
const rows = rng.normal(0, 1, [331, 7]).evaluate()
const columns = rng.normal(0, 1, [7, 130]).evaluate()
const stacked = rng.normal(0, 1, [23, 5, 40]).evaluate()
const bias = rng.normal(0, 1, 130).evaluate()

const draws: Record<string, () => np.NdArray[]> = {
  ...Object.fromEntries(
    [9 * 4096 - 1, 9 * 4096, 9 * 4096 + 1, n].map((size): [string, () => np.NdArray[]] => [
      `sums of ${size}`,
      () => [drawn(1, size).sum(), drawn(2, size).exp().mean(), drawn(3, size).max(), drawn(3, size).gt(0.5).sum()],
    ]),
  ),
  'of two together': () => {
    const [x, y] = [drawn(4, n), drawn(5, n)]
    return [x.mul(x).add(y.mul(y)).leq(1).sum(), x.sub(y).sum()]
  },
  'with what is there': () => [drawn(6, n).mul(values).add(np.arange(n)).sum()],
  'stored, and of another dtype': () => [drawn(7, n).mul(2).add(np.arange(n)), drawn(8, n).astype('float32').sum()],
  'along each of two axes': () => [0, 1].map((axis) => drawn(9, [4099, 9]).mul(bias.slice(':9')).sum(axis)),
  'along an axis in the middle': () => [drawn(10, [33, 130, 9]).sum(1), drawn(10, [3, 4500, 3]).sqrt().sum(1)],
  'over a row that is repeated': () => [
    drawn(11, [4100, 9]).mul(bias.slice(':9')).sum(),
    drawn(11, [n, 1]).mul(bias.slice(':9')).sum(),
  ],
  'to few numbers each': () => [drawn(12, [3, 12_000]).sum(1), drawn(12, [12_000, 3]).max(0)],
  'taken by index beside them': () => [
    drawn(13, n)
      .mul(np.take(values, np.arange(n).mul(7).mod(n).astype('int32')))
      .sum(),
  ],
}

const SELECTED = ['bool', 'int8', 'uint16', 'int32', 'float32', 'float64', 'int64', 'bigint64', 'uint8_clamped'] as const
const selections: Record<string, () => np.NdArray[]> = {
  ...Object.fromEntries(
    SELECTED.map((dtype): [string, () => np.NdArray[]] => {
      const x = np.arange(n).mul(7).mod(251).astype(dtype).evaluate() as np.NdArray
      return [dtype, () => [np.compress(mask, x).add(x.slice('1:2')), np.compress(mask, x).astype('float64').sqrt().sum()]]
    }),
  ),
  'of several arrays': () => [
    np
      .compress(mask, values)
      .mul(np.compress(mask, np.arange(n)))
      .sum(),
  ],
  'of one array by two masks': () => {
    const least = Math.min(np.sum(mask) as never, np.sum(other) as never)
    const [p, q] = [mask, other].map((m) => np.compress(m.and(np.cumsum(m.astype('int32')).leq(least)), values))
    return [p!.mul(q!).gt(0).sum(), p!.sub(q!)]
  },
  'of rows and columns': () => [np.compress(mask.slice(':40960').reshape(40, 1024).reshape(-1), values.slice(':40960')).sum()],
  'of almost nothing, and of everything': () => [
    np.compress(np.arange(n).mod(4000).eq(1), values).mul(2),
    np.compress(np.ones([n], 'bool'), values).mul(2),
    np
      .compress(np.zeros([n], 'bool'), values)
      .mul(2)
      .sum(),
  ],
}

const PRODUCTS = ['float64', 'float32', 'int32', 'int64'] as const
const products: Record<string, () => np.NdArray[]> = {
  ...Object.fromEntries(
    PRODUCTS.map((dtype): [string, () => np.NdArray[]] => {
      const [a, b, c] = [rows, columns, bias].map((x) => x.mul(9).astype(dtype).evaluate())
      return [`of ${dtype}`, () => [np.maximum(np.matmul(a!, b!).add(c!), 0), np.matmul(a!, b!).mul(2)]]
    }),
  ),
  'to sums': () => [...[0, 1].map((axis) => np.matmul(rows, columns).exp().sum(axis)), np.matmul(rows, columns).exp().sum()],
  'of a stack': () => [
    np.matmul(stacked, columns.T.slice(':40, :5').reshape(1, 40, 5).reshape(40, 5)).tanh(),
    np
      .matmul(stacked, stacked.transpose(0, 2, 1))
      .abs()
      .sum(0),
  ],
  'of views': () => [
    np.matmul(rows.slice('::-1, ::2'), columns.slice('::2, ::-3')).abs(),
    np.matmul(columns.T, rows.T).mul(2).sum(1),
    np.matmul(rows, columns.slice(':, 3')).mul(2),
    np.matmul(rows, columns.slice(':, :1')).mul(2).sum(),
  ],
  'of what is computed before': () => [np.matmul(rows.mul(2), columns.add(1)).abs()],
}

const bitsOf = (arrays: readonly np.NdArray[]): string[] =>
  arrays.map((x) => {
    const { data } = x.clone() as { data: unknown } as { data: Float64Array }
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
  })

describe.each(Object.entries({ draws, selections, products }))('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s: the same bits on every tier, any number of threads, in pieces of any size', (_, make) => {
    const compute = (): string[] => bitsOf(make())
    const agree = (label: string, wanted: readonly string[]): void =>
      expect(
        compute().map((bits, i) => bits === wanted[i]),
        label,
      ).toEqual(wanted.map(() => true))
    forceTier('interpreter')
    const wanted = compute()
    for (const [tier, piece] of [
      ['js', 4096],
      ['wasm', null],
      ['wasm', 100],
      ['auto', 9000],
    ] as const) {
      forceTier(tier)
      forcePiece(piece)
      agree(`${tier}, pieces of ${piece}`, wanted)
    }
    forceTier('wasm')
    forcePiece(4096)
    for (const count of [1, 2, 3, 7]) {
      np.configure({ threads: count })
      agree(`${count} threads`, wanted)
    }
  })
})

/** Bytes held at most while something is computed, beyond those before. */
function peakOf(work: () => unknown): number {
  const before = np.stats()
  // What was held at most until now must not hide it.
  const fill = np
    .zeros([Math.max(1, Math.ceil((before.bytesPeak - before.bytesHeld) / 8))])
    .add(1)
    .evaluate()
  const { bytesHeld } = np.stats()
  work()
  const peak = np.stats().bytesPeak - bytesHeld
  fill.dispose()
  return peak
}

describe('no more of it is held than a piece', () => {
  const m = 6_000_000
  const [a, b] = [np.arange(m).mul(0.37).sin().evaluate(), np.arange(m).mul(0.11).cos().evaluate()]
  const positive = a.gt(0).evaluate()
  const [x, w] = [
    a.slice(':640000').reshape(10_000, 64).clone().evaluate(),
    b.slice(':38400').reshape(64, 600).clone().evaluate(),
  ]

  test.each<[string, number, () => unknown]>([
    [
      'two arrays of random numbers',
      8,
      () =>
        np.random
          .default_rng(1)
          .random(m)
          .mul(np.random.default_rng(2).uniform(-1, 1, m))
          .sum()
          .item(),
    ],
    [
      'points in a circle',
      8,
      () => {
        const r = np.random.default_rng(3)
        const [p, q] = [r.random(m), r.random(m)]
        return p.mul(p).add(q.mul(q)).leq(1).mean().item()
      },
    ],
    ['what a mask selects', 8, () => np.compress(positive, a).sum().item()],
    ['its mean', 8, () => np.mean(np.compress(positive, a)).item()],
    ['what one mask selects of two arrays', 8, () => np.compress(positive, a).mul(np.compress(positive, b)).sum().item()],
    ['a product', 8, () => np.matmul(x, w).exp().sum().item()],
    // Beside the result.
    ['a layer', 8 + (10_000 * 600 * 8) / MIB, () => np.maximum(np.matmul(x, w).add(b.slice(':600')), 0).evaluate()],
  ])('%s', (_, most, work) => {
    work()
    expect(peakOf(work) / MIB).toBeLessThan(most + 1)
  })

  test('of what is wanted for itself, or twice, all is there', () => {
    const r = np.random.default_rng(4)
    const p = r.random(m)
    const total = p.sum()
    np.evaluate(p, total)
    expect(p.isEvaluated).toBe(true)
    expect(total.item()).toBe(p.sum().item())
    const q = np.random.default_rng(5).random(m)
    const before = np.stats()
    const spread = q.sub(q.mean()).abs().sum().item()
    expect(np.stats({ since: before }).calls).toBe(1)
    const known = q.clone().evaluate()
    expect(spread).toBe(known.sub(known.mean()).abs().sum().item())
  })
})

test('what is told of it: pieces, and the loop and the call once', () => {
  const sum = np.random.default_rng(1).random(3_000_000).sqrt().sum()
  const before = np.stats()
  sum.evaluate()
  const { calls, bytesRead } = np.stats({ since: before })
  expect({ calls, bytesRead }).toEqual({ calls: 1, bytesRead: 24_000_000 })
  expect(sum.explain()).toMatch(/call of draw: 3000000 elements .*\n {2}ran: wasm, [\d.]+ ms, in 3 pieces/)
  expect(sum.explain().match(/in 3 pieces/g)).toHaveLength(2)
})

describe.each(['wasm', 'js'] as const)('what is interrupted between pieces can be evaluated again, in %s', (tier) => {
  const make = (): np.NdArray => np.random.default_rng(1).random(3_000_000).sqrt().sum()

  test('by a time limit', () => {
    forceTier(tier)
    const held = np.stats().bytesHeld
    const sum = make()
    expect(() => sum.evaluate({ timeLimit: 0.001 })).toThrow(np.TimeLimitError)
    expect(np.stats().bytesHeld - held).toBeLessThan(MIB)
    expect(sum.item()).toBe(make().evaluate().item())
  })

  test('by a signal, at each of its turns', async () => {
    forceTier(tier)
    const held = np.stats().bytesHeld
    const sum = make()
    for (const turns of [0, 1, 2]) {
      const abort = new AbortController()
      let told = 0
      const onProgress = (): void => {
        if (told++ === turns) abort.abort(new Error('enough'))
      }
      await expect(sum.evaluateAsync({ signal: abort.signal, onProgress })).rejects.toThrow('enough')
      expect(np.stats().bytesHeld - held).toBeLessThan(MIB)
    }
    await sum.evaluateAsync()
    expect(sum.item()).toBe(make().item())
  })
})

test('an assignment to what was there before is not made in pieces, between which it could be left half written', () => {
  forceTier('wasm')
  forcePiece(20_000)
  const n = 300_000
  const x = np.zeros([n]).evaluate()
  const value = drawn(1, n - 1).add(1)
  const before = np.stats()
  x.slice('1:').assign(value)
  x.evaluate()
  // The numbers, and what is stored of them.
  expect(np.stats({ since: before }).kernelRuns).toBe(2)
  expect(x.slice('1:').geq(1).all()).toBe(true)
})

test('operands written between pieces are read as they were', async () => {
  forcePiece(4096)
  const x = np.arange(100_000).evaluate()
  const held = x.geq(50_000)
  const sum = np.compress(held, x).mul(2).sum()
  const wanted = np.arange(50_000, 100_000).mul(2).sum().item()
  const done = sum.evaluateAsync()
  await new Promise(setImmediate)
  x.assign(0)
  await done
  expect(sum.item()).toBe(wanted)
})

test.each([0, 1, 4, 7])('a thread that is lost with piece %i may write to what nobody reads', (at) => {
  forceTier('wasm')
  forcePiece(8192)
  const compute = (): string[] => {
    const x = drawn(21, 60_001)
    const all = [x.mul(2), x.sum()]
    np.evaluate(...all)
    return bitsOf(all)
  }
  const wanted = compute()
  let end = (): void => {}
  const safe = new Promise<void>((resolve) => {
    end = resolve
  })
  let runs = 0
  const { run } = team
  vi.spyOn(team, 'run').mockImplementation((job: Job) => {
    if (runs++ === at) {
      job.lost(safe)
      throw new WriterLostError()
    }
    run(job)
  })
  expect(compute()).toEqual(wanted)
  // All pieces are computed again.
  expect(runs).toBe(at + 1 + 8)
  end()
})
