import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import type * as PiscinaModule from 'piscina'
import { piscina, poolTask } from '../assets/assets.js'
import { counters } from '../config/counters.js'
import { type Block, heap } from '../heap/heap.js'
import {
  AWAY,
  FREE,
  GENERATION,
  newControl,
  OPEN,
  PRESENCE,
  SCRATCH,
  SUMMONED,
  slotOf,
  THREAD,
  TURNED,
  timesIn,
  unitWord,
  writeJob,
} from './control.js'
import { Dispatch, type Work, type Workers } from './dispatch.js'
import type { Job } from './job.js'
import { hasEnded } from './liveness.js'
import type { ModuleMessage, Setup } from './pool-worker.js'
import { Threads } from './threads.js'
import { clearTimes } from './timing.js'

/** After this many modules a worker forgets all and is sent again what it needs. */
const MOST_MODULES = 512

const LOOK_MS = 100

interface Member {
  readonly port: MessagePort
  readonly sent: Set<number>
  scratch: Block | undefined
  setup: Setup | undefined
  thread: Worker | undefined
}

/** Worker threads, what each of them knows, and the words they share with the calling thread. */
export class WorkerPool implements Workers {
  readonly control = newControl()
  readonly size: number
  readonly #members: Member[] = []
  readonly #pool: PiscinaModule.Piscina
  readonly #threads: Threads
  #summoning = 0
  #number = 0
  #looked = 0
  #turnAwaited = false
  #ended: Promise<void> | undefined
  /** Some worker has ended: no longer to be relied on. */
  broken = false

  constructor(size: number) {
    this.size = size
    const { Piscina } = piscina()
    this.#pool = new Piscina({
      filename: poolTask,
      minThreads: size,
      maxThreads: size,
      // A worker that has just left counts as busy until our event loop turns, but can be given another task.
      concurrentTasksPerWorker: 1e6,
      loadBalancer: (_task, workers) => {
        const member = this.#members[this.#summoning]
        member.thread ??= this.#pool.threads.find((t) => !this.#members.some((m) => m.thread === t))
        return workers.find((w) => w.id === member.thread?.threadId) ?? null
      },
      // The program's own flags (loaders, --input-type, an inspector) are not for these threads.
      execArgv: [],
      recordTiming: false,
      trackUnmanagedFds: false,
    })
    const lose = (): void => {
      this.broken = true
    }
    this.#threads = new Threads(() => this.#pool.threads, lose)
    this.#pool.on('error', lose)
    this.#pool.on('workerDestroy', lose)
    for (let worker = 0; worker < size; worker++) {
      const { port1, port2 } = new MessageChannel()
      const setup: Setup = { worker, control: this.control, memory: heap.memory, port: port2 }
      this.#members.push({ port: port1, sent: new Set(), scratch: undefined, setup, thread: undefined })
    }
  }

  /** Opens a job to the workers; `compute` does one of its units here. May throw `MemoryLimitError`. */
  dispatch(job: Job, units: number, compute: Work['compute']): Dispatch {
    const { control } = this
    this.#prepare(job)
    writeJob(control, job)
    if (job.times) clearTimes(timesIn(control), units)
    control.fill(FREE, unitWord(0), unitWord(units))
    this.#number = this.#number === 0x7fffffff ? 1 : this.#number + 1
    Atomics.store(control, OPEN, this.#number)
    this.wake()
    counters.dispatches++
    return new Dispatch(this, this.#number, { units, compute, lasting: job.lasting, lose: () => job.lost(this.#end()) })
  }

  /** Starts a generation: wakes the workers that wait and posts tasks to those that do not. */
  wake(): void {
    Atomics.add(this.control, GENERATION, 1)
    Atomics.notify(this.control, GENERATION)
    this.#members.forEach((member, worker) => {
      const presence = slotOf(worker) + PRESENCE
      if (Atomics.compareExchange(this.control, presence, AWAY, SUMMONED) !== AWAY) return
      this.#summoning = worker
      const { setup } = member
      member.setup = undefined
      this.#pool.run(setup, setup ? { transferList: [setup.port] } : {}).catch(() => {
        this.broken = true
      })
    })
    this.#noteTurn()
  }

  hasEnded(worker: number): boolean | undefined {
    const { thread } = this.#members[worker]
    if (thread && this.#threads.hasEnded(thread)) return true
    return hasEnded(Atomics.load(this.control, slotOf(worker) + THREAD))
  }

  /** Now and then sees whether all threads live: while a synchronous program runs, Node does not tell. */
  look(): void {
    const now = performance.now()
    if (now - this.#looked < LOOK_MS) return
    this.#looked = now
    if (this.#members.some((_, worker) => this.hasEnded(worker))) this.broken = true
  }

  abandon(workers: readonly number[]): void {
    if (!this.broken) counters.teamsLost++
    // They have worked, so they are not in the middle of loading anything.
    for (const worker of workers) void this.#members[worker].thread?.terminate()
    void this.#end()
  }

  /** Ends the threads, and waits until they have, or for a while. */
  end(): Promise<void> {
    return this.#threads.orLate(this.#end())
  }

  /** Ends the threads once all have said that they run. Resolves when none of them is left. */
  #end(): Promise<void> {
    this.broken = true
    this.#ended ??= (async () => {
      for (const { port } of this.#members) port.close()
      await this.#threads.started()
      await this.#pool.destroy().catch(() => {})
      await this.#threads.ended()
      // Not before: a thread may have been at work in it.
      for (const { scratch } of this.#members) if (scratch) heap.free(scratch)
    })()
    return this.#ended
  }

  /** Gives every worker what the job needs. */
  #prepare({ kernelKey, module, scratchBytes }: Job): void {
    this.#members.forEach((member, worker) => {
      if (scratchBytes > (member.scratch?.bytes ?? 0)) {
        if (member.scratch) heap.free(member.scratch)
        member.scratch = undefined
        member.scratch = heap.reserve(scratchBytes)
        this.control[slotOf(worker) + SCRATCH] = member.scratch.address
      }
      if (member.sent.has(kernelKey)) return
      if (member.sent.size >= MOST_MODULES) {
        member.sent.clear()
        member.port.postMessage(null satisfies ModuleMessage)
      }
      member.sent.add(kernelKey)
      member.port.postMessage({ key: kernelKey, module } satisfies ModuleMessage)
    })
  }

  /** Lets workers leave once our event loop has turned: only then can Piscina hand them out again. */
  #noteTurn(): void {
    if (this.#turnAwaited) return
    this.#turnAwaited = true
    // Not unref'd: the loop would then sleep, waiting for the workers that wait for it.
    setImmediate(() => {
      this.#turnAwaited = false
      Atomics.store(this.control, TURNED, Atomics.load(this.control, GENERATION))
    })
  }
}
