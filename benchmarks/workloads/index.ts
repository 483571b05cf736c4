import type { Workload } from '../harness/workload.js'
import { blackscholes } from './blackscholes.js'
import { cse } from './cse.js'
import { fmaChain } from './fma-chain.js'
import { haversine } from './haversine.js'
import { inplaceChain } from './inplace-chain.js'
import { maskedSum } from './masked-sum.js'
import { standardize } from './standardize.js'
import { stats } from './stats.js'

/** The computations of the main table, in its order. */
export const workloads: readonly Workload[] = [
  fmaChain,
  inplaceChain,
  cse,
  blackscholes,
  haversine,
  maskedSum,
  standardize,
  stats,
]
