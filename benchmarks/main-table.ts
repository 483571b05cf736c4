// The main table: computations of the kind the library is for, against its competitors. Written to docs/benchmarks.md.
import { thorough } from './harness/measure.js'
import { runSuite } from './harness/run-suite.js'
import { peers } from './peers/index.js'
import { ratioChart } from './reports/chart.js'
import { mainReport } from './reports/main-report.js'
import { writeDoc } from './reports/write.js'
import { workloads } from './workloads/index.js'

/** Runs all workloads, or those named; only a whole run is written down. */
export async function mainTable(names: readonly string[] = []): Promise<void> {
  const chosen = names.length === 0 ? workloads : workloads.filter((w) => names.includes(w.name))
  const result = await runSuite(chosen, peers, thorough)
  const report = mainReport(chosen, result)
  if (names.length > 0) return console.log(`\n${report}`)
  writeDoc('benchmarks.md', report)
  writeDoc('benchmarks.svg', ratioChart(result.measurements))
}
