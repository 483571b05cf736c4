import { ARGUMENT_BYTES } from '@weldarray/codegen'
import type { DType } from '@weldarray/ir'
import { counters } from '../config/counters.js'
import { freeMemory, type HeapMemory, heapMemory, type Memory } from '../graph/memory.js'
import { withRoom } from '../heap/room.js'
import type { WasmModule } from '../heap/webassembly.js'
import { launched, notePerformed, timesWanted } from '../profile/watch.js'
import { kernelFunction, scratchAddress } from '../team/calling-thread.js'
import { kernelFailed } from '../team/errors.js'
import { team, WriterLostError } from '../team/team.js'
import { backTo, bytesOnStack, leaveBehind, mark, theStack } from './arena.js'
import { type Kernel, moduleOf } from './kernels.js'

/** A call of a kernel on all threads. Steps are what one call of its function covers. */
export interface Launch {
  readonly kernel: Kernel
  /** Numbers are 32-bit words (addresses, counts); `double` makes one a double. */
  readonly args: readonly (number | Double | Long)[]
  readonly rows: number
  readonly rowStep: number
  readonly blocks?: number
  readonly cols?: number
  readonly colStep?: number
  readonly scratch?: number
  /** So little work that other threads would come too late: the calling one does it, a step of rows after the other. */
  readonly isShort?: boolean
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

/** Words in the heap for a kernel: `data[at]` is the first, at `address`. */
export interface Words {
  readonly address: number
  readonly data: Int32Array
  readonly at: number
}

/** Words are taken from this much of the stack of parameters: no typed array is made for them. */
const STACK_BYTES = 1 << 13

/** Memory of a task: what it borrowed and what it made only for itself is given back at its end. */
export class Task {
  #own: HeapMemory[] | null = null
  #staged: Map<Memory, Memory> | null = null
  readonly #stack = mark()

  #make(dtype: DType, length: number): HeapMemory {
    const memory = heapMemory(dtype, length)
    ;(this.#own ??= []).push(memory)
    return memory
  }

  /** Memory for the duration of the task, in the heap, with whatever it held before. */
  scratch(dtype: DType, length: number): Memory {
    return this.#make(dtype, length)
  }

  /** A table of words for the duration of the task, with whatever they held before. */
  words(count: number): Words {
    if (mark() + 4 * count <= STACK_BYTES) {
      const address = bytesOnStack(4 * count)
      const { base, words } = theStack()
      return { address, data: words, at: (address - base) >> 2 }
    }
    const memory = this.#make('int32', count)
    return { address: memory.address, data: memory.data as Int32Array, at: 0 }
  }

  /** Runs a part of the task whose tables nothing needs afterwards. */
  part(run: () => void): void {
    const before = mark()
    run()
    backTo(before)
  }

  /** Memory in the heap that will be a result: to be passed through `keep`. */
  result(dtype: DType, length: number): Memory {
    return this.#make(dtype, length)
  }

  /** A result that lasts. */
  keep(memory: Memory): Memory {
    const own = this.#own!
    const last = own.pop()!
    // Mostly it was made last.
    if (last !== memory) own[own.indexOf(memory as HeapMemory)] = last
    return memory
  }

  /** Memory that is needed no longer than the task. */
  adopt(memory: Memory): Memory {
    if (memory.block !== null) (this.#own ??= []).push(memory as HeapMemory)
    return memory
  }

  /** Gives memory of the task back before its end. */
  release(memory: Memory): void {
    freeMemory(this.keep(memory))
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

  /**
   * Runs a kernel, one that is available, over its iteration space. It writes to memory of the task and to nothing else, so that a
   * task that has lost a thread can be done again in other memory.
   */
  launch({ kernel, args, rows, rowStep, blocks = 0, cols = 1, colStep = cols, scratch = 0, isShort = false }: Launch): void {
    if (rows === 0 || cols === 0) return
    const { module, key } = moduleOf(kernel)
    const before = mark()
    const params = bytesOnStack(ARGUMENT_BYTES * args.length)
    const { base, words, doubles } = theStack()
    for (let i = 0, at = (params - base) >> 2; i < args.length; i++, at += 2) {
      const x = args[i]!
      if (typeof x === 'number') words[at] = x
      else if ('double' in x) doubles[at >> 1] = x.double
      else words.set(x.words, at)
    }
    const scratchBytes = Math.ceil(scratch / 16) * 16
    const times = timesWanted()
    try {
      if ((rows <= rowStep || isShort) && cols <= colStep && blocks <= 1)
        for (let row = 0; row < rows; row += rowStep) {
          const start = times === null ? 0 : performance.now()
          runHere(module, params, scratchBytes, row, Math.min(rows, row + rowStep), blocks, cols)
          times?.push({ thread: 0, unit: row / rowStep, start, end: performance.now() })
        }
      else
        team.run({
          times,
          module,
          kernelKey: key,
          params,
          rows,
          rowStep,
          blocks,
          blockStep: 1,
          cols,
          colStep,
          scratchBytes,
          lost: (safe) => this.#abandon(safe),
        })
    } finally {
      backTo(before)
    }
    launched(times)
    counters.kernelRuns++
    counters.loops++
  }

  /** A lost thread may write to whatever the task has until `safe`, and go by its parameters. */
  #abandon(safe: Promise<unknown>): void {
    leaveBehind(safe)
    if (this.#own !== null) for (const memory of this.#own) memory.quarantine(safe)
  }

  close(): void {
    backTo(this.#stack)
    if (this.#own !== null) for (const memory of this.#own) freeMemory(memory)
  }
}

/** What is a single call needs no team: it costs less than asking for one. */
function runHere(
  module: WasmModule,
  params: number,
  scratchBytes: number,
  from: number,
  to: number,
  blocks: number,
  cols: number,
): void {
  const run = kernelFunction(module)
  try {
    run(params, scratchAddress(scratchBytes), from, to, 0, blocks, 0, cols)
  } catch (error) {
    throw kernelFailed(error)
  }
}

/** Runs a task, and gives back what it made only for itself; once more, in other memory, if a thread is lost that may go on writing. */
export const inTask = <T>(run: (task: Task) => T): T => withRoom(repeated<T>, run)

function repeated<T>(run: (task: Task) => T): T {
  notePerformed()
  for (let first = true; ; first = false) {
    const task = new Task()
    try {
      return run(task)
    } catch (error) {
      if (!first || !(error instanceof WriterLostError)) throw error
    } finally {
      task.close()
    }
  }
}
