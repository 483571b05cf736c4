import { type DType, isContiguous, type Node, type Scalar, type Shape, TraceError, type View } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { counters } from '../config/counters.js'
import type { Trace } from '../debug/trace.js'
import { type Planned, planFor } from '../evaluate/plans.js'
import { Walk } from '../evaluate/walk.js'
import { execute } from '../execute/execute.js'
import { type Inputs, Program } from '../execute/program.js'
import type { StepTrace } from '../execute/step-trace.js'
import { allocateMemory, type Memory, plainMemory } from '../graph/memory.js'
import { leaf, standIn, view as viewOf } from '../graph/record.js'
import type { Storage } from '../graph/storage/storage.js'
import { withRoom } from '../heap/room.js'

import { areEvaluationsWatched, areUnitsTimed, evaluated } from '../profile/channels.js'
import { SEGMENT } from '../schedule/costs.js'
import { type Captured, type Laid, Tracing, tracing } from './tracing.js'

/**
 * What stands for memory of this layout while a function is traced. Where it begins is not known: an offset is put in by every
 * replay.
 */
export function layOut(dtype: DType, view: View): Laid {
  const input = standIn(view.shape, dtype)
  if (isContiguous(view)) return { input, value: input }
  return { input, value: viewOf(input, { shape: view.shape, strides: view.strides, offset: 0 }) }
}

/** What a traced function did. */
export interface Recording<T> {
  readonly result: T
  readonly captured: readonly Captured[]
  /** Whether an array's storage is one that the function has made. */
  owns(storage: Storage): boolean
}

/** Calls `work`, whose recording is of memory that is not known yet. */
export function trace<T>(work: () => T): Recording<T> {
  const current = new Tracing(layOut)
  counters.traces++
  tracing.now = current
  try {
    return { result: work(), captured: current.captured, owns: (storage) => current.isOwn(storage) }
  } finally {
    tracing.now = null
  }
}

/** Whether a function is being traced: others that it calls are part of the trace. */
export const isTracing = (): boolean => tracing.now !== null

/** The plan of the graph while its inputs have memory: afterwards nothing keeps that alive. */
function planOver(walk: Walk, roots: readonly Node[], inputs: readonly Node[], memories: readonly Memory[]): Planned {
  inputs.forEach((input, i) => {
    input.memory = memories[i]!
  })
  try {
    walk.run(roots, SEGMENT)
    if (walk.isLarge) throw new TraceError(`compile: the function records more than ${SEGMENT} operations. Compile parts of it`)
    return planFor(walk)
  } finally {
    for (const input of inputs) input.memory = null
  }
}

function copyOf(memory: Memory): Memory {
  const copy = allocateMemory(memory.dtype, memory.length)
  copy.data.set(memory.data as never)
  return copy
}

/** Stands where memory is put in by each run. */
export const noMemory = plainMemory('bool', 0)

/** Gives back what a program holds in the heap once its replay is unreachable. */
const programs = new FinalizationRegistry<Program>((program) => program.free())

/**
 * The plan of a traced graph, ready to run on other memory of the same layout: what evaluating the graph would do, without
 * recording it, walking over it and looking for its plan.
 */
export class Replay {
  /** Memory and offset of each input of the plan, put in by every run. */
  readonly #inputs: { readonly memories: Memory[]; readonly offsets: number[] }
  /** By slot of the plan: which of the given inputs it reads (-1: memory of the trace's own) and how far from its beginning. */
  readonly #sources: readonly number[]
  readonly #distances: readonly number[]
  readonly #constants: readonly Scalar[]
  readonly #program: Program
  readonly #trace: Trace
  /** Where the steps of a run are noted, if they are. */
  #steps: StepTrace[] | null = null
  /** Made once: what a run makes is written to lines of memory that no cache holds. */
  readonly #execute = (inputs: Inputs): Memory[] => execute(this.#program, inputs, this.#constants, this.#steps)
  /** Of the results. */
  readonly #types: readonly { readonly dtype: DType; readonly shape: Shape }[]

  /**
   * `roots` are pending, over `inputs`, which stand for `memories` in the call that was traced. Throws `TraceError` for a graph too
   * large to be planned whole.
   */
  constructor(roots: readonly Node[], inputs: readonly Node[], memories: readonly Memory[]) {
    const walk = new Walk()
    const planned = planOver(walk, roots, inputs, memories)
    const numbers = new Map(inputs.map((node, i) => [node, i]))
    const slots = Array.from({ length: walk.accessCount }, (_, slot) => slot)
    this.#sources = slots.map((slot) => numbers.get(walk.leaves[slot]!) ?? -1)
    this.#distances = slots.map((slot) => walk.offsets[slot]!)
    this.#inputs = { memories: slots.map((slot) => walk.memories[slot]!), offsets: [...this.#distances] }
    this.#constants = walk.constants.slice(0, walk.constantCount)
    // One of its own: the plan's is fitted to other sizes in between, and may be given up.
    this.#program = new Program(planned.program.plan, planned.reading)
    this.#program.fit(walk.variables, planned.variables)
    programs.register(this, this.#program)
    this.#trace = { planned, variables: this.#program.values!, constants: this.#constants, steps: null }
    this.#types = roots.map(({ dtype, shape }) => ({ dtype, shape }))
    this.#forget()
  }

  /** The results over these memories, as nodes that nobody else has. */
  run(memories: readonly Memory[], offsets: readonly number[]): Node[] {
    const { memories: to, offsets: starts } = this.#inputs
    for (let slot = 0; slot < to.length; slot++) {
      const source = this.#sources[slot]!
      if (source < 0) continue
      to[slot] = memories[source]!
      starts[slot] = this.#distances[slot]! + offsets[source]!
    }
    try {
      const steps: StepTrace[] | null = settings.trace || areUnitsTimed() ? [] : null
      this.#steps = steps
      const made = withRoom(this.#execute, this.#inputs)
      if (steps !== null && areEvaluationsWatched()) evaluated('explicit', made.length, steps)
      counters.replays++
      return this.#resultsOf(made, steps === null ? this.#trace : { ...this.#trace, steps })
    } finally {
      this.#forget()
    }
  }

  #resultsOf(made: readonly Memory[], trace: Trace): Node[] {
    const types = this.#types
    const results = new Array<Node>(types.length)
    for (let i = 0; i < types.length; i++) {
      const { dtype, shape } = types[i]!
      // What is computed once for two results is two arrays: either may be written in place.
      const memory = i > 0 && made.indexOf(made[i]!) < i ? copyOf(made[i]!) : made[i]!
      const node = leaf(memory, shape, dtype)
      node.trace = trace
      results[i] = node
    }
    return results
  }

  /** Keeps no array's memory alive between two runs. */
  #forget(): void {
    const { memories } = this.#inputs
    for (let slot = 0; slot < memories.length; slot++) if (this.#sources[slot]! >= 0) memories[slot] = noMemory
  }
}
