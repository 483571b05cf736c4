import { ARGUMENT_BYTES, type LibraryKernel, type LibraryName, libraryText } from '@weldarray/codegen'
import {
  allocate,
  type ConstNode,
  type DType,
  dtypeInfo,
  isContiguous,
  type Scalar,
  sizeOf,
  storedAs,
  type View,
  type ViewNode,
} from '@weldarray/ir'
import { compiler } from '../compiler/compiler.js'
import { moduleKey } from '../compiler/modules.js'
import { counters } from '../config/counters.js'
import { evaluate } from '../evaluate/evaluate.js'
import { forcedPiece, forcedTier } from '../execute/tier.js'
import { arrayMemory, freeMemory, heapMemory, type Memory } from '../graph/memory.js'
import { Storage } from '../graph/storage.js'
import type { Value } from '../graph/value.js'
import type { WasmModule } from '../heap/webassembly.js'
import { team } from '../team/team.js'
import { backTo, bytesOnStack, leaveBehind, mark, wholeHeap } from './arena.js'

/*
 * All that the library knows of how kernels are found and run, and of the memory behind values.
 */

/** A call of a kernel on all threads. Steps are what one call of its function covers. */
export interface Launch {
  readonly kernel: LibraryKernel
  /** Numbers are 32-bit words (addresses, counts); `double` makes one a double. */
  readonly args: readonly (number | Double | Long)[]
  readonly rows: number
  readonly rowStep: number
  readonly blocks?: number
  readonly cols?: number
  readonly colStep?: number
  readonly scratch?: number
}

interface Double {
  readonly double: number
}
export const double = (x: number): Double => ({ double: x })

interface Long {
  readonly words: readonly [low: number, high: number]
}
/** A 64-bit integer as an argument. */
export const long = (x: bigint): Long => ({ words: [Number(x & 0xffffffffn), Number((x >> 32n) & 0xffffffffn)] })

/** Whether kernels are to be had and wanted: `size` elements are worth one. */
export function kernelsWanted(size: number, least: number): boolean {
  const tier = forcedTier()
  return tier === 'wasm' || (tier === 'auto' && size >= least)
}

/** A kernel's module and the number that stands for it; null if it cannot be had: what it would do is done in JavaScript. */
interface Found {
  readonly module: WasmModule
  readonly key: number
}
const found = new WeakMap<LibraryKernel, Found | null>()

