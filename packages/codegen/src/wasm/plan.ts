import { LANES } from '@weldarray/ir'
import type { Instruction, Kernel } from '@weldarray/optimizer'
import { ELEMENTS } from './vector.js'

/** How often a value changes: never in a call, once for each pass over the innermost axis, or with each element. */
export enum Level {
  Call = 0,
  Segment = 1,
  Element = 2,
}

/** The decisions taken before any code is written. */
export interface Plan {
  readonly kernel: Kernel
  readonly levels: readonly Level[]
  /** Instructions of each level, in order. */
  readonly at: readonly (readonly number[])[]
  /** For each instruction the last instruction of level Element that uses it: after it the value's registers are free. -1: no use. Infinity: stored or reduced. */
  readonly lastUse: readonly number[]
  /** Vector steps per round of the main loop. */
  readonly unroll: number
}

export const argumentsOf = (i: Instruction): readonly number[] => ('args' in i ? i.args : [])

function levelsOf(kernel: Kernel): Level[] {
  const levels: Level[] = []
  for (const c of kernel.code) {
    if (c.op === 'lit' || c.op === 'param') levels.push(Level.Call)
    else if ('slot' in c) levels.push(kernel.accesses[c.slot]!.inner === 'zero' ? Level.Segment : Level.Element)
    else levels.push(Math.max(Level.Call, ...argumentsOf(c).map((a) => levels[a]!)))
  }
  return levels
}

export function planOf(kernel: Kernel): Plan {
  const levels = levelsOf(kernel)
  const at: number[][] = [[], [], []]
  const lastUse = new Array<number>(kernel.code.length).fill(-1)
  kernel.code.forEach((c, i) => {
    at[levels[i]!]!.push(i)
    for (const a of argumentsOf(c)) lastUse[a] = i
  })
  for (const r of [...kernel.stores, ...kernel.reduces]) lastUse[r.value] = Infinity
  if (kernel.kind === 'inner') return { kernel, levels, at, lastUse, unroll: LANES / ELEMENTS }
  // Small bodies leave the processor's units idle unless several steps are in flight; large ones fill them alone.
  const size = at[Level.Element]!.length
  return { kernel, levels, at, lastUse, unroll: size <= 4 ? 4 : size <= 12 ? 2 : 1 }
}
