import { type Job, MOST_UNITS, type Space } from './job.js'
import { TIMING_WORDS, timesOf } from './timing.js'

/*
 * The words shared by the threads of a pool. They lie in a buffer of their own, where no kernel can reach them, and
 * a new pool gets new ones, so that a thread given up for lost cannot disturb its successors.
 */

/** Counts calls to work; idle workers wait for it to change. */
export const GENERATION = 0
/** The number of the dispatch that workers may take part in, or 0. */
export const OPEN = 1
/** The generation after which the calling thread's event loop has turned. */
export const TURNED = 2
/** The job: module key, then the numbers of `Space`. */
const JOB = 4
/** Whether workers write down when they work on units. */
export const TIMED = 12
/** Changes with whatever a waiting caller may want to know, in a cache line of its own. A hint: the units' words count. */
export const PROGRESS = 16
/** Whether the caller sleeps, or is about to: waking it costs more than a short unit. */
export const ASLEEP = 17

const SLOTS = 32
const SLOT_WORDS = 16
const MOST_SLOTS = 256
const UNITS = SLOTS + MOST_SLOTS * SLOT_WORDS
const TIMES = UNITS + MOST_UNITS
const WORDS = TIMES + TIMING_WORDS

/** A worker's own words, relative to `slotOf(worker)`. */
export const PRESENCE = 0
/** The number of the dispatch it takes part in, or 0. While it is not 0 the worker may touch the job's memory. */
export const ACTIVE = 1
/** Heap address of its scratch memory, set by the caller. */
export const SCRATCH = 2
/** The system's number of its thread. */
export const THREAD = 3
/** The longest time it took for a unit, in µs. */
export const LONGEST = 4

export const AWAY = 0
export const SUMMONED = 1
export const HERE = 2

/** What a unit's word says. From `CLAIMED` up it also says by whom. */
export const FREE = 0
export const DONE = 1
export const FAILED = 2
const CLAIMED = 3

/** The claim of worker 0, 1, …; the calling thread's is that of -1. */
export const claimOf = (worker: number): number => CLAIMED + 1 + worker
export const CALLER = -1
/** Who has claimed a unit of this word, or `undefined`. */
export const claimant = (word: number): number | undefined => (word < CLAIMED ? undefined : word - CLAIMED - 1)

export const slotOf = (worker: number): number => SLOTS + worker * SLOT_WORDS
export const unitWord = (unit: number): number => UNITS + unit

export const newControl = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * WORDS))

/** Where workers write times. */
export const timesIn = (control: Int32Array): Float64Array => timesOf(control, TIMES)

export function writeJob(control: Int32Array, job: Job): void {
  const { kernelKey, params, rows, blocks, cols, rowStep, blockStep, colStep } = job
  control.set([kernelKey, params, rows, blocks, cols, rowStep, blockStep, colStep, job.times ? 1 : 0], JOB)
}

export function readJob(control: Int32Array): Space & { key: number } {
  // Extents and addresses up to 4 Gi.
  const word = (i: number): number => control[JOB + i] >>> 0
  return {
    key: word(0),
    params: word(1),
    rows: word(2),
    blocks: word(3),
    cols: word(4),
    rowStep: word(5),
    blockStep: word(6),
    colStep: word(7),
  }
}
