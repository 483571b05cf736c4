import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, it, vi } from 'vitest'
import { compiler, stopCompiler, useCompilerScript } from '../dist/compiler/compiler.js'
import { type Attention, attentionTo, numbered, systemThread } from '../dist/team/liveness.js'
import { Patience } from '../dist/team/patience.js'

/** What the system is said to say of the compiler's thread; `undefined` where it says the truth. */
let said: (() => Attention) | undefined
vi.mock(import('../dist/team/liveness.js'), async (original) => {
  const real = await original()
  return { ...real, attentionTo: (thread: number) => said?.() ?? real.attentionTo(thread) }
})

afterAll(async () => {
  await stopCompiler()
})

type Way = 'computes' | 'sleeps' | 'starves' | 'had waited, sleeps' | 'unknown'

/** The silence after looks every 50 ms, each after the thread was treated in one of these ways. */
function silenceAfter(ways: readonly Way[]): number {
  let now = 0
  let at: Attention | undefined = { ready: true, computed: 0, starved: 0 }
  const patience = new Patience(
    () => at,
    () => now,
  )
  patience.silence()
  for (const way of ways) {
    now += 50
    if (way === 'unknown') at = undefined
    else {
      const before: Attention = at ?? { ready: true, computed: 0, starved: 0 }
      // How long a thread waits for a processor is known once it has had one.
      const ready = way === 'computes' || way === 'starves'
      at = {
        ready,
        computed: before.computed + (way === 'computes' ? 50 : 0),
        starved: before.starved + (way === 'had waited, sleeps' ? 50 : 0),
      }
    }
    patience.silence()
  }
  return patience.silence()
}

it('a thread is silent for as long as it computes or sleeps, not while it has no processor', () => {
  const ten = (way: Way): Way[] => Array.from({ length: 10 }, () => way)
  expect(silenceAfter(ten('sleeps'))).toBe(500)
  expect(silenceAfter(ten('computes'))).toBe(500)
  expect(silenceAfter(ten('unknown'))).toBe(500)
  expect(silenceAfter([...ten('computes'), ...ten('starves')])).toBe(500)
  expect(silenceAfter([...ten('sleeps'), ...ten('had waited, sleeps')])).toBe(500)
  // One that is given next to nothing is as good as none.
  expect(silenceAfter(Array.from({ length: 10 }, () => ten('starves')).flat())).toBe(500)
})

it('time in which nobody looked counts as a look, not as silence, and whoever is heard begins anew', () => {
  let now = 0
  const patience = new Patience(
    () => undefined,
    () => now,
  )
  now = 1e3
  expect(patience.silence()).toBe(200)
  now += 50
  expect(patience.silence()).toBe(250)
  patience.renew()
  now += 50
  expect(patience.silence()).toBe(50)
})

it.runIf(process.platform === 'linux')('the system tells how its threads are treated', async () => {
  expect(attentionTo(0)).toBeUndefined()
  expect(attentionTo(0x7fffffff)).toBeUndefined()
  const own = systemThread()
  const before = attentionTo(own)!
  const computed = (): number => attentionTo(own)!.computed
  while (computed() < before.computed + 20);
  expect(attentionTo(own)!.ready).toBe(true)
  const { started, number } = numbered(
    () => new Worker('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)', { eval: true }),
  )
  expect(readFileSync(`/proc/self/task/${number}/stat`, 'utf8')).toContain(String(number))
  while (attentionTo(number)!.ready) await new Promise(setImmediate)
  await started.terminate()
})

it('a compiler thread that comes late is waited for if it was given no processor', async () => {
  useCompilerScript(new URL('./fixtures/late-compiler.mjs', import.meta.url))
  let starved = 0
  said = () => ({ ready: true, computed: 0, starved: (starved += 50) })
  const kernel = { kind: 'map', code: [] } as never
  // Kernels of other runs are on disk.
  expect(compiler.compile(kernel, `of a starved compiler, ${process.pid}`)).toBeDefined()
  expect(starved).toBeGreaterThan(0)
  expect(compiler.available).toBe(true)
})
