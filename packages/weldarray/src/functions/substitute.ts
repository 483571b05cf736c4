import type { Region, Term, Terms } from './terms.js'
import type { Value } from './values.js'

/** The same things after a loop, with what it leaves in place of what it carries. */
export interface Substitution {
  term(of: Term): Term
  value(of: Value): Value
}

export function substitution(t: Terms, loop: Region, level: number): Substitution {
  const done = new Map<Term, Term>(loop.carried.map((c, k) => [c, t.result(loop, k, level)]))
  const regions = new Map<Region, Region>()

  /** A loop within the loop becomes one of its own. */
  function region(inner: Region, at: number): Region {
    const known = regions.get(inner)
    if (known !== undefined) return known
    const copy = t.region(
      at + 1,
      term(inner.enter),
      inner.first.map((f) => term(f)),
    )
    regions.set(inner, copy)
    inner.carried.forEach((c, k) => {
      done.set(c, copy.carried[k]!)
    })
    copy.test = term(inner.test)
    copy.next = inner.next.map((n) => term(n))
    return copy
  }

  function single(of: Term): Term {
    if (of.kind === 'result') {
      const copy = region(of.region!, Math.max(level, of.level - 1))
      return t.result(copy, of.value, Math.max(level, of.level - 1))
    }
    if (of.kind !== 'map') return of
    const args = of.args.map((a) => done.get(a) ?? a)
    return args.every((a, i) => a === of.args[i]) ? of : t.op(of.op!, args, of.dtype)
  }

  function term(root: Term): Term {
    const stack = [root]
    while (stack.length > 0) {
      const of = stack[stack.length - 1]!
      // What is outside of the loop stays what it is.
      if (done.has(of) || of.level <= level) {
        if (!done.has(of)) done.set(of, of)
        stack.pop()
        continue
      }
      const missing = of.kind === 'map' ? of.args.filter((a) => !done.has(a)) : []
      if (missing.length > 0) {
        stack.push(...missing)
        continue
      }
      done.set(of, single(of))
      stack.pop()
    }
    return done.get(root)!
  }

  return {
    term,
    value: (of) => (of.kind === 'number' ? { ...of, term: term(of.term) } : of),
  }
}
