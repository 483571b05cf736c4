import { workerData } from 'node:worker_threads'
import type { Compilable } from '@weldarray/codegen/compile'
import { systemThread } from '../team/liveness.js'
import { ANSWERS, type Answer, LOADING, READY, type Request, type Setup, STAGE, THREAD, WORKING } from './protocol.js'
import { messageOf } from './warn.js'

/** Answers the requests that come to this thread with the compiler that `load` gives. */
export function serve(load: () => Promise<{ compile(kernel: Compilable): Uint8Array }>): void {
  const { port, control } = workerData as Setup
  Atomics.store(control, THREAD, systemThread())
  Atomics.store(control, STAGE, LOADING)
  const loading = load()
  loading.then(
    () => Atomics.store(control, STAGE, READY),
    () => {}, // Every request reports it.
  )

  async function answer({ id, kernel }: Request): Promise<Answer> {
    let compile: (kernel: Compilable) => Uint8Array
    try {
      ;({ compile } = await loading)
    } catch (error) {
      return { id, unable: messageOf(error) }
    }
    Atomics.store(control, WORKING, id)
    try {
      return { id, code: compile(kernel) }
    } catch (error) {
      return { id, error: messageOf(error) }
    } finally {
      Atomics.store(control, WORKING, 0)
    }
  }

  port.on('message', async (request: Request) => {
    port.postMessage(await answer(request))
    Atomics.add(control, ANSWERS, 1)
    Atomics.notify(control, ANSWERS)
  })
}
