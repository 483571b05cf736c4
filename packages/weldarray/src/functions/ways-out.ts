import type { Exit } from './machine.js'
import type { Term, Terms } from './terms.js'

/** Notes a condition that holds, or does not, and what follows from it. */
function learn(known: Map<Term, boolean>, term: Term, holds: boolean): void {
  if (known.has(term)) return
  known.set(term, holds)
  if (term.op === 'not') learn(known, term.args[0]!, !holds)
  else if (term.op === (holds ? 'and' : 'or')) for (const part of term.args) learn(known, part, holds)
}

/** What is left of a condition where these are known. */
function leftOf(t: Terms, term: Term, known: ReadonlyMap<Term, boolean>, seen: Map<Term, Term>): Term {
  const holds = known.get(term)
  if (holds !== undefined) return t.bool(holds)
  if (term.dtype !== 'bool' || (term.op !== 'and' && term.op !== 'or' && term.op !== 'not')) return term
  let left = seen.get(term)
  if (left === undefined) {
    left = t.op(
      term.op,
      term.args.map((part) => leftOf(t, part, known, seen)),
    )
    seen.set(term, left)
  }
  return left
}

/**
 * Ways out that exclude each other, as they are looked at one after the other: the condition of each says nothing any more of those before
 * it, which did not hold. What `if (a) return 1; if (b) return 2; return 3` selects by is then a, and b, not b and not a.
 */
export function oneAfterTheOther(t: Terms, exits: readonly Exit[]): Exit[] {
  const known = new Map<Term, boolean>()
  return exits.map((exit) => {
    const condition = leftOf(t, exit.condition, known, new Map())
    learn(known, exit.condition, false)
    learn(known, condition, false)
    return { ...exit, condition }
  })
}
