import type { KernelError } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { claimUnit } from './claim.js'
import { BACK, DONE, FINISHED, FREE, FRONT, LONGEST, NEXT, OPEN, slotOf, unitWord, writeJob } from './control.js'
import type { Crew } from './crew.js'
import { type Grid, type Job, type Run, runUnit } from './job.js'
import { kernelFailed } from './own.js'

/** Waits spin this long before they sleep: most chunks end within it. */
const SPIN_MS = 0.03
const LOOK_MS = 20

/** No progress for this long, or for this many times the longest unit, and the workers are given up. */
const PATIENCE_MS = 250
/** Where the system says whether a thread lives, a silent one is only slow: starved of CPU or swapped out. */
const LIVING_PATIENCE_MS = 3000
const PATIENCE_UNITS = 20

/** A job under way on a crew; the thread that owns the crew helps, watches and, if need be, does everything itself. */
export class Dispatch {
  readonly #crew: Crew
  readonly #control: Int32Array
  readonly #number: number
  #longest = 0
  #own = 0
  #seen = 0
  #since = performance.now()
  #cancelled = false
  /** No other thread touches the job's memory any more, and all that was to be done is done. */
  over = false
  error: KernelError | undefined

  constructor(
    crew: Crew,
    readonly job: Job,
    readonly grid: Grid,
    readonly run: Run,
    readonly scratch: number,
  ) {
    this.#crew = crew
    const control = crew.control
    this.#control = control
    crew.prepare(job)
    writeJob(control, job.kernelKey, grid)
    control.fill(FREE, unitWord(0), unitWord(grid.units))
    Atomics.store(control, FINISHED, 0)
    Atomics.store(control, FRONT, 0)
    Atomics.store(control, BACK, 0)
    Atomics.store(control, NEXT, 0)
    this.#number = crew.nextNumber()
    Atomics.store(control, OPEN, this.#number)
    crew.wake()
    counters.dispatches++
  }

  /** Units done so far. (Once this is over, the shared words may tell of another job.) */
  get finished(): number {
    return this.over ? this.grid.units : Atomics.load(this.#control, FINISHED)
  }

  /** Computes one unit here: how many ms it took, or `undefined` if none was left. */
  help(): number | undefined {
    const ms = claimUnit(this.#control, this.grid, this.run, this.scratch, FRONT)
    if (ms === undefined) return undefined
    this.#own++
    if (ms > this.#longest) this.#longest = ms
    return ms
  }

  /** Nobody begins another unit. */
  cancel(): void {
    this.#cancelled = true
    Atomics.store(this.#control, NEXT, this.grid.units)
  }

  /** Brings the job to its end while the caller waits. */
  finish(): void {
    while (this.help() !== undefined);
    const spinEnd = performance.now() + SPIN_MS
    while (!this.#settled() && performance.now() < spinEnd);
    while (!this.poll()) {
      const finished = this.finished
      if (finished < this.grid.units && !this.#cancelled) Atomics.wait(this.#control, FINISHED, finished, LOOK_MS)
      else pause()
    }
  }

  /** Looks how things stand, without waiting unless workers are lost: whether the job is over. */
  poll(): boolean {
    if (this.over) return true
    if (this.#settled()) this.#close()
    else if (this.#isLost()) {
      const atWork = this.#crew.active(this.#number)
      Atomics.store(this.#control, OPEN, 0)
      Atomics.store(this.#control, NEXT, this.grid.units)
      this.#crew.abandon(atWork)
      counters.teamsLost++
      this.#close()
    }
    return this.over
  }

  /** All is done (or nothing more is to be), and no worker is inside. */
  #settled(): boolean {
    if (!this.#cancelled && this.finished < this.grid.units) return false
    Atomics.store(this.#control, OPEN, 0)
    return !this.#crew.isActive(this.#number)
  }

  #isLost(): boolean {
    const finished = this.finished
    const now = performance.now()
    if (finished !== this.#seen) {
      this.#seen = finished
      this.#since = now
      return false
    }
    const quiet = now - this.#since
    if (quiet < LOOK_MS / 2) return false
    const atWork = this.#crew.active(this.#number)
    if (atWork.some((w) => this.#crew.hasEnded(w))) return true
    // Units are left and nobody is at them: whoever claimed them is gone, or nobody has come yet.
    // (They count a unit before they leave, so what is not counted now never will be.)
    if (atWork.length === 0) return Atomics.load(this.#control, NEXT) >= this.grid.units && this.finished === finished
    const living = atWork.every((w) => this.#crew.hasEnded(w) === false)
    const slots = atWork.map((w) => Atomics.load(this.#control, slotOf(w) + LONGEST) / 1000)
    return quiet > Math.max(living ? LIVING_PATIENCE_MS : PATIENCE_MS, PATIENCE_UNITS * Math.max(this.#longest, ...slots))
  }

  /** Nobody else is at it any more: what workers failed to do is done again here. */
  #close(): void {
    counters.chunksHelped += Math.max(0, this.finished - this.#own)
    this.over = true
    if (this.#cancelled) return
    for (let unit = 0; unit < this.grid.units; unit++) {
      if (Atomics.load(this.#control, unitWord(unit)) === DONE) continue
      try {
        runUnit(this.run, this.grid, this.scratch, unit)
      } catch (error) {
        this.error = kernelFailed(error)
        return
      }
    }
  }
}

const nobody = new Int32Array(new SharedArrayBuffer(4))
const pause = (): void => void Atomics.wait(nobody, 0, 0, 0.05)
