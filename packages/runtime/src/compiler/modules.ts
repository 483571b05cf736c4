import { BoundedCache } from '../config/bounded-cache.js'
import { type WasmModule, wasm } from '../heap/webassembly.js'
import { kernelFunction } from '../team/calling-thread.js'
import { kernelsLack } from './engine.js'
import { prebuiltKernel } from './prebuilt.js'

/** Compiled kernels held in memory; an old one that is needed again comes from the disk. */
const byText = new BoundedCache<string, WasmModule>(1 / 32, 64 * 2 ** 20)

/** What a module weighs beside its text and code: the instance, and what the engine compiles it to. */
const INSTANCE_BYTES = 8192
const bytesOf = (text: string, code: Uint8Array): number => INSTANCE_BYTES + 2 * text.length + 4 * code.length

const keys = new WeakMap<WasmModule, number>()
let lastKey = 0

/** The module of a kernel that is in memory. */
export const knownModule = (text: string): WasmModule | undefined => byText.get(text)

/** The module of a kernel that is in memory, or came with the package. */
export function knownOrPrebuilt(text: string): WasmModule | undefined {
  const known = byText.get(text)
  if (known) return known
  if (kernelsLack() !== null) return undefined
  const code = prebuiltKernel(text)
  if (!code) return undefined
  try {
    return keepModule(text, code)
  } catch {
    return undefined // Whoever needs it has it compiled, and hears why that does not work either.
  }
}

/** Makes a module of a kernel's code and keeps it. Throws if the code is not that of a kernel, or there is no memory to run it. */
export function keepModule(text: string, code: Uint8Array): WasmModule {
  const known = byText.get(text)
  if (known) return known
  const module = new wasm.Module(code)
  checkInterface(module)
  kernelFunction(module)
  byText.set(text, module, bytesOf(text, code))
  return module
}

/** A kernel takes the memory, gives its function, and nothing else. */
function checkInterface(module: WasmModule): void {
  const imports = wasm.Module.imports(module).map((i) => `${i.kind} ${i.module}.${i.name}`)
  const exports = wasm.Module.exports(module).map((e) => `${e.kind} ${e.name}`)
  if (imports.join() !== 'memory env.memory' || exports.join() !== 'function run')
    throw new TypeError(`it imports [${imports}] and exports [${exports}]; a kernel imports its memory and exports run`)
}

/** A small number that stands for the module in messages to other threads: one for each module, never used again. */
export function moduleKey(module: WasmModule): number {
  let key = keys.get(module)
  if (key === undefined) {
    key = ++lastKey
    keys.set(module, key)
  }
  return key
}

/** Forgets all modules, so that the disk cache is asked again. For tests. */
export const forgetModules = (): void => byText.clear()
