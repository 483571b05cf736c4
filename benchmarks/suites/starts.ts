// Fresh processes: import, first result with kernels on disk, first expression without any.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { table, time } from '../harness/format.js'
import { firstExpression, optionPrices, runFresh } from '../harness/starts.js'
import { median } from '../harness/statistics.js'
import { reasons } from './report.js'

/** Interleaved, medians. */
export async function starts(quick: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-starts-'))
  const warm = join(folder, 'warm')
  const times = { import: [] as number[], first: [] as number[], ours: [] as number[], theirs: [] as number[] }
  await runFresh(optionPrices, warm)
  for (let i = 0; i < (quick ? 3 : 15); i++) {
    const start = await runFresh(optionPrices, warm)
    times.import.push(start.imported)
    times.first.push(start.firstNumber)
    times.ours.push((await runFresh(firstExpression.weldarray, join(folder, `empty-${i}`))).firstNumber)
    times.theirs.push((await runFresh(firstExpression['ndarray-ops'], 'off')).firstNumber)
  }
  rmSync(folder, { recursive: true, force: true })
  const [imported, first, ours, theirs] = [times.import, times.first, times.ours, times.theirs].map(median) as [
    number,
    number,
    number,
    number,
  ]
  const bars = [
    { name: 'import', what: "`import 'weldarray'`", ms: imported, most: 20 },
    {
      name: 'first result',
      what: 'to the first of 10⁶ option prices, kernels on disk (with the start of Node)',
      ms: first,
      most: 100,
    },
    {
      name: 'first expression',
      what: `to an element of \`a*b + c + 100\` at 10⁶, no kernels on disk; ndarray-ops ${time(theirs)}`,
      ms: ours,
      most: 1.2 * theirs,
    },
  ]
  const lines = bars.map(({ what, ms, most }) => [what, time(ms), `≤ ${time(most)}`, ms <= most ? 'met' : '**missed**'])
  return `## A new process\n\n${table(['', 'time', 'bar', ''], lines)}${reasons(bars.filter(({ ms, most }) => ms > most))}`
}
