/**
 * What a team's workers run. Piscina learns that a worker is free only when its owner's event loop turns, which a
 * synchronous program never lets it do; so a task, once started, stays and takes part in one dispatch after another,
 * and returns when there was nothing to do for a while and the owner's event loop has turned.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { WasmMemory, WasmModule } from '../heap/webassembly.js'
import { claimUnit } from './claim.js'
import {
  ACTIVE,
  AWAY,
  BACK,
  GENERATION,
  HERE,
  LONGEST,
  OPEN,
  PRESENCE,
  readJob,
  SCRATCH,
  slotOf,
  THREAD,
  TURNED,
} from './control.js'
import { instantiate } from './instance.js'
import { gridOf, type Run } from './job.js'
import { systemThread } from './liveness.js'

export interface Setup {
  readonly worker: number
  readonly control: Int32Array
  readonly memory: WasmMemory
  readonly port: MessagePort
}

/** Modules come through the port, before the first dispatch that needs them. `null` takes all of them back. */
export type ModuleMessage = { readonly key: number; readonly module: WasmModule } | null

const LINGER_MS = 50
const SPIN_MS = 0.03

let setup: Setup
const modules = new Map<number, WasmModule>()
const runs = new Map<number, Run>()

function runOf(key: number): Run | undefined {
  const known = runs.get(key)
  if (known) return known
  for (let m = receiveMessageOnPort(setup.port); m; m = receiveMessageOnPort(setup.port)) {
    const message = m.message as ModuleMessage
    if (message) modules.set(message.key, message.module)
    else {
      modules.clear()
      runs.clear()
    }
  }
  const module = modules.get(key)
  if (!module) return undefined
  const run = instantiate(module, setup.memory)
  runs.set(key, run)
  return run
}

/** Takes part in the open dispatch, if there is one. */
function takePart(): void {
  const { control } = setup
  const slot = slotOf(setup.worker)
  const open = Atomics.load(control, OPEN)
  if (open === 0) return
  // First say so, then look again: the owner closes first and then looks who is active.
  Atomics.store(control, slot + ACTIVE, open)
  if (Atomics.load(control, OPEN) === open) {
    try {
      const job = readJob(control)
      const run = runOf(job.key)
      if (run) work(run, gridOf(job), control[slot + SCRATCH] >>> 0, slot)
    } catch {
      // It cannot help with this one (no memory for the instance, say). Others do.
    }
  }
  Atomics.store(control, slot + ACTIVE, 0)
  Atomics.notify(control, slot + ACTIVE)
}

function work(run: Run, grid: ReturnType<typeof gridOf>, scratch: number, slot: number): void {
  const { control } = setup
  const claim = (): number | undefined => claimUnit(control, grid, run, scratch, BACK)
  for (let ms = claim(); ms !== undefined; ms = claim())
    if (ms * 1000 > control[slot + LONGEST]) Atomics.store(control, slot + LONGEST, Math.ceil(ms * 1000))
}

/** The task. Its argument is the setup the first time only. */
export default function attend(given?: Setup): void {
  if (given) setup = given
  const { control, worker } = setup
  const slot = slotOf(worker)
  Atomics.store(control, slot + THREAD, systemThread())
  Atomics.store(control, slot + PRESENCE, HERE)
  for (;;) {
    const generation = Atomics.load(control, GENERATION)
    takePart()
    // The next dispatch often follows at once, and waking up takes longer than this.
    const spinEnd = performance.now() + SPIN_MS
    while (Atomics.load(control, GENERATION) === generation && performance.now() < spinEnd);
    if (Atomics.wait(control, GENERATION, generation, LINGER_MS) !== 'timed-out') continue
    if (Atomics.load(control, TURNED) !== generation) continue
    Atomics.store(control, slot + PRESENCE, AWAY)
    // The owner counts up first and then looks who is away, so one of the two notices the other.
    if (Atomics.load(control, GENERATION) === generation) return
    Atomics.store(control, slot + PRESENCE, HERE)
  }
}
