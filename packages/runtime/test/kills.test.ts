import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { afterAll, expect, it } from 'vitest'
import { configure, settings } from '../dist/config/config.js'
import { counters } from '../dist/config/counters.js'
import { forgetLosses } from '../dist/team/lifecycle.js'
import { shutdown, team } from '../dist/team/team.js'
// @ts-expect-error plain JavaScript, which the programs started by tests use too
import { testJob } from './fixtures/test-job.mjs'

/** `WELDARRAY_TEST_KILLS_MS=600000` goes on for ten minutes. */
const MS = Number(process.env.WELDARRAY_TEST_KILLS_MS ?? 4000)

const before = settings.threads
afterAll(async () => {
  configure({ threads: before })
  await shutdown()
})

function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const workers = new Set<Worker>()
function note(worker: Worker): void {
  workers.add(worker)
  worker.once('exit', () => workers.delete(worker))
}

it(
  'whatever workers are killed, and when: every job ends, and what it computed is right',
  async () => {
    const random = randomFrom(Number(process.env.WELDARRAY_TEST_SEED))
    configure({ threads: 3 })
    process.on('worker', note)
    const until = performance.now() + MS
    let killed = 0
    const tally = { right: 0, wrong: 0, aborted: 0 }
    const killing = (async () => {
      while (performance.now() < until) {
        await delay(random(60))
        for (const worker of workers) if (random(2) === 0) void worker.terminate().then(() => killed++)
        await delay(random(200))
        forgetLosses()
      }
    })()
    while (performance.now() < until) {
      if (random(20) === 0) configure({ threads: 1 + random(4) })
      const shape = {
        rows: 1 + random(60),
        cols: 1 + random(20),
        steps: [1 + random(3), 1, 1 + random(20)],
        spins: 10 ** random(7),
      }
      const jobs = Array.from({ length: 1 + random(3) }, () => testJob(shape))
      const running = jobs.map((job) => {
        const signal = random(5) === 0 ? AbortSignal.timeout(random(20)) : undefined
        return team.runAsync(job, { signal }).then(
          () => (job.isRight() ? 'right' : 'wrong'),
          (error) => {
            if (error !== signal?.reason) throw error
            return 'aborted'
          },
        )
      })
      if (random(2) === 0) await delay(random(10))
      const job = testJob(shape)
      team.run(job)
      tally[job.isRight() ? 'right' : 'wrong']++
      for (const end of await Promise.all(running)) tally[end as keyof typeof tally]++
    }
    await killing
    process.off('worker', note)
    expect(tally.wrong).toBe(0)
    expect(tally.right).toBeGreaterThan(10)
    expect(killed).toBeGreaterThan(0)
    expect(counters.dispatches).toBeGreaterThan(0)
  },
  MS + 30_000,
)
