import './evaluate/holding.js'
import { LARGE } from './evaluate/large.js'
import { inPieces } from './evaluate/pieces/pieces.js'

export { cacheDirectory, trustedDirectory } from './cache/directory.js'
export { engineLacks, kernelsLack } from './compiler/engine.js'
export { type Configuration, configure, type Settings, settings } from './config/config.js'
export { type Counters, counters, countFallback, type Fallback } from './config/counters.js'
export {
  type InspectedCall,
  type InspectedGraph,
  type InspectedLoop,
  type InspectedNode,
  type Inspection,
  inspectGraph,
  inspectionOf,
} from './debug/inspection.js'
export { describePlan, explain } from './debug/report.js'
export { evaluate } from './evaluate/evaluate.js'
export { evaluateAsync } from './evaluate/evaluate-async.js'
export { asyncOptions, type EvaluationOptions, evaluationOptions } from './evaluate/options.js'
export type { Reason } from './evaluate/telling.js'
export type { AsyncOptions } from './execute/execute.js'
export type { StepTrace } from './execute/step-trace.js'
export { forcePiece, forceTier, type Tier } from './execute/tier.js'
export type { Loop } from './generated/index.js'
export { isAccessible } from './graph/accessible.js'
export { fewCounts, fewSums } from './graph/few-bins.js'
export { keeping, release } from './graph/lifetime.js'
export { allocateMemory, arrayMemory, byteLength, constantMemory, freeMemory, type Memory } from './graph/memory.js'
export { isLargePart } from './graph/reach.js'
export {
  broadcast,
  cast,
  constant,
  constantLeaf,
  exactReciprocal,
  iota,
  leaf,
  map,
  reduce,
  reshape,
  view,
} from './graph/record.js'
export { join, scan, scatter, scatterInParts } from './graph/record-builders.js'
export { call, recordDraw } from './graph/record-calls.js'
export { gather, take as recordTake, takeAlong } from './graph/record-gathers.js'
export { compress as compressed } from './graph/record-masks.js'
export { counting, places, placeType, positionsOf, update } from './graph/record-places.js'
export { inOneCall } from './graph/sites.js'
export { endsOf, extremesOf, spanOf } from './graph/span.js'
export { BULK } from './graph/storage/copy.js'
export { type Elements, Storage } from './graph/storage/storage.js'
export { forget, type Viewer } from './graph/storage/viewers.js'
export { computedTogether } from './graph/together.js'
export { withRoom } from './heap/room.js'
export * from './library/index.js'
export type { CallEvent, EvaluationEvent, KernelEvent, PlanEvent } from './profile/channels.js'
export { areCallsWatched, withUnitTimes } from './profile/channels.js'
export { type Operand, performed } from './profile/performed.js'
export { type HitRates, type Stats, type StatsOptions, stats } from './profile/stats.js'
export { notePerformed } from './profile/watch.js'
export { isTracing, layOut, noMemory, type Recording, Replay, trace } from './replay/replay.js'
export { type Captured, type Laid, refuseWhileTracing } from './replay/tracing.js'
export { FEW_FOR_CALL, SPARSE_PLACES } from './schedule/costs.js'
export { shutdown } from './team/team.js'
export { loopFor } from './tiers/loops.js'

// What is done when memory is full.
LARGE.inPieces = inPieces
