import { count, timeOf } from './format.js'
import { Store } from './inputs.js'
import { type Effort, type Measurement, measure } from './measure.js'
import { type Peer, type RunningPeer, start } from './peers.js'
import type { Workload } from './workload.js'

export interface SuiteResult {
  readonly peers: readonly { readonly name: string; readonly version: string }[]
  readonly measurements: readonly Measurement[]
}

const line = ({ workload, size, outcomes }: Measurement): string =>
  `${workload.padEnd(16)} ${count(size).padEnd(6)} ${Object.entries(outcomes)
    .map(([name, o]) => `${name} ${timeOf(o)}`)
    .join(', ')}`

/** Starts the peers once and takes them through every workload and size; says on the way how far it is. */
export async function runSuite(workloads: readonly Workload[], peers: readonly Peer[], effort: Effort): Promise<SuiteResult> {
  const store = new Store()
  const running: RunningPeer[] = []
  for (const peer of peers) running.push(await start(peer))
  const measurements: Measurement[] = []
  // Size by size, so that the input files of one size serve all workloads and then go.
  const sizes = [...new Set(workloads.flatMap((w) => w.sizes))].sort((a, b) => a - b)
  for (const size of sizes) {
    for (const workload of workloads) {
      if (!workload.sizes.includes(size)) continue
      const measurement = await measure(workload, size, running, store, effort)
      console.log(line(measurement))
      for (const [name, o] of Object.entries(measurement.outcomes))
        if ('missing' in o && o.missing.startsWith('failed')) console.log(`  ${name} ${o.missing}`)
      measurements.push(measurement)
    }
    store.clear()
  }
  for (const peer of running) peer.stop()
  return { peers: running.map(({ name, version }) => ({ name, version })), measurements }
}
