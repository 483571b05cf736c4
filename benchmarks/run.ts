// `npm run bench` runs everything and writes docs/; `npm run bench -- NAME …` runs some of it; `dispatch`, `builders` and `functions`
// take `--quick` (few rounds) and `--only TEXT` (rows with this in their name), both to the screen only.
import { parseArgs } from 'node:util'
import { serve } from './harness/serve.js'
import { mainTable } from './main-table.js'
import { ops150 } from './ops150.js'
import { allPeers, allWorkloads, programs } from './programs.js'
import type { SuiteOptions } from './suites/run.js'
import { workloads } from './workloads/index.js'
import { opsWorkloads } from './workloads/ops150.js'

/** What the process of a JavaScript peer does. */
async function beAPeer(name: string): Promise<void> {
  const peer = allPeers.find((p) => p.name === name)
  if (peer?.inside === undefined) throw new Error(`there is no peer '${name}'`)
  const find = (wanted: string) => {
    const found = allWorkloads.find((w) => w.name === wanted)
    if (found === undefined) throw new Error(`there is no workload '${wanted}'`)
    return found
  }
  await serve(await peer.inside(), find)
}

async function bench(names: readonly string[], options: SuiteOptions): Promise<void> {
  const known = [...workloads, ...opsWorkloads].map((w) => w.name).concat(Object.keys(programs))
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(
      `there is no benchmark '${unknown}'; there are ${known.filter((n) => !n.startsWith('ops.')).join(', ')}, ops.<function>`,
    )
  const named = workloads.filter((w) => names.includes(w.name)).map((w) => w.name)
  if (named.length > 0) await mainTable(named)
  const functions = names.filter((name) => name.startsWith('ops.'))
  if (functions.length > 0) await ops150(functions)
  for (const [name, program] of Object.entries(programs)) if (names.length === 0 || names.includes(name)) await program(options)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: 'string' }, quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
if (values.peer !== undefined) await beAPeer(values.peer)
else await bench(positionals, { quick: values.quick, only: values.only })
