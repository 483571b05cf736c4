import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterEach, expect, test, vi } from 'vitest'
import * as np from 'weldarray'

// Counters over a time, places that force graphs, events, entries of the timeline: each tells what was done, and only if asked for.

const rng = np.random.default_rng(3)

/** Calls `work` and gives what was published on a channel meanwhile. */
function heard<T>(name: string, work: () => void): T[] {
  const events: T[] = []
  const listen = (event: unknown) => void events.push(event as T)
  subscribe(name, listen)
  try {
    work()
  } finally {
    unsubscribe(name, listen)
  }
  return events
}

afterEach(() => {
  np.configure({ warn: 'off', profile: false })
  vi.restoreAllMocks()
})

test('stats({ since }) is what happened after an earlier look', () => {
  const [a, b] = [rng.random(3000).evaluate(), rng.random(3000).evaluate()]
  const work = () => a.mul(b).add(0.75).sqrt().sub(2).evaluate()
  work()
  const before = np.stats()
  for (let i = 0; i < 10; i++) work()
  const passed = np.stats({ since: before })
  expect(passed).toMatchObject({
    recorded: 40,
    evaluationsExplicit: 10,
    evaluationsImplicit: 0,
    loops: 10,
    plansMade: 0,
    plansFound: 10,
  })
  expect(passed.hitRates.plans).toBe(1)
  // Two arrays are read and one is written, whole.
  expect(passed.bytesRead).toBe(10 * 2 * 24_000)
  expect(passed.bytesWritten).toBe(10 * 24_000)
  expect(passed.bytesHeld).toBe(np.stats().bytesHeld)
  expect(np.stats({ since: np.stats() }).hitRates).toEqual({ plans: null, kernels: null, disk: null })
  expect(() => np.stats({ since: 3 as never })).toThrow(np.ValueError)
})

test('bytes are counted once for an element, whatever is repeated, and results of reductions are written', () => {
  const [m, row] = [rng.random([50, 40]).evaluate(), rng.random(40).evaluate()]
  const before = np.stats()
  m.sub(row).sum(1).evaluate()
  const { bytesRead, bytesWritten, loops } = np.stats({ since: before })
  expect([loops, bytesRead, bytesWritten]).toEqual([1, 8 * (2000 + 40), 8 * 50])
})

test('fallbacks since an earlier look are those that came after it', () => {
  np.vectorize((x: number) => x)([1])
  const before = np.stats()
  expect(np.stats({ since: before }).fallbacks).toEqual({})
})

