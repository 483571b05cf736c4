import type { Worker } from 'node:worker_threads'

/** How long whoever ends a pool waits for its threads. */
const END_MS = 2000

/** The life of a pool's threads, as far as Node tells: which run, which have ended. */
export class Threads {
  readonly #running = new Set<Worker>()
  readonly #gone = new Set<Worker>()
  readonly #known = new Set<Worker>()
  readonly #all: () => readonly Worker[]
  readonly #lost: () => void
  #changed: () => void = () => {}

  /** `all` are those that there are at present, also those that came in the place of others; `lost` is told of every end. */
  constructor(all: () => readonly Worker[], lost: () => void) {
    this.#all = all
    this.#lost = lost
    this.#meet()
  }

  hasEnded(thread: Worker): boolean {
    return this.#gone.has(thread)
  }

  /** Resolves when every thread has said that it runs, or has ended. */
  started(): Promise<void> {
    return this.#until((thread) => this.#running.has(thread) || this.#gone.has(thread))
  }

  /** Resolves when every thread has ended. */
  ended(): Promise<void> {
    return this.#until((thread) => this.#gone.has(thread))
  }

  /** Waits for `end`, but not for ever. It keeps the process alive meanwhile. */
  async orLate(end: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, END_MS)
    })
    await Promise.race([end, late])
    clearTimeout(timer)
  }

  async #until(test: (thread: Worker) => boolean): Promise<void> {
    for (;;) {
      this.#meet()
      if ([...this.#known].every(test)) return
      await new Promise<void>((resolve) => {
        this.#changed = resolve
      })
    }
  }

  #meet(): void {
    for (const thread of this.#all()) {
      if (this.#known.has(thread)) continue
      this.#known.add(thread)
      // Piscina's worker says that it has loaded its file.
      thread.once('message', () => {
        this.#running.add(thread)
        this.#changed()
      })
      thread.once('exit', () => {
        this.#gone.add(thread)
        this.#lost()
        this.#changed()
        // Another may have been started in its place.
        queueMicrotask(() => this.#meet())
      })
    }
  }
}
