import type { Compilable } from '@weldarray/codegen/compile'
import { compilerScript, type ThreadScript } from '../assets/assets.js'
import { writeCached } from '../cache/disk-cache.js'
import { BoundedCache } from '../config/bounded-cache.js'
import { counters } from '../config/counters.js'
import { kernelFound } from '../profile/channels.js'
import { CompilerThread } from './compiler-thread.js'
import { engineLacks, kernelsLack } from './engine.js'
import { keepModule } from './modules.js'
import type { Answer } from './protocol.js'
import { type Request, Requests } from './requests.js'
import { messageOf, warnCannotCompile, warnOnce, warnWithoutThreads } from './warn.js'

/*
 * The compiler thread through its failures. A thread that dies before it is ready may do so for ever; one that dies over a
 * kernel says something about that kernel. Both are remembered, and whoever wanted the kernel does without: loops in
 * JavaScript give the same bits.
 */

/** An unused compiler thread holds 90 MB. */
const IDLE_MS = 10_000

/** After compiling has failed, another thread is tried no sooner than this, doubled each time; nobody waits for it. */
const RETRY_MS = 30_000
const MOST_RETRY_MS = 600_000

/** A second thread gets a second chance: the first may have taken a bystander's signal or memory. */
const CHANCES = 2

/** As long as compiling does not work, requests are kept in the hope of better times, but not more than this. */
const MOST_HOPES = 64

const LOOK_MS = 50

let script: () => ThreadScript = compilerScript
let thread: CompilerThread | undefined
let idle: NodeJS.Timeout | undefined
let watch: NodeJS.Timeout | undefined
let trouble: string | undefined
let deaths = 0
let notBefore = 0
let retry = RETRY_MS

const requests = new Requests()
const refusals = new BoundedCache<string, string>(1 / 256, 2 ** 20)

const listener = { answered, ended }

/** Why nothing can be compiled at present. */
export const compilerTrouble = (): string | undefined => kernelsLack() ?? trouble

/** What the compiler has against a kernel. */
export const refusalOf = (text: string): string | undefined => refusals.get(text)

/** Starts the thread, unless there is one or none is to be had. */
export function startCompiler(): boolean {
  if (thread === undefined) {
    if (engineLacks() !== null || performance.now() < notBefore) return false
    try {
      thread = new CompilerThread(script(), listener)
    } catch (error) {
      fail(messageOf(error), warnWithoutThreads)
      return false
    }
    for (const { id, kernel } of requests.all()) thread.post(id, kernel)
  }
  idle ??= setTimeout(endIfIdle, IDLE_MS).unref()
  idle.refresh()
  return true
}

/** Asks for a kernel, at once, unless that was done or is known to be useless. */
export function post(kernel: Compilable, text: string): Request | undefined {
  const asked = requests.of(text)
  if (asked) return asked
  if (refusals.get(text) !== undefined || (trouble !== undefined && requests.size >= MOST_HOPES) || !startCompiler())
    return undefined
  const current = thread as CompilerThread
  if (requests.size === 0) current.expect()
  const request = requests.add(kernel, text)
  current.post(request.id, kernel)
  return request
}

let lingering: NodeJS.Timeout | undefined

/**
 * Keeps the process until the requests there are have been answered, so that the next one finds their kernels on disk. Nobody
 * waits for them: a thread that takes its time is no trouble, but one that is silent for too long keeps no process from ending.
 */
export function linger(): void {
  lingering ??= setInterval(() => {
    receive()
    if (requests.size > 0 && trouble === undefined && thread !== undefined && thread.overdue === undefined) return
    clearInterval(lingering)
    lingering = undefined
  }, LOOK_MS)
}

/** Takes what has arrived. Never waits. */
export const receive = (): void => thread?.receive()

/** Blocks until the request is over, or until compiling is found not to work. */
export function waitFor(request: Request): void {
  while (trouble === undefined && requests.byId(request.id) === request && thread) {
    const { answers } = thread
    receive()
    if (requests.byId(request.id) !== request) return
    thread.wait(answers, LOOK_MS)
    check()
  }
}

/** The same without blocking. */
export async function waitForAsync(request: Request): Promise<void> {
  if (trouble !== undefined) return
  const over = requests.wait(request)
  // It also keeps the process alive.
  watch ??= setInterval(check, LOOK_MS)
  await over
  if (requests.awaited) return
  clearInterval(watch)
  watch = undefined
}

/** Ends the thread, once it has answered; the next kernel that is in no cache starts another. */
export async function stopCompiler(): Promise<void> {
  await Promise.all(requests.all().map(waitForAsync))
  clearTimeout(idle)
  idle = undefined
  const ending = thread
  thread = undefined
  for (const request of requests.all()) requests.end(request)
  await ending?.stop()
}

function endIfIdle(): void {
  if (requests.size > 0 && trouble === undefined) idle?.refresh()
  else void stopCompiler()
}

/** Whether the thread lives, and is not silent for too long. */
function check(): void {
  const current = thread
  current?.look()
  const late = requests.size > 0 ? current?.overdue : undefined
  if (late === undefined || current?.ended) return
  if (current!.ready) {
    void current!.stop()
    return
  }
  // It may come yet; but nobody waits for it any longer.
  suspend(late)
}

function answered(answer: Answer): void {
  const request = requests.byId(answer.id)
  if (!request) return
  if ('unable' in answer) {
    fail(answer.unable)
    return
  }
  deaths = 0
  trouble = undefined
  retry = RETRY_MS
  if ('error' in answer) refuse(request, answer.error)
  else accept(request, answer.code)
  requests.end(request)
}

function accept(request: Request, code: Uint8Array): void {
  try {
    keepModule(request.text, code)
  } catch (error) {
    refuse(request, `compiled to code that is not valid: ${error instanceof Error ? error.message : error}`)
    return
  }
  counters.kernelsCompiled++
  kernelFound('compiler', request.text)
  writeCached(request.text, code)
}

function refuse({ text }: Request, why: string): void {
  refusals.set(text, why, 2 * (text.length + why.length))
  warnOnce('kernel', `a kernel could not be compiled and runs in JavaScript, to the same results: ${why}`)
}

function ended(which: CompilerThread, reason: string): void {
  if (which !== thread) return // It was stopped on purpose.
  thread = undefined
  const culprit = which.ready ? requests.byId(which.working) : undefined
  if (culprit) {
    if (++culprit.losses >= CHANCES) {
      refuse(culprit, reason)
      requests.end(culprit)
    }
  } else if (++deaths >= CHANCES || which.hopeless) {
    fail(reason)
    return
  }
  if (requests.size > 0) startCompiler()
}

/** Compiling does not work: who waits goes on without, and for a time nobody tries again. */
function fail(reason: string, warn = warnCannotCompile): void {
  notBefore = performance.now() + retry
  retry = Math.min(MOST_RETRY_MS, 2 * retry)
  deaths = 0
  suspend(reason, warn)
  for (const request of requests.all()) requests.end(request)
  const failed = thread
  thread = undefined
  void failed?.stop()
}

function suspend(reason: string, warn = warnCannotCompile): void {
  trouble = reason
  warn(reason)
  for (const request of requests.all()) requests.release(request)
}

/** Another script for the compiler thread, with no memory of failures. For tests. */
export function useCompilerScript(url: URL): void {
  script = () => ({ source: url })
  trouble = undefined
  deaths = 0
  notBefore = 0
  retry = RETRY_MS
  refusals.clear()
}
