import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import * as np from 'weldarray'
import { compilerScript } from '../../../runtime/dist/assets/assets.js'
import { useCompilerScript } from '../../../runtime/dist/compiler/compiler.js'
import { forgetModules } from '../../../runtime/dist/compiler/modules.js'
import { settings } from '../../../runtime/dist/config/config.js'
import { forgetPlans } from '../../../runtime/dist/evaluate/plans.js'
import { heap } from '../../../runtime/dist/heap/heap.js'
import { forgetLosses } from '../../../runtime/dist/team/lifecycle.js'
import { Random } from '../support/random.js'
import type { Way } from './program.js'

/** What goes wrong while programs run. */
export class Chaos {
  readonly #random: Random
  readonly #workers = new Set<Worker>()
  readonly #counts = { killed: 0, aborted: 0, 'out of time': 0, 'out of memory': 0, damaged: 0, forgotten: 0 }
  readonly #note = (worker: Worker): void => {
    this.#workers.add(worker)
    worker.once('exit', () => this.#workers.delete(worker))
  }
  readonly #killing: NodeJS.Timeout

  private constructor(seed: number) {
    this.#random = new Random(seed)
    process.on('worker', this.#note)
    this.#killing = setInterval(() => this.#kill(), 150)
  }

  /** Threads there were before would never be met. */
  static async begin(seed: number): Promise<Chaos> {
    await np.shutdown()
    return new Chaos(seed)
  }

  /** Some ways of some programs are left out, so that more programs come to pass. */
  skips(): boolean {
    return this.#random.next() < 0.4
  }

  #kill(): void {
    for (const worker of this.#workers)
      if (this.#random.next() < 0.15) {
        this.#counts.killed++
        void worker.terminate()
      }
    forgetLosses()
  }

  /** Damages files of kernels, and forgets what is in memory, so that they are read. */
  #damage(): void {
    const folder = join(settings.kernelCache ?? process.env.WELDARRAY_CACHE_DIR!, 'kernels-v1')
    let names: string[]
    try {
      names = readdirSync(folder)
    } catch {
      return
    }
    for (const name of names.slice(0, 200)) {
      if (this.#random.next() > 0.05) continue
      try {
        const path = join(folder, name)
        const bytes = readFileSync(path)
        if (this.#random.next() < 0.3) writeFileSync(path, bytes.subarray(0, this.#random.int(0, statSync(path).size)))
        else {
          bytes[this.#random.int(0, bytes.length - 1)]! ^= 1 << this.#random.int(0, 7)
          writeFileSync(path, bytes)
        }
        this.#counts.damaged++
      } catch {
        // Somebody was faster.
      }
    }
    forgetModules()
  }

  /** A way of computing in which evaluations are given up, and done again. */
  way(way: Way): Way {
    return async (arrays) => {
      const what = this.#random.next()
      if (what < 0.04) this.#damage()
      else if (what < 0.08) {
        forgetPlans()
        this.#counts.forgotten++
      } else if (what < 0.25) {
        const signal = AbortSignal.timeout(this.#random.int(0, 20))
        await np.evaluateAsync(arrays, { signal }).catch((error: Error) => {
          if (error.name !== 'TimeoutError') throw error
          this.#counts.aborted++
        })
      } else if (what < 0.35) {
        try {
          np.evaluate(...arrays, { timeLimit: this.#random.next() * 3 + 0.01 })
        } catch (error) {
          if (!(error instanceof np.TimeLimitError)) throw error
          this.#counts['out of time']++
        }
      } else if (what < 0.45) {
        // As at the limit: now and then a block is not to be had.
        const { tryAlloc } = heap
        heap.tryAlloc = (bytes) => (this.#random.next() < 0.3 ? undefined : tryAlloc.call(heap, bytes))
        try {
          await way(arrays)
        } catch (error) {
          if (!(error instanceof np.MemoryLimitError)) throw error
          this.#counts['out of memory']++
        } finally {
          Reflect.deleteProperty(heap, 'tryAlloc')
        }
      }
      await way(arrays)
    }
  }

  /** A thread may be lost twice within one evaluation, and the compiler twice in a row: that fails, and can be done again. */
  async retried<T>(run: () => Promise<T>): Promise<T | undefined> {
    for (let tries = 0; tries < 4; tries++) {
      try {
        return await run()
      } catch (error) {
        const { name, message } = error as Error
        // The compiler was killed twice: for half a minute it would not be tried again.
        if (name === 'KernelError' && message.includes('could not be compiled')) useCompilerScript(compilerScript().source as URL)
        else if (name !== 'WriterLostError') throw error
      }
    }
    return undefined
  }

  /** How often what went wrong. */
  get counts(): Readonly<Record<string, number>> {
    return this.#counts
  }

  async end(): Promise<void> {
    clearInterval(this.#killing)
    process.off('worker', this.#note)
    await np.shutdown()
  }
}
