import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type * as PiscinaModule from 'piscina'
import type { Block } from '../heap/heap.js'
import { heap } from '../heap/heap.js'
import { ACTIVE, AWAY, GENERATION, newControl, PRESENCE, SCRATCH, SUMMONED, slotOf, THREAD, TURNED } from './control.js'
import type { Job } from './job.js'
import { hasEnded } from './liveness.js'
import type { ModuleMessage, Setup } from './team-worker.js'

/** After this many modules a worker forgets all and is sent again what it needs. */
const MOST_MODULES = 512

/** How long to wait for threads that were told to end, where the system says whether they have, and where not. */
const END_MS = 3000
const BLIND_END_MS = 100

const LOOK_MS = 100

interface Member {
  readonly port: MessagePort
  readonly sent: Set<number>
  scratch: Block | undefined
  setup: Setup | undefined
  id: number
}

/** The worker threads of a team and what each of them knows. */
export class Crew {
  readonly control = newControl()
  readonly size: number
  readonly #members: Member[] = []
  readonly #pool: PiscinaModule.Piscina
  #summoning = 0
  #number = 0
  #looked = 0
  #turnAwaited = false
  /** Some worker has ended: no longer to be relied on. */
  broken = false

  constructor(size: number) {
    this.size = size
    // Loaded when first needed, so that programs whose arrays are small never load it.
    const { Piscina } = createRequire(import.meta.url)('piscina') as typeof PiscinaModule
    this.#pool = new Piscina({
      filename: fileURLToPath(new URL('./team-worker.js', import.meta.url)),
      minThreads: size,
      maxThreads: size,
      // A worker that has just left counts as busy until our event loop turns, but can be given another task.
      concurrentTasksPerWorker: 1e6,
      loadBalancer: (_task, workers) => {
        const member = this.#members[this.#summoning]
        const taken = new Set(this.#members.map((m) => m.id))
        const found = workers.find((w) => (member.id < 0 ? !taken.has(w.id) : w.id === member.id)) ?? null
        if (found) member.id = found.id
        return found
      },
      // The program's own flags (loaders, --input-type, an inspector) are not for these threads.
      execArgv: [],
      recordTiming: false,
      trackUnmanagedFds: false,
    })
    this.#pool.on('error', () => this.#break())
    this.#pool.on('workerDestroy', () => this.#break())
    for (let worker = 0; worker < size; worker++) {
      const { port1, port2 } = new MessageChannel()
      const setup: Setup = { worker, control: this.control, memory: heap.memory, port: port2 }
      this.#members.push({ port: port1, sent: new Set(), scratch: undefined, setup, id: -1 })
    }
  }

  /** Gives every worker what the job needs. May throw `MemoryLimitError`. */
  prepare({ kernelKey, module, scratchBytes }: Job): void {
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
      this.#pool.run(setup, setup ? { transferList: [setup.port] } : {}).catch(() => this.#break())
    })
    this.#noteTurn()
  }

  /** A number for the next job; never 0. */
  nextNumber(): number {
    this.#number = this.#number === 0x7fffffff ? 1 : this.#number + 1
    return this.#number
  }

  /** Whether any worker may still touch the memory of the job of that number. */
  isActive(job: number): boolean {
    for (let w = 0; w < this.size; w++) if (Atomics.load(this.control, slotOf(w) + ACTIVE) === job) return true
    return false
  }

  /** Which workers may. */
  active(job: number): number[] {
    return this.#members.flatMap((_, w) => (Atomics.load(this.control, slotOf(w) + ACTIVE) === job ? [w] : []))
  }

  /** Whether a worker's thread has ended: `undefined` if nobody can tell. */
  hasEnded(worker: number): boolean | undefined {
    return hasEnded(Atomics.load(this.control, slotOf(worker) + THREAD))
  }

  /** Now and then sees whether all threads live: while a synchronous program runs, Node does not tell. */
  look(): void {
    const now = performance.now()
    if (now - this.#looked < LOOK_MS) return
    this.#looked = now
    if (this.#members.some((_, worker) => this.hasEnded(worker))) this.#break()
  }

  /** Tells all threads to end, and waits until those that were at work have done so: then their memory is ours alone. */
  abandon(atWork: readonly number[]): void {
    void this.end()
    const end = performance.now() + (atWork.some((w) => this.hasEnded(w) === undefined) ? BLIND_END_MS : END_MS)
    while (performance.now() < end && !atWork.every((w) => this.hasEnded(w))) sleep(1)
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    this.broken = true
    for (const { port } of this.#members) port.close()
    await this.#pool.destroy().catch(() => {})
    // Not before: a thread may have been at work in it.
    for (const member of this.#members) {
      if (member.scratch) heap.free(member.scratch)
      member.scratch = undefined
    }
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

  #break(): void {
    this.broken = true
  }
}

const nobody = new Int32Array(new SharedArrayBuffer(4))
const sleep = (ms: number): void => void Atomics.wait(nobody, 0, 0, ms)
