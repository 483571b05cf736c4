import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { KernelError } from '@weldarray/ir'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { configure, settings } from '../dist/config/config.js'
import { counters } from '../dist/config/counters.js'
import { heap } from '../dist/heap/heap.js'
import { scratchAddress } from '../dist/team/calling-thread.js'
import { Recovery } from '../dist/team/lifecycle.js'
import { shutdown, team, WriterLostError } from '../dist/team/team.js'
// @ts-expect-error plain JavaScript, which the programs started by tests use too
import { meetWorker, testJob } from './fixtures/test-job.mjs'
import { runScript } from './run-script.js'

const before = settings.threads
beforeEach(() => configure({ threads: 2 }))
afterEach(() => configure({ threads: before }))
afterAll(() => shutdown())

describe('scratch of the calling thread', () => {
  it('stays what it is when more is asked for: a job may go by it between turns of the event loop', () => {
    const bytes = 100_000
    const address = scratchAddress(bytes)
    expect(scratchAddress(8 * bytes)).not.toBe(address)
    const blocks = Array.from({ length: 8 }, () => heap.alloc(bytes))
    for (const b of blocks) expect(b.address + b.bytes <= address || b.address >= address + bytes).toBe(true)
    for (const b of blocks) heap.free(b)
  })
})

describe('a synchronous job', () => {
  it('covers the whole space, whatever the number of threads and the shape of chunks', () => {
    for (const threads of [1, 2, 3])
      for (const [rows, blocks, cols, steps] of [
        [10, 1, 1000, [3, 1, 64]],
        [7, 5, 33, [2, 2, 10]],
        [1, 1, 5, [1, 1, 5]],
        [20_000, 1, 1, [1, 1, 1]],
        [0, 1, 5, [1, 1, 1]],
      ]) {
        configure({ threads })
        const job = testJob({ rows, blocks, cols, steps })
        team.run(job)
        expect(job.isRight(), `${threads} threads, ${rows} × ${blocks} × ${cols}`).toBe(true)
      }
  })

  it('stays on the calling thread if it is one chunk, or if there is one thread', () => {
    const { dispatches } = counters
    team.run(testJob({ rows: 5, cols: 5, steps: [5, 1, 5] }))
    configure({ threads: 1 })
    team.run(testJob({ rows: 50 }))
    expect(counters.dispatches).toBe(dispatches)
  })

  it('is shared with workers, also after they have left and in a program that never yields', async () => {
    const { own, other } = meetWorker(team)
    await delay(150)
    expect(meetWorker(team)).toEqual({ own, other })
    const until = performance.now() + 120
    while (performance.now() < until);
    expect(meetWorker(team)).toEqual({ own, other })
  })

  it('finishes what a worker traps at, and throws if it traps here too', () => {
    const { other } = meetWorker(team)
    const { teamsLost } = counters
    const job = testJob({ rows: 32, spins: 20_000, mode: 2, trouble: other })
    team.run(job)
    expect(job.isRight()).toBe(true)
    expect(() => team.run(testJob({ rows: 8, mode: 3 }))).toThrow(KernelError)
    expect(meetWorker(team).other).toBe(other)
    expect(counters.teamsLost).toBe(teamsLost)
    configure({ threads: 1 })
    expect(() => team.run(testJob({ rows: 8, mode: 3 }))).toThrow(KernelError)
  })

  it('finishes alone when a worker hangs, and finds new workers later', () => {
    const { other } = meetWorker(team)
    const { teamsLost } = counters
    for (const end = performance.now() + 8000; counters.teamsLost === teamsLost && performance.now() < end; ) {
      const job = testJob({ rows: 32, spins: 20_000, mode: 1, trouble: other })
      team.run(job)
      expect(job.isRight()).toBe(true)
    }
    expect(counters.teamsLost).toBe(teamsLost + 1)
    expect(meetWorker(team).other).toBeDefined()
  })

  it('says which memory a thread that neither goes on nor ends may write to, and until when', async () => {
    await shutdown()
    const enders: (() => Promise<number>)[] = []
    const note = (worker: Worker) => {
      const { terminate } = worker
      enders.push(() => terminate.call(worker))
      worker.terminate = () => Promise.resolve(0)
    }
    process.on('worker', note)
    meetWorker(team)
    await delay(1)
    process.off('worker', note)
    const { other } = meetWorker(team)
    let safe: Promise<unknown> | undefined
    for (const end = performance.now() + 15_000; !safe && performance.now() < end; ) {
      const job = testJob({ rows: 32, spins: 20_000, mode: 1, trouble: other, lost: (until: Promise<unknown>) => (safe = until) })
      try {
        team.run(job)
        expect(job.isRight()).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(WriterLostError)
      }
    }
    let isSafe = false
    void safe!.then(() => (isSafe = true))
    await delay(50)
    expect(isSafe).toBe(false)
    await Promise.all(enders.map((end) => end()))
    await safe
    const job = testJob({ rows: 32 })
    team.run(job)
    expect(job.isRight()).toBe(true)
  })

  it('finishes alone when a worker is killed in the middle of a chunk', async () => {
    const killers: (() => void)[] = []
    const note = (worker: { terminate(): void }) => killers.push(() => worker.terminate())
    await shutdown()
    process.on('worker', note)
    meetWorker(team)
    await delay(1)
    // Only the worker hangs. It may come too late, when all is done, or be given up before it is killed: then again, with the one there is.
    let own: number
    let slow = testJob({ rows: 0 })
    let flying = Promise.resolve()
    do {
      await flying
      const met = meetWorker(team)
      own = met.own
      slow = testJob({ rows: 16, mode: 1, trouble: met.other })
      flying = team.runAsync(slow)
      while (slow.done() < 15) await delay(2)
    } while (slow.done() === 16)
    process.off('worker', note)
    expect(killers.length).toBeGreaterThan(0)
    for (const kill of killers) kill()
    const { teamsLost } = counters
    const job = testJob({ rows: 16 })
    team.run(job) // Drives the other to its end first.
    expect(slow.isRight()).toBe(true)
    expect(job.isRight()).toBe(true)
    expect(slow.threads()).toEqual([own])
    // Its death was seen, not its silence.
    if (process.platform === 'linux') expect(counters.teamsLost).toBe(teamsLost)
    await flying
    expect(meetWorker(team)).toBeDefined()
  })
})

