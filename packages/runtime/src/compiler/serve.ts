import { workerData } from 'node:worker_threads'
import type { Kernel } from '@weldarray/optimizer'
import { systemThread } from '../team/liveness.js'
import { ANSWERS, type Answer, type Request, type Setup, STAGE, THREAD } from './protocol.js'

/** Answers the requests that come to this thread with the compiler that `load` gives. */
export function serve(load: () => Promise<{ compile(kernel: Kernel): Uint8Array }>): void {
  const { port, control } = workerData as Setup
  Atomics.store(control, THREAD, systemThread())
  Atomics.store(control, STAGE, 1)
  const loading = load()
  loading.then(
    () => Atomics.store(control, STAGE, 2),
    () => {}, // Every request reports it.
  )

  async function answer({ id, kernel }: Request): Promise<Answer> {
    try {
      const { compile } = await loading
      return { id, code: compile(kernel) }
    } catch (error) {
      return { id, error: error instanceof Error ? error.message : String(error) }
    }
  }

  port.on('message', async (request: Request) => {
    port.postMessage(await answer(request))
    Atomics.add(control, ANSWERS, 1)
    Atomics.notify(control, ANSWERS)
  })
}
