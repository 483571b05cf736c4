import type { Peer } from '../harness/peers.js'
import { loop } from './loop.js'
import { ndarrayOps } from './ndarray-ops.js'
import { numpy } from './numpy.js'
import { weldarray, weldarray1 } from './weldarray.js'

/** The columns of the main table. The first is what the others are measured against. */
export const peers: readonly Peer[] = [weldarray, weldarray1, ndarrayOps, loop, numpy]
