import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { forceTier } from '../../runtime/dist/index.js'

const N = 100_000
const rng = np.random.default_rng(7)
const random = (n = N) => rng.random(n)

/** Loops run by `work`. */
function loops(work: () => void): number {
  const before = np.stats().loops
  work()
  return np.stats().loops - before
}

/** `explain`'s line on each loop: what it reads, stores and reduces. */
const loopLines = (array: { explain(): string }): string[] => array.explain().match(/^loop .*$/gm) ?? []

describe('what is fused', () => {
  test('a chain of multiply, add, add in place is one loop that reads each input once', () => {
    const [a, b, c] = [random(), random(), random()]
    const d = a.mul(b).add(c)
    d.addeq(100)
    expect(d.isEvaluated).toBe(false)
    expect(loops(() => d.evaluate())).toBe(1)
    expect(loopLines(d)).toEqual([`loop 1 of 1: elementwise, ${N} elements, reads 3, stores 1, reduces 0`])
  })

  test('ten additions in place are one loop', () => {
    const [a, b] = [random(), random()]
    expect(
      loops(() => {
        for (let i = 0; i < 10; i++) a.addeq(b)
        a.evaluate()
      }),
    ).toBe(1)
    expect(loopLines(a)).toEqual([`loop 1 of 1: elementwise, ${N} elements, reads 2, stores 1, reduces 0`])
  })

  test('a**2 + a**2 computes the square once', () => {
    const a = random()
    const sum = a.pow(2).add(a.pow(2))
    expect(loops(() => sum.evaluate())).toBe(1)
    const kernel = sum.explain()
    expect(kernel.match(/\| %\d+ = square /g)).toHaveLength(1)
    expect(kernel).toContain('reads 1, stores 1')
  })

  test("Black and Scholes' two results come from one loop", () => {
    const [price, strike, t, rate, vol] = [
      random().mul(100),
      random().mul(100),
      random().mul(6).add(1),
      random().add(0.01),
      random().add(0.01),
    ]
    np.evaluate(price, strike, t, rate, vol)
    const n = (x: np.NdArray) => x.div(Math.SQRT2).erf().mul(0.5).add(0.5)
    const vs = vol.mul(t.sqrt())
    const d1 = price
      .div(strike)
      .log()
      .add(rate.add(vol.square().div(2)).mul(t))
      .div(vs)
    const d2 = d1.sub(vs)
    const discounted = strike.mul(rate.neg().mul(t).exp())
    const call = price.mul(n(d1)).sub(discounted.mul(n(d2)))
    const put = discounted.mul(n(d2.neg())).sub(price.mul(n(d1.neg())))
    expect(loops(() => np.evaluate(call, put))).toBe(1)
    expect(loopLines(call)).toEqual([`loop 1 of 1: elementwise, ${N} elements, reads 5, stores 2, reduces 0`])
  })

  test('mean and standard deviation read the array in two loops', () => {
    const a = random()
    const [mean, std] = [a.mean(), a.std()]
    np.evaluate(mean, std)
    const overAll = loopLines(std).filter((line) => line.includes(`${N} elements`))
    expect(overAll).toHaveLength(2)
  })

  test('sum, min, max, mean and std together read the array in two loops', () => {
    const a = random()
    const all = [a.sum(), a.min(), a.max(), a.mean(), a.std()]
    np.evaluate(...all)
    expect(loopLines(all[4]!).filter((line) => line.includes(`${N} elements`))).toEqual([
      expect.stringContaining('reduces 3'),
      expect.stringContaining('reduces 1'),
    ])
  })

  test('a masked sum is one loop without temporaries', () => {
    const [a, b] = [random(), random()]
    const sum = np.where(a.gt(0.5), a.mul(b), 0).sum()
    sum.evaluate()
    expect(loopLines(sum)).toEqual([`loop 1 of 1: reduction of the last axis, ${N} elements, reads 2, stores 0, reduces 1`])
  })
})

