import { type LibraryKernel, type LibraryName, libraryText } from '@weldarray/codegen'
import { type DType, dtypeInfo, KernelError, storedAs } from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import { moduleKey } from '../compiler/modules.js'
import { forcedPiece, forcedTier } from '../execute/tier.js'
import type { WasmModule } from '../heap/webassembly.js'

/** A kernel's module and the number that stands for it; or when to look again: until then what it would do is done in JavaScript. */
type Found = { readonly module: WasmModule; readonly key: number } | { readonly module: null; readonly notBefore: number }

/** A kernel, and what came of looking for it. */
export interface Kernel extends LibraryKernel {
  found: Found | null
}

const kernels: Kernel[] = []

/** A kernel that could not be had is looked for again after this: what was lacking may have been memory. */
const AGAIN_MS = 10_000

function find(kernel: Kernel): Found {
  const known = kernel.found
  if (known !== null && (known.module !== null || performance.now() < known.notBefore)) return known
  const module = compiler.compile(kernel, libraryText(kernel))
  kernel.found = module ? { module, key: moduleKey(module) } : { module: null, notBefore: performance.now() + AGAIN_MS }
  return kernel.found
}

/** The module of a kernel that is available, and the number that stands for it. */
export function moduleOf(kernel: Kernel): { module: WasmModule; key: number } {
  const known = find(kernel)
  if (known.module === null) throw new KernelError(`a kernel is not available: ${libraryText(kernel)}`)
  return known
}

/** Forgets all modules. For tests. */
export function forgetKernels(): void {
  for (const kernel of kernels) kernel.found = null
}

/** Whether kernels are to be had and wanted: `size` elements are worth one. */
export function kernelsWanted(size: number, least: number): boolean {
  const tier = forcedTier()
  return tier === 'wasm' || (tier === 'auto' && size >= least)
}

/** A kernel for each dtype, the same object every time. */
export function kernelFor(name: LibraryName, variant = ''): (dtype: DType) => Kernel {
  const made = new Map<DType, Kernel>()
  return (of) => {
    const dtype = storedAs(of)
    let kernel = made.get(dtype)
    if (kernel === undefined) {
      kernel = { kind: 'library', name, dtype, variant, found: null }
      made.set(dtype, kernel)
      kernels.push(kernel)
    }
    return kernel
  }
}

/** Whether a kernel can be run here. */
export const available = (kernel: Kernel): boolean => find(kernel).module !== null

/** Elements of a piece of work: a good number of them, unless tests force another. A multiple of `unit`. */
export function pieceOf(good: number, unit = 1): number {
  const piece = forcedPiece() ?? good
  return Math.max(unit, Math.ceil(piece / unit) * unit)
}

/** Whether work is divided as it is best, not as tests force it. */
export const isWhole = (): boolean => forcedPiece() === null

export const bytesOf = (dtype: DType): number => dtypeInfo[dtype].bytes

/** The dtype by which elements of as many bytes are moved. */
export const moverOf = (dtype: DType): DType =>
  (({ 1: 'uint8', 2: 'uint16', 4: 'int32', 8: 'bigint64' }) as const)[dtypeInfo[dtype].bytes]
