import { convert, type MapOp, type PrimitiveOp, primitives, type Scalar } from '@weldarray/ir'
import type { Region, Term } from './terms.js'

/** Operations after which a function is given up here: some milliseconds, however its loops are nested. */
const MOST_OPERATIONS = 50_000

// biome-ignore lint/suspicious/noExplicitAny: numbers, as many as the operation takes
type Fn = (...args: any[]) => Scalar

/** Composite operations as the engine has them. */
const engine: Partial<Record<MapOp, Fn>> = {
  round_half_up: Math.round,
  square: (x: number) => x * x,
  reciprocal: (x: number) => 1 / x,
  isnan: (x: number) => Number(Number.isNaN(x)),
  isfinite: (x: number) => Number(Number.isFinite(x)),
}

const meaning = (op: MapOp): Fn | undefined => engine[op] ?? (Math as unknown as Record<string, Fn>)[op]

/** What the terms come to for given arguments, with the engine's Math; null where that takes too many operations. */
export function evaluateTerms(roots: readonly Term[], params: readonly number[]): number[] | null {
  const known = new Map<Term, number>()
  const run: Run = { params, operations: 0 }
  try {
    return roots.map((r) => valueOf(r, run, known))
  } catch (error) {
    if (error === ENDLESS) return null
    throw error
  }
}

const ENDLESS = new Error('endless')

interface Run {
  readonly params: readonly number[]
  operations: number
}

function valueOf(root: Term, run: Run, known: Map<Term, number>): number {
  // Operands first, without recursion: chains may be long.
  const stack = [root]
  while (stack.length > 0) {
    const term = stack[stack.length - 1]!
    if (known.has(term)) {
      stack.pop()
      continue
    }
    const missing = term.kind === 'map' ? term.args.filter((a) => !known.has(a)) : []
    if (missing.length > 0) {
      stack.push(...missing)
      continue
    }
    if (term.kind === 'result') {
      leave(term.region!, run, known)
      known.set(term, known.get(keyOf(term))!)
    } else {
      if (++run.operations > MOST_OPERATIONS) throw ENDLESS
      known.set(term, single(term, run.params, known))
    }
    stack.pop()
  }
  return known.get(root)!
}

const keyOf = (result: Term): Term => result.region!.carried[result.value]!

function single(term: Term, params: readonly number[], known: ReadonlyMap<Term, number>): number {
  if (term.kind === 'lit') return term.value
  if (term.kind === 'param') return Number(convert(params[term.value]!, term.dtype))
  if (term.kind !== 'map') throw new Error(`a ${term.kind} has no value here`)
  const op = term.op!
  const values = term.args.map((a) => known.get(a)!)
  const from = term.args[term.args.length - 1]!.dtype
  const value = Object.hasOwn(primitives, op) ? primitives[op as PrimitiveOp].ref(from)(...values) : meaning(op)!(...values)
  return Number(convert(value, term.dtype))
}

/** Runs a loop; what it carried at its end is then known. */
function leave(region: Region, run: Run, known: Map<Term, number>): void {
  const { carried, first, next, test, enter } = region
  let state = first.map((f) => valueOf(f, run, known))
  const entered = valueOf(enter, run, known)
  while (entered) {
    // A round counts, too, if there is nothing to compute in it.
    if (++run.operations > MOST_OPERATIONS) throw ENDLESS
    const inner = new Map(known)
    carried.forEach((c, k) => {
      inner.set(c, state[k]!)
    })
    if (!valueOf(test, run, inner)) break
    state = next.map((n) => valueOf(n, run, inner))
  }
  carried.forEach((c, k) => {
    known.set(c, state[k]!)
  })
}
