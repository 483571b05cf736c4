import { dtypeInfo, LANES } from '@weldarray/ir'
import type { Instruction, Kernel } from '@weldarray/optimizer'

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
  /** Elements of a vector step. */
  readonly elements: 2 | 4
  /** Vector steps per round of the main loop. */
  readonly unroll: number
}

export const argumentsOf = (i: Instruction): readonly number[] => ('args' in i ? i.args : [])

const narrowLane = (dtype: Instruction['dtype']): boolean =>
  dtype !== 'bool' && (dtypeInfo[dtype].lane === 'i32' || dtypeInfo[dtype].lane === 'f32')

/** Four elements where something has 32-bit lanes; bool counts only where it touches memory or accumulators. */
function elementsPerStep(kernel: Kernel): 2 | 4 {
  const four =
    kernel.code.some((c) => narrowLane(c.dtype)) ||
    kernel.accesses.some((a) => a.use !== 'iota' && (a.dtype === 'bool' || narrowLane(a.dtype))) ||
    kernel.reduces.some((r) => r.dtype === 'bool')
  return four ? 4 : 2
}

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
  const elements = elementsPerStep(kernel)
  if (kernel.kind === 'inner') return { kernel, levels, at, lastUse, elements, unroll: LANES / elements }
  // Small bodies leave the processor's units idle unless several steps are in flight; large ones fill them alone.
  const size = at[Level.Element]!.length * (elements / 2)
  return { kernel, levels, at, lastUse, elements, unroll: size <= 8 ? 4 : size <= 24 ? 2 : 1 }
}
