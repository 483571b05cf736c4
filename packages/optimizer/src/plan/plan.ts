import type { DType, Interner, Node, Scalar } from '@weldarray/ir'
import type { Kernel } from '../kernel.js'

/**
 * Memory a plan works on, by number: first the slots of the graph's inputs, then what the plan computes.
 */
export interface Buffer {
  readonly dtype: DType
  readonly length: number
}

/** Where an access of a kernel goes: a buffer (or, for iota, plain numbers) and its strides in elements. */
export interface AccessBinding {
  /** Index of the buffer; -1 for iota. */
  readonly buffer: number
  /** Along the rows axes, then the runs axes, then the innermost axis. */
  readonly strides: readonly number[]
  readonly offset: number
}

/** What a kernel is run on: everything the kernel itself leaves open. */
export interface Binding {
  /** Lengths of the rows axes, the runs axes, the innermost axis. */
  readonly lengths: readonly number[]
  readonly accesses: readonly AccessBinding[]
  readonly params: readonly { readonly dtype: DType; readonly value: Scalar }[]
  /** Buffers that the reductions' results go to. */
  readonly reduces: readonly number[]
  /** Product of the rows axes. */
  readonly rows: number
  /** Number of blocks the reduced run is cut into; 1 for a map. */
  readonly blocks: number
  /** Elements in one row (the innermost axis, or for `inner` the whole reduced run). */
  readonly rowLength: number
}

/** One loop: a kernel and what it runs on; and the same computation as a graph, for small sizes. */
export interface Step {
  readonly kernel: Kernel
  /** Canonical text of the kernel: its key in the caches. */
  readonly text: string
  readonly binding: Binding
  /** Elements of the iteration space. */
  readonly size: number
  /** Buffers that nothing reads after this step. */
  readonly dies: readonly number[]
  /** Operations of the graph that were fused into this loop. */
  readonly fused: readonly string[]
  /** The loop as a graph: inputs are buffers, roots are `outputs`. */
  readonly graph: { readonly interner: Interner; readonly roots: readonly Node[]; readonly outputs: readonly number[] }
}

export interface Plan {
  readonly inputs: number
  readonly buffers: readonly Buffer[]
  readonly steps: readonly Step[]
  /** The buffer that holds each root. */
  readonly roots: readonly number[]
}
