import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../../runtime/dist/execute/tier.js'

afterEach(() => {
  forceTier('auto')
  np.configure({ timeLimit: Number.POSITIVE_INFINITY })
})

/** A second of work on many elements. */
const long = (x: np.NdArray): np.NdArray => {
  let y = x
  for (let i = 0; i < 3; i++) y = y.sin().exp().tan().erf().add(i)
  return y
}
const few = np.arange(2000).div(7)
const many = np.arange(4_000_000).div(7).evaluate()

const limited =
  (evaluate: (y: np.NdArray) => unknown) =>
  (y: np.NdArray): unknown => {
    np.configure({ timeLimit: 20 })
    return evaluate(y)
  }

describe.each(['wasm', 'js'] as const)('time limits, in %s', (tier) => {
  it.each<[string, (y: np.NdArray) => unknown]>([
    ['of one evaluation', (y) => y.evaluate({ timeLimit: 20 })],
    ['of several arrays', (y) => np.evaluate(y, y.sum(), { timeLimit: 20 })],
    ['of all', limited((y) => y.get(3))],
    ['of one that does not wait', (y) => y.evaluateAsync({ timeLimit: 20 })],
    ['of all that do not wait', limited((y) => np.evaluateAsync([y]))],
  ])('%s end it, and all is as before', async (_, evaluate) => {
    forceTier(tier)
    const wanted = long(few).sum().item()
    const held = np.stats().bytesHeld
    const y = long(many)
    const error = await (async () => evaluate(y))().then(
      () => undefined,
      (e) => e,
    )
    expect(error).toBeInstanceOf(np.TimeLimitError)
    expect(error.message).toContain('20 ms')
    np.configure({ timeLimit: Number.POSITIVE_INFINITY })
    expect(y.isEvaluated).toBe(false)
    expect(np.stats().bytesHeld - held).toBeLessThan(1_000_000)
    expect(long(few).sum().item()).toBe(wanted)
    expect(y.slice(':2000').sum().item()).toBe(wanted)
  })
})

it('an assignment to what was there before is not left half written', () => {
  forceTier('wasm')
  const x = np.zeros([400_000]).evaluate()
  np.configure({ timeLimit: 0.001 })
  x.slice('1:').assign(many.slice('1:400000').add(1).sqrt())
  np.configure({ timeLimit: Number.POSITIVE_INFINITY })
  expect(x.slice('1:').gt(1).all()).toBe(true)
})

it('a limit without meaning is refused', () => {
  expect(() => np.arange(3).evaluate({ timeLimit: 0 })).toThrow(/timeLimit: got 0, expected milliseconds/)
  expect(() => np.configure({ timeLimit: -1 })).toThrow(/expected milliseconds/)
  expect(() => np.evaluate(few, { timeLimit: Number.NaN })).toThrow(/NaN/)
})

it('an aborted evaluation does not wait for those before it', async () => {
  forceTier('wasm')
  const order: string[] = []
  const first = long(many)
    .evaluateAsync()
    .then(() => order.push('first'))
  const controller = new AbortController()
  const second = long(many.add(1))
    .evaluateAsync({ signal: controller.signal })
    .catch((error) => order.push(error.name))
  await new Promise((go) => setTimeout(go, 20))
  controller.abort()
  await Promise.all([first, second])
  expect(order).toEqual(['AbortError', 'first'])
})

it('an aborted evaluation begins no other sort, scan or product', async () => {
  let y = np.arange(20_000).sin()
  for (let i = 0; i < 6; i++) y = np.sort(y.mul(1.5)).cumsum()
  const { calls } = np.stats()
  const controller = new AbortController()
  setImmediate(() => controller.abort())
  await expect(y.evaluateAsync({ signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect(np.stats().calls - calls).toBeLessThan(6)
  expect(y.isEvaluated).toBe(false)
})

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly said: string
}

/** Runs the fixture, and presses Ctrl-C some time after it has begun, and again: before the evaluation is watched only the listeners hear of it. */
function pressed(...args: string[]): Promise<Ended> {
  const script = fileURLToPath(new URL('./fixtures/interrupted.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--no-warnings', script, ...args], { timeout: 100_000, killSignal: 'SIGKILL' })
  let said = ''
  let presses: NodeJS.Timeout | undefined
  child.stdout.on('data', (data) => {
    const before = said
    said += data
    if (!before.includes('begins') && said.includes('begins')) presses = setInterval(() => child.kill('SIGINT'), 700)
    if (said.includes('ended')) clearInterval(presses)
  })
  child.stderr.on('data', (data) => (said += data))
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      clearInterval(presses)
      resolve({ code, signal, said })
    }),
  )
}

// (Once more where the signal falls into the moment in which Node takes it back from our thread: it ends the process then.)
describe.runIf(process.platform !== 'win32')('Ctrl-C', { timeout: 120_000, retry: 1 }, () => {
  it.each(['wasm', 'js'])('ends a synchronous evaluation where the program listens (%s)', async (tier) => {
    const { code, said } = await pressed('listening', tier)
    expect(said).toContain('{')
    const { heard, ...rest } = JSON.parse(said.slice(said.indexOf('{')))
    expect(rest).toEqual({ error: 'InterruptedError', pending: true, again: true, lost: false })
    expect(heard).toBeGreaterThan(0)
    expect(code).toBe(0)
  })

  it('ends the program where it does not', async () => {
    expect((await pressed('not listening', 'wasm')).signal).toBe('SIGINT')
  })
})
