import type { CallDef } from './call.js'
import { extremes } from './extremes.js'
import { products } from './products.js'
import { scans } from './scans.js'
import { selection } from './selection.js'
import { sorting } from './sorting.js'

export type { CallDef, Laid } from './call.js'
export * from './extremes.js'
export * from './products.js'
export * from './scans.js'
export * from './selection.js'
export * from './sorting.js'

const table = { ...scans, ...sorting, ...extremes, ...products, ...selection } satisfies Record<string, CallDef>

export type CallOp = keyof typeof table

/** Every operation with a schedule of its own, defined once: its type and its meaning. */
export const callOps: Readonly<Record<CallOp, CallDef>> = table

export const isCallOp = (name: string): name is CallOp => Object.hasOwn(table, name)
