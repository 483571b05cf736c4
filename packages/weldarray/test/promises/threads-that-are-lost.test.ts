import { afterEach, expect, it, vi } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'
import { heap } from '../../../runtime/dist/heap/heap.js'
import { type Job, team, WriterLostError } from '../../../runtime/dist/team/team.js'

afterEach(() => {
  vi.restoreAllMocks()
  forceTier('auto')
})

/** Memory the kernel goes by, as words: it begins with lengths and addresses. */
const addresses: number[] = []

/** The first run, or another one, loses a thread that may write until `end` is called; the others run. */
function loseOnce(at = 0): { end(): void; runs: number } {
  addresses.length = 0
  const state = { end: (): void => {}, runs: 0 }
  const safe = new Promise<void>((resolve) => {
    state.end = resolve
  })
  const { run, runAsync } = team
  const lose = (job: Job): void => {
    addresses.push(job.params)
    if (state.runs++ !== at) return
    job.lost(safe)
    throw new WriterLostError()
  }
  vi.spyOn(team, 'run').mockImplementation((job) => {
    lose(job)
    run(job)
  })
  vi.spyOn(team, 'runAsync').mockImplementation(async (job, options) => {
    lose(job)
    await runAsync(job, options)
  })
  return state
}

it.each(['waiting', 'not waiting'])(
  'a running total that loses a thread in its second phase begins with the first again (%s)',
  async (how) => {
    forceTier('wasm')
    const n = 200_000
    const x = np.arange(n).evaluate()
    const state = loseOnce(1)
    const y = np.cumsum(x.mul(2)).add(1)
    if (how === 'waiting') y.evaluate()
    else await y.evaluateAsync()
    expect(state.runs).toBe(4)
    expect(y.get(n - 1)).toBe(n * (n - 1) + 1)
    expect(y.get(n / 2 - 1)).toBe((n / 2) * (n / 2 - 1) + 1)
    state.end()
  },
)

it.each(['waiting', 'not waiting'])('an evaluation that loses a thread is done again in other memory (%s)', async (how) => {
  forceTier('wasm')
  const x = np.arange(200_000)
  x.evaluate()
  const quarantined = vi.spyOn(heap, 'quarantine')
  const state = loseOnce()
  const y = x.mul(3).add(1)
  const s = y.sum()
  if (how === 'waiting') np.evaluate(y, s)
  else await np.evaluateAsync([y, s])
  expect(state.runs).toBeGreaterThan(1)
  expect(addresses[1]).not.toBe(addresses[0])
  expect(s.item()).toBe(3 * 19_999_900_000 + 200_000)
  expect(y.get(199_999)).toBe(599_998)
  // That of the parameters and of both results was put aside.
  const aside = quarantined.mock.calls.map(([block]) => block)
  expect(aside.map((block) => block.address)).toContain(addresses[0])
  expect(aside.filter((block) => block.bytes === 8 * 200_000)).toHaveLength(1)
  expect(aside.length).toBeGreaterThanOrEqual(3)
  // Nor does a later one get that memory, until the thread has ended.
  const before = addresses[0]
  for (let i = 0; i < 20; i++) x.mul(3).add(i).evaluate()
  expect(addresses.slice(1)).not.toContain(before)
  state.end()
})

it('an assignment to part of an array stays in that array', async () => {
  forceTier('wasm')
  const x = np.zeros([200_000])
  const held = x.slice('100:')
  held.assign(1)
  np.evaluate(x, held)
  const state = loseOnce()
  held.assign(np.arange(199_900).mul(2))
  x.evaluate()
  expect(state.runs).toBeGreaterThan(1)
  expect(x.get(99)).toBe(0)
  expect([held.get(5), x.get(105), x.get(199_999)]).toEqual([10, 10, 2 * 199_899])
  state.end()
  await new Promise(setImmediate)
  const others = Array.from({ length: 8 }, (_, i) => np.ones([200_000]).mul(i).evaluate())
  expect(others[7]!.get(0)).toBe(7)
  expect(x.sum().item()).toBe(199_900 * 199_899)
})

// Kernels that are a single call run on the calling thread: nothing can be lost there.
const numbers = np.random.default_rng(7).random(40_000)
const counts = np.random.default_rng(7).integers(0, 100, 150_000, { dtype: 'int32' }) as np.NdArray
const matrix = np.random.default_rng(8).random([400, 400])
const library: Record<string, () => np.NdArray> = {
  sort: () => np.sort(numbers),
  argsort: () => np.argsort(numbers),
  take: () => np.take(numbers, np.arange(20_000)),
  compress: () => np.compress(numbers.gt(0.5), numbers),
  nonzero: () => np.nonzero(numbers.gt(0.5))[0]!,
  cumsum: () => np.cumsum(numbers),
  matmul: () => np.matmul(numbers.reshape(200, 200), numbers.reshape(200, 200)),
  bincount: () => np.bincount(counts),
  concatenate: () => np.concatenate([numbers, numbers]),
  'a generator': () => np.random.default_rng(3).random(40_000),
  inv: () => np.linalg.inv(matrix),
  eigh: () => np.linalg.eigh(matrix)[1],
  svd: () => np.linalg.svd(matrix)[0],
}

/** Those that write large results, or parts of them, from the beginning. */
const writesMuch = new Set(['sort', 'argsort', 'cumsum', 'matmul', 'concatenate', 'a generator', 'inv'])

it.each(Object.keys(library))('a kernel of the library that loses a thread is run again in other memory (%s)', (name) => {
  forceTier('wasm')
  np.evaluate(numbers, counts, matrix)
  const wanted = library[name]!().tolist()
  const quarantined = vi.spyOn(heap, 'quarantine')
  // What is evaluated before the kernel is not what this is about.
  const state = loseOnce()
  const result = library[name]!()
  expect(result.tolist()).toEqual(wanted)
  expect(state.runs).toBeGreaterThan(1)
  expect(addresses[1]).not.toBe(addresses[0])
  // What it writes to, besides the block that its parameters and tables are in.
  const large = new Set(quarantined.mock.calls.flatMap(([block]) => (block.bytes > 10_000 ? [block.address] : [])))
  if (writesMuch.has(name)) expect(large.size).toBeGreaterThanOrEqual(2)
  state.end()
})

// What a worker had begun when it ended is done once more, in the same memory.
it.each(Object.entries(library))('each piece of %s may be done again', (_, call) => {
  forceTier('wasm')
  const wanted = call().tolist()
  const { run } = team
  const twice = vi.spyOn(team, 'run').mockImplementation((job) => {
    run(job)
    run(job)
  })
  expect(call().tolist()).toEqual(wanted)
  expect(twice).toHaveBeenCalled()
})
