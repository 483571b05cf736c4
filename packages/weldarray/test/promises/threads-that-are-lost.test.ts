import { afterEach, expect, it, vi } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'
import { type Job, team, WriterLostError } from '../../../runtime/dist/team/team.js'

afterEach(() => {
  vi.restoreAllMocks()
  forceTier('auto')
})

/** Memory the kernel goes by, as words: it begins with lengths and addresses. */
const addresses: number[] = []

/** The first run loses a thread that may write until `end` is called; the others run. */
function loseOnce(): { end(): void; runs: number } {
  addresses.length = 0
  const state = { end: (): void => {}, runs: 0 }
  const safe = new Promise<void>((resolve) => {
    state.end = resolve
  })
  const { run, runAsync } = team
  const lose = (job: Job): void => {
    addresses.push(job.params)
    if (state.runs++ > 0) return
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

it.each(['waiting', 'not waiting'])('an evaluation that loses a thread is done again in other memory (%s)', async (how) => {
  forceTier('wasm')
  const x = np.arange(200_000)
  x.evaluate()
  const state = loseOnce()
  const y = x.mul(3).add(1)
  const s = y.sum()
  if (how === 'waiting') np.evaluate(y, s)
  else await np.evaluateAsync([y, s])
  expect(state.runs).toBeGreaterThan(1)
  expect(addresses[1]).not.toBe(addresses[0])
  expect(s.item()).toBe(3 * 19_999_900_000 + 200_000)
  expect(y.get(199_999)).toBe(599_998)
  // Nor does a later one get that memory, until the thread has ended.
  const before = addresses[0]
  for (let i = 0; i < 20; i++) x.mul(3).add(i).evaluate()
  expect(addresses.slice(1)).not.toContain(before)
  state.end()
})
