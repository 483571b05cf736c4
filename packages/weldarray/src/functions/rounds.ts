import { Interner, type LoopOp, loopText, type Node } from '@weldarray/ir'
import type { Region, Term } from './terms.js'

/** A loop as an operation: its name without the place of a result, and the terms that are its operands. */
export interface Operation {
  readonly text: string
  readonly operands: readonly Term[]
  /** Of what is carried, the places in the operation. What no result needs is left out. */
  readonly places: ReadonlyMap<number, number>
}

const nameOf = ({ text, places }: Operation, k: number): LoopOp => `${text}.${places.get(k)}` as LoopOp

/** The loops among the terms of a function, as operations of the IR. */
export class Operations {
  private readonly made = new Map<Region, Operation>()
  private readonly wanted = new Map<Region, Set<number>>()

  /** All loops that `roots` need; an element that takes more rounds of one than `limit` is an error. */
  constructor(
    roots: readonly Term[],
    private readonly limit: number,
  ) {
    const seen = new Set<Term>()
    const stack = [...roots]
    for (let term = stack.pop(); term !== undefined; term = stack.pop()) {
      if (seen.has(term)) continue
      seen.add(term)
      stack.push(...term.args)
      const { region } = term
      if (term.kind !== 'result' || region === null) continue
      const places = this.wanted.get(region)
      if (places !== undefined) places.add(term.value)
      else this.wanted.set(region, new Set([term.value]))
      stack.push(region.enter, region.test, ...region.first, ...region.next)
    }
  }

  /** What a term is computed from. */
  operandsOf = (term: Term): readonly Term[] => (term.kind === 'result' ? this.of(term.region!).operands : term.args)

  /** The operation of a result. */
  nameOf = (result: Term): LoopOp => nameOf(this.of(result.region!), result.value)

  /** All terms that the roots depend on, operands first. */
  reachable(roots: readonly Term[], within: (term: Term) => boolean = () => true): Term[] {
    const seen = new Set(roots)
    const stack = [...seen].filter(within)
    for (let term = stack.pop(); term !== undefined; term = stack.pop())
      for (const operand of this.operandsOf(term))
        if (!seen.has(operand)) {
          seen.add(operand)
          if (within(operand)) stack.push(operand)
        }
    return [...seen].sort((a, b) => a.id - b.id)
  }

  private of(region: Region): Operation {
    let operation = this.made.get(region)
    if (operation === undefined) {
      operation = this.make(region)
      this.made.set(region, operation)
    }
    return operation
  }

  /** What has to be carried for the test and for the results that are wanted. */
  private carried(region: Region, own: (term: Term) => boolean): number[] {
    const found = new Set(this.wanted.get(region))
    const queue = [region.test, ...[...found].map((k) => region.next[k]!)]
    for (let root = queue.pop(); root !== undefined; root = queue.pop())
      for (const term of this.reachable([root], own))
        if (term.kind === 'carried' && term.region === region && !found.has(term.value)) {
          found.add(term.value)
          queue.push(region.next[term.value]!)
        }
    return [...found].sort((a, b) => a - b)
  }

  private make(region: Region): Operation {
    // Literals are part of the body; what else does not depend on the rounds is handed in.
    const own = (term: Term): boolean => term.level >= region.level || term.kind === 'lit'
    const carried = this.carried(region, own)
    const places = new Map(carried.map((k, place) => [k, place]))
    const roots = [region.test, ...carried.map((k) => region.next[k]!)]
    const terms = this.reachable(roots, own)
    const outer = terms.filter((term) => !own(term))
    const interner = new Interner()
    const nodes = new Map<Term, Node>(outer.map((term, i) => [term, interner.param(carried.length + i, term.dtype)]))
    const build = (term: Term): Node => {
      if (term.kind === 'lit') return interner.literal(term.value, term.dtype)
      if (term.kind === 'carried') return interner.param(places.get(term.value)!, term.dtype)
      const operands = this.operandsOf(term).map((a) => nodes.get(a)!)
      return term.kind === 'result' ? interner.map(this.nameOf(term), operands) : interner.map(term.op!, operands, term.dtype)
    }
    for (const term of terms) if (!nodes.has(term)) nodes.set(term, build(term))
    const [test, ...next] = roots.map((root) => nodes.get(root)!) as [Node, ...Node[]]
    const masked = !(region.enter.kind === 'lit' && region.enter.value === 1)
    const text = loopText({
      masked,
      carried: carried.map((k) => region.first[k]!.dtype),
      invariants: outer.map((term) => term.dtype),
      test,
      next,
      limit: this.limit,
    })
    const first = carried.map((k) => region.first[k]!)
    return { text, places, operands: [...(masked ? [region.enter] : []), ...first, ...outer] }
  }
}
