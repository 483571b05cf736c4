import type { KernelError } from '@weldarray/ir'
import {
  ACTIVE,
  ASLEEP,
  CALLER,
  claimant,
  claimOf,
  DONE,
  FAILED,
  FREE,
  LONGEST,
  OPEN,
  PROGRESS,
  slotOf,
  unitWord,
} from './control.js'
import { kernelFailed, WriterLostError } from './errors.js'
import { place } from './take-part.js'

/** Threads are looked at after this much silence. */
const LOOK_MS = 10

/** No progress for this long, or for this many times the longest unit, and the workers are given up. */
const PATIENCE_MS = 250
/** Where the system says that a thread lives, a silent one is only slow: starved of CPU or swapped out. */
const LIVING_PATIENCE_MS = 3000
const PATIENCE_UNITS = 20

/** How long a worker that was told to end may take, where the system says whether it has, and where nobody can. */
const END_MS = 3000
const BLIND_END_MS = 100

/** What the steps of a dispatch say to whoever takes them, beside where they are: that a unit was computed; that there is nothing to do for now. */
export const HELPED = -1
export const WAIT = -2

/** The workers of a dispatch, as far as it knows them. */
export interface Workers {
  readonly control: Int32Array
  readonly size: number
  /** Whether a worker's thread has ended: `undefined` if nobody can tell. */
  hasEnded(worker: number): boolean | undefined
  /** Tells those that are at work, and do not go on, to end. */
  abandon(workers: readonly number[]): void
}

export interface Work {
  readonly units: number
  /** Computes a unit here. */
  compute(unit: number): void
  /** The job writes to memory that cannot be exchanged for other memory. */
  readonly lasting?: boolean | undefined
  /** A worker may go on writing to the job's memory, for no one knows how long. */
  lose?(): void
}

/**
 * The caller's half of the protocol (`take-part.ts` is the workers'): the units' words say what there is to do, and the
 * caller, who alone is sure to be there, does whatever nobody else does. It may wait for a worker that is at work, never for
 * one that might come. A worker that has ended is out of the reckoning at once; one that is silent for too long is told to
 * end; and if it does not, the dispatch fails, and with it goes the memory that this worker could still write to.
 */
export class Dispatch {
  /** Where the caller looks for its next unit. */
  private next = 0
  private first = 0
  private counted = 0
  private stopped = false
  /** Workers that were told to end, and when the last of them was. */
  private readonly told = new Set<number>()
  private toldAt = 0
  private seen = -1
  private since: number
  private longest = 0
  /** Units that are counted between two steps. */
  private readonly stride: number = 64
  /** Units computed here, and units done as of the last look. */
  own = 0
  finished = 0
  /** No other thread touches the job's memory any more, and all that was to be done is done; or there is an error. */
  over = false
  error: KernelError | undefined

  constructor(
    private readonly workers: Workers,
    private readonly number: number,
    private readonly work: Work,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.since = now()
  }

  get control(): Int32Array {
    return this.workers.control
  }

  get units(): number {
    return this.work.units
  }

  /** Closed to workers, who finish the unit they are at; whatever else is left stays undone. */
  cancel(): void {
    this.stopped = true
    Atomics.store(this.workers.control, OPEN, 0)
  }

  /** Brings the job to its end. Where `mayHelp` denies it, the caller computes units only if nobody else does. */
  *steps(mayHelp: () => boolean = () => true): Generator<number, void> {
    for (;;) {
      if (!this.stopped && (mayHelp() || !this.anyActive()) && (yield* this.help())) {
        yield HELPED
        continue
      }
      if (yield* this.look()) return
      if (this.stopped || this.next >= this.work.units || !mayHelp()) yield WAIT
    }
  }

  /** Sleeps until something has changed since the last look, or for a while. */
  sleep(spinMs: number): void {
    const { control } = this.workers
    const spinEnd = performance.now() + spinMs
    while (Atomics.load(control, PROGRESS) === this.seen && performance.now() < spinEnd);
    Atomics.store(control, ASLEEP, 1)
    Atomics.wait(control, PROGRESS, this.seen, 2 * LOOK_MS)
    Atomics.store(control, ASLEEP, 0)
  }