function find(kernel: LibraryKernel): Found | null {
  let known = found.get(kernel)
  if (known === undefined) {
    const module = compiler.compile(kernel, libraryText(kernel))
    known = module === undefined ? null : { module, key: moduleKey(module) }
    found.set(kernel, known)
  }
  return known
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
export const available = (kernel: LibraryKernel): boolean => find(kernel) !== null

/** Elements of a piece of work: a good number of them, unless tests force another. A multiple of `unit`. */
export function pieceOf(good: number, unit = 1): number {
  const piece = forcedPiece() ?? good
  return Math.max(unit, Math.ceil(piece / unit) * unit)
}

/** Runs a kernel, one that is available, over its iteration space. */
export function launch({ kernel, args, rows, rowStep, blocks = 0, cols = 1, colStep = cols, scratch = 0 }: Launch): void {
  if (rows === 0 || cols === 0) return
  const { module, key } = find(kernel)!
  const before = mark()
  const params = bytesOnStack(ARGUMENT_BYTES * args.length)
  const { words, doubles } = wholeHeap()
  for (let i = 0, at = params >> 2; i < args.length; i++, at += 2) {
    const x = args[i]!
    if (typeof x === 'number') words[at] = x
    else if ('double' in x) doubles[at >> 1] = x.double
    else words.set(x.words, at)
  }
  try {
    team.run({
      module,
      kernelKey: key,
      params,
      rows,
      rowStep,
      blocks,
      blockStep: 1,
      cols,
      colStep,
      scratchBytes: Math.ceil(scratch / 16) * 16,
      lost: leaveBehind,
    })
  } finally {
    backTo(before)
  }
  counters.kernelRuns++
  counters.loops++
}

/** A matrix as it lies in memory: what a kernel that takes strides reads without a copy. */
export interface Laid {
  readonly memory: Memory
  /** In elements. */
  readonly view: View
}

const viewOf = ({ shape, strides, offset }: ViewNode): View => ({ shape, strides, offset })

const whole = (value: Value): View => {
  const strides: number[] = []
  let step = 1
  for (let i = value.shape.length - 1; i >= 0; i--) {
    strides[i] = step
    step *= value.shape[i]!
  }
  return { shape: value.shape, strides, offset: 0 }
}

function constantMemory(value: Value): Memory {
  const data = allocate(value.dtype, 1)
  ;(data as unknown as Scalar[])[0] = (value as ConstNode).value
  return arrayMemory(value.dtype, data)
}

/** Memory of a task: what it borrowed and what it made only for itself is given back at its end. */
export class Task {
  #own: Memory[] | null = null
  #staged: Map<Memory, Memory> | null = null

  #make(dtype: DType, length: number): Memory {
    const memory = heapMemory(dtype, length)
    ;(this.#own ??= []).push(memory)
    return memory
  }

  /** Memory for the duration of the task, in the heap, with whatever it held before. */
  scratch(dtype: DType, length: number): Memory {
    return this.#make(dtype, length)
  }

  /** Memory in the heap that will be a result: to be passed through `keep`. */
  result(dtype: DType, length: number): Memory {
    return this.#make(dtype, length)
  }

  /** A result that lasts. */
  keep(memory: Memory): Memory {
    this.#own!.splice(this.#own!.indexOf(memory), 1)
    return memory
  }

  /** Memory that is needed no longer than the task. */
  adopt(memory: Memory): Memory {
    if (memory.block !== null) (this.#own ??= []).push(memory)
    return memory
  }

  /** The address of an operand's elements, which are copied into the heap if they are elsewhere. */
  address(memory: Memory): number {
    if (memory.block !== null) return memory.address
    let copy = this.#staged?.get(memory)
    if (copy === undefined) {
      copy = this.#make(memory.dtype, memory.data.length)
      copy.data.set(memory.data as never)
      ;(this.#staged ??= new Map()).set(memory, copy)
    }
    return copy.address
  }

  close(): void {
    if (this.#own !== null) for (const memory of this.#own) freeMemory(memory)
  }
}

/** Runs a task with the elements of values, evaluated now if need be, in C order. */
export function withMemory<T>(values: readonly Value[], run: (task: Task, ...memories: Memory[]) => T): T {
  const variable = values.filter((v) => v.kind !== 'const')
  const holds = variable.map((v) => Storage.owned(v))
  const task = new Task()
  try {
    evaluate(variable)
    return run(task, ...values.map((v) => v.memory ?? constantMemory(v)))
  } finally {
    task.close()
    for (const hold of holds) hold.dispose()
  }
}

/** The same for kernels that take strides: a view of elements that are there, or of no more elements than it has, is not copied. */
export function withLaid<T>(values: readonly Value[], run: (task: Task, ...laid: Laid[]) => T): T {
  const bases = values.map((v) => {
    const below = v.kind === 'view' ? v.args[0] : v
    const direct = below !== v && below.kind !== 'const' && (below.memory !== null || sizeOf(below.shape) <= sizeOf(v.shape))
    return direct ? { base: below, view: viewOf(v as ViewNode) } : { base: v, view: whole(v) }
  })
  return withMemory(
    bases.map((b) => b.base),
    (task, ...memories) => run(task, ...memories.map((memory, i) => ({ memory, view: bases[i]!.view }))),
  )
}

export const bytesOf = (dtype: DType): number => dtypeInfo[dtype].bytes

/** The dtype by which elements of as many bytes are moved. */
export const moverOf = (dtype: DType): DType =>
  (({ 1: 'uint8', 2: 'uint16', 4: 'int32', 8: 'bigint64' }) as const)[dtypeInfo[dtype].bytes]

/** The elements of laid memory in C order. */
export function inOrder({ memory, view }: Laid): Memory['data'] {
  if (isContiguous(view) && view.offset === 0 && memory.data.length === sizeOf(view.shape)) return memory.data
  const out = allocate(memory.dtype, sizeOf(view.shape)) as unknown as Scalar[]
  const from = memory.data as unknown as Scalar[]
  const { shape, strides, offset } = view
  const index = new Array<number>(shape.length).fill(0)
  let at = offset
  for (let i = 0; i < out.length; i++) {
    out[i] = from[at]!
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis]!
      if (++index[axis]! < shape[axis]!) break
      at -= strides[axis]! * shape[axis]!
      index[axis] = 0
    }
  }
  return out as unknown as Memory['data']
}
