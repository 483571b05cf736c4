import { type DType, Interner, type LoopOp, loopText, type MapOp, type Node } from '@weldarray/ir'
import type { Random } from './programs.js'

const ARITHMETIC: readonly MapOp[] = ['add', 'sub', 'mul', 'minimum', 'maximum']
const COMPARISONS: readonly MapOp[] = ['lt', 'le', 'gt', 'ge', 'eq', 'ne']
export const CARRIED: readonly DType[] = ['float64', 'float64', 'float64', 'float32', 'int32', 'bool']

/** Makes the parts of one loop's body. */
class Body {
  private readonly nodes: Node[]

  constructor(
    private readonly random: Random,
    private readonly interner: Interner,
    types: readonly DType[],
    /** Without ways that only some elements take. */
    private readonly isStraight: boolean,
  ) {
    this.nodes = types.map((dtype, slot) => interner.param(slot, dtype))
  }

  at = (place: number): Node => this.nodes[place]!

  /** Something of this dtype: what there is, a number, or an operation. */
  of(dtype: DType, depth: number): Node {
    const { random, interner } = this
    const there = this.nodes.filter((n) => n.dtype === dtype)
    if (depth === 0 || random.next() < 0.2)
      return there.length > 0 && random.next() < 0.8
        ? random.pick(there)
        : interner.literal(random.int(0, dtype === 'bool' ? 1 : 5), dtype)
    const sub = (): Node => this.of(dtype, depth - 1)
    const kind = random.next()
    if (kind < 0.15 && !this.isStraight)
      return interner.map(random.pick(['select', 'likely']), [this.of('bool', depth - 1), sub(), sub()])
    if (dtype !== 'bool') {
      if (kind < 0.25) return interner.cast(this.of(random.pick(CARRIED), depth - 1), dtype)
      if (kind < 0.35 && dtype !== 'int32') return interner.map(random.pick(['sqrt', 'floor', 'reciprocal']), [sub()])
      return interner.map(random.pick(ARITHMETIC), [sub(), sub()])
    }
    if (kind < 0.35) return interner.map('not', [sub()])
    if (kind < 0.55) return interner.map(random.pick(['and', 'or', 'xor']), [sub(), sub()])
    const of = random.pick<DType>(['float64', 'float32', 'int32'])
    return interner.map(random.pick(COMPARISONS), [this.of(of, depth - 1), this.of(of, depth - 1)])
  }

  /** A loop within: over what there is, a few rounds. */
  inner(depth: number): void {
    const { random, interner } = this
    const carried = [random.pick<DType>(['float64', 'int32']), random.pick(CARRIED)]
    const invariants = [carried[0]!, random.pick(CARRIED)]
    const masked = random.next() < 0.4
    const text = body(random, { carried, invariants, masked, depth, isStraight: false })
    const operands = [...carried, ...invariants].map((d) => this.of(d, 1))
    const enter = masked ? [this.of('bool', 1)] : []
    // The counter begins at 0, and its bound is at most 5: else the rounds might be more than the limit allows.
    operands[0] = interner.literal(0, carried[0]!)
    operands[2] = random.next() < 0.5 ? interner.literal(random.int(0, 5), carried[0]!) : this.bound(carried[0]!)
    this.nodes.push(interner.map(`${text}.1` as LoopOp, [...enter, ...operands]))
  }

  private bound(dtype: DType): Node {
    const { interner } = this
    return interner.map('minimum', [this.of(dtype, 1), interner.literal(5, dtype)])
  }
}

interface Form {
  /** The first counts, up to the first of what stays. */
  readonly carried: readonly DType[]
  readonly invariants: readonly DType[]
  readonly masked: boolean
  /** Loops within loops. */
  readonly depth: number
  /** Neither loops within it, nor ways that only some elements take, and few lines. */
  readonly isStraight: boolean
}

/** The text of a loop that comes to an end: a counter and a bound are among the conditions, unless it is the bound that is NaN. */
export function body(random: Random, { carried, invariants, masked, depth, isStraight }: Form): string {
  const interner = new Interner()
  const b = new Body(random, interner, [...carried, ...invariants], isStraight)
  if (depth > 0 && random.next() < 0.5) b.inner(depth - 1)
  const counter = b.at(0)
  const counts = interner.map('lt', [counter, b.at(carried.length)])
  const other = (): Node => b.of('bool', 2)
  const ways: (() => Node)[] = [
    () => counts,
    () => interner.map('and', [counts, other()]),
    () => interner.map('and', [other(), interner.map('and', [other(), counts])]),
    () => interner.map(isStraight ? 'and' : 'select', isStraight ? [other(), counts] : [counts, other(), counts]),
    () => interner.map('and', [counts, interner.map('or', [other(), other()])]),
  ]
  // A loop that ends by its counter alone ends for all elements at once.
  const test = random.pick(isStraight ? ways.slice(1) : ways)()
  if (depth > 0 && random.next() < 0.3) b.inner(depth - 1)
  const next = carried.map((dtype, k) => {
    if (k === 0) return interner.map('add', [counter, interner.literal(1, dtype)])
    // What stays as it is, and what changes places with another.
    if (random.next() < 0.1) return b.at(k)
    return b.of(dtype, isStraight ? 2 : 3)
  })
  return loopText({ masked, carried, invariants, test, next, limit: 10_000 })
}

/** A step of two of a float dtype: no step that anybody would scan by, since in the order that scans have they need not be associative. */
export function randomStep(random: Random, dtype: 'float64' | 'float32'): LoopOp {
  const interner = new Interner()
  const b = new Body(random, interner, [dtype, dtype], false)
  if (random.next() < 0.2) b.inner(0)
  // Some are of operations that are made of others.
  const root = b.of(dtype, 3)
  const next = [random.next() < 0.3 ? interner.map('tanh', [root]) : root]
  return `${loopText({ masked: false, carried: [dtype], invariants: [dtype], test: null, next, limit: 0 })}.0` as LoopOp
}
