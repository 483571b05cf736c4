import { interpret, sizeOf, type TypedArray } from '@weldarray/ir'
import { trace } from '../graph/trace.js'
import { resolve, type Value } from '../graph/value.js'
import { allocateMemory, freeMemory } from './memory-source.js'

/** Computes all of `values`, in one pass where they share work. Values that have their elements already cost nothing. */
export function evaluate(values: readonly Value[]): void {
  const pending = values.filter((v) => v.memory === null)
  if (pending.length === 0) return
  const graph = trace(pending)
  const results = interpret(graph.interner, graph.roots, graph.slots.map((s) => s.data))
  pending.forEach((value, i) => {
    if (value.memory !== null) return
    const memory = allocateMemory(value.dtype, sizeOf(value.shape))
    ;(memory.data as Float64Array).set(results[i] as Float64Array & TypedArray)
    resolve(value, memory, freeMemory)
  })
}

/** As `evaluate`, without blocking the event loop. */
export async function evaluateAsync(values: readonly Value[]): Promise<void> {
  evaluate(values)
}
