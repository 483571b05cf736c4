import { bits } from './bits.js'
import type { CallDef } from './call.js'
import { draws } from './draws.js'
import { extremes } from './extremes.js'
import { products } from './products.js'
import { segments } from './segments.js'
import { selection } from './selection.js'
import { sorting } from './sorting.js'
import { tallies } from './tallies.js'
import { updates } from './updates.js'
import { windows } from './windows.js'

export type { CallDef, Laid } from './call.js'
export { drawInto, PCG_MULTIPLIER, streamOf, wordsOf } from './draws.js'
export * from './extremes.js'
export * from './products.js'
export * from './segments.js'
export * from './selection.js'
export * from './sorting.js'
export * from './tallies.js'
export * from './updates.js'
export * from './windows.js'

const table = {
  ...sorting,
  ...bits,
  ...extremes,
  ...products,
  ...selection,
  ...segments,
  ...updates,
  ...tallies,
  ...draws,
  ...windows,
} satisfies Record<string, CallDef>

export type CallOp = keyof typeof table

/** Every operation with a schedule of its own, defined once: its type and its meaning. */
export const callOps: Readonly<Record<CallOp, CallDef>> = table

/** Those whose results can be computed stretch by stretch. */
export type StretchOp = { [K in CallOp]: (typeof table)[K] extends { readonly inStretches: true } ? K : never }[CallOp]

export const isStretchOp = (op: CallOp): op is StretchOp => callOps[op].inStretches === true

export const isCallOp = (name: string): name is CallOp => Object.hasOwn(table, name)
