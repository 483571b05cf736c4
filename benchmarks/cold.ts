// A fresh process to its first number: 10⁶ option prices, with an empty and a warm kernel cache. Written to docs/cold-benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { table, time } from './harness/format.js'
import { load, machine, revision } from './harness/machine.js'
import { optionPrices, runFresh, type Start } from './harness/starts.js'
import { median } from './harness/statistics.js'
import { writeDoc } from './reports/write.js'

export async function cold(rounds = 15): Promise<void> {
  const before = load()
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-cold-'))
  const warm = join(folder, 'warm')
  await runFresh(optionPrices, warm)
  const starts = { node: [] as Start[], empty: [] as Start[], warm: [] as Start[] }
  for (let i = 0; i < rounds; i++) {
    starts.node.push(await runFresh('console.log(0)', 'off'))
    starts.empty.push(await runFresh(optionPrices, join(folder, `empty-${i}`)))
    starts.warm.push(await runFresh(optionPrices, warm))
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