test('each place that forces a graph is told of once, with its stack, and counted', () => {
  const told: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
  np.configure({ warn: 'implicit' })
  const before = np.stats()
  const forces = (x: np.NdArray) => x.add(1).mul(2).get(0)
  const forcesToo = (x: np.NdArray) => x.sum().item()
  const x = rng.random(500).evaluate()
  for (let i = 0; i < 5; i++) forces(x)
  forcesToo(x)
  x.add(3).evaluate()
  expect(told.length).toBe(2)
  expect(told[0]).toMatch(
    /^weldarray: get looks at elements, and so computes 2 pending operations\n {4}at forces \(.*what-is-done-can-be-watched/,
  )
  expect(told[1]).toMatch(/^weldarray: item looks at elements, and so computes 1 pending operation\n {4}at forcesToo /)
  const { implicitPlaces } = np.stats({ since: before })
  expect(Object.values(implicitPlaces)).toEqual([5, 1])
  expect(Object.keys(implicitPlaces)[0]).toMatch(/^at forces /)
})

test('places are lines of the program, also where the engine or a method of ours is between', () => {
  const told: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
  np.configure({ warn: 'implicit' })
  const before = np.stats()
  const x = rng.random(500).evaluate()
  const iterates = () => {
    for (const first of x.add(1)) return first
    return null
  }
  const spreads = () => Array.from(x.add(2))
  const printed = () => String(x.add(3))
  const all = () => x.gt(0).all()
  for (const look of [iterates, spreads, printed, all]) look()
  expect(Object.keys(np.stats({ since: before }).implicitPlaces).map((place) => place.split(' ')[1])).toEqual([
    'iterates',
    'spreads',
    'printed',
    'all',
  ])
  expect(told.map((text) => text.split(' ')[1])).toEqual(['iterator', 'iterator', 'toPrimitive', 'all'])
})

test('evaluations are events for who subscribes, and short ones are not timed for anybody else', () => {
  const x = rng.random(2000).evaluate()
  const work = () => x.mul(3).add(7).evaluate()
  work()
  const [event, ...more] = heard<np.EvaluationEvent>('weldarray:evaluation', work)
  expect(more).toEqual([])
  expect(event).toMatchObject({ reason: 'explicit', results: 1 })
  expect(event!.loops.map(({ fused, lengths, bytesIn, bytesOut }) => ({ fused, lengths, bytesIn, bytesOut }))).toEqual([
    { fused: ['mul', 'add'], lengths: [2000], bytesIn: 16_000, bytesOut: 16_000 },
  ])
  expect(heard<np.EvaluationEvent>('weldarray:evaluation', () => x.mul(3).add(9).get(0))[0]).toMatchObject({ reason: 'implicit' })
  expect(work().explain()).toContain('too short to be looked at')
})

test('plans are events, one for each structure', () => {
  const x = rng.random(2000)
  const work = (k: number) => void x.mul(k).sub(x.cbrt()).log1p().evaluate()
  const events = heard<np.PlanEvent>('weldarray:plan', () => {
    work(1.5)
    work(2.5)
  })
  expect(events.length).toBe(1)
  expect(events[0]).toMatchObject({ loops: 1 })
})

test('replays of compiled functions are events too', () => {
  const f = np.compile((u: np.NdArray) => u.mul(2).add(5))
  const x = rng.random(500)
  f(x)
  const events = heard<np.EvaluationEvent>('weldarray:evaluation', () => void f(x))
  expect(events.map((e) => e.loops.map((l) => l.fused.join()))).toEqual([['mul,add']])
})

test('the times of chunks cover all of a loop, each on one thread', () => {
  const x = rng.random(3_000_000).evaluate()
  const work = () => void x.mul(2).add(1).sqrt().evaluate()
  work()
  const [event] = heard<np.EvaluationEvent>('weldarray:evaluation', work)
  const [loop] = event!.loops
  const units = loop!.units!.toSorted((a, b) => a.unit - b.unit)
  expect(units.map((u) => u.unit)).toEqual(units.map((_, i) => i))
  expect(units.length).toBeGreaterThan(1)
  for (const { thread, start, end } of units) {
    expect(thread).toBeLessThan(Number(process.env.WELDARRAY_THREADS))
    expect(end).toBeGreaterThanOrEqual(start)
  }
})

test('calls of the library are part of an evaluation’s event, with the chunks of their kernels', () => {
  const x = rng.random([500, 400]).evaluate()
  const work = () => np.matmul(x.mul(2), x.T).add(1).evaluate()
  work()
  const [event] = heard<np.EvaluationEvent>('weldarray:evaluation', () => void work())
  const [call, ...more] = event!.calls
  expect(more).toEqual([])
  expect(call).toMatchObject({ op: 'matmul', operands: ['float64[500,400]', 'float64[400,500]'], tier: 'wasm' })
  expect([call!.bytesIn, call!.bytesOut]).toEqual([2 * 500 * 400 * 8, 500 * 500 * 8])
  expect(call!.units!.length).toBeGreaterThan(0)
  expect(call!.units!.map((u) => u.unit).sort((a, b) => a - b)).toEqual(call!.units!.map((_, i) => i))
  for (const { thread, start, end } of call!.units!) {
    expect(thread).toBeLessThan(Number(process.env.WELDARRAY_THREADS))
    expect(start).toBeGreaterThanOrEqual(call!.start)
    expect(end).toBeLessThanOrEqual(call!.start + call!.ms + 1)
  }
  // Loops and calls are told of one after the other, as they ran.
  expect(event!.loops.map((l) => l.fused.join())).toEqual(['mul', 'add'])
  expect(work().explain()).toMatch(
    /fused: mul\n.*\n {2}ran: .*call of matmul: 250000 elements from .*\n {2}ran: wasm, .*fused: add\n.*time: 2 loops and 1 call, /s,
  )
})

test('functions that compute at once are events, by the name they were called by', () => {
  const a = rng.random([200, 200]).evaluate()
  const calls = (work: () => void) => heard<np.CallEvent>('weldarray:call', work)
  const [inv, ...more] = calls(() => void np.linalg.inv(a))
  expect(more).toEqual([])
  expect(inv).toMatchObject({ op: 'inv', operands: ['float64[200,200]'], tier: 'wasm', bytesIn: 320_000, bytesOut: 320_000 })
  expect(inv!.ms).toBeGreaterThan(0)
  expect(inv!.units!.map((u) => u.unit)).toEqual(inv!.units!.map((_, i) => i))
  expect(inv!.units!.length).toBeGreaterThan(1)
  expect(calls(() => void rng.standard_normal([50, 40]))).toMatchObject([
    { op: 'standard_normal', operands: [], bytesOut: 16_000 },
  ])
  expect(calls(() => void new np.random.RandomState(3).gamma(2, 1, 100))).toMatchObject([
    { op: 'gamma', tier: 'js', bytesOut: 800 },
  ])
  // What is made of others is told of by its own name; lists of arrays are read and made, too.
  expect(calls(() => void np.linalg.tensorinv(a.slice(':4, :4'), 1))).toMatchObject([{ op: 'tensorinv' }])
  expect(calls(() => void np.linalg.slogdet(a))).toMatchObject([{ op: 'slogdet', bytesOut: 16 }])
  expect(calls(() => void np.concatenate([np.ones(300), np.ones(200)]))).toMatchObject([
    { op: 'concatenate', operands: ['float64[300]', 'float64[200]'], bytesIn: 4000, bytesOut: 4000 },
  ])
  // Few elements are sorted at once.
  expect(calls(() => void np.sort(a.slice('0')))).toMatchObject([{ op: 'sort', operands: ['float64[200]'] }])
  expect(calls(() => void np.bincount(np.array([1, 2, 2], 'int32')))).toMatchObject([{ op: 'bincount' }])
})

test('what is recorded, fails or is not listened to is no event', () => {
  const a = rng.random([300, 300]).evaluate()
  const calls = (work: () => void) => heard<np.CallEvent>('weldarray:call', work).map((c) => c.op)
  expect(calls(() => void np.matmul(a, np.add(a, 1)))).toEqual([])
  expect(calls(() => expect(() => np.linalg.inv(np.zeros([3, 3]))).toThrow(np.linalg.LinAlgError))).toEqual([])
  expect(calls(() => void np.linalg.det(a))).toEqual(['det'])
  const events: unknown[] = []
  const listen = (event: unknown) => void events.push(event)
  subscribe('weldarray:call', listen)
  unsubscribe('weldarray:call', listen)
  np.linalg.det(a)
  expect(events).toEqual([])
})

test('what a function has evaluated is told of by itself', () => {
  const a = rng.random([60, 60]).evaluate()
  const names: string[] = []
  const calls = heard<np.CallEvent>('weldarray:call', () => {
    for (const { loops } of heard<np.EvaluationEvent>('weldarray:evaluation', () => void np.linalg.inv(a.mul(3).add(1))))
      names.push(...loops.map((l) => l.fused.join()))
  })
  expect(names).toEqual(['mul,add'])
  expect(calls.map((c) => c.op)).toEqual(['inv'])
})

test('with the setting profile, evaluations, loops and calls are on the timeline', () => {
  const x = rng.random(2000).evaluate()
  performance.clearMeasures()
  x.mul(4).add(7).evaluate()
  expect(performance.getEntriesByType('measure')).toEqual([])
  np.configure({ profile: true })
  x.mul(5).add(7).evaluate()
  const names = performance.getEntriesByType('measure').map((m) => m.name)
  expect(names.sort()).toEqual(['weldarray evaluation', 'weldarray loop mul add'])
  performance.clearMeasures()
  np.sort(rng.random(5000)).evaluate()
  expect(performance.getEntriesByType('measure').map((m) => m.name)).toContain('weldarray call sort')
  performance.clearMeasures()
  np.linalg.inv(rng.random([30, 30]))
  expect(performance.getEntriesByType('measure').map((m) => m.name)).toContain('weldarray call inv')
  performance.clearMeasures()
  expect(() => np.configure({ warn: 'all' as never })).toThrow(/warn: got 'all', expected 'implicit' or 'off'/)
})
