import { isLoopOp } from '@weldarray/ir'
import { argumentsOf } from './levels.js'
import type { LoopLines } from './loop-lines.js'

/**
 * What is the same for all elements of a loop in every round, by number, such as a counter that begins at one number for all of them:
 * what is carried or stays, of which `given` says that it is so at first, and what follows from that alone.
 */
export function uniformIn({ loop, code, head, rest, literals }: LoopLines, given: (k: number) => boolean): Set<number> {
  const own = [...head, ...rest].filter((i) => code[i]!.op !== 'likely' && !isLoopOp(code[i]!.op))
  const count = loop.carried.length
  let carried = loop.carried.map((_, k) => k).filter(given)
  for (;;) {
    const found = new Set([...carried, ...literals])
    loop.invariants.forEach((_, k) => {
      if (given(count + k)) found.add(count + k)
    })
    for (const i of own) if (argumentsOf(code[i]!).every((a) => found.has(a))) found.add(i)
    const kept = carried.filter((k) => found.has(loop.next[k]!))
    if (kept.length === carried.length) return found
    carried = kept
  }
}
