import type { Instruction, Kernel } from './kernel.js'

/** How often a value changes: never in a call, once for each pass over the innermost axis, or with each element. */
export enum Level {
  Call = 0,
  Segment = 1,
  Element = 2,
}

export const argumentsOf = (i: Instruction): readonly number[] => ('args' in i ? i.args : [])

/** The level of each instruction. */
export function levelsOf(kernel: Kernel): Level[] {
  const levels: Level[] = []
  for (const c of kernel.code) {
    if (c.op === 'lit' || c.op === 'param') levels.push(Level.Call)
    else if (c.op === 'scan') levels.push(Level.Element)
    else {
      const own = !('slot' in c) ? Level.Call : kernel.accesses[c.slot]!.inner === 'zero' ? Level.Segment : Level.Element
      levels.push(Math.max(own, ...argumentsOf(c).map((a) => levels[a]!)))
    }
  }
  return levels
}
