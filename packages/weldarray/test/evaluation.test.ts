import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'

const entry = JSON.stringify(fileURLToPath(new URL('../dist/index.js', import.meta.url)))
/** A program in a process of its own. */
const run = (program: string) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', `import * as np from ${entry}\n${program}`], {
    timeout: 15_000,
  })

const rng = np.random.default_rng(11)
const heavy = (n: number) => {
  let x = rng.random(n)
  for (let i = 0; i < 4; i++) x = x.sin().exp().log1p()
  return x
}

describe('asynchronous evaluation', () => {
  test('leaves the event loop free', async () => {
    const x = heavy(2_000_000)
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await x.evaluateAsync()
    clearInterval(timer)
    expect(x.isEvaluated).toBe(true)
    expect(turns).toBeGreaterThan(3)
  })

  test('gives the bits of synchronous evaluation, several arrays in one pass', async () => {
    const a = rng.random(300_000)
    const make = () => [a.exp().mul(2), a.exp().sum(), a.exp().max()] as const
    const [p, q, r] = make()
    const [s, t, u] = make()
    await np.evaluateAsync([p, q, r])
    np.evaluate(s, t, u)
    expect(p.data).toEqual(s.data)
    expect([q.item(), r.item()]).toEqual([t.item(), u.item()])
  })

  test('keeps the values operands had, whatever is written meanwhile', async () => {
    const w = np.ones(200_000)
    const x = w.add(1)
    const done = x.evaluateAsync()
    w.set(0, 50)
    w.addeq(7)
    await done
    expect(x.get(0)).toBe(2)
    expect(w.get(0)).toBe(57)
    expect(w.get(1)).toBe(8)
  })

  test('of overlapping graphs at once is sound', async () => {
    const a = rng.random(500_000)
    const shared = a.mul(3).exp()
    const [p, q] = [shared.add(1), shared.sub(1)]
    await Promise.all([p.evaluateAsync(), q.evaluateAsync(), shared.evaluateAsync()])
    expect(p.get(77)! - 1).toBeCloseTo(shared.get(77)!, 12)
    expect(q.sub(shared).add(1).abs().max().item()).toBeLessThan(1e-12)
  })

  test('may be joined by synchronous evaluation', async () => {
    const x = heavy(1_000_000)
    const done = x.evaluateAsync()
    const y = np.arange(100_000).mul(2).evaluate()
    expect(y.get(50_000)).toBe(100_000)
    expect(x.evaluate().isEvaluated).toBe(true)
    await done
  })

  test('stops when it is aborted, and can be done again', async () => {
    const x = heavy(2_000_000)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 1)
    await expect(x.evaluateAsync({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    expect(x.isEvaluated).toBe(false)
    await x.evaluateAsync()
    expect(Number.isFinite(x.sum().item() as number)).toBe(true)
  })

  test('tells how far it is', async () => {
    const seen: number[] = []
    await heavy(1_000_000).evaluateAsync({ onProgress: (part) => seen.push(part) })
    expect(seen.at(-1)).toBe(1)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })
})

describe('memory', () => {
  test('a graph that does not fit throws, and can be evaluated after something was disposed of', {
    timeout: 30_000,
  }, async () => {
    const { stdout } = await run(`
      np.configure({ maxMemory: '200M', spill: false })
      const [a, c] = [np.ones(1e7).evaluate(), np.ones(1e7).evaluate()]
      const x = a.add(1)
      const seen = []
      try { x.evaluate() } catch (error) { seen.push(error instanceof np.MemoryLimitError, /dispose/i.test(error.message)) }
      seen.push(x.isEvaluated)
      c.dispose()
      seen.push(x.get(9999999), a.get(0))
      process.stdout.write(JSON.stringify(seen))`)
    expect(JSON.parse(stdout)).toEqual([true, true, false, 2, 1])
  })

  test('a loop of results that never yields runs in bounded memory', () => {
    const a = np.ones(1_000_000).evaluate()
    const peak = np.stats().bytesPeak
    let sum = 0
    for (let i = 0; i < 400; i++) sum += a.add(i).get(5)!
    expect(sum).toBe(400 + (400 * 399) / 2)
    expect(np.stats().bytesPeak - peak).toBeLessThan(700_000_000)
  })

  test('disposing gives memory back at once, and use afterwards throws', () => {
    const x = np.ones(1_000_000).evaluate()
    const held = np.stats().bytesHeld
    x.dispose()
    expect(held - np.stats().bytesHeld).toBeGreaterThanOrEqual(8_000_000)
    expect(() => x.add(1)).toThrow(np.DisposedError)
    expect(() => x.get(0)).toThrow(np.DisposedError)
  })
})

describe('programs', () => {
  test('end by themselves', { timeout: 30_000 }, async () => {
    const { stdout } = await run('process.stdout.write(String(np.arange(2e6).mul(2).sum().item()))')
    expect(stdout).toBe(String(2e6 * (2e6 - 1)))
  })

  test('end by themselves after asynchronous evaluation', { timeout: 30_000 }, async () => {
    const { stdout } = await run(
      'const x = np.arange(2e6).sin(); await x.evaluateAsync(); process.stdout.write(String(x.isEvaluated))',
    )
    expect(stdout).toBe('true')
  })

  test("evaluate inside the user's own worker threads", { timeout: 30_000 }, async () => {
    const code = `import(${entry}).then((np) => {
      const total = np.arange(500000).mul(2).sum().item()
      require('node:worker_threads').parentPort.postMessage(total)
    })`
    const worker = new Worker(code, { eval: true })
    const total = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
    expect(total).toBe(500_000 * 499_999)
    await worker.terminate()
  })
})

test('threads end on shutdown and start again', async () => {
  const sum = () => np.arange(1_000_000).add(0.5).sum().item()
  const first = sum()
  await np.shutdown()
  expect(sum()).toBe(first)
})
