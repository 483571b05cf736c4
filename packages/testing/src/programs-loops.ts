import { type DType, Interner, type LoopOp, type Node } from '@weldarray/ir'
import { type Program, type Random, randomArray } from './programs.js'
import { body, CARRIED } from './programs-bodies.js'

/**
 * A loop within elements, over operands that are the same for all elements or not, and several of its results; or one that only counts, from a
 * number that is the same for all elements: how many rounds an element takes is all that is asked of it.
 */
export function randomLoop(random: Random, n: number): Program {
  const counts = random.next() < 0.25
  const interner = new Interner()
  const slots: Program['slots'] = []
  const input = (dtype: DType): Node => {
    ;(slots as unknown[]).push(randomArray(random, dtype, n))
    return interner.input(slots.length - 1, dtype, [n])
  }
  const operand = (dtype: DType): Node =>
    random.next() < 0.3 ? interner.constant(random.int(0, dtype === 'bool' ? 1 : 4), dtype) : input(dtype)
  const carried: DType[] = [
    random.pick(['float64', 'int32', 'float32']),
    ...Array.from({ length: random.int(Number(counts), 3) }, () => random.pick(CARRIED)),
  ]
  const invariants: DType[] = [carried[0]!, ...Array.from({ length: random.int(0, 2) }, () => random.pick(CARRIED))]
  const masked = random.next() < 0.3
  const text = body(random, { carried, invariants, masked, depth: counts ? 0 : 2, isStraight: counts })
  const counter = carried[0]!
  const bounded = (node: Node): Node => interner.map('minimum', [node, interner.constant(random.int(0, 40), counter)])
  const small = (node: Node): Node => interner.map('maximum', [node, interner.constant(-9, counter)])
  const operands = [
    ...(masked ? [operand('bool')] : []),
    ...carried.map((d, k) =>
      k === 0 ? (counts || random.next() < 0.6 ? interner.constant(0, d) : small(input(d))) : operand(d),
    ),
    ...invariants.map((d, k) =>
      k === 0 ? (random.next() < 0.5 ? interner.constant(random.int(0, 40), d) : bounded(input(d))) : operand(d),
    ),
  ]
  // At least one operand has elements.
  if (operands.every((o) => o.shape.length === 0)) operands[operands.length - invariants.length] = bounded(input(counter))
  const roots = carried.flatMap((_, k) =>
    k === 0 || (!counts && random.next() < 0.6) ? [interner.map(`${text}.${k}` as LoopOp, operands)] : [],
  )
  const floats = roots.find((r) => r.dtype === 'float64')
  if (floats !== undefined && random.next() < 0.3) roots.push(interner.reduce('sum', floats, [0]))
  return { interner, roots, slots }
}
