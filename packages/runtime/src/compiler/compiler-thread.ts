import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Kernel } from '@weldarray/optimizer'
import { counters } from '../config/counters.js'
import { hasEnded } from '../team/liveness.js'
import { ANSWERS, type Answer, type Setup, STAGE, STAGES, THREAD, WORDS } from './protocol.js'

/** The compiler thread is gone or does not answer. It says nothing about the kernel: a fresh thread may do. */
export class ThreadLost extends Error {}

interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** How often a blocked wait looks whether the thread still lives. */
const LOOK_MS = 50

/** One run of the compiler thread; requests can be waited for synchronously or not, also both at once. */
export class CompilerThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #control = new Int32Array(new SharedArrayBuffer(4 * WORDS))
  readonly #waiting = new Map<number, Waiting>()
  readonly #answers = new Map<number, Answer>()
  #lastId = 0
  ended = false

  constructor(script: URL) {
    const { port1, port2 } = new MessageChannel()
    const setup: Setup = { port: port2, control: this.#control }
    this.#port = port1
    // The program's own flags (loaders, --input-type, an inspector) are not for this thread.
    this.#worker = new Worker(script, {
      workerData: setup,
      transferList: [port2],
      execArgv: [],
      name: 'weldarray compiler',
    })
    counters.compilerLoaded++
    port1.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#end(new ThreadLost(`the compiler thread failed: ${error.message}`)))
    this.#worker.on('exit', () => this.#end(new ThreadLost('the compiler thread ended')))
    this.#keepProcess(false)
  }

  /** Compiles without blocking. */
  async requestAsync(kernel: Kernel): Promise<Answer> {
    const id = this.#post(kernel)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#keepProcess(true)
    })
  }

  /** Compiles while the calling thread waits, for at most `ms`. */
  request(kernel: Kernel, ms: number): Answer {
    const id = this.#post(kernel)
    const deadline = performance.now() + ms
    for (;;) {
      const seen = Atomics.load(this.#control, ANSWERS)
      this.#receive()
      const answer = this.#answers.get(id)
      if (answer) {
        this.#answers.delete(id)
        return answer
      }
      if (Atomics.wait(this.#control, ANSWERS, seen, LOOK_MS) !== 'timed-out') continue
      if (hasEnded(Atomics.load(this.#control, THREAD))) {
        this.#receive()
        if (!this.#answers.has(id)) throw new ThreadLost(`the compiler thread died (${this.#stage})`)
      } else if (performance.now() > deadline)
        throw new ThreadLost(`no answer from the compiler thread within ${ms} ms (${this.#stage})`)
    }
  }

  /** Whether somebody waits for an answer. */
  get busy(): boolean {
    return this.#waiting.size > 0
  }

  async stop(): Promise<void> {
    this.#end(new ThreadLost('the compiler thread was stopped'))
    await this.#worker.terminate()
  }

  get #stage(): string {
    return STAGES[Atomics.load(this.#control, STAGE)]
  }

  #post(kernel: Kernel): number {
    const id = ++this.#lastId
    this.#port.postMessage({ id, kernel })
    return id
  }

  #receive(): void {
    for (let m = receiveMessageOnPort(this.#port); m; m = receiveMessageOnPort(this.#port)) this.#settle(m.message)
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) {
      this.#answers.set(answer.id, answer)
      return
    }
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#keepProcess(false)
    waiting.resolve(answer)
  }

  #end(reason: ThreadLost): void {
    if (this.ended) return
    this.ended = true
    for (const { reject } of this.#waiting.values()) reject(reason)
    this.#waiting.clear()
    this.#port.close()
  }

  /** The process stays alive for answers that somebody awaits, and for nothing else here. */
  #keepProcess(yes: boolean): void {
    if (yes) this.#port.ref()
    else {
      this.#port.unref()
      this.#worker.unref()
    }
  }
}
