import { print } from '@weldarray/ir'
import { type Plan, plan } from '@weldarray/optimizer'
import { settings } from '../config/config.js'
import type { Trace } from '../graph/trace.js'

/** Plans are kept: programs evaluate the same expression on the same shapes again and again. Bounded by their keys' length. */
const MOST_CHARACTERS = 8e6

/** A plan and the text of the graph it is for. */
export interface Planned {
  readonly text: string
  readonly plan: Plan
}

const plans = new Map<string, Planned>()
let characters = 0

/**
 * The loops for a graph. The key is the graph's whole text, shapes, layouts and constants included, so that a plan
 * found is a plan that fits; kernels, which leave all of these open, have a cache of their own.
 */
export function planFor({ interner, roots, slots }: Trace): Planned {
  const key = print(roots)
  let found = plans.get(key)
  if (found !== undefined) {
    // Reinserted: the map's order is the order of last use.
    plans.delete(key)
  } else {
    found = { text: key, plan: plan(interner, roots, slots.length, { check: settings.check }) }
    characters += key.length
    for (const oldest of plans.keys()) {
      if (characters <= MOST_CHARACTERS) break
      plans.delete(oldest)
      characters -= oldest.length
    }
  }
  plans.set(key, found)
  return found
}
