// A fresh process to its first number: 10⁶ option prices, with an empty and a warm kernel cache. Written to docs/cold-benchmarks.md.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table, time } from './harness/format.js'
import { load, machine, revision } from './harness/machine.js'
import { median } from './harness/statistics.js'
import { writeDoc } from './reports/write.js'

/** What the fresh process runs. It prints the time of the import, in milliseconds, and one price. */
const program = `
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

const root = fileURLToPath(new URL('..', import.meta.url))

interface Start {
  readonly imported: number
  readonly firstNumber: number
}

/** Runs a program in a fresh process; the time of its first output is counted from before the process was there. */
function run(source: string, cacheDirectory: string): Promise<Start> {
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

export async function cold(rounds = 15): Promise<void> {
  const before = load()
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-cold-'))
  const warm = join(folder, 'warm')
  await run(program, warm)
  const starts = { node: [] as Start[], empty: [] as Start[], warm: [] as Start[] }
  for (let i = 0; i < rounds; i++) {
    starts.node.push(await run('console.log(0)', 'off'))
    starts.empty.push(await run(program, join(folder, `empty-${i}`)))
    starts.warm.push(await run(program, warm))
  }
  rmSync(folder, { recursive: true, force: true })
  const first = (s: Start[]) => median(s.map((x) => x.firstNumber))
  const rows = [
    ['Node alone', time(first(starts.node)), ''],
    ["`import 'weldarray'`", time(median([...starts.empty, ...starts.warm].map((x) => x.imported))), '30 ms'],
    ['to the first number, empty kernel cache', time(first(starts.empty)), '700 ms'],
    ['to the first number, warm kernel cache', time(first(starts.warm)), '150 ms'],
  ]
  console.log(rows.map(([what, took]) => `${what}: ${took}`).join('\n'))
  writeDoc(
    'cold-benchmarks.md',
    `# Cold starts

\`npm run bench -- cold\` made this file: a fresh process imports weldarray, prices 10⁶ options and prints one price. Medians of ${rounds};
the times to the first number hold the start of Node itself.

- ${machine()}
- commit ${revision()}; ${before.note}

${table(['', 'time', 'bar'], rows)}
`,
  )
}
