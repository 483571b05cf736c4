import { afterEach, describe, expect, it, vi } from 'vitest'
import * as np from 'weldarray'

const MIB = 2 ** 20
/** Twice the memory that there is, and no round number. */
const N = 2 ** 21 + 4097
const MEMORY = 8 * MIB

afterEach(() => np.configure({ maxMemory: '4G', spill: true }))

const within = <T>(maxMemory: number | string, run: () => T): T => {
  np.configure({ maxMemory })
  try {
    return run()
  } finally {
    np.configure({ maxMemory: '4G' })
  }
}

type Make = () => np.NdArray
const part = (seed: number): np.NdArray => np.random.default_rng(seed).random(100_003)
/** Made with all memory there is, before there is little of it. */
const parts = Array.from({ length: 21 }, (_, k) => part(k).evaluate())

const sources: Record<string, Make> = {
  arange: () => np.arange(N).mul(0.1),
  linspace: () => np.linspace(-1, 1, N),
  full: () => np.full([N], 0.1),
  random: () => np.random.default_rng(7).random(N),
  'random, of two axes': () => np.random.default_rng(7).random([3, 700_001]),
  'uniform numbers': () => np.random.default_rng(8).uniform(-1, 3, N) as np.NdArray,
  'parts one after the other': () => np.concatenate(parts),
  'parts side by side': () => np.stack(parts, 1),
  'a tile': () => np.tile(parts[0]!, 21),
  repeats: () => np.repeat(parts[0]!, 21),
  'elements taken by index': () => np.take(parts[0]!, np.arange(N).mod(100_003).astype('int32')),
  'an outer product': () => parts[0]!.reshape(-1, 1).mul(np.arange(21)),
}

const reductions: Record<string, (x: np.NdArray) => np.NdArray | number | boolean> = {
  sum: (x) => x.mul(1.1).sum(),
  mean: (x) => x.mean(),
  std: (x) => x.std(),
  max: (x) => x.sin().max(),
  argmax: (x) => x.cos().argmax(),
  any: (x) => x.gt(0.95).any(),
  'sums of rows': (x) => x.reshape(-1).slice(':2100000').reshape(-1, 30).sum(1).mul(2).max(),
  'sums of long rows': (x) => x.reshape(-1).slice(':2100000').reshape(3, -1).sum(1).prod(),
  'sums of columns': (x) => x.reshape(-1).slice(':2100000').reshape(-1, 7).sum(0).prod(),
  'sums of two axes that are no neighbours': (x) => x.reshape(-1).slice(':2100000').reshape(1000, 7, 300).sum([0, 2]).prod(),
  'a sum of what was subtracted a largest': (x) => x.sub(x.max()).exp().sum(),
}

/** All of them for some sources; for the others what makes pieces of another kind. */
const ALL: readonly string[] = ['arange', 'random']
const FEW: readonly string[] = ['sum', 'std', 'argmax', 'any']

const valueOf = (r: np.NdArray | number | boolean): unknown => (typeof r === 'object' ? r.item() : r)

describe('what is reduced in the end is computed in pieces where it does not fit, to the same bits', () => {
  for (const [source, make] of Object.entries(sources))
    it(source, { timeout: 120_000 }, () => {
      const names = ALL.includes(source) ? Object.keys(reductions) : FEW
      const values = (): unknown[] => names.map((name) => [name, valueOf(reductions[name]!(make()))])
      expect(within(MEMORY, values)).toEqual(values())
    })

  it('random numbers that are drawn later: the stream goes on behind them', () => {
    const draw = (): unknown[] => {
      const rng = np.random.default_rng(3)
      const many = rng.random(N)
      return [rng.random(), many.max().item(), many.slice('5:9').tolist(), many.slice('-1:').tolist(), many.sum().item()]
    }
    expect(within(MEMORY, draw)).toEqual(draw())
  })

  it('an expression that is held and looked at again and again', () => {
    const look = (): unknown[] => {
      const x = np.random.default_rng(3).random(N).mul(2)
      return [x.mean().item(), x.std().item(), x.max().item(), x.slice('-1:').item(), x.min().item()]
    }
    expect(within(MEMORY, look)).toEqual(look())
  })

  it('without waiting, told how far it is', async () => {
    const told: number[] = []
    np.configure({ maxMemory: MEMORY })
    const total = np.random.default_rng(7).random(N).mul(2).sum()
    await total.evaluateAsync({ onProgress: (part) => told.push(part) })
    np.configure({ maxMemory: '4G' })
    expect(total.item()).toBe(np.random.default_rng(7).random(N).mul(2).sum().item())
    expect(told.length).toBeGreaterThan(20)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('operands that fit one by one and not together are read from the file in pieces', () => {
    np.configure({ maxMemory: 10 * MIB })
    const n = (4 * MIB) / 8
    const all = [1, 2, 3].map((k) => np.arange(n).add(k).evaluate())
    expect(np.stats().bytesSpilled).toBeGreaterThan(0)
    const got = all[0]!.mul(all[1]!).add(all[2]!).sum().item()
    np.configure({ maxMemory: '4G' })
    expect(got).toBe(np.arange(n).add(1).mul(np.arange(n).add(2)).add(np.arange(n).add(3)).sum().item())
    for (const x of all) x.dispose()
  })
})

describe('what needs all elements at once is refused', () => {
  it.each<[string, (x: np.NdArray) => unknown]>([
    ['the elements themselves', (x) => x.evaluate()],
    ['running sums', (x) => x.cumsum().max().item()],
    ['sorted elements', (x) => np.sort(x).max().item()],
    [
      'a transpose of what is not there',
      (x) => np.sqrt(x.slice(':2100000').reshape(3, -1)).T.reshape(-1).mul(np.arange(2_100_000)).cumsum().sum().item(),
    ],
  ])('%s', (_, use) => {
    const x = np.random.default_rng(1).random(N)
    const refused = (): unknown => within(MEMORY, () => use(np.random.default_rng(1).random(4 * N)))
    expect(refused).toThrow(np.MemoryLimitError)
    expect(refused).toThrow(/more than all memory for arrays.*large-arrays/)
    expect(x.get(0)).toBe(0.5118216247002567)
  })
})

it('a small array that cannot be had while pieces are made is no memory, and the evaluation works again', () => {
  // Not in order, so that no loop has them drawn piece by piece.
  const backwards = (): np.NdArray => np.random.default_rng(7).random(N).slice('::-1').sum()
  const wanted = backwards().item()
  const refused = vi.spyOn(BigUint64Array, 'of')
  try {
    within(MEMORY, () => {
      const sum = backwards()
      refused.mockImplementation(() => {
        throw new RangeError('Array buffer allocation failed')
      })
      expect(() => sum.item()).toThrow(np.MemoryLimitError)
      refused.mockRestore()
      expect(sum.item()).toBe(wanted)
    })
  } finally {
    refused.mockRestore()
  }
})
