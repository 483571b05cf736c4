import { callOps } from '@weldarray/ir'
import type { Plan, Step } from './plan.js'

/*
 * A plan is made once for a structure and run for many sizes. It is made for a *model* of the graph, in which every length
 * that decides nothing is a prime of its own: lengths, strides and offsets of the loops are then products, and their prime
 * factors tell of which lengths. What is small decides (an axis of 1, the three channels of a pixel) and stands for itself.
 */

/** Numbers up to here, in either direction, stand for themselves. */
export const LITERAL = 8

/** Lengths of a model that decide nothing, at most. */
const VARIABLES = 16

function primesFrom(first: number): number[] {
  const found: number[] = []
  for (let n = first; found.length < VARIABLES; n += 2) {
    let prime = true
    for (let d = 3; d * d <= n && prime; d += 2) prime = n % d !== 0
    if (prime) found.push(n)
  }
  return found
}

/** The stand-ins of variables 0, 1, …: larger than what any pass takes for few. */
export const PRIMES: readonly number[] = primesFrom(67)

/** Others, in another order, for the proof: what is read off one model has to be true of a second. */
export const OTHER_PRIMES: readonly number[] = primesFrom(179).reverse()

/** `factor` times the values of some variables (named as often as they are factors). */
export interface Product {
  readonly factor: number
  readonly variables: readonly number[]
}

/** A number of a model alone as a product, if no length that decides has one of its primes. Numbers are products of at most 2^53. */
export function factorise(n: number, variables: number): Product {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is too large a product of model lengths`)
  const found: number[] = []
  let rest = n
  if (n !== 0)
    for (let v = 0; v < variables; v++)
      while (rest % PRIMES[v]! === 0) {
        rest /= PRIMES[v]!
        found.push(v)
      }
  return { factor: rest, variables: found }
}

export function valueOf({ factor, variables }: Product, values: ArrayLike<number>): number {
  let n = factor
  for (let i = 0; i < variables.length; i++) n *= values[variables[i]!]!
  return n
}

/** All numbers of a plan that follow from lengths, in one order. */
function* numbersOf({ steps, buffers }: Plan): Generator<number> {
  for (const step of steps) {
    yield step.size
    if (step.kind === 'call') {
      for (const { view } of step.operands) {
        yield* view.shape
        yield* view.strides
        yield view.offset
      }
      const { attributes, length } = callOps[step.op]
      for (let i = 0; i < attributes.length; i++) if (attributes[i] === length) yield step.attributes[i]!
      continue
    }
    const { binding } = step
    yield* binding.lengths
    for (const { strides, offset, gather } of binding.accesses) {
      yield* strides
      yield offset
      if (gather !== undefined) {
        yield gather.scale
        yield gather.length
        yield gather.parts ?? 1
      }
    }
    yield binding.rows
    yield binding.runLength
    yield binding.rowLength
  }
  for (const { length } of buffers) yield length
}

/** What two plans of one structure have in common: all that is no length. */
function structureOf(step: Step): string {
  if (step.kind === 'loop') {
    const { accesses, reduces, params } = step.binding
    return `${step.text} ${accesses.map((a) => a.buffer)} ${reduces} fed ${step.feeds} ${params.map((p) => (p.slot < 0 ? p.value : `#${p.slot}`))}`
  }
  const { attributes, length } = callOps[step.op]
  const fixed = step.attributes.filter((_, i) => attributes[i] !== length)
  return `${step.op} ${fixed} ${step.operands.map((o) => `${o.buffer} ${o.dtype}`)} to ${step.result}`
}

/** What the numbers of a plan are products of. */
export type Reading = (n: number) => Product

/** Of a plan without variables. */
export const AS_IT_IS: Reading = (n) => ({ factor: n, variables: [] })

const sameStructure = (plan: Plan, other: Plan): boolean =>
  plan.steps.length === other.steps.length &&
  plan.roots.every((r, i) => r === other.roots[i]) &&
  plan.steps.every((s, i) => structureOf(s) === structureOf(other.steps[i]!))

/** What is `n` in the model in `PRIMES` and `m` in that in `OTHER_PRIMES`; null if that is no product. What is one number in both has no variables. */
function jointly(n: number, m: number, variables: number): Product | null {
  if (n === m) return AS_IT_IS(n)
  const found: number[] = []
  let [rest, other] = [n, m]
  for (let v = 0; v < variables; v++)
    while (rest % PRIMES[v]! === 0 && other % OTHER_PRIMES[v]! === 0) {
      rest /= PRIMES[v]!
      other /= OTHER_PRIMES[v]!
      found.push(v)
    }
  return rest === other && Number.isSafeInteger(n) && Number.isSafeInteger(m) ? { factor: rest, variables: found } : null
}

/**
 * How to read the numbers of a plan for the model in `PRIMES`, told from the plan for the model in `OTHER_PRIMES`; null where some number is no
 * product of lengths, or one number stands for two.
 */
export function readingOf(plan: Plan, other: Plan, variables: number): Reading | null {
  if (!sameStructure(plan, other)) return null
  const products = new Map<number, Product>()
  const expected = [...numbersOf(other)]
  let at = 0
  for (const n of numbersOf(plan)) {
    const m = expected[at++]!
    const product = products.get(n) ?? jointly(n, m, variables)
    if (product === null || valueOf(product, OTHER_PRIMES) !== m) return null
    products.set(n, product)
  }
  return at === expected.length ? (n) => products.get(n)! : null
}
