import { eager } from './eager.js'
import { tryFill, tryRandom } from './lazy.js'
import type { Argument } from './operand.js'

/** Every element becomes `value`. */
export function assigns(d: Argument, value: unknown): Argument {
  if (!tryFill(d, value))
    eager(d, { name: 'assigns', op: 'assigns', sources: [], scalar: { value, first: false }, given: [value] })
  return d
}

/** Every element becomes a number of `Math.random`, at once: a program may replace that function. */
export function random(d: Argument): Argument {
  if (!tryRandom(d)) eager(d, { name: 'random', op: 'random', sources: [], given: [] })
  return d
}
