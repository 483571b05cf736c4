// Nested loops over get and set on 1000 × 1000 elements, against ndarray itself. Written to docs/getset-benchmarks.md.
import { ratio, table, timeOf } from './harness/format.js'
import { load, machine, revision } from './harness/machine.js'
import { runSuite } from './harness/run-suite.js'
import { ndarrayOps } from './peers/ndarray-ops.js'
import { weldarray } from './peers/weldarray.js'
import { ratioTo } from './reports/main-report.js'
import { writeDoc } from './reports/write.js'
import { getsetWorkloads } from './workloads/getset.js'

export async function getset(): Promise<void> {
  const before = load()
  const rows: string[][] = []
  for (const workload of getsetWorkloads) {
    const { measurements } = await runSuite([workload], [weldarray, ndarrayOps], {
      sampleMs: 20,
      budgetMs: 4000,
      rounds: [5, 51],
      warmMs: 100,
    })
    for (const m of measurements)
      rows.push([
        workload.what,
        timeOf(m.outcomes[weldarray.name]),
        timeOf(m.outcomes[ndarrayOps.name]),
        ratio(ratioTo(ndarrayOps.name, m) ?? Number.NaN),
      ])
  }
  writeDoc(
    'getset-benchmarks.md',
    `# get and set

\`npm run bench -- getset\` made this file: \`y.set(i, j, x.get(i, j) * 2 + 1)\` for all elements of 1000 × 1000. The last column is
ndarray's time divided by weldarray's.

- ${machine()}
- commit ${revision()}; ${before.note}

${table(['', 'weldarray', 'ndarray', 'ratio'], rows)}
`,
  )
}
