import { type DType, MemoryLimitError, normalizeAxis, type Scalar, ShapeError, sizeOf, type TypedArray } from '@weldarray/ir'
import { cast, drawShuffles, freeMemory, leaf, type Memory, notePerformed } from '@weldarray/runtime'
import { array, shapeOf } from '../creation/creation.js'
import { take } from '../indexing/indexing.js'
import { borrow, memoryOf, type NdArray, type Untyped, valueOf, wrap, writeValue } from '../operands/arrays.js'
import { indexArray } from '../operands/eager.js'
import { toValue } from '../operands/operands.js'
import { arrayOf, moveaxis, ravel, reshape } from '../shaping/layout.js'
import { searchsorted } from '../sorting/sorting.js'
import type { ArrayInput } from '../types.js'
import type { Uniform } from './distributions/stream.js'
import type { Size } from './draws.js'
import type { Generator } from './generator.js'
import { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'

/** Most numbers that are shuffled: they are there all at once. */
const MOST = 2 ** 29

/** Throws `MemoryLimitError` for more numbers than are there all at once. */
export function mustFit(what: string, n: number): void {
  if (n > MOST) throw new MemoryLimitError(`${what}: ${n} numbers do not fit in memory, expected at most ${MOST}`)
}

/** Lines of `n` neighbours, each shuffled by itself in new memory: by a kernel where there is one for them. */
function mixed(source: BitSource, list: TypedArray, dtype: DType, n: number): Memory {
  const drawn = source instanceof Pcg64 ? drawShuffles(list, dtype, n, source.position) : null
  if (drawn !== null) {
    ;(source as Pcg64).position = drawn.after
    return drawn.memory
  }
  notePerformed()
  const memory = memoryOf(dtype, list.length)
  memory.data.set(list as never)
  for (let at = 0; at < list.length; at += n) mix(source, memory.data as unknown as Scalar[], at, n)
  return memory
}

/** Fisher and Yates's shuffle of `n` neighbours, from the end, as NumPy runs it. */
function mix(source: BitSource, list: { [at: number]: Scalar }, first: number, n: number): void {
  for (let i = n - 1; i > 0; i--) {
    const j = first + source.masked32(i)
    const kept = list[first + i]!
    list[first + i] = list[j]!
    list[j] = kept
  }
}

/** 0 … n-1. */
function upTo(n: number): Int32Array {
  const list = new Int32Array(n)
  for (let i = 0; i < n; i++) list[i] = i
  return list
}

/** The same of 64 bits, by their lower words: bigints are slow. */
function upTo64(n: number): BigInt64Array {
  const words = new Int32Array(2 * n)
  for (let i = 0; i < n; i++) words[2 * i] = i
  return new BigInt64Array(words.buffer)
}

/** Rows of fewer elements are copied one by one: a view of a row costs more than they do. */
const WIDE = 32

/** Rows of `from` (each `width` elements) in the given order. */
function gather(from: TypedArray, to: TypedArray, rows: ArrayLike<number>, width: number): void {
  if (width >= WIDE) {
    for (let i = 0; i < rows.length; i++) to.set(from.subarray(rows[i]! * width, (rows[i]! + 1) * width) as never, i * width)
    return
  }
  for (let i = 0, at = 0; i < rows.length; i++)
    for (let k = 0, source = rows[i]! * width; k < width; k++) to[at++] = from[source++]!
}

function shuffled(source: BitSource, x: ArrayInput, what: string): ReturnType<typeof leaf> {
  const value = toValue(what, x)
  const { dtype, shape } = value
  if (shape.length === 0) throw new ShapeError(`${what}: a 0-d array has no rows`)
  const n = shape[0]!
  return borrow([value], (data) => {
    if (shape.length === 1) return leaf(mixed(source, data, dtype, n), shape)
    const order = mixed(source, upTo(n), 'int32', n)
    const memory = memoryOf(dtype, data.length)
    gather(data, memory.data, order.data as Int32Array, sizeOf(shape.slice(1)))
    freeMemory(order)
    return leaf(memory, shape)
  })
}

export function permute(source: BitSource, x: number | ArrayInput, axis = 0): NdArray {
  if (typeof x !== 'number')
    return axis === 0
      ? wrap(shuffled(source, x, 'permutation'))
      : moveaxis(wrap(shuffled(source, moveaxis(x, axis, 0), 'permutation')), 0, axis)
  const n = shapeOf('permutation', x)[0]!
  mustFit('permutation', n)
  return wrap(leaf(mixed(source, upTo64(n), 'int64', n), [n]))
}

/** Nothing is drawn for rows without elements, as in NumPy. */
export function shuffleRows(source: BitSource, x: NdArray, axis = 0): void {
  const rows = axis === 0 ? x : moveaxis(x, axis, 0)
  if (x.size > 0) writeValue(rows, shuffled(source, rows, 'shuffle'))
}

/** Every line of elements along an axis by itself in random order, or all elements without one, as NumPy draws them. */
export function permuteLines(source: BitSource, x: ArrayInput, axis: number | null): Untyped {
  const a = arrayOf('permuted', x)
  if (axis === null) return reshape(wrap(shuffled(source, ravel(a), 'permuted')), [...a.shape])
  const along = normalizeAxis('permuted', axis, a.shape.length)
  const value = valueOf(moveaxis(a, along, -1))
  const n = a.shape[along]!
  return borrow([value], (data) => moveaxis(wrap(leaf(mixed(source, data, value.dtype, n), value.shape)), -1, along))
}

export interface ChoiceOptions {
  replace?: boolean
  /** The probability of each element; they add up to 1. */
  p?: ArrayInput | null
  /** Whether what is drawn without replacement is in random order (true). */
  shuffle?: boolean
  /** Slices along this axis (0) are what is drawn. */
  axis?: number
}

/** The probabilities as given; they are as many as the elements and add up to 1. */
export function probabilities(p: ArrayInput, n: number): Float64Array {
  return borrow([cast(toValue('choice', p), 'float64')], (weights) => {
    if (weights.length !== n) throw new ShapeError(`choice: ${weights.length} probabilities for ${n} elements`)
    const list = Float64Array.from(weights as Float64Array)
    let total = 0
    for (const x of list) {
      if (!(x >= 0)) throw new ShapeError(`choice: a probability of ${x}, expected numbers from 0 to 1`)
      total += x
    }
    if (!(Math.abs(total - 1) < 1e-8)) throw new ShapeError(`choice: the probabilities add up to ${total}, expected 1`)
    return list
  })
}

/** The running sum of weights, of which the last is 1. */
function shares(weights: Float64Array): Float64Array {
  const sums = Float64Array.from(weights)
  for (let i = 1; i < sums.length; i++) sums[i] = sums[i]! + sums[i - 1]!
  const total = sums[sums.length - 1]!
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! / total
  return sums
}

/** The first position whose share of the running sum exceeds each of `count` uniform numbers. */
function weighted(source: Uniform, weights: Float64Array, count: number): Float64Array {
  const sums = shares(weights)
  return Float64Array.from({ length: count }, () => {
    const u = source.double()
    let low = 0
    for (let high = sums.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (sums[middle]! <= u) low = middle + 1
      else high = middle
    }
    return low
  })
}

/** Different positions by probability, as NumPy draws them: what comes twice in a batch counts once, and is drawn no more. */
export function weightedOnce(source: Uniform, given: Float64Array, count: number): Float64Array {
  const weights = Float64Array.from(given)
  const possible = weights.reduce((n, w) => n + Number(w > 0), 0)
  if (possible < count)
    throw new ShapeError(`choice: ${count} of ${possible} elements that have a probability, without replacement`)
  const found: number[] = []
  while (found.length < count) {
    for (const at of found) weights[at] = 0
    found.push(...new Set(weighted(source, weights, count - found.length)))
  }
  return Float64Array.from(found)
}

/** Beyond this many elements, of which few are drawn, the others are not looked at. */
const MANY = 10_000
const FEW_OF = { shuffled: 50, ordered: 20 } as const

/** Different positions below `n`, each as likely, as NumPy draws them. */
function drawnOnce(source: BitSource, n: number, count: number, shuffle: boolean): ArrayLike<number> {
  const swap = (list: { [at: number]: number }, i: number): void => {
    const j = source.below32(i)
    const kept = list[j]!
    list[j] = list[i]!
    list[i] = kept
  }
  if (n > MANY && count > Math.floor(n / (shuffle ? FEW_OF.shuffled : FEW_OF.ordered))) {
    mustFit('choice', n)
    const list = upTo(n)
    for (let i = n - 1; i >= Math.max(n - count, 1); i--) swap(list, i)
    return list.slice(n - count)
  }
  // R. Floyd's method: of those seen already, the newest takes the place.
  const seen = new Set<number>()
  const list = Float64Array.from({ length: count }, (_, i) => {
    const last = n - count + i
    const drawn = source.below32(last)
    const at = seen.has(drawn) ? last : drawn
    seen.add(at)
    return at
  })
  if (shuffle) for (let i = count - 1; i >= 1; i--) swap(list, i)
  return list
}

/** Slices along the axis told. */
export function choose(rng: Generator, a: number | ArrayInput, size: Size, options: ChoiceOptions): number | bigint | NdArray {
  const { axis = 0 } = options
  if (axis === 0 || typeof a === 'number') return chosen(rng, a, size, options)
  const drawn = chosen(rng, moveaxis(a, axis, 0), size, options) as NdArray
  // The axes of the shape stand where the axis was.
  const places = Array.from({ length: sizeRank(size) }, (_, i) => i)
  const at = normalizeAxis('choice', axis, toValue('choice', a).shape.length)
  return moveaxis(
    drawn,
    places,
    places.map((i) => at + i),
  )
}

const sizeRank = (size: Size): number => (size === undefined || size === null ? 0 : shapeOf('choice', size).length)

function chosen(rng: Generator, a: number | ArrayInput, size: Size, options: ChoiceOptions): number | bigint | NdArray {
  const value = typeof a === 'number' ? null : toValue('choice', a)
  const n = value === null ? shapeOf('choice', a as number)[0]! : (value.shape[0] ?? 0)
  const shape = size === undefined || size === null ? [] : shapeOf('choice', size)
  const count = sizeOf(shape)
  mustFit('choice', count)
  if (n === 0 && count > 0) throw new ShapeError('choice: there are no elements to choose from')
  const { replace = true, p, shuffle = true } = options
  if (!replace && count > n) throw new ShapeError(`choice: ${count} of ${n} elements without replacement`)
  const at = reshape(positions(rng, n, count, replace, p ?? null, shuffle), shape)
  const result = value === null ? at : (take(wrap(value), at, 0) as Untyped)
  if ((size !== undefined && size !== null) || result.shape.length > 0) return result
  const one = result.item() as Scalar | boolean
  return typeof one === 'boolean' ? Number(one) : one
}

/** Positions below `n`, drawn by kernels where each is drawn by itself. */
function positions(rng: Generator, n: number, count: number, replace: boolean, p: ArrayInput | null, shuffle: boolean): Untyped {
  const weights = p === null ? null : probabilities(p, n)
  if (count === 0) return indexArray([])
  if (!replace) {
    const { source } = rng
    return indexArray(
      source.during(
        count,
        (): ArrayLike<number> => (weights === null ? drawnOnce(source, n, count, shuffle) : weightedOnce(source, weights, count)),
      ),
    )
  }
  if (weights === null) return rng.integers(0, n, count)
  return searchsorted(array(shares(weights)), rng.random(count), 'right') as Untyped
}
