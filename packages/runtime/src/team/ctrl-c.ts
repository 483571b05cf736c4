import { isMainThread, Worker } from 'node:worker_threads'

/*
 * Whether Ctrl-C was pressed, for a program that cannot hear of it: Node calls listeners of SIGINT when the event loop turns, which it
 * does not while a synchronous evaluation runs. What Node does have is `breakOnSigint`: a thread of its own that stops a script at the
 * signal, anywhere, and in whichever isolate. So a thread of ours has such a script that only waits, and counts how often it was
 * stopped. Where nobody listens to SIGINT nothing of this begins, and it ends the process, as always.
 */

/** Words shared with the thread: whether it is to watch (1) or to end (2), whether it does, and how often Ctrl-C was pressed. */
const WANTED = 0
const WATCHES = 1
const PRESSED = 2

/**
 * One script in another: while the inner one begins anew, the outer one is watched. Without that, a second press of Ctrl-C could come
 * while Node has given the signal back to the system, which then ends the process.
 */
const script = `
const { createContext, Script } = require('node:vm')
const words = require('node:worker_threads').workerData
const stoppable = (code, context) => {
  try {
    new Script(code).runInContext(context, { breakOnSigint: true })
  } catch {
    Atomics.add(words, ${PRESSED}, 1)
  }
}
const inner = createContext({ words })
const wait = () => stoppable('Atomics.wait(words, ${WANTED}, 1)', inner)
const outer = createContext({ words, wait })
for (;;) {
  Atomics.wait(words, ${WANTED}, 0)
  if (Atomics.load(words, ${WANTED}) === 2) break
  // Whoever ends the watch has either seen that it began, or is seen here.
  Atomics.store(words, ${WATCHES}, 1)
  while (Atomics.load(words, ${WANTED}) === 1) stoppable('while (Atomics.load(words, ${WANTED}) === 1) wait()', outer)
  Atomics.store(words, ${WATCHES}, 0)
  Atomics.notify(words, ${WATCHES})
}`

/** How long the end of a watch is waited for. It takes microseconds, unless the thread is given no processor. */
const END_MS = 1000

/** The thread's words, once there is one; `null` if there can be none. */
let thread: Int32Array | null | undefined
/** The same while it is to watch. */
let watching: Int32Array | undefined

/** Whether somebody wants to go on after Ctrl-C: a listener, or whoever types at the prompt. */
const listens = (): boolean => isMainThread && (process.listenerCount('SIGINT') > 0 || process.argv[1] === undefined)

function begin(): Int32Array | null {
  const words = new Int32Array(new SharedArrayBuffer(12))
  try {
    const worker = new Worker(script, { eval: true, workerData: words, execArgv: [], name: 'weldarray Ctrl-C' })
    // Without it Ctrl-C reaches listeners when the event loop turns.
    worker.on('error', () => {
      thread = null
    })
    worker.unref()
    return words
  } catch {
    return null
  }
}

function tell(words: Int32Array, state: number): void {
  Atomics.store(words, WANTED, state)
  Atomics.notify(words, WANTED)
}

/** Whether Ctrl-C was pressed since this was first asked, until `stopWatching`. */
export function isCtrlCPressed(): boolean {
  if (watching !== undefined) return Atomics.load(watching, PRESSED) > 0
  if (thread === null || !listens()) return false
  thread ??= begin()
  if (thread === null) return false
  watching = thread
  tell(watching, 1)
  return false
}

/** Listeners hear of what was pressed meanwhile when they would have, and of what comes from now on by themselves. */
export function stopWatching(): void {
  if (watching === undefined) return
  const words = watching
  watching = undefined
  tell(words, 0)
  const end = performance.now() + END_MS
  while (Atomics.load(words, WATCHES) === 1 && performance.now() < end) Atomics.wait(words, WATCHES, 1, END_MS)
  // At the end of a watch Node lets the signal end the process, as if nobody had listened.
  const listeners = process.rawListeners('SIGINT') as NodeJS.SignalsListener[]
  process.removeAllListeners('SIGINT')
  for (const listener of listeners) process.on('SIGINT', listener)
  for (let pressed = Atomics.exchange(words, PRESSED, 0); pressed > 0; pressed--)
    setImmediate(() => process.emit('SIGINT', 'SIGINT'))
}

/** Lets the thread end. */
export function endCtrlC(): void {
  if (thread) tell(thread, 2)
  thread = undefined
}
