import { type DType, expandAll, Interner, inferMap, type MapOp, type Node } from '@weldarray/ir'
import { exactReciprocal } from '@weldarray/runtime'
import { refuse } from './refusal.js'

/** A loop whose number of rounds depends on the data: what changes from round to round, and for how long. */
export interface Region {
  readonly id: number
  /** How many loops are around its body: 1 for a loop that is in no other. */
  readonly level: number
  /** Which elements take part at all. */
  readonly enter: Term
  /** What is carried from round to round: as it is in the body, before the first round, and after the round. */
  readonly carried: readonly Term[]
  readonly first: readonly Term[]
  next: readonly Term[]
  /** Whether there is another round. */
  test: Term
}

/**
 * A value of the function for one element, as a graph: arguments, captured constants, literals, operations of the op table, and what a
 * loop carries within it (`carried`) and leaves (`result`).
 */
export interface Term {
  readonly id: number
  readonly kind: 'param' | 'capture' | 'lit' | 'map' | 'carried' | 'result'
  readonly op: MapOp | null
  readonly dtype: DType
  readonly args: readonly Term[]
  /** Number of the argument, the constant, or what is carried; a literal's value. */
  readonly value: number
  /** How many loops it is in. What does not depend on a loop's rounds is outside of it. */
  readonly level: number
  readonly region: Region | null
  // A term is typed as the IR's constants are.
  readonly shape: readonly []
  readonly uniform: true
}

/** Terms of one function: more are a sign that unrolling went too far. */
const MOST = 20_000

/** Makes terms, the same one for the same contents, and computes what is known. */
export class Terms {
  private readonly table = new Map<string, Term>()
  /** Operations on literals that are known: loops that are written out count the same way again and again. */
  private readonly literals = new Map<string, Term>()
  private regions = 0
  readonly yes: Term
  readonly no: Term

  constructor(readonly float: 'float32' | 'float64') {
    this.yes = this.lit(1, 'bool')
    this.no = this.lit(0, 'bool')
  }

  get size(): number {
    return this.table.size
  }

  private make(
    kind: Term['kind'],
    dtype: DType,
    value: number,
    more: Partial<Pick<Term, 'op' | 'args' | 'level' | 'region'>> = {},
  ): Term {
    const { op = null, args = [], level = 0, region = null } = more
    const number = Object.is(value, -0) ? '-0' : value
    const key = `${kind} ${op} ${dtype} ${number} ${region?.id ?? ''} ${args.map((a) => a.id)}`
    let term = this.table.get(key)
    if (term === undefined) {
      if (this.table.size >= MOST) refuse(`it comes to more than ${MOST} operations an element`)
      term = { id: this.table.size, kind, op, dtype, args, value, level, region, shape: [], uniform: true }
      this.table.set(key, term)
    }
    return term
  }

  lit(value: number, dtype: DType = this.float): Term {
    return this.make('lit', dtype, dtype === 'float32' ? Math.fround(value) : value)
  }

  bool = (value: boolean): Term => (value ? this.yes : this.no)
  param = (index: number, dtype: DType): Term => this.make('param', dtype, index)
  capture = (index: number): Term => this.make('capture', this.float, index)

  /** A loop that `carries` values of these dtypes; its body is written with what `carried` gives, then closed. */
  region(level: number, enter: Term, first: readonly Term[]): Region {
    const region: Region = { id: this.regions++, level, enter, first, carried: [], next: [], test: this.no }
    const carried = first.map((f, k) => this.make('carried', f.dtype, k, { level, region }))
    return Object.assign(region, { carried })
  }

  /** What a loop leaves of what it carried. */
  result(region: Region, k: number, level: number): Term {
    return this.make('result', region.first[k]!.dtype, k, { args: [region.first[k]!], level, region })
  }

  op(name: MapOp, args: readonly Term[], to?: DType): Term {
    const simple = this.simplified(name, args, to)
    if (simple !== null) return simple
    const { dtype } = inferMap(name, args, to)
    if (args.every((a) => a.kind === 'lit')) return this.folded(name, args, dtype)
    return this.make('map', dtype, 0, { op: name, args, level: Math.max(...args.map((a) => a.level)) })
  }

