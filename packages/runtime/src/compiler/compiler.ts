import { KernelError } from '@weldarray/ir'
import type { Kernel } from '@weldarray/optimizer'
import { isCacheEmpty, readCached, writeCached } from '../cache/disk-cache.js'
import { counters } from '../config/counters.js'
import type { WasmModule } from '../heap/webassembly.js'
import { CompilerThread, ThreadLost } from './compiler-thread.js'
import { keepModule, knownOrPrebuilt } from './modules.js'
import type { Answer } from './protocol.js'
import { compilerScript } from './script.js'

/** Generous: loading Binaryen takes 0.3 s on an idle machine, and a machine can be very busy. */
const PATIENCE_MS = 30_000

/** An unused compiler thread holds 90 MB. */
const IDLE_MS = 10_000

let script = compilerScript
let thread: CompilerThread | undefined
let idle: NodeJS.Timeout | undefined

function current(): CompilerThread {
  if (thread === undefined || thread.ended) {
    try {
      thread = new CompilerThread(script)
    } catch (error) {
      throw new KernelError(`kernels are compiled in a worker thread, and none can be started: ${error}`, {
        cause: error,
      })
    }
  }
  idle ??= setTimeout(endIfIdle, IDLE_MS).unref()
  idle.refresh()
  return thread
}

function endIfIdle(): void {
  if (thread?.busy) idle?.refresh()
  else void stopCompiler()
}

/** Ends the compiler thread; the next kernel that is in no cache starts it again. */
export async function stopCompiler(): Promise<void> {
  clearTimeout(idle)
  idle = undefined
  const ending = thread
  thread = undefined
  await ending?.stop()
}

function cached(text: string): WasmModule | undefined {
  const known = knownOrPrebuilt(text)
  if (known) {
    counters.cacheHitsMemory++
    return known
  }
  const code = readCached(text)
  if (!code) return undefined
  try {
    const module = keepModule(text, code)
    counters.cacheHitsDisk++
    return module
  } catch {
    return undefined // Whole, but not a module this engine takes.
  }
}

function accept(text: string, answer: Answer): WasmModule {
  if ('error' in answer) throw new KernelError(`a kernel could not be compiled: ${answer.error}\n${text}`)
  let module: WasmModule
  try {
    module = keepModule(text, answer.code)
  } catch (error) {
    throw new KernelError(`a kernel was compiled to code that is not valid: ${error}\n${text}`, { cause: error })
  }
  counters.kernelsCompiled++
  writeCached(text, answer.code)
  return module
}

function lost(error: unknown): never {
  throw error instanceof ThreadLost ? new KernelError(`a kernel could not be compiled: ${error.message}`) : error
}

/** A second thread gets a second chance; a thread that was lost may have taken a bystander's signal or memory. */
const mayRetry = (error: unknown): boolean => error instanceof ThreadLost

export const compiler = {
  /** The module of a kernel, whose full canonical text is `text`: from memory, from disk, or compiled while the caller waits. */
  compile(kernel: Kernel, text: string): WasmModule {
    const known = cached(text)
    if (known) return known
    let answer: Answer
    try {
      answer = current().request(kernel, PATIENCE_MS)
    } catch (error) {
      if (!mayRetry(error)) throw error
      void stopCompiler()
      try {
        answer = current().request(kernel, PATIENCE_MS)
      } catch (again) {
        void stopCompiler()
        lost(again)
      }
    }
    return accept(text, answer)
  },

  /** The same without blocking the event loop. */
  async compileAsync(kernel: Kernel, text: string): Promise<WasmModule> {
    const known = cached(text)
    if (known) return known
    let answer: Answer
    try {
      answer = await current().requestAsync(kernel)
    } catch (error) {
      if (!mayRetry(error)) throw error
      answer = await current().requestAsync(kernel).catch(lost)
    }
    return accept(text, answer)
  },

  /** Starts the compiler thread before it is needed, so that loading it overlaps with the caller's work. */
  warm(): void {
    current()
  },

  /** Starts it only if no kernel at all is on disk, so that it will surely be needed. */
  warmIfCold(): void {
    if (isCacheEmpty()) current()
  },
}

/** Another script for the compiler thread. For tests. */
export function useCompilerScript(url: URL): void {
  script = url
}
