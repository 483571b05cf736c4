import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Start {
  /** What the program printed first, as a number: its import in milliseconds, where it says so. */
  readonly imported: number
  readonly firstNumber: number
}

/** Runs a program in a fresh process; the time of its first output is counted from before the process was there. */
export function runFresh(source: string, cacheDirectory: string): Promise<Start> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: root,
    env: { ...process.env, WELDARRAY_CACHE_DIR: cacheDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, fail) => {
    let result: Start | undefined
    child.stdout.once('data', (text) => {
      result = { imported: Number(String(text).split(' ')[0]), firstNumber: performance.now() - began }
    })
    child.on('error', fail)
    child.on('exit', (code) => (result ? done(result) : fail(new Error(`the program ended with ${code}`))))
  })
}

/** A million option prices. It prints the time of the import, in milliseconds, and one price. */
export const optionPrices = `
const start = performance.now()
const np = await import('weldarray')
const imported = performance.now() - start
const n = 1_000_000
const [price, strike, t, rate, vol] = [[0.1, 100], [0.1, 100], [1, 7], [0.01, 1.01], [0.01, 1.01]].map(([a, b]) => np.linspace(a, b, n))
const N = (x) => np.erf(x.div(Math.SQRT2)).mul(0.5).add(0.5)
const vs = vol.mul(np.sqrt(t))
const d1 = np.log(price.div(strike)).add(rate.add(vol.square().div(2)).mul(t)).div(vs)
const call = price.mul(N(d1)).sub(strike.mul(np.exp(rate.mul(t).neg())).mul(N(d1.sub(vs))))
console.log(imported, call.get(n >> 1))
`

/** One expression, as a first program has it, with weldarray and with ndarray-ops. It prints 0 and one element. */
export const firstExpression = {
  weldarray: `
const np = await import('weldarray')
const [a, b, c] = [1, 2, 3].map((k) => np.linspace(0, k, 1_000_000))
console.log(0, a.mul(b).add(c).add(100).get(1000))
`,
  'ndarray-ops': `
const { default: ndarray } = await import('ndarray')
const { default: ops } = await import('ndarray-ops')
const n = 1_000_000
const [a, b, c] = [1, 2, 3].map((k) => ndarray(new Float64Array(n).map((_, i) => (k * i) / (n - 1))))
const d = ndarray(new Float64Array(n))
ops.mul(d, a, b)
ops.addeq(d, c)
ops.addseq(d, 100)
console.log(0, d.get(1000))
`,
}
