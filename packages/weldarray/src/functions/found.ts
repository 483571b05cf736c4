import type { DType } from '@weldarray/ir'
import type { Loop } from './loops.js'
import type { Machine } from './machine.js'
import { toFloat } from './numbers.js'
import type { Term } from './terms.js'
import type { Variable } from './values.js'

/** What is carried: bindings that hold numbers, and whether those are numbers or booleans as the case may be. */
export interface Carried {
  readonly variable: Variable
  first: Term
  mixed: boolean
  /** For an element of a list that is replaced as a whole. */
  readonly from: { readonly list: Variable; readonly name: string } | null
}

/** What the passes over the body of a loop have shown, for the next time that this loop is come to. */
export interface Found {
  readonly node: object
  /** What is carried, by name: of which type, and whether it is a number or a boolean as the case may be. */
  readonly carried: readonly { readonly name: string; readonly dtype: DType; readonly mixed: boolean }[]
  readonly lost: readonly string[]
  /** Of the loops within it, in the last pass. */
  readonly inner: readonly Found[]
}

/**
 * Begins with what was found out when the pass before over the loop around came here: a loop within loops would otherwise be gone through twice
 * as often with each of them.
 */
export function begin(m: Machine, { scope }: Loop, known: Found | undefined, carried: Carried[], lost: Set<Variable>): void {
  for (const { name, dtype, mixed } of known?.carried ?? []) {
    const variable = scope.find(name)?.variable
    const entry = variable && m.env.get(variable)
    if (entry?.kind !== 'number') continue
    const first = entry.term.dtype === dtype ? entry.term : toFloat(m.t, entry.term)
    if (first.dtype === dtype) carried.push({ variable: variable!, first, mixed: mixed || entry.mixed === true, from: null })
  }
  for (const name of known?.lost ?? []) {
    const variable = scope.find(name)?.variable
    const kind = variable && m.env.get(variable)?.kind
    if (kind === 'undefined' || kind === 'unusable') lost.add(variable!)
  }
}

/** What was found out about a loop, of all that can be told by name. */
export function foundOf(
  { node, scope }: Loop,
  carried: readonly Carried[],
  lost: ReadonlySet<Variable>,
  inner: readonly Found[],
): Found {
  const isNamed = (variable: Variable): boolean => scope.find(variable.name)?.variable === variable
  return {
    node,
    carried: carried
      .filter(({ variable, from }) => from === null && isNamed(variable))
      .map(({ variable, first, mixed }) => ({ name: variable.name, dtype: first.dtype, mixed })),
    lost: [...lost].filter(isNamed).map(({ name }) => name),
    inner,
  }
}
