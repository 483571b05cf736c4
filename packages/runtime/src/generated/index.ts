import { createRequire } from 'node:module'
import { piRemainder } from '@weldarray/ir'
import type make = require('./loops.cjs')

type Table = ReturnType<typeof make>

/** A loop in JavaScript over one operation: see `loops.cts`. */
export type Loop = Table[string]

let loops: Table | undefined

/** All loops by `loopKey`, loaded when the first is needed: reading their text takes longer than importing the rest. */
export function generatedLoops(): Table {
  loops ??= (createRequire(import.meta.url)('./loops.cjs') as typeof make)({ piRemainder })
  return loops
}
