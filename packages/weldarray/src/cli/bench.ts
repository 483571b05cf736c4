import { measureRoof, np, settings, shutdown } from '../tools-entry.js'
import { say, sayRows } from './say.js'

/** Microseconds of the quickest of many rounds of `turns` calls. */
function quickest(turns: number, work: () => void): number {
  for (let i = 0; i < 2 * turns; i++) work()
  let best = Number.POSITIVE_INFINITY
  for (const end = performance.now() + 300; performance.now() < end; ) {
    const start = performance.now()
    for (let i = 0; i < turns; i++) work()
    best = Math.min(best, (performance.now() - start) / turns)
  }
  return best * 1000
}

const micros = (us: number): string => (us >= 1000 ? `${(us / 1000).toPrecision(3)} ms` : `${us.toPrecision(3)} µs`)

/** What a few typical things cost here. Ratios against other libraries are `npm run bench` of the repository. */
export async function bench(): Promise<void> {
  const rng = np.random.default_rng(0)
  const roof = await measureRoof()
  const rows: string[][] = []
  for (const n of [1000, 100_000, 10_000_000]) {
    const [a, b] = [rng.random(n), rng.random(n)]
    // Kernels are compiled before anything is timed.
    await np.evaluateAsync([a.mul(b).add(1), a.mul(b).sin().sum()])
    const turns = n >= 1e6 ? 1 : n >= 1e5 ? 20 : 500
    const step = np.compile((u: typeof a, v: typeof a) => u.mul(v).add(1))
    rows.push([`a*b + 1, ${n} elements`, micros(quickest(turns, () => a.mul(b).add(1).evaluate().dispose()))])
    rows.push([`the same, compiled`, micros(quickest(turns, () => step(a, b).dispose()))])
    rows.push([`sin(a*b).sum()`, micros(quickest(turns, () => void a.mul(b).sin().sum().item()))])
  }
  say(`${settings.threads} threads; the quickest of many rounds`)
  sayRows([
    ...rows,
    ['memory to memory', `${(roof.bytesPerSecond / 1e9).toPrecision(3)} GB/s`],
    ['arithmetic, float64', `${(roof.operationsPerSecond / 1e9).toPrecision(3)} billion operations a second`],
  ])
  await shutdown()
}
