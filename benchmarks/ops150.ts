// Each function of weldarray/ops against ndarray-ops, from 4 elements on. Written to docs/ops-benchmarks.md, unless only some are asked for.
import { count, ratio, table, time } from './harness/format.js'
import { load, machine, revision } from './harness/machine.js'
import type { Measurement } from './harness/measure.js'
import { runSuite } from './harness/run-suite.js'
import { geometricMean } from './harness/statistics.js'
import { opsExternal, opsOwned, opsReal } from './peers/ops.js'
import { writeDoc } from './reports/write.js'
import { opsWorkloads } from './workloads/ops150.js'

export const opsPeers = [opsReal, opsOwned, opsExternal]

/** ndarray-ops' time divided by ours. */
function ratioOf(peer: string, m: Measurement | undefined): number | undefined {
  const [a, b] = [m?.outcomes[opsReal.name], m?.outcomes[peer]]
  return a !== undefined && b !== undefined && 'ms' in a && 'ms' in b ? a.ms / b.ms : undefined
}

function cells(m: Measurement | undefined): string[] {
  const real = m?.outcomes[opsReal.name]
  const ratios = [opsOwned, opsExternal].map((peer) => {
    const r = ratioOf(peer.name, m)
    return m === undefined ? '' : r === undefined ? 'failed' : ratio(r)
  })
  return [real !== undefined && 'ms' in real ? time(real.ms) : '', ratios.join(' · ')]
}

function summary(sizes: readonly number[], measurements: readonly Measurement[]): string {
  const row = (peer: string): string[] => [
    peer,
    ...sizes.map((size) => {
      const of = measurements.filter((m) => m.size === size).flatMap((m) => ratioOf(peer, m) ?? [])
      return of.length === 0 ? '' : `${ratio(geometricMean(of))} (${of.filter((r) => r < 1).length} of ${of.length} below 1)`
    }),
  ]
  return table(['geometric mean', ...sizes.map(count)], [row(opsOwned.name), row(opsExternal.name)])
}

/** All of them, or those named. */
export async function ops150(names: readonly string[] = []): Promise<void> {
  const before = load()
  const wanted = names.length === 0 ? opsWorkloads : opsWorkloads.filter((w) => names.includes(w.name))
  const { measurements } = await runSuite(wanted, opsPeers, { sampleMs: 2, budgetMs: 60, rounds: [3, 11], warmMs: 20 })
  const sizes = [...new Set(measurements.map((m) => m.size))]
  const rows = wanted.map((w) => [
    w.name.slice(4),
    ...sizes.flatMap((size) => cells(measurements.find((m) => m.workload === w.name && m.size === size))),
  ])
  const all = table(['function', ...sizes.flatMap((size) => [count(size), 'ratios'])], rows)
  if (names.length > 0) {
    console.log(all)
    return
  }
  writeDoc(
    'ops-benchmarks.md',
    `# weldarray/ops

\`npm run bench -- ops150\` made this file: float64 arrays of several sizes, ndarray-ops' time for one call, and that time divided by
weldarray's: on arrays in the library's memory, the result evaluated each time · on a caller's typed arrays.
Destinations of elementary functions in place are filled anew before each call (by a copy, which is part of the time).

- ${machine()}
- commit ${revision()}; ${before.note}

${summary(sizes, measurements)}

${all}
`,
  )
}
