import { arithmetic } from './arithmetic.js'
import { elementary } from './math/index.js'
import { primitives } from './primitives.js'
import type { OpDef } from './types.js'

export { PLACE, type PrimitiveOp, primitives, ROOT_HALF, TO_BINADE } from './primitives.js'
export { type ReduceOp, reduceOps } from './reductions.js'

/** The op table: every elementwise operation, defined once. */
const table = { ...primitives, ...arithmetic, ...elementary } satisfies Record<string, OpDef>

export type MapOp = keyof typeof table

export const mapOps: Readonly<Record<MapOp, OpDef>> = table

export const isMapOp = (name: string): name is MapOp => Object.hasOwn(table, name)
