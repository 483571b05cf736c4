import { type Effort, type Measurement, thorough } from '../harness/measure.js'
import { runSuite } from '../harness/run-suite.js'
import { weldarray } from '../peers/weldarray.js'
import { writeDoc } from '../reports/write.js'
import { sectionReport, suiteReport } from './report.js'
import type { Section, Suite } from './suite.js'

export interface SuiteOptions {
  /** Few rounds; to the screen only. */
  readonly quick: boolean
  /** Only rows with this in their name or description; to the screen only. */
  readonly only: string | undefined
}

// Beside other work the engine takes 0.4 seconds until it has compiled what a call runs through.
const full: Effort = { ...thorough, budgetMs: 2500, rounds: [5, 31], warmMs: 600 }
const brief: Effort = { sampleMs: 5, budgetMs: 150, rounds: [2, 5], warmMs: 60 }

const chosen = (section: Section, only: string | undefined): Section =>
  only === undefined
    ? section
    : { ...section, rows: section.rows.filter(({ workload }) => `${workload.name} ${workload.what}`.includes(only)) }

export async function suite(suite: Suite, { quick, only }: SuiteOptions): Promise<void> {
  const parts: string[] = []
  const all: Measurement[] = []
  const versions = new Map<string, string>()
  for (const section of suite.sections.map((s) => chosen(s, only))) {
    if (section.rows.length === 0) continue
    const peers = [weldarray, ...new Set(section.rows.flatMap(({ goals }) => goals.map((g) => g.peer)))]
    const { measurements, peers: started } = await runSuite(
      section.rows.map((r) => r.workload),
      peers,
      quick ? brief : full,
    )
    for (const { name, version } of started) versions.set(name, version)
    parts.push(sectionReport(section, measurements))
    all.push(...measurements)
  }
  if (suite.more !== undefined && only === undefined) parts.push(await suite.more(quick))
  const report = suiteReport(suite, parts, all, versions)
  if (quick || only !== undefined) console.log(`\n${report}`)
  else writeDoc(`${suite.name}-benchmarks.md`, report)
}
