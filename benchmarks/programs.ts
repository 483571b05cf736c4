import type { Peer } from './harness/peers.js'
import type { Workload } from './harness/workload.js'
import { mainTable } from './main-table.js'
import { peers } from './peers/index.js'
import { workloads } from './workloads/index.js'

/** What `npm run bench` runs one after the other. */
export const programs: Readonly<Record<string, () => Promise<void>>> = { main: () => mainTable() }

/** Where the processes of peers look things up by name. */
export const allPeers: readonly Peer[] = peers
export const allWorkloads: readonly Workload[] = workloads
