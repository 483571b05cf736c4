import { createRequire } from 'node:module'
import { piRemainder } from '@weldarray/ir'

/**
 * A loop in JavaScript over one operation: `out[oo + i·os] = op(a[ao + i·as], b[bo + i·bs], c[co + i·cs])` for i below n.
 * Operands the operation does not have are ignored.
 */
export type Loop = (
  n: number,
  // biome-ignore lint/suspicious/noExplicitAny: typed arrays of any dtype
  ...outAndOperands: any[]
) => void

type Table = Readonly<Record<string, Loop>>

let loops: Table | undefined

/** All loops by `loopKey`, loaded when the first is needed: reading their text takes longer than importing the rest. */
export function generatedLoops(): Table {
  loops ??= (createRequire(import.meta.url)('./loops.cjs') as (given: object) => Table)({ piRemainder })
  return loops
}