  /** An operation on literals, as the IR defines it: elementary functions are ours. */
  private folded(name: MapOp, args: readonly Term[], dtype: DType): Term {
    const key = `${name} ${dtype} ${args.map((a) => a.id)}`
    let literal = this.literals.get(key)
    if (literal === undefined) {
      literal = this.foldedOnce(name, args, dtype)
      this.literals.set(key, literal)
    }
    return literal
  }

  private foldedOnce(name: MapOp, args: readonly Term[], dtype: DType): Term {
    const interner = new Interner()
    const node = interner.map(
      name,
      args.map((a) => interner.literal(a.value, a.dtype)),
      dtype,
    )
    const [value] = expandAll(interner, [node]) as [Node]
    if (value.kind !== 'const') throw new Error(`${name} of literals is no literal`)
    return this.lit(Number(value.value), dtype)
  }

  /** Exact identities, of the operations by which control flow is written. */
  private simplified(name: MapOp, args: readonly Term[], to: DType | undefined): Term | null {
    const [a, b, c] = args as [Term, Term, Term]
    switch (name) {
      case 'cast': {
        if (a.dtype === to) return a
        // To a wider type and back.
        const inner = a.op === 'cast' ? a.args[0]! : null
        const wider = a.dtype === 'float64' || (a.dtype === 'float32' && inner?.dtype === 'bool')
        return inner !== null && wider && inner.dtype === to ? inner : null
      }
      case 'pow':
        return b.kind === 'lit' ? this.constantPower(a, b.value) : null
      case 'div': {
        const reciprocal = b.kind === 'lit' ? exactReciprocal(b.value, b.dtype) : null
        return reciprocal === null ? null : this.op('mul', [a, this.lit(reciprocal, b.dtype)])
      }
      case 'select':
        if (a.kind === 'lit') return a.value ? b : c
        if (b === c) return b
        if (a.op === 'not') return this.op('select', [a.args[0]!, c, b])
        if (b.dtype === 'bool' && b === this.yes && c === this.no) return a
        return null
      case 'not':
        return a.op === 'not' ? a.args[0]! : null
      case 'and':
        if (a.dtype !== 'bool') return null
        if (a === this.no || b === this.no || this.opposite(a, b)) return this.no
        return a === this.yes || a === b ? b : b === this.yes ? a : null
      case 'or':
        if (a.dtype !== 'bool') return null
        if (a === this.yes || b === this.yes || this.opposite(a, b)) return this.yes
        return a === this.no || a === b ? b : b === this.no ? a : this.together(a, b)
      default:
        return null
    }
  }

  /** Powers that are written as the user means them: exactly. */
  private constantPower(a: Term, exponent: number): Term | null {
    if (exponent === 1) return a
    return exponent === 2 ? this.op('square', [a]) : exponent === -1 ? this.op('reciprocal', [a]) : null
  }

  /** What holds where a condition and something else does, or does not. */
  private together(a: Term, b: Term): Term | null {
    if (a.op !== 'and' || b.op !== 'and') return null
    for (const x of a.args)
      if (b.args.includes(x)) {
        const rest = (t: Term): Term => (t.args[0] === x ? t.args[1]! : t.args[0]!)
        return this.opposite(rest(a), rest(b)) ? x : null
      }
    return null
  }

  private opposite = (a: Term, b: Term): boolean => (a.op === 'not' && a.args[0] === b) || (b.op === 'not' && b.args[0] === a)

  and = (a: Term, b: Term): Term => this.op('and', [a, b])
  or = (a: Term, b: Term): Term => this.op('or', [a, b])
  not = (a: Term): Term => this.op('not', [a])
  select = (condition: Term, a: Term, b: Term): Term => this.op('select', [condition, a, b])
  cast = (a: Term, to: DType): Term => this.op('cast', [a], to)
}