describe('what is compiled', () => {
  // Otherwise loops begin in JavaScript, and kernels come when they come.
  beforeEach(() => forceTier('wasm'))
  afterEach(() => forceTier('auto'))

  test('the same structure on other shapes compiles nothing', () => {
    const work = (n: number) => random(n).mul(3).sub(random(n)).abs().evaluate()
    work(20_000)
    const { kernelsCompiled } = np.stats()
    for (const n of [20_001, 50_000, 7_777]) work(n)
    expect(np.stats().kernelsCompiled).toBe(kernelsCompiled)
  })

  test('other constants compile nothing', () => {
    const a = random()
    a.mul(1.25).add(7.5).evaluate()
    const { kernelsCompiled } = np.stats()
    a.mul(-3.75).add(0.1).evaluate()
    expect(np.stats().kernelsCompiled).toBe(kernelsCompiled)
  })

  test('a second process compiles nothing and does not load Binaryen', { timeout: 60_000 }, () => {
    const cache = mkdtempSync(join(tmpdir(), 'weldarray-'))
    const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url))
    const program = `
      import * as np from ${JSON.stringify(entry)}
      const a = np.arange(50000).mul(0.5).sin().add(1)
      const total = a.sum().item()
      // The program would not mind to end before its kernels have come; they are written to disk all the same.
      process.on('exit', () => {
      const { kernelsCompiled, compilerLoaded, cacheHitsDisk } = np.stats()
      process.stdout.write(JSON.stringify({ total, kernelsCompiled, compilerLoaded, cacheHitsDisk }))
      })`
    const run = () =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', program], {
          env: { ...process.env, WELDARRAY_CACHE_DIR: cache },
          stdio: ['ignore', 'pipe', 'pipe'],
        }).toString(),
      )
    const first = run()
    const second = run()
    expect(first.kernelsCompiled).toBeGreaterThan(0)
    expect(first.compilerLoaded).toBe(1)
    expect(second).toEqual({ total: first.total, kernelsCompiled: 0, compilerLoaded: 0, cacheHitsDisk: first.kernelsCompiled })
  })
})

describe('what is left alone', () => {
  test('a slice of a pending array does not evaluate its parent whole', () => {
    const parent = random().mul(2)
    const slice = parent.slice('10:20')
    slice.evaluate()
    expect(parent.isEvaluated).toBe(false)
    expect(slice.isEvaluated).toBe(true)
    const sum = parent.slice('5:50').add(1)
    expect(loops(() => sum.evaluate())).toBe(1)
    expect(parent.isEvaluated).toBe(false)
    expect(loopLines(sum)[0]).toContain('45 elements')
  })

  test('shape, dtype, stride, offset, size and order never evaluate', () => {
    const x = random().mul(2)
    void [x.shape, x.dtype, x.stride, x.offset, x.size, x.order, x.dimension, x.index(3)]
    expect(x.isEvaluated).toBe(false)
  })
})

test('a chain of a million additions is recorded, evaluated, printed shortened, and freed', { timeout: 120_000 }, () => {
  const held = np.stats().bytesHeld
  let x = np.zeros(5000)
  for (let i = 0; i < 1_000_000; i++) x = x.add(1)
  expect(x.isEvaluated).toBe(false)
  expect(x.explain().length).toBeLessThan(100_000)
  expect(x.get(4321)).toBe(1_000_000)
  expect(String(x)).toBe('[1000000. 1000000. 1000000. ... 1000000. 1000000. 1000000.]')
  x.dispose()
  // What was dropped on the way waits for the next collection, which comes after some MiB.
  expect(np.stats().bytesHeld).toBeLessThan(held + 50_000_000)
})

test('a chain of a million additions that is never evaluated is dropped without a word', { timeout: 60_000 }, () => {
  let x = np.zeros(5000)
  for (let i = 0; i < 1_000_000; i++) x = x.add(1)
  x.dispose()
})
