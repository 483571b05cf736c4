import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Compilable } from '@weldarray/codegen/compile'
import type { ThreadScript } from '../assets/assets.js'
import { counters } from '../config/counters.js'
import { attentionTo, hasEnded, numbered } from '../team/liveness.js'
import { Patience } from '../team/patience.js'
import { ANSWERS, type Answer, READY, type Request, type Setup, STAGE, STAGES, THREAD, WORDS, WORKING } from './protocol.js'

/** How long a thread may take to start and load. */
const START_MS = 2000

/** Silence of a thread that was ready, with work to do. A kernel takes a few milliseconds. */
const SILENCE_MS = 10_000

/** How long to wait for a thread that was asked to end. */
const END_MS = 1000

export interface Listener {
  answered(answer: Answer): void
  ended(thread: CompilerThread, reason: string): void
}

/** One run of the compiler thread: requests go in, answers come out, by themselves or when they are looked for. */
export class CompilerThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #listener: Listener
  readonly #control = new Int32Array(new SharedArrayBuffer(4 * WORDS))
  readonly #exit: Promise<unknown>
  readonly #number: number
  readonly #patience = new Patience(() => attentionTo(this.#thread))
  #heard = 0
  ended = false
  /** It ended for a reason that holds for the next one, too. */
  hopeless = false

  constructor(script: ThreadScript, listener: Listener) {
    const { port1, port2 } = new MessageChannel()
    const setup: Setup = { port: port2, control: this.#control }
    this.#listener = listener
    this.#port = port1
    const { started, number } = numbered(
      () =>
        new Worker(script.source, {
          eval: script.isText ?? false,
          workerData: { ...script.data, ...setup },
          transferList: [port2],
          // The program's own flags (loaders, --input-type, an inspector) are not for this thread.
          execArgv: [],
          name: 'weldarray compiler',
          // What Binaryen prints when it fails is nothing to the program; why it failed is told.
          stdout: true,
          stderr: true,
        }),
    )
    this.#worker = started
    this.#number = number
    counters.compilerLoaded++
    port1.on('message', (answer: Answer) => listener.answered(answer))
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      // Another one would have no more memory.
      this.hopeless = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#end(`the compiler thread failed: ${error.message}`)
    })
    this.#worker.on('exit', () => this.#end(`the compiler thread ended (${this.stage})`))
    this.#exit = new Promise((done) => this.#worker.once('exit', done))
    // Whoever awaits an answer keeps the process alive, nothing here does.
    port1.unref()
    this.#worker.unref()
  }

  post(id: number, kernel: Compilable): void {
    this.#port.postMessage({ id, kernel } satisfies Request)
  }

  /** Takes the answers that are there. Never waits. */
  receive(): void {
    for (let m = receiveMessageOnPort(this.#port); m; m = receiveMessageOnPort(this.#port)) this.#listener.answered(m.message)
  }

  /** How many answers were sent; `wait` sleeps until there are more, for `ms` at most. */
  get answers(): number {
    return Atomics.load(this.#control, ANSWERS)
  }

  wait(answers: number, ms: number): void {
    Atomics.wait(this.#control, ANSWERS, answers, ms)
  }

  /** Whether it has loaded all it needs. */
  get ready(): boolean {
    return Atomics.load(this.#control, STAGE) === READY
  }

  /** The request it was at when last heard of, or 0. */
  get working(): number {
    return Atomics.load(this.#control, WORKING)
  }

  get stage(): string {
    return STAGES[Atomics.load(this.#control, STAGE)]
  }

  /** The system's number of the thread: what the thread says, and before that what was seen from outside. */
  get #thread(): number {
    return Atomics.load(this.#control, THREAD) || this.#number
  }

  /** Looks whether the thread still lives: a blocked program gets no 'exit' event. */
  look(): void {
    if (this.ended || !hasEnded(this.#thread)) return
    this.receive() // What it sent before it died is valid.
    this.#end(`the compiler thread died (${this.stage})`)
  }

  /** How long it has been silent, if that is too long for where it is; whoever waits should do so no longer. */
  get overdue(): string | undefined {
    // It is heard when it is ready, and at every answer. (That it has started is no reason to begin the wait anew.)
    const heard = this.ready ? 1 + this.answers : 0
    if (heard !== this.#heard) {
      this.#heard = heard
      this.#patience.renew()
    }
    const silence = this.#patience.silence()
    return silence > (this.ready ? SILENCE_MS : START_MS)
      ? `the compiler thread was silent for ${Math.round(silence)} ms (${this.stage})`
      : undefined
  }

  /** New work after a time without: its silence until now meant nothing. */
  expect(): void {
    if (this.ready) this.#patience.renew()
  }

  /**
   * Lets the thread end, which it does by itself once nothing can come through its port, and waits for that a while. It is
   * ended by force only if it was ready: in the middle of loading a module that can abort the process.
   */
  async stop(): Promise<void> {
    this.#end('the compiler thread was stopped')
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((done) => {
      timer = setTimeout(done, END_MS, true)
    })
    if ((await Promise.race([this.#exit, late])) === true && this.ready) await this.#worker.terminate()
    clearTimeout(timer)
  }

  #end(reason: string): void {
    if (this.ended) return
    this.ended = true
    this.#port.close()
    this.#listener.ended(this, reason)
  }
}
