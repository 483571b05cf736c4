import { type LibraryKernel, type LibraryName, libraryText } from '@weldarray/codegen'
import { type DType, dtypeInfo, storedAs } from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import { moduleKey } from '../compiler/modules.js'
import { forcedPiece, forcedTier } from '../execute/tier.js'
import type { WasmModule } from '../heap/webassembly.js'

/** A kernel's module and the number that stands for it; null if it cannot be had: what it would do is done in JavaScript. */
interface Found {
  readonly module: WasmModule
  readonly key: number
}
const found = new WeakMap<LibraryKernel, Found | null>()

export function moduleOf(kernel: LibraryKernel): Found | null {
  let known = found.get(kernel)
  if (known === undefined) {
    const module = compiler.compile(kernel, libraryText(kernel))
    known = module === undefined ? null : { module, key: moduleKey(module) }
    found.set(kernel, known)
  }
  return known
}

/** Whether kernels are to be had and wanted: `size` elements are worth one. */
export function kernelsWanted(size: number, least: number): boolean {
  const tier = forcedTier()
  return tier === 'wasm' || (tier === 'auto' && size >= least)
}

/** A kernel for each dtype, the same object every time. */
export function kernelFor(name: LibraryName, variant = ''): (dtype: DType, second?: DType) => LibraryKernel {
  const made = new Map<DType, Map<DType | undefined, LibraryKernel>>()
  return (first, other) => {
    const dtype = storedAs(first)
    const second = other === undefined ? other : storedAs(other)
    let row = made.get(dtype)
    if (row === undefined) made.set(dtype, (row = new Map()))
    let kernel = row.get(second)
    if (kernel === undefined) {
      kernel = { kind: 'library', name, types: second === undefined ? [dtype] : [dtype, second], variant }
      row.set(second, kernel)
    }
    return kernel
  }
}

/** Whether a kernel can be run here. */
export const available = (kernel: LibraryKernel): boolean => moduleOf(kernel) !== null

/** Elements of a piece of work: a good number of them, unless tests force another. A multiple of `unit`. */
export function pieceOf(good: number, unit = 1): number {
  const piece = forcedPiece() ?? good
  return Math.max(unit, Math.ceil(piece / unit) * unit)
}

export const bytesOf = (dtype: DType): number => dtypeInfo[dtype].bytes

/** The dtype by which elements of as many bytes are moved. */
export const moverOf = (dtype: DType): DType =>
  (({ 1: 'uint8', 2: 'uint16', 4: 'int32', 8: 'bigint64' }) as const)[dtypeInfo[dtype].bytes]
