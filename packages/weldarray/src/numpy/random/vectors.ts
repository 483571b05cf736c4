import { broadcastShapes, type Node, ShapeError, showShape, sizeOf, ValueError } from '@weldarray/ir'
import { broadcast, cast } from '@weldarray/runtime'
import { describe } from '../arguments/kinds.js'
import { shapeOf } from '../creation/creation.js'
import { borrow, type NdArray, type Untyped } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { beta, gamma } from './distributions/gamma.js'
import { hypergeometric } from './distributions/hypergeometric.js'
import type { Stream } from './distributions/stream.js'
import { drawnShape, filledBy, filledByWhole, type Size } from './draws.js'

/*
 * Distributions whose numbers are vectors: along a last axis.
 */

/** Vectors of a length, each written by `next`, in an array of the shape and that length. */
function vectors(
  source: Stream,
  shape: readonly number[],
  length: number,
  dtype: 'float64' | 'int64',
  next: (to: Float64Array, i: number) => void,
): Untyped {
  const one = new Float64Array(length)
  let at = length
  let vector = 0
  const element = (): number => {
    if (at === length) {
      one.fill(0)
      next(one, vector++)
      at = 0
    }
    return one[at++]!
  }
  const whole = [...shape, length]
  return dtype === 'int64' ? filledByWhole(source, whole, element) : filledBy(source, whole, dtype, element)
}

const listOf = (what: string, name: string, x: ArrayInput): Float64Array => {
  const value = toValue(what, x)
  if (value.shape.length !== 1) throw new ShapeError(`${what}: ${name} of shape ${showShape(value.shape)}, expected one axis`)
  return borrow([cast(value, 'float64')], (data) => Float64Array.from(data as Float64Array))
}

const sizeFor = (what: string, size: Size): readonly number[] => (size === undefined || size === null ? [] : shapeOf(what, size))

/** Throws `ValueError` for a number that is not as it must be. */
function each(what: string, name: string, list: ArrayLike<number>, holds: (x: number) => boolean, says: string): void {
  for (let i = 0; i < list.length; i++)
    if (!holds(list[i]!)) throw new ValueError(`${what}: ${name} has ${describe(list[i])}, expected ${says}`)
}

/** Below this all parameters are small: gamma numbers might all be 0, so the stick is broken instead. */
const SMALL = 0.1

/** Vectors of numbers that add up to 1. `older` generators divide gamma numbers by their sum, always. */
export function dirichlet(source: Stream, parameters: ArrayInput, size: Size, older: boolean): NdArray<'float64'> {
  const alpha = listOf('dirichlet', 'alpha', parameters)
  const n = alpha.length
  each('dirichlet', 'alpha', alpha, (a) => (older ? a > 0 : a >= 0), older ? 'positive numbers' : 'non-negative numbers')
  const small = !older && n > 0 && alpha.every((a) => a < SMALL)
  const rest = Float64Array.from(alpha)
  for (let j = n - 2; j >= 0; j--) rest[j]! += rest[j + 1]!
  return vectors(source, sizeFor('dirichlet', size), n, 'float64', (to) => {
    if (small) return rest[0]! > 0 ? broken(source, alpha, rest, to) : undefined
    let sum = 0
    for (let j = 0; j < n; j++) sum += to[j] = gamma(source, alpha[j]!)
    for (let j = 0; j < n; j++) to[j]! *= 1 / sum
  })
}

/** A stick is broken, and what is left of it again: parts by the beta distribution. */
function broken(source: Stream, alpha: Float64Array, rest: Float64Array, to: Float64Array): void {
  let left = 1
  for (let j = 0; j < alpha.length - 1; j++) {
    const part = beta(source, alpha[j]!, rest[j + 1]!)
    to[j] = left * part
    left *= 1 - part
    if (rest[j + 1] === 0) break
  }
  to[alpha.length - 1] = left
}

/** The sum of all but the last, with what rounding loses. */
function sumOfFirst(p: ArrayLike<number>, from: number, length: number): number {
  let [sum, lost] = [p[from]!, 0]
  for (let i = 1; i < length - 1; i++) {
    const y = p[from + i]! - lost
    const t = sum + y
    lost = t - sum - y
    sum = t
  }
  return length > 1 ? sum : 0
}

