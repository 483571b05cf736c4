import { createRequire } from 'node:module'
import { type DType, piRemainder } from '@weldarray/ir'

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

const loops: Partial<Record<DType, Table>> = {}

/**
 * The loops for operands of one dtype by `loopKey`, read when the first is needed. Each dtype has loops of its own although many
 * have the same text, so that each sees one kind of typed array and stays fast.
 */
export const generatedLoops = (dtype: DType): Table =>
  (loops[dtype] ??= (createRequire(import.meta.url)(`./loops/${dtype}.cjs`) as (given: object) => Table)({ piRemainder }))
