import { ACTIVE, FREE, newControl, OPEN, PROGRESS, slotOf, unitWord } from '../../dist/team/control.js'
import { Dispatch } from '../../dist/team/dispatch.js'
import { WriterLostError } from '../../dist/team/errors.js'
import { takePart } from '../../dist/team/take-part.js'

/** What is explored. */
export interface Setting {
  readonly workers: number
  readonly units: number
  readonly dispatches: number
  /** Whether the caller computes units while workers are there; an asynchronous one with long units does not. */
  readonly helps: boolean
  /** Whether the system says who has ended. */
  readonly sees: boolean
  /** Whether threads that are told to end do. */
  readonly obeys: boolean
  /** Whether the caller may give the dispatch up at any time. */
  readonly cancels?: boolean
  /** Whether the job's memory cannot be exchanged: then a thread that surely lives is waited for. */
  readonly lasting?: boolean
  /** A unit whose kernel traps in workers. */
  readonly traps?: number
}

interface Thread {
  readonly steps: Iterator<number, void>
  readonly control: Int32Array
  readonly slot: number
  at: number
  alive: boolean
  /** What it has read of `OPEN`. */
  open: number
}

/** The fields of a dispatch that its later steps depend on. */
interface Fields {
  next: number
  first: number
  counted: number
  stopped: boolean
  told: Set<number>
  seen: number
}

const TIME = 1e9

/** Worlds are made by the hundred thousand, one at a time: they take turns with the same words. */
const controls: Int32Array[] = []

function controlFor(pool: number, units: number): Int32Array {
  controls[pool] ??= newControl()
  return controls[pool].fill(0, 0, slotOf(4)).fill(0, unitWord(0), unitWord(units))
}

/**
 * The dispatch protocol, the code itself, with its threads' steps taken one at a time in an order given from outside. Every
 * patience is out at once: a thread whose step does not come is a thread that has stalled.
 */
export class World {
  readonly threads: Thread[] = []
  private control: Int32Array
  private readonly caller: Iterator<number, void>
  private at = 0
  private seen = 0
  private time = 0
  private number = 0
  private dispatch: Dispatch | undefined
  /** By the number of the dispatch: which units were computed to their end, and how it ended. */
  private readonly written: Set<number>[] = []
  private readonly ends: ('right' | 'lost' | 'cancelled')[] = []
  private cancelled = false
  over = false
  violation: string | undefined

  constructor(readonly setting: Setting) {
    this.control = controlFor(0, setting.units)
    this.startWorkers()
    this.caller = this.call()
    this.stepCaller()
  }

  /** What can happen next: a step of the caller, or of a thread, or its death, or the caller's change of mind. */
  actions(): string[] {
    const { cancels } = this.setting
    const living = this.threads.flatMap(({ alive }, i) => (alive ? [`step ${i}`, `kill ${i}`] : []))
    return [...(this.over ? [] : ['caller']), ...living, ...(cancels && !this.cancelled && !this.over ? ['cancel'] : [])]
  }

  do(action: string): void {
    const [what, which] = action.split(' ')
    if (what === 'caller') this.stepCaller()
    else if (what === 'cancel') {
      this.cancelled = true
      this.dispatch!.cancel()
    } else if (what === 'kill') this.threads[Number(which)].alive = false
    else this.stepThread(this.threads[Number(which)])
  }

  stepCaller(): void {
    this.time += TIME
    if (this.at === 1) this.seen = this.control[PROGRESS]
    const { value, done } = this.caller.next()
    this.at = value ?? 0
    if (done) this.over = true
  }

  /** Everything that the future depends on. */
  key(): string {
    const { next, first, counted, stopped, told, seen } = this.dispatch as unknown as Fields
    const { units } = this.setting
    const words = Array.from({ length: units }, (_, unit) => this.control[unitWord(unit)])
    const threads = this.threads.map((t) => [t.at, t.alive, t.open, t.control === this.control, t.control[t.slot + ACTIVE]])
    return JSON.stringify([
      [this.at, this.over, this.number, this.cancelled, this.seen === this.control[PROGRESS], seen === this.control[PROGRESS]],
      [next, first, counted, stopped, ...told],
      [this.control[OPEN], ...words],
      threads,
      this.written.map((units) => [...units].sort()),
      this.ends,
    ])
  }

  private startWorkers(): void {
    for (let worker = 0; worker < this.setting.workers; worker++) {
      const { control } = this
      this.threads.push({
        steps: this.work(control, worker),
        control,
        slot: slotOf(worker),
        at: 0,
        alive: true,
        open: 0,
      })
    }
  }

  private stepThread(thread: Thread): void {
    if (thread.at === 1) thread.open = thread.control[OPEN]
    thread.at = thread.steps.next().value ?? 0
  }

  private *work(control: Int32Array, worker: number): Generator<number, void> {
    const { units, traps } = this.setting
    for (;;) {
      yield* takePart(control, worker, () => {
        const number = control[slotOf(worker) + ACTIVE]
        const run = (unit: number): boolean => {
          if (unit === traps) throw new Error('trap')
          this.write(number, unit)
          return true
        }
        return { units, run }
      })
    }
  }

  private write(number: number, unit: number): void {
    const end = this.ends[number]
    if (end === 'right' || end === 'cancelled') this.violation = `unit ${unit} of dispatch ${number} is written after its end`
    this.written[number].add(unit)
  }

  private *call(): Generator<number, void> {
    const { units, dispatches, workers, helps, sees, obeys, lasting } = this.setting
    for (let n = 1; n <= dispatches; n++) {
      const current = this.threads.slice(-workers)
      // A pool that has lost somebody is not used again.
      if (n > 1 && (current.some((t) => !t.alive) || this.ends[n - 1] === 'lost')) {
        this.control = controlFor(n - 1, units)
        this.startWorkers()
      }
      const { control } = this
      const team = this.threads.slice(-workers)
      control.fill(FREE, unitWord(0), unitWord(units))
      this.number = n
      this.written[n] = new Set()
      let lost = false
      const dispatch = new Dispatch(
        {
          control,
          size: workers,
          hasEnded: (w) => (sees ? !team[w].alive : undefined),
          abandon: (who) => {
            if (obeys) for (const w of who) team[w].alive = false
          },
        },
        n,
        { units, compute: (unit) => this.write(n, unit), lasting, lose: () => (lost = true) },
        () => this.time,
      )
      ;(dispatch as unknown as { stride: number }).stride = 1
      this.dispatch = dispatch
      control[OPEN] = n
      yield* dispatch.steps(() => helps)
      this.finish(n, dispatch, lost, team)
      // Between two evaluations anything may happen: who comes late must find the first one closed.
      if (n < dispatches) yield 6
    }
  }

  private finish(n: number, { error }: Dispatch, lost: boolean, team: readonly Thread[]): void {
    const { units, sees, obeys, traps, lasting } = this.setting
    const inside = team.some((t) => t.control[t.slot + ACTIVE] === n)
    if (error instanceof WriterLostError && lost) {
      if (!inside) this.violation = 'lost with nobody inside'
      if (sees && (obeys || lasting)) this.violation = 'lost where every end is seen'
    } else if (error) this.violation = `an error: ${error}`
    else if (!this.cancelled && this.written[n].size !== units) this.violation = 'over with units undone'
    else if (!this.cancelled && traps !== undefined && !this.written[n].has(traps)) this.violation = 'a trap is not mended'
    this.ends[n] = lost ? 'lost' : this.cancelled ? 'cancelled' : 'right'
  }
}