/** How often each of several things comes in `n` draws. */
export function multinomial(
  source: Stream,
  draws: ArrayInput,
  pvals: ArrayInput,
  size: Size,
  binomial: (source: Stream, n: number, p: number) => number,
): NdArray<'int64'> {
  const what = 'multinomial'
  const [n, p] = [cast(toValue(what, draws), 'float64'), cast(toValue(what, pvals), 'float64')]
  const length = p.shape[p.shape.length - 1] ?? 0
  if (length === 0) throw new ShapeError(`${what}: pvals of shape ${showShape(p.shape)}, expected a last axis of one at least`)
  // Of numbers alone each size will do.
  const alone = n.shape.length === 0 && p.shape.length === 1
  const shape = alone ? sizeFor(what, size) : drawnShape(what, size, [n.shape, p.shape.slice(0, -1)])
  broadcastShapes(what, shape, n.shape)
  const spread = (v: Node, to: readonly number[]): Node => broadcast(v, to)
  return borrow([spread(n, shape), spread(p, [...shape, length])], (counts, chances) => {
    const at = (list: ArrayLike<unknown>, i: number): number => list[list.length === 1 ? 0 : i] as number
    each(what, 'n', counts as Float64Array, (x) => Number.isSafeInteger(x) && x >= 0, 'non-negative integers')
    each(what, 'pvals', chances as Float64Array, (x) => x >= 0 && x <= 1, 'numbers from 0 to 1')
    for (let i = 0; i < sizeOf(shape); i++) {
      const sum = sumOfFirst(chances as Float64Array, i * length, length)
      if (sum > 1 + 1e-12) throw new ValueError(`${what}: all pvals but the last add up to ${sum}, expected at most 1`)
    }
    return vectors(source, shape, length, 'int64', (to, i) => {
      let left = at(counts, i)
      let chance = 1
      for (let j = 0; j < length - 1 && left > 0; j++) {
        const share = at(chances, i * length + j)
        // What rounding leaves is no probability.
        to[j] = binomial(source, left, Math.min(1, share / chance))
        left -= to[j]!
        chance -= share
      }
      if (left > 0) to[length - 1] = left
    })
  })
}

export type MultivariateMethod = 'marginals' | 'count'

/** How many of each colour are among `nsample` things drawn without replacement. */
export function multivariateHypergeometric(
  source: Stream,
  colors: ArrayInput,
  nsample: number,
  size: Size,
  method: MultivariateMethod,
): NdArray<'int64'> {
  const what = 'multivariate_hypergeometric'
  const list = listOf(what, 'colors', colors)
  each(what, 'colors', list, (x) => Number.isSafeInteger(x) && x >= 0, 'non-negative integers')
  const total = list.reduce((sum, x) => sum + x, 0)
  const most = method === 'count' ? 2 ** 27 : 1e9
  if (total >= most) throw new ValueError(`${what}: ${total} things, expected fewer than ${most} with method '${method}'`)
  if (nsample < 0 || nsample > total) throw new ValueError(`${what}: nsample is ${nsample}, expected 0 to ${total}`)
  const most2 = nsample > Math.floor(total / 2)
  const some = most2 ? total - nsample : nsample
  const draw = method === 'count' ? byShuffling(source, list, total) : byMarginals(source, list, total)
  return vectors(source, sizeFor(what, size), list.length, 'int64', (to) => {
    if (total === 0 || nsample === 0) return
    draw(some, to)
    if (most2) for (let j = 0; j < to.length; j++) to[j] = list[j]! - to[j]!
  })
}

/** One colour after the other, of what the others leave. */
const byMarginals =
  (source: Stream, colors: Float64Array, total: number) =>
  (count: number, to: Float64Array): void => {
    let [left, others] = [count, total]
    for (let j = 0; left > 0 && j + 1 < colors.length; j++) {
      others -= colors[j]!
      to[j] = hypergeometric(source, colors[j]!, others, left)
      left -= to[j]!
    }
    if (left > 0) to[colors.length - 1] = left
  }

/** All things in a row, of which the first ones are shuffled. */
function byShuffling(source: Stream, colors: Float64Array, total: number): (count: number, to: Float64Array) => void {
  const things = new Uint32Array(total)
  let at = 0
  colors.forEach((many, color) => {
    things.fill(color, at, at + many)
    at += many
  })
  return (count, to) => {
    for (let j = 0; j < count; j++) {
      const k = j + source.masked(total - j - 1)
      const kept = things[k]!
      things[k] = things[j]!
      things[j] = kept
      to[kept]!++
    }
  }
}
