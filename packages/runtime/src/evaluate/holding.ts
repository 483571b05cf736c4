import type { MemoryLimitError } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import { BlockMemory } from '../graph/block-memory.js'
import { heap, show } from '../heap/heap.js'
import { EXPLANATION } from '../heap/room.js'
import { spillTrouble } from '../spill/spill.js'
import { reliefs } from './relief.js'

/** So many arrays are named. */
const NAMED = 3

/** "2 arrays, 16.0 MiB (float64[1048576], float64[1048576])". */
function arrays(): string {
  const held = heap
    .living()
    .map(({ holder }) => holder)
    .filter((holder): holder is BlockMemory => holder instanceof BlockMemory && holder.isSettled)
    .sort((a, b) => b.bytes - a.bytes)
  const bytes = held.reduce((sum, memory) => sum + memory.bytes, 0)
  const named = held.slice(0, NAMED).map(({ dtype, length }) => `${dtype}[${length}]`)
  return held.length === 0
    ? 'no arrays'
    : `arrays ${show(bytes)} (${held.length}, the largest ${named.join(', ')}${held.length > NAMED ? ', …' : ''})`
}

function pending(): string {
  const all = reliefs()
  if (all.length === 0) return ''
  return `, of which pending expressions keep up to ${show(all.reduce((sum, { bytes }) => sum + bytes, 0))} (${all.length})`
}

function file(): string {
  if (settings.spill === 0) return 'Nothing was moved to a file, since spill is off. '
  const trouble = spillTrouble()
  if (trouble !== undefined) return `Nothing more could be moved to a file: ${trouble.message}. `
  return counters.bytesSpilled > 0
    ? `${show(counters.bytesSpilled)} are in a file; what is left is in use, or there is no more room in the file. `
    : ''
}

/** Says what holds the memory, and what to do. */
function explain(error: MemoryLimitError): void {
  const { bytes } = error
  if (bytes === undefined) return
  const { limit } = heap
  error.message =
    bytes > limit
      ? `${show(bytes)} are more than all memory for arrays, ${show(limit)}. Only what is computed in one loop and reduced needs no ` +
        'memory for its elements; what works in pieces is told in docs/large-arrays.md. Raise maxMemory (configure or WELDARRAY_MAX_MEMORY), up to 4 GiB, or compute parts'
      : `${show(bytes)} do not fit: of ${show(limit)}, ${show(heap.held)} are held by ${arrays()}${pending()}. ${file()}` +
        'Dispose of arrays that are no longer needed, or raise maxMemory (configure or WELDARRAY_MAX_MEMORY)'
  error.cause ??= spillTrouble()
}

EXPLANATION.of = explain
