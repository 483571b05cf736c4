import type { Compilable } from '@weldarray/codegen/compile'
import { dropCached, isCacheEmpty, readCached } from '../cache/disk-cache.js'
import { counters } from '../config/counters.js'
import type { WasmModule } from '../heap/webassembly.js'
import { kernelFound } from '../profile/channels.js'
import { engineLacks, kernelsLack } from './engine.js'
import { keepModule, knownModule, knownOrPrebuilt } from './modules.js'
import type { Request } from './requests.js'
import { compilerTrouble, linger, post, receive, refusalOf, startCompiler, waitFor, waitForAsync } from './service.js'
import { warnCannotCompile } from './warn.js'

export { stopCompiler, useCompilerScript } from './service.js'

/**
 * A module that need not be compiled: from memory, from disk, from the package. (The package's kernels are one file, which takes longer to
 * read than a kernel of the disk.)
 */
function lookUp(text: string): WasmModule | undefined {
  if (kernelsLack() !== null) return undefined
  const read = knownModule(text) === undefined ? fromDisk(text) : undefined
  if (read !== undefined) return read
  const module = knownOrPrebuilt(text)
  if (module === undefined) return undefined
  counters.cacheHitsMemory++
  kernelFound('memory or package', text)
  return module
}

/** The module of a kernel that is on disk; one that is no kernel is deleted. */
function fromDisk(text: string): WasmModule | undefined {
  const code = readCached(text)
  if (!code) return undefined
  try {
    const module = keepModule(text, code)
    counters.cacheHitsDisk++
    kernelFound('disk', text)
    return module
  } catch {
    dropCached(text)
    return undefined
  }
}

/** A request for a kernel that is not there yet, where it makes sense to ask. */
function ask(kernel: Compilable, text: string): Request | undefined {
  const lack = kernelsLack()
  if (lack === null) return post(kernel, text)
  warnCannotCompile(lack)
  return undefined
}

/**
 * Kernels' code. `text` is always the kernel's full canonical text. Nothing here throws, and nothing waits for long:
 * where a kernel cannot be had, the answer is `undefined`, and its loop runs in JavaScript to the same bits.
 */
export const compiler = {
  /** Whether kernels can be compiled here, as far as is known. Those in a cache are to be had even where they cannot. */
  get available(): boolean {
    return compilerTrouble() === undefined
  },

  /** Why the kernel of this text is not to be had, as far as is known. */
  whyNot(text: string): string | undefined {
    return refusalOf(text) ?? compilerTrouble()
  },

  /** The module of a kernel: from a cache, or compiled while the caller waits. */
  compile(kernel: Compilable, text: string): WasmModule | undefined {
    const known = lookUp(text)
    if (known) return known
    const request = ask(kernel, text)
    if (request) waitFor(request)
    return compiler.poll(text)
  },

  /** The same without blocking the event loop. */
  async compileAsync(kernel: Compilable, text: string): Promise<WasmModule | undefined> {
    const known = lookUp(text)
    if (known) return known
    const request = ask(kernel, text)
    if (request) await waitForAsync(request)
    return compiler.poll(text)
  },

  /** Asks for a kernel, so that it is compiled while the caller does something else; `poll` then gives it. */
  request(kernel: Compilable, text: string): void {
    if (!lookUp(text) && ask(kernel, text)) linger()
  },

  /** The module of a kernel that was asked for, if it has come. Never waits, and looks at no disk. */
  poll(text: string): WasmModule | undefined {
    const known = knownModule(text)
    if (known) return known
    receive()
    return knownModule(text)
  },

  /** Starts the compiler thread before it is needed, so that loading it overlaps with the caller's work. */
  warm(): void {
    startCompiler()
  },

  /** Starts it only if no kernel at all is on disk, so that it will surely be needed. */
  warmIfCold(): void {
    if (engineLacks() === null && isCacheEmpty()) startCompiler()
  },
}
