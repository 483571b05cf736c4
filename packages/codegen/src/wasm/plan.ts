import { isLoopOp, LANES } from '@weldarray/ir'
import { resultsOf } from '@weldarray/optimizer'
import { ALWAYS, Branches, type Line } from '../branches.js'
import type { Kernel } from './kernel.js'
import { type Elements, stepOf } from './lanes.js'
import { argumentsOf, Level, levelsOf } from './levels.js'

/** What straight-line code has to know of its instructions. */
export interface LinePlan {
  /** Instructions of level Element by branch, with the literals that only the branch needs; `ALWAYS` has no literals. */
  readonly elements: ReadonlyMap<number, readonly number[]>
  /**
   * For each instruction the last instruction of level Element, seen from its own branch, that uses it: after it the value's
   * registers are free. -1: no use. Infinity: stored or reduced, or the branch's result.
   */
  readonly lastUse: readonly number[]
}

/** The decisions taken before any code is written. */
export interface Plan extends LinePlan {
  readonly kernel: Kernel
  readonly levels: readonly Level[]
  /** Instructions of each level, in order. */
  readonly at: readonly (readonly number[])[]
  /** Which instructions are computed in a branch only. Those of level Element are, and literals. */
  readonly branches: Branches
  /** Elements of a vector step. */
  readonly lanes: Elements
  /** Vector steps per round of the main loop. */
  readonly unroll: number
  /** Whether those steps are written side by side: loops within elements run for all of them at once. */
  readonly together: boolean
}

export function planOf(kernel: Kernel): Plan {
  const { code } = kernel
  const levels = levelsOf(kernel)
  const kept = resultsOf(kernel)
  const lines = code.map((c) => ({ op: c.op, args: argumentsOf(c) }))
  const element = (i: number): boolean => levels[i] === Level.Element
  // A gather is done for every element, since its index may be wrong, and a scan, since the next one needs it.
  const always = (i: number): boolean => code[i]!.op === 'gather' || code[i]!.op === 'scan'
  const branches = new Branches(lines, kept, element, (i) => !always(i) && (element(i) || code[i]!.op === 'lit'))
  const at: number[][] = [[], [], []]
  const elements = new Map<number, number[]>([[ALWAYS, []]])
  lines.forEach((_, i) => {
    const branch = branches.of[i]!
    at[levels[i]!]!.push(i)
    if (element(i) || branch !== ALWAYS) {
      const list = elements.get(branch)
      if (list === undefined) elements.set(branch, [i])
      else list.push(i)
    }
  })
  const lastUse = lastUses(lines, branches, kept)
  const lanes = stepOf(kernel, levels)
  const together = code.some((c, i) => isLoopOp(c.op) && element(i))
  const plan = { kernel, levels, at, branches, elements, lastUse, lanes, together }
  if (kernel.kind === 'inner') return { ...plan, unroll: Math.max(1, LANES / lanes) }
  // Small bodies leave the processor's units idle unless several steps are in flight; large ones fill them alone.
  if (together) return { ...plan, unroll: 2 }
  const size = at[Level.Element]!.length
  return { ...plan, unroll: size <= 4 ? 4 : size <= 12 ? 2 : 1 }
}

/** The last use of each instruction, as its own branch sees it; `kept` are needed to the end. */
export function lastUses(lines: readonly Line[], branches: Branches, kept: readonly number[]): number[] {
  const lastUse = new Array<number>(lines.length).fill(-1)
  lines.forEach(({ args }, i) => {
    for (const a of args) lastUse[a] = Math.max(lastUse[a]!, branches.seen(a, i))
  })
  for (const value of kept) lastUse[value] = Infinity
  return lastUse
}