it('starts workers again later and later while they do not last, and soon again once they have', () => {
  const recovery = new Recovery()
  const delays: number[] = []
  let now = 0
  const lives = (ms: number): void => {
    recovery.started(now)
    now += ms
    recovery.lost(now)
    delays.push(recovery.notBefore - now)
    now = recovery.notBefore
  }
  for (let i = 0; i < 14; i++) lives(10)
  expect(delays.slice(0, 3)).toEqual([50, 100, 200])
  expect(delays.at(-1)).toBe(60_000)
  lives(11_000)
  lives(10)
  expect(delays.slice(-2)).toEqual([50, 100])
})

describe('an asynchronous job', () => {
  it('lets the event loop turn, reports progress and is right', async () => {
    for (const threads of [1, 2]) {
      configure({ threads })
      let turns = 0
      const ticking = setInterval(() => turns++, 1)
      const seen: number[] = []
      const job = testJob({ rows: 400, spins: 100_000 })
      await team.runAsync(job, { onProgress: (done) => seen.push(done) })
      clearInterval(ticking)
      expect(job.isRight()).toBe(true)
      expect(turns).toBeGreaterThan(3)
      expect(seen.length).toBeGreaterThan(3)
      expect([...seen].sort((a, b) => a - b)).toEqual(seen)
      expect(seen.at(-1)).toBeLessThanOrEqual(1)
    }
  })

  it('stops when it is aborted, and nobody writes afterwards', async () => {
    for (const threads of [1, 2]) {
      configure({ threads })
      const job = testJob({ rows: 4000, spins: 100_000 })
      const controller = new AbortController()
      const flying = team.runAsync(job, { signal: controller.signal })
      setTimeout(() => controller.abort(), 20)
      await expect(flying).rejects.toMatchObject({ name: 'AbortError' })
      const done = job.done()
      expect(done).toBeLessThan(4000)
      await delay(20)
      expect(job.done()).toBe(done)
    }
    const reason = new Error('enough')
    await expect(team.runAsync(testJob({ rows: 4 }), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it.each([1, 2, 3])('ends at the chunks that are under way when it is aborted (%i threads)', async (threads) => {
    configure({ threads })
    if (threads > 1) meetWorker(team)
    for (let i = 0; i < 5; i++) {
      const job = testJob({ rows: 4000, spins: 20_000 })
      const controller = new AbortController()
      let atAbort = 0
      const flying = team.runAsync(job, {
        signal: controller.signal,
        onProgress: () => {
          if (controller.signal.aborted) return
          controller.abort()
          atAbort = job.done()
          // However long it takes until the evaluation has its turn again.
          const until = performance.now() + 20
          while (performance.now() < until);
        },
      })
      await expect(flying).rejects.toMatchObject({ name: 'AbortError' })
      // The calling thread begins no other, each worker ends that at which it is.
      expect(job.done() - atAbort).toBeLessThan(threads)
    }
  })

  it('is brought to its end by a synchronous one', async () => {
    const first = testJob({ rows: 400, spins: 50_000 })
    const flying = team.runAsync(first)
    await delay(2)
    const second = testJob({ rows: 10 })
    team.run(second)
    expect(first.isRight() && second.isRight()).toBe(true)
    await flying
  })

  it('waits for those before it', async () => {
    const jobs = Array.from({ length: 5 }, () => testJob({ rows: 50, spins: 1000 }))
    await Promise.all(jobs.map((job) => team.runAsync(job)))
    for (const job of jobs) expect(job.isRight()).toBe(true)
  })

  it('rejects if a chunk fails, or if onProgress does', async () => {
    await expect(team.runAsync(testJob({ rows: 9, mode: 3 }))).rejects.toThrow(KernelError)
    const failing = team.runAsync(testJob({ rows: 900, spins: 10_000 }), {
      onProgress: () => {
        throw new RangeError('mine')
      },
    })
    await expect(failing).rejects.toThrow('mine')
  })
})

describe('a process', () => {
  const good = { right: true, helped: true, lost: 0 }
  it.each(['sync', 'async'])('exits by itself soon after its last job (%s)', async (how) => {
    const { code, json, exitMs, error } = await runScript('run-team.mjs', [how])
    expect({ code, error, json }).toEqual({
      code: 0,
      error: '',
      json: how === 'sync' ? good : { ...good, helped: expect.anything() },
    })
    // (A busy machine may take its time, but not as long as an idle compiler or worker is kept.)
    expect(exitMs).toBeLessThan(8000)
  })

  it.each(['at work', 'at start'])(
    'finishes an asynchronous job of long units when its workers end %s',
    async (when) => {
      const { code, json } = await runScript('kill-workers.mjs', [when])
      expect({ code, json }).toEqual({ code: 0, json: { right: true, killed: when === 'at work', lost: 0 } })
    },
    120_000,
  )

  it('ends threads only once they run, however soon after their start', async () => {
    for (const how of ['shutdown', 'reconfigure', 'exit'])
      for (const ms of [0, 30]) {
        const { code, json, error } = await runScript('end-early.mjs', [how, String(ms)])
        expect({ code, json, error }, `${how} after ${ms} ms`).toEqual({ code: 0, json: { right: true, early: 0 }, error: '' })
      }
  }, 200_000)

  it('exits at process.exit, at an uncaught exception, after shutdown', async () => {
    expect(await runScript('run-team.mjs', ['sync', 'exit'])).toMatchObject({ code: 5, json: good })
    expect(await runScript('run-team.mjs', ['sync', 'throw'])).toMatchObject({ code: 1, json: good })
    expect(await runScript('run-team.mjs', ['sync', 'shutdown'])).toMatchObject({ code: 0, json: good })
  })

  it("can use it inside the user's own worker threads", async () => {
    expect(await runScript('run-team.mjs', ['inside-worker'])).toMatchObject({ code: 0, json: { code: 0 } })
    expect(await runScript('run-team.mjs', ['inside-worker', 'exit'])).toMatchObject({ code: 0, json: { code: 5 } })
  })
})
