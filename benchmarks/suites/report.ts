import { count, ratio, table, time, timeOf } from '../harness/format.js'
import { load, machine, revision } from '../harness/machine.js'
import type { Measurement } from '../harness/measure.js'
import { geometricMean } from '../harness/statistics.js'
import { ratioTo } from '../reports/main-report.js'
import { limits } from './limits.js'
import { leastOf, type Row, type Section, type Suite } from './suite.js'

// Measured before anything runs: afterwards the load is our own.
const before = load()

const ours = 'weldarray'
const head = ['workload', 'elements', ours, 'peer', 'its time', 'ratio', 'of the least', 'bar', '']

const verdict = (met: boolean): string => (met ? 'met' : '**missed**')
const shown = (r: number | undefined, before = ''): string => (r === undefined ? '–' : `${before}${ratio(r)}`)

function goalLines({ goals }: Row, m: Measurement, barred: boolean): string[][] {
  return goals.map((goal) => {
    const [own, its] = [m.outcomes[ours], m.outcomes[goal.peer.name]]
    const cells = [goal.peer.name, timeOf(its)]
    if (goal.over !== undefined) {
      // Medians grow with what else the machine does, and their difference with them.
      const more = own !== undefined && its !== undefined && 'ms' in own && 'ms' in its ? own.least - its.least : undefined
      const difference = more === undefined ? '–' : `+ ${time(more)}`
      return [...cells, '', difference, `≤ + ${time(goal.over)}`, verdict(more !== undefined && more <= goal.over)]
    }
    const [r, ofLeast] = [ratioTo(goal.peer.name, m), ratioTo(goal.peer.name, m, 'least')]
    const least = leastOf(goal, m.size)
    return [...cells, shown(r), shown(ofLeast), ...(barred ? [`≥ ${least}`, verdict((r ?? 0) >= least)] : ['', ''])]
  })
}

/** Our own time against that of another row. */
function withinLine({ within }: Row, m: Measurement, all: readonly Measurement[]): string[][] {
  if (within === undefined) return []
  const base = all.find((other) => other.workload === within.of.name && other.size === m.size)?.outcomes[ours]
  const own = m.outcomes[ours]
  const [times, ofLeast] =
    base !== undefined && own !== undefined && 'ms' in base && 'ms' in own ? [own.ms / base.ms, own.least / base.least] : []
  const met = times === undefined ? '' : verdict(times <= within.most)
  const peer = `our own \`${within.of.name}\``
  return [[peer, timeOf(base), shown(times, '× '), shown(ofLeast, '× '), `≤ × ${within.most}`, met]]
}

/** Why a bar is missed, by the name of what misses it; what nobody has explained is named, too. */
const reasonFor = (name: string): string => limits[name] ?? 'Not explained yet.'

/** The part of a page that says why bars are missed: what misses them, with their names among the reasons. */
export function reasons(missed: readonly { readonly what: string; readonly name: string }[]): string {
  const said = [...new Set(missed.map(({ name }) => reasonFor(name)))].map((reason) => {
    const of = missed.filter(({ name }) => reasonFor(name) === reason)
    return `- ${[...new Set(of.map(({ what }) => what))].join('; ')}. ${reason}`
  })
  return said.length === 0 ? '' : `\n\nWhy bars are missed:\n\n${said.join('\n')}`
}

export function sectionReport({ title, rows, mean }: Section, measurements: readonly Measurement[]): string {
  const missed = new Set<{ readonly what: string; readonly name: string }>()
  const lines = rows.flatMap((row) =>
    measurements
      .filter((m) => m.workload === row.workload.name)
      .flatMap((m) => {
        const found = [...goalLines(row, m, mean === undefined), ...withinLine(row, m, measurements)]
        if (found.some((cells) => cells.at(-1) === verdict(false))) missed.add(row.workload)
        return found.map((cells) => [row.workload.what, count(m.size), timeOf(m.outcomes[ours]), ...cells])
      }),
  )
  if (mean !== undefined) {
    const of = (which: 'ms' | 'least'): number => {
      const all = measurements.flatMap((m) => ratioTo(mean.peer.name, m, which) ?? [])
      return all.length === 0 ? 0 : geometricMean(all)
    }
    const [r, ofLeast, least] = [of('ms'), of('least'), leastOf(mean, 0)]
    lines.push(['geometric mean', '', '', mean.peer.name, '', ratio(r), ratio(ofLeast), `≥ ${least}`, verdict(r >= least)])
    if (r < least) missed.add({ what: 'The mean', name: title })
  }
  return `## ${title}\n\n${table(head, lines)}${reasons([...missed])}`
}

const failures = (measurements: readonly Measurement[]): string[] =>
  measurements.flatMap((m) =>
    Object.entries(m.outcomes).flatMap(([peer, o]) =>
      'missing' in o && o.missing.startsWith('failed')
        ? [`- ${m.workload} at ${count(m.size)}, ${peer}: ${o.missing.slice(8, 300)}`]
        : [],
    ),
  )

export function suiteReport(
  { name, title, intro }: Suite,
  parts: readonly string[],
  measurements: readonly Measurement[],
  versions: ReadonlyMap<string, string>,
): string {
  const broken = failures(measurements)
  const barred = parts.join('\n').split('\n')
  const [met, missed] = ['| met |', '| **missed** |'].map((cell) => barred.filter((line) => line.endsWith(cell)).length)
  return `# ${title}

\`npm run bench -- ${name}\` made this file. ${intro} Bars are judged by medians; the ratio of the least times of all samples stands beside it, and
where it is much better, the machine did something else as well.

- ${machine()}
- commit ${revision()}; ${before.note}
${[...versions].map(([peer, version]) => `- ${peer}: ${version}`).join('\n')}

**${met} of ${met! + missed!} bars met.**

${parts.join('\n\n')}
${broken.length === 0 ? '' : `\n## What did not run\n\n${broken.join('\n')}\n`}`
}
