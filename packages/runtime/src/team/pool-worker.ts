/**
 * What a pool's workers run. Piscina learns that a worker is free only when the calling thread's event loop turns, which a
 * synchronous program never lets it do; so a task, once started, stays and takes part in one dispatch after another, and
 * returns when there was nothing to do for a while and that event loop has turned.
 *
 * The build makes a CommonJS file of this: ending a thread that is in the middle of `require` of an ES module aborts the
 * whole process.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { WasmMemory, WasmModule } from '../heap/webassembly.js'
import { AWAY, GENERATION, HERE, LONGEST, PRESENCE, readJob, SCRATCH, slotOf, THREAD, TIMED, TURNED, timesIn } from './control.js'
import { instantiate } from './instance.js'
import { gridOf, type Run, runUnit } from './job.js'
import { systemThread } from './liveness.js'
import { type Part, takePart } from './take-part.js'
import { clock, writeTime } from './timing.js'

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

/** Makes ready for the open dispatch, or not: if there is no memory for an instance, say. Others take part then. */
function join(): Part | undefined {
  const { control, worker } = setup
  const slot = slotOf(worker)
  const job = readJob(control)
  let run: Run | undefined
  try {
    run = runOf(job.key)
  } catch {}
  if (!run) return undefined
  const kernel = run
  const grid = gridOf(job)
  const scratch = control[slot + SCRATCH] >>> 0
  const times = control[TIMED] === 0 ? null : timesIn(control)
  return {
    units: grid.units,
    run: (unit, stopped) => {
      const start = performance.now()
      const done = runUnit(kernel, grid, scratch, unit, stopped)
      if (times !== null) writeTime(times, unit, worker, performance.timeOrigin + start, clock())
      const us = Math.ceil((performance.now() - start) * 1000)
      if (us > control[slot + LONGEST]) Atomics.store(control, slot + LONGEST, us)
      return done
    },
  }
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
    const steps = takePart(control, worker, join)
    while (!steps.next().done);
    // The next dispatch often follows at once, and waking up takes longer than this.
    const spinEnd = performance.now() + SPIN_MS
    while (Atomics.load(control, GENERATION) === generation && performance.now() < spinEnd);
    if (Atomics.wait(control, GENERATION, generation, LINGER_MS) !== 'timed-out') continue
    if (Atomics.load(control, TURNED) !== generation) continue
    Atomics.store(control, slot + PRESENCE, AWAY)
    // The caller counts up first and then looks who is away, so one of the two notices the other.
    if (Atomics.load(control, GENERATION) === generation) return
    Atomics.store(control, slot + PRESENCE, HERE)
  }
}
