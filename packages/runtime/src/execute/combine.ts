import { combiner, combineTree, type Scalar } from '@weldarray/ir'
import type { Memory } from '../graph/memory.js'
import type { Loop } from './loop.js'

/** A float64 sum is what nearly every reduction ends in: the same tree, without a call for each pair. */
function sumTree(at: Float64Array, count: number, offset: number, stride: number): void {
  for (let n = count; n > 1; n = (n + 1) >> 1) {
    for (let i = 0; i + 1 < n; i += 2) at[offset + (i >> 1) * stride] = at[offset + i * stride]! + at[offset + (i + 1) * stride]!
    if (n & 1) at[offset + (n >> 1) * stride] = at[offset + (n - 1) * stride]!
  }
}

/** Joins the blocks' partial results of each reduction, by the tree that `reduction.ts` defines, into `outputs`. */
export function combinePartials(loop: Loop, partials: readonly Memory[], outputs: readonly Memory[]): void {
  const { kernel, columns, rows, blocks } = loop
  kernel.reduces.forEach(({ op, dtype }, r) => {
    const at = partials[r]!.data as unknown as Scalar[]
    const out = outputs[r]!.data as unknown as Scalar[]
    const fast = op === 'sum' && dtype === 'float64'
    const combine = combiner(op, dtype)
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < columns; col++) {
        const offset = row * blocks * columns + col
        if (fast) sumTree(at as unknown as Float64Array, blocks, offset, columns)
        else combineTree(at, combine, blocks, offset, columns)
        out[row * columns + col] = at[offset]!
      }
  })
}