  /** Computes one unit here: whether one was left. What workers failed to do is tried again. */
  private *help(): Generator<number, boolean> {
    const { control } = this.workers
    for (; this.next < this.work.units; this.next++) {
      const unit = this.next
      const word = unitWord(unit)
      yield place(unit, 0)
      const state = Atomics.load(control, word)
      if (state !== FREE && state !== FAILED) continue
      yield place(unit, 1 + state)
      if (Atomics.compareExchange(control, word, state, claimOf(CALLER)) !== state) continue
      const start = this.now()
      try {
        this.work.compute(unit)
      } catch (error) {
        this.error = kernelFailed(error)
        this.cancel()
      }
      this.longest = Math.max(this.longest, this.now() - start)
      yield place(unit, 4)
      Atomics.store(control, word, this.error ? FAILED : DONE)
      this.own++
      return true
    }
    return false
  }

  /** Sees how things stand: whether all is over. */
  private *look(): Generator<number, boolean> {
    const { control } = this.workers
    if (this.over) return true
    yield 1
    const seen = Atomics.load(control, PROGRESS)
    if (!this.stopped) {
      yield* this.count()
      if (this.counted < this.work.units) {
        yield* this.watch(seen)
        return this.over
      }
    }
    yield 2
    Atomics.store(control, OPEN, 0)
    for (let worker = 0; worker < this.workers.size; worker++) {
      yield place(worker, 10)
      if (!this.isActive(worker)) continue
      yield* this.watch(seen)
      return this.over
    }
    this.over = true
    return true
  }

  /** Counts what is done, and finds where to help. */
  private *count(): Generator<number, void> {
    const { units } = this.work
    this.counted = 0
    this.first = units
    for (let unit = units - 1; unit >= 0; unit--) {
      if (unit % this.stride === 0) yield place(unit, 8)
      const state = Atomics.load(this.workers.control, unitWord(unit))
      if (state === DONE) this.counted++
      else if (state === FREE || state === FAILED) this.first = unit
    }
    this.finished = this.counted
    this.next = this.first
  }

  /** Deals with workers that have ended or do not go on. */
  private *watch(seen: number): Generator<number, void> {
    const now = this.now()
    if (seen !== this.seen) {
      this.seen = seen
      this.since = now
      return
    }
    const quiet = now - this.since
    if (quiet < LOOK_MS) return
    for (const worker of this.active()) if (this.workers.hasEnded(worker)) yield* this.takeBack(worker)
    const silent = this.active()
    if (silent.length === 0) return
    const news = silent.filter((worker) => !this.told.has(worker))
    if (news.length === 0) {
      if (now - this.toldAt > this.endPatience(silent) && this.mayLose(silent)) this.lose()
    } else if (quiet > this.patience(silent)) {
      for (const worker of news) this.told.add(worker)
      this.toldAt = now
      yield 4
      Atomics.store(this.workers.control, OPEN, 0)
      this.workers.abandon(news)
    }
  }

  /** What a worker had claimed when it ended is free again. */
  private *takeBack(worker: number): Generator<number, void> {
    const { control } = this.workers
    for (let unit = 0; unit < this.work.units; unit++)
      if (claimant(Atomics.load(control, unitWord(unit))) === worker) {
        yield place(unit, 9)
        Atomics.store(control, unitWord(unit), FREE)
        this.next = Math.min(this.next, unit)
      }
    Atomics.store(control, slotOf(worker) + ACTIVE, 0)
  }

  /** Where memory cannot be exchanged, a thread that was told to end and surely lives is waited for: when it next runs, it ends. */
  private mayLose(silent: readonly number[]): boolean {
    return !this.work.lasting || silent.some((w) => this.workers.hasEnded(w) === undefined)
  }

  private lose(): void {
    this.error = new WriterLostError()
    this.over = true
    this.work.lose?.()
  }

  /** Whether a worker may touch the job's memory. (After closing, nobody comes to be who was not.) */
  private isActive(worker: number): boolean {
    return Atomics.load(this.workers.control, slotOf(worker) + ACTIVE) === this.number
  }

  private anyActive(): boolean {
    for (let worker = 0; worker < this.workers.size; worker++) if (this.isActive(worker)) return true
    return false
  }

  private active(): number[] {
    return Array.from({ length: this.workers.size }, (_, worker) => worker).filter((worker) => this.isActive(worker))
  }

  private patience(silent: readonly number[]): number {
    const { control } = this.workers
    const living = silent.every((w) => this.workers.hasEnded(w) === false)
    const slots = silent.map((w) => Atomics.load(control, slotOf(w) + LONGEST) / 1000)
    return Math.max(living ? LIVING_PATIENCE_MS : PATIENCE_MS, PATIENCE_UNITS * Math.max(this.longest, ...slots))
  }

  private endPatience(silent: readonly number[]): number {
    return silent.some((w) => this.workers.hasEnded(w) !== undefined) ? END_MS : BLIND_END_MS
  }
}
