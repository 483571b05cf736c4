// Each elementary function alone on 10⁶ elements, in both float types. Written to docs/unary-benchmarks.md.
import { ratio, table } from './harness/format.js'
import { load, machine, revision } from './harness/machine.js'
import type { Outcome } from './harness/measure.js'
import { runSuite } from './harness/run-suite.js'
import { loop } from './peers/loop.js'
import { numpy } from './peers/numpy.js'
import { weldarray, weldarray1 } from './peers/weldarray.js'
import { ratioTo } from './reports/main-report.js'
import { writeDoc } from './reports/write.js'
import { unaryWorkloads } from './workloads/unary.js'

export const unaryPeers = [weldarray, weldarray1, loop, numpy]

const nanoseconds = (o: Outcome | undefined): string => (o !== undefined && 'ms' in o ? o.ms.toFixed(2) : 'missing')

export async function unary(): Promise<void> {
  const before = load()
  const { peers, measurements } = await runSuite(unaryWorkloads, unaryPeers, {
    sampleMs: 10,
    budgetMs: 800,
    rounds: [5, 15],
    warmMs: 100,
  })
  const names = peers.map((p) => p.name)
  const rows = measurements.map((m) => {
    const [js, np] = [ratioTo(loop.name, m), ratioTo(numpy.name, m)]
    return [m.workload, ...names.map((n) => nanoseconds(m.outcomes[n])), js ? ratio(js) : '', np ? ratio(np) : '']
  })
  writeDoc(
    'unary-benchmarks.md',
    `# Elementary functions

\`npm run bench -- unary\` made this file: nanoseconds for an element, 10⁶ elements at a time; the JS loop calls \`Math\`. The last
columns are their time divided by weldarray's on all threads.

- ${machine()}
- commit ${revision()}; ${before.note}
${peers.map((p) => `- ${p.name}: ${p.version}`).join('\n')}

${table(['function', ...names, 'JS loop ÷ ours', 'NumPy ÷ ours'], rows)}
`,
  )
}
