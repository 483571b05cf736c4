import { type Scalar, ShapeError, sizeOf, type TypedArray } from '@weldarray/ir'
import { leaf } from '@weldarray/runtime'
import { shapeOf } from '../creation.js'
import { toValue } from '../operands.js'
import { arange } from '../ranges.js'
import { borrow, leafOf, memoryOf, type NdArray, valueOf, wrap, writeValue } from '../seam.js'
import type { ArrayInput } from '../types.js'
import type { Generator, Size } from './generator.js'
import type { Pcg64 } from './pcg64.js'

/** Fisher and Yates's shuffle of 0 … n-1, from the end, as NumPy runs it. */
function order(source: Pcg64, n: number): Float64Array {
  const list = Float64Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = source.masked32(i)
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
  return list
}

/** Rows of `from` (each `width` elements) in the given order. */
function gather(from: TypedArray, to: TypedArray, rows: ArrayLike<number>, width: number): void {
  for (let i = 0; i < rows.length; i++) to.set(from.subarray(rows[i]! * width, (rows[i]! + 1) * width) as never, i * width)
}

function shuffled(source: Pcg64, x: ArrayInput, what: string): ReturnType<typeof leaf> {
  const value = toValue(what, x)
  if (value.shape.length === 0) throw new ShapeError(`${what}: a 0-d array has no rows`)
  return borrow([value], (data) => {
    const memory = memoryOf(value.dtype, data.length)
    gather(data, memory.data, order(source, value.shape[0]!), sizeOf(value.shape.slice(1)))
    return leaf(memory, value.shape)
  })
}

export function permute(source: Pcg64, x: number | ArrayInput): NdArray {
  if (typeof x !== 'number') return wrap(shuffled(source, x, 'permutation'))
  const numbers = order(source, shapeOf('permutation', x)[0]!)
  return wrap(leafOf(BigInt64Array.from(numbers, BigInt), 'bigint64', [x]))
}

export function shuffleRows(source: Pcg64, x: NdArray): void {
  writeValue(x, shuffled(source, x, 'shuffle'))
}

export interface ChoiceOptions {
  replace?: boolean
  /** The probability of each element; they add up to 1. */
  p?: ArrayInput
}

/** Positions by probability: the first whose running sum exceeds a uniform number. */
function byProbability(source: Pcg64, p: ArrayInput, count: number, n: number): Float64Array {
  return borrow([toValue('choice', p)], (weights) => {
    if (weights.length !== n) throw new ShapeError(`choice: ${weights.length} probabilities for ${n} elements`)
    const sums = Float64Array.from(weights as Float64Array)
    for (let i = 1; i < n; i++) sums[i] = sums[i]! + sums[i - 1]!
    const total = sums[n - 1]!
    if (!(Math.abs(total - 1) < 1e-8)) throw new ShapeError(`choice: the probabilities add up to ${total}, expected 1`)
    return Float64Array.from({ length: count }, () => {
      const u = source.double()
      let low = 0
      for (let high = n; low < high; ) {
        const middle = (low + high) >>> 1
        if (sums[middle]! / total <= u) low = middle + 1
        else high = middle
      }
      return low
    })
  })
}

export function choose(rng: Generator, a: number | ArrayInput, size: Size, options: ChoiceOptions): number | bigint | NdArray {
  const value = typeof a === 'number' ? valueOf(arange(BigInt(a))) : toValue('choice', a)
  const n = value.shape[0] ?? 0
  const shape = size === undefined || size === null ? [] : shapeOf('choice', size)
  const count = sizeOf(shape)
  if (n === 0 && count > 0) throw new ShapeError('choice: there are no elements to choose from')
  const { replace = true, p } = options
  if (!replace && count > n) throw new ShapeError(`choice: ${count} of ${n} elements without replacement`)
  if (!replace && p !== undefined) throw new ShapeError('choice: probabilities without replacement are not supported')
  const { source } = rng
  const rows = !replace
    ? order(source, n).subarray(0, count)
    : p !== undefined
      ? byProbability(source, p, count, n)
      : Float64Array.from({ length: count }, () => source.below32(n - 1))
  return borrow([value], (data) => {
    const rest = value.shape.slice(1)
    const memory = memoryOf(value.dtype, count * sizeOf(rest))
    gather(data, memory.data, rows, sizeOf(rest))
    if ((size === undefined || size === null) && rest.length === 0) return (memory.data as unknown as Scalar[])[0]!
    return wrap(leaf(memory, [...shape, ...rest]))
  })
}
