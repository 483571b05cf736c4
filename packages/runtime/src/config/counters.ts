import { notePerformed } from '../profile/watch.js'

/** Why and how often an operation left the compiled path. */
export interface Fallback {
  count: number
  reason: string
}

/** What has happened in this thread since it started. */
export interface Counters {
  /** Operations recorded into graphs. */
  recorded: number
  /** Kernels that Binaryen built. */
  kernelsCompiled: number
  cacheHitsMemory: number
  cacheHitsDisk: number
  evaluationsExplicit: number
  evaluationsImplicit: number
  /** Eager calls by operation name. */
  fallbacks: Record<string, Fallback>
  /** Bytes of heap blocks in use, now and at most. */
  bytesHeld: number
  bytesPeak: number
  /** Bytes of arrays that are in the file for what does not fit; how often arrays went there, and came back. */
  bytesSpilled: number
  spills: number
  restores: number
  /** Bytes copied from and to ordinary typed arrays. */
  bytesCopiedIn: number
  bytesCopiedOut: number
  /** Bytes of the elements that loops read and wrote. */
  bytesRead: number
  bytesWritten: number
  /** Kernels run, and loop nests they were made of. */
  kernelRuns: number
  loops: number
  /** Recorded operations that are no loop (sorts, products, selections) which were run. */
  calls: number
  /** Starts of the compiler thread. */
  compilerLoaded: number
  /** Dispatches to the worker team, and chunks the team took off the calling thread. */
  dispatches: number
  chunksHelped: number
  /** Teams given up because a worker died or hung. */
  teamsLost: number
  /** Garbage collections run because the heap was under pressure: of everything, and of what was made recently. */
  collections: number
  youngCollections: number
  /** Plans made for recorded graphs, one for each structure, and evaluations whose plan was known. */
  plansMade: number
  plansFound: number
  /** Functions traced by `compile`, once for each structure of their arguments, and calls that replayed a trace. */
  traces: number
  replays: number
}

/** The live counters: a plain object that everyone increments. */
export const counters: Counters = {
  recorded: 0,
  kernelsCompiled: 0,
  cacheHitsMemory: 0,
  cacheHitsDisk: 0,
  evaluationsExplicit: 0,
  evaluationsImplicit: 0,
  fallbacks: {},
  bytesHeld: 0,
  bytesPeak: 0,
  bytesSpilled: 0,
  spills: 0,
  restores: 0,
  bytesCopiedIn: 0,
  bytesCopiedOut: 0,
  bytesRead: 0,
  bytesWritten: 0,
  kernelRuns: 0,
  loops: 0,
  calls: 0,
  compilerLoaded: 0,
  dispatches: 0,
  chunksHelped: 0,
  teamsLost: 0,
  collections: 0,
  youngCollections: 0,
  plansMade: 0,
  plansFound: 0,
  traces: 0,
  replays: 0,
}

/** Notes an eager call of operation `name` and why it could not be compiled. */
export function countFallback(name: string, reason: string): void {
  notePerformed()
  const seen = Object.hasOwn(counters.fallbacks, name) ? counters.fallbacks[name] : undefined
  if (seen) {
    seen.count++
    seen.reason = reason
  } else counters.fallbacks[name] = { count: 1, reason }
}
