import { cold } from './cold.js'
import { getset } from './getset.js'
import type { Peer } from './harness/peers.js'
import type { Workload } from './harness/workload.js'
import { mainTable } from './main-table.js'
import { ops150, opsPeers } from './ops150.js'
import { arrayMap, arrayOperations } from './peers/functions.js'
import { peers } from './peers/index.js'
import { kernelAlone } from './peers/kernel.js'
import { suites, suiteWorkloads } from './suites/index.js'
import { type SuiteOptions, suite } from './suites/run.js'
import { unary } from './unary.js'
import { getsetWorkloads } from './workloads/getset.js'
import { workloads } from './workloads/index.js'
import { opsWorkloads } from './workloads/ops150.js'
import { unaryWorkloads } from './workloads/unary.js'

/** What `npm run bench` runs one after the other. */
export const programs: Readonly<Record<string, (options: SuiteOptions) => Promise<void>>> = {
  main: () => mainTable(),
  unary: () => unary(),
  getset: () => getset(),
  cold: () => cold(),
  ops150: () => ops150(),
  ...Object.fromEntries(suites.map((s) => [s.name, (options: SuiteOptions) => suite(s, options)])),
}

/** Where the processes of peers look things up by name. */
export const allPeers: readonly Peer[] = [...peers, ...opsPeers, arrayMap, arrayOperations, kernelAlone]
export const allWorkloads: readonly Workload[] = [
  ...workloads,
  ...unaryWorkloads,
  ...getsetWorkloads,
  ...opsWorkloads,
  ...suiteWorkloads,
]
