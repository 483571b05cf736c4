import { count, ratio, table, timeOf } from '../harness/format.js'
import { load, machine, revision } from '../harness/machine.js'
import type { Measurement } from '../harness/measure.js'
import type { SuiteResult } from '../harness/run-suite.js'
import { geometricMean } from '../harness/statistics.js'
import type { Workload } from '../harness/workload.js'
import { type Bar, barSizes, bars, causes } from './bars.js'

// Measured before anything runs: afterwards the load is our own.
const before = load()

const ours = 'weldarray'

/** Their time divided by ours: medians, or the least of all samples. */
export function ratioTo(peer: string, { outcomes }: Measurement, which: 'ms' | 'least' = 'ms'): number | undefined {
  const [a, b] = [outcomes[ours], outcomes[peer]]
  return a !== undefined && b !== undefined && 'ms' in a && 'ms' in b ? b[which] / a[which] : undefined
}

function ratiosOf(peer: string, measurements: readonly Measurement[]): [Measurement, number][] {
  return measurements.flatMap((m) => {
    const r = ratioTo(peer, m)
    return r === undefined ? [] : [[m, r] as [Measurement, number]]
  })
}

const showMean = (pairs: readonly [Measurement, number][]): string =>
  pairs.length === 0 ? 'missing' : ratio(geometricMean(pairs.map(([, r]) => r)))

function judge({ peer, of, least }: Bar, measurements: readonly Measurement[]): string {
  const pairs = ratiosOf(peer, measurements)
  const goal = `${peer}, ${of} ≥ ${least}`
  if (pairs.length === 0) return `- ${goal}: ${peer} is missing.`
  if (of === 'geometric mean') {
    const mean = geometricMean(pairs.map(([, r]) => r))
    return `- ${goal}: ${mean >= least ? 'reached' : '**missed**'}, ${ratio(mean)}.${mean >= least ? '' : ` ${causes[peer] ?? ''}`}`
  }
  const misses = pairs.filter(([, r]) => r < least)
  const lines = misses.map(([m, r]) => {
    const cause = causes[`${m.workload}/${m.size}/${peer}`] ?? causes[`${m.workload}/${peer}`] ?? 'not explained yet'
    return `  - ${m.workload} at ${count(m.size)}: ${ratio(r)}. ${cause}`
  })
  return [`- ${goal}: ${misses.length === 0 ? 'reached.' : '**missed** on'}`, ...lines].join('\n')
}

function timesTable(size: number, measurements: readonly Measurement[], peers: readonly string[]): string {
  const cell = (m: Measurement, peer: string): string => {
    const r = peer === ours ? undefined : ratioTo(peer, m)
    return timeOf(m.outcomes[peer]) + (r === undefined ? '' : ` (${ratio(r)})`)
  }
  const rows = measurements.map((m) => [m.workload, ...peers.map((peer) => cell(m, peer))])
  const means = peers.map((peer) => (peer === ours ? '' : showMean(ratiosOf(peer, measurements))))
  return `### ${count(size)} elements\n\n${table(['workload', ...peers], [...rows, ['geometric mean', ...means]])}`
}

/** docs/benchmarks.md. */
export function mainReport(workloads: readonly Workload[], { peers, measurements }: SuiteResult): string {
  const names = peers.map((p) => p.name)
  const sizes = [...new Set(measurements.map((m) => m.size))]
  const barred = measurements.filter((m) => barSizes.includes(m.size))
  return `# Benchmarks

\`npm run bench\` made this file. Every peer runs in a process of its own on the same inputs; results are compared first; then the
peers take turns, and medians are shown. In parentheses: how many times as long as weldarray on all threads. weldarray's
times hold recording, evaluation and giving the result's memory back; its inputs are arrays of its own. The peers' programs are
those a user of each would write, with temporaries made beforehand for ndarray-ops and the loop: see \`benchmarks/workloads/\`.

- ${machine()}
- commit ${revision()}; ${before.note}
${peers.map((p) => `- ${p.name}: ${p.version}`).join('\n')}

## Bars at ${barSizes.map(count).join(' and ')} elements

${bars.map((bar) => judge(bar, barred)).join('\n')}

![Their time divided by ours](benchmarks.svg)

## Workloads

${table(
  ['workload', 'what'],
  workloads.map((w) => [w.name, w.what]),
).replace('---:', '---')}

## Times

${sizes
  .map((size) =>
    timesTable(
      size,
      measurements.filter((m) => m.size === size),
      names,
    ),
  )
  .join('\n\n')}

## More

- [unary-benchmarks.md](unary-benchmarks.md): each elementary function alone
- [ops-benchmarks.md](ops-benchmarks.md): each function of \`weldarray/ops\` against ndarray-ops
- [getset-benchmarks.md](getset-benchmarks.md): nested loops over \`get\` and \`set\`
- [cold-benchmarks.md](cold-benchmarks.md): a fresh process to its first number
- \`node tools/sweep.mjs\` times nearly every function against NumPy, from 4 to 10⁶ elements, and lists what takes more than three times as long: see
  \`benchmarks/README.md\`
`
}
