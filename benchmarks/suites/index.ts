import type { Workload } from '../harness/workload.js'
import { builders } from './builders.js'
import { dispatch } from './dispatch.js'
import { functions } from './functions.js'
import type { Suite } from './suite.js'

export const suites: readonly Suite[] = [dispatch, builders, functions]

export const suiteWorkloads: readonly Workload[] = suites.flatMap((s) => s.sections.flatMap((x) => x.rows.map((r) => r.workload)))
