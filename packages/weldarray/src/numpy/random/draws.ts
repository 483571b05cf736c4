import {
  broadcastShapes,
  type DType,
  type Node,
  numberOf,
  type Scalar,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  ValueError,
} from '@weldarray/ir'
import { broadcast, cast, leaf, notePerformed } from '@weldarray/runtime'
import { describe } from '../arguments/kinds.js'
import { integerOf } from '../arguments/values.js'
import { shapeOf } from '../creation/creation.js'
import { add } from '../elementwise/functions.js'
import { borrow, memoryOf, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import type { Simpler } from './distributions/many.js'
import type { Stream } from './distributions/stream.js'
import type { Distribution } from './distributions/table.js'

/** The shape of what is drawn; nothing for a single number. */
export type Size = number | readonly number[] | null | undefined

/** The largest int64: larger counts are it. What is no count at all is the least, as where NumPy's C casts it. */
const MOST = 2n ** 63n - 1n
const counted = (x: number): bigint => (x >= 2 ** 63 ? MOST : x >= -(2 ** 63) ? BigInt(x) : -MOST - 1n)

/** Throws `ValueError` for parameters the distribution does not have. */
function check(what: string, { parameters, together }: Distribution, values: readonly number[]): void {
  for (let i = 0; i < parameters.length; i++) {
    const [name, must] = parameters[i]!
    if (!must.holds(values[i]!)) throw new ValueError(`${what}: ${name} is ${describe(values[i])}, expected ${must.says}`)
  }
  if (together?.[0](values[0]!, values[1]!, values[2]!) === false)
    throw new ValueError(`${what}: ${values.slice(0, parameters.length).map(describe).join(', ')}, expected ${together[1]}`)
}

/** A shape that is asked for, which those of the parameters must broadcast to; without one what they broadcast to. */
export function drawnShape(what: string, size: Size, shapes: readonly (readonly number[])[]): readonly number[] {
  const own = broadcastShapes(what, [], ...shapes)
  if (size === undefined || size === null) return own
  const asked = shapeOf(what, size)
  if (!sameShape(asked, broadcastShapes(what, asked, own)))
    throw new ShapeError(
      `${what}: size ${showShape(asked)}, and the parameters have shape ${showShape(own)}; expected a size they broadcast to`,
    )
  return asked
}

/** An array of a shape, filled one element after the other with what is drawn from a source. */
export function filledBy(source: Stream, shape: readonly number[], dtype: DType, next: (i: number) => Scalar): Untyped {
  notePerformed()
  const memory = memoryOf(dtype, sizeOf(shape))
  const data = memory.data as unknown as Scalar[]
  source.during(data.length, () => {
    for (let i = 0; i < data.length; i++) data[i] = next(i)
  })
  return wrap(leaf(memory, shape))
}

const WORD = 2 ** 32

/** The same of whole numbers (int64), of which no bigints are made where they are exact. */
export function filledByWhole(source: Stream, shape: readonly number[], next: (i: number) => number): Untyped {
  notePerformed()
  const memory = memoryOf('int64', sizeOf(shape))
  const data = memory.data as BigInt64Array
  const words = new Int32Array(data.buffer, data.byteOffset, 2 * data.length)
  source.during(data.length, () => {
    for (let i = 0; i < data.length; i++) {
      const x = next(i)
      if (Number.isSafeInteger(x)) {
        words[2 * i] = x
        words[2 * i + 1] = Math.floor(x / WORD)
      } else data[i] = counted(x)
    }
  })
  return wrap(leaf(memory, shape))
}

/** What draws: where numbers come from, how this generator draws, and what kernels draw. */
export interface Drawer {
  readonly source: Stream
  drawing(distribution: Distribution): Distribution['draw']
  simpler(...kind: Parameters<Simpler>): ReturnType<Simpler>
}

const NONE = Float64Array.of(0)

/** Numbers of a distribution: one without a size and of numbers, an array otherwise. */
export function drawn(
  what: string,
  distribution: Distribution,
  by: Drawer,
  given: readonly (ArrayInput | undefined)[],
  size: Size,
): number | Untyped {
  const { parameters, whole } = distribution
  const { source } = by
  const draw = by.drawing(distribution)
  const values = parameters.map(([, , otherwise], i) => (given[i] ?? otherwise) as ArrayInput)
  /** By kernels, or by calls with the parameters of each number. */
  const filled = (shape: readonly number[], all: readonly ArrayInput[], next: (i: number) => number): Untyped => {
    const [a, b, c] = all as [ArrayInput, ArrayInput, ArrayInput]
    const made =
      draw === distribution.draw ? distribution.many?.((...kind) => by.simpler(...kind), sizeOf(shape), a, b, c) : undefined
    if (made !== undefined && made !== null) return (made as Untyped).reshape(shape)
    return whole ? filledByWhole(source, shape, next) : filledBy(source, shape, 'float64', next)
  }
  if (values.every((x) => typeof x === 'number')) {
    // -0, which reciprocals tell from 0, is 0.
    const all = values.map((x) => x + 0)
    const [a, b, c] = all as [number, number, number]
    check(what, distribution, all)
    if (size !== undefined && size !== null) return filled(shapeOf(what, size), all, () => draw(source, a, b, c))
    const one = draw(source, a, b, c)
    return whole ? numberOf(counted(one)) : one
  }
  const arrays: Node[] = values.map((x) => cast(toValue(what, x), 'float64'))
  const shape = drawnShape(
    what,
    size,
    arrays.map((x) => x.shape),
  )
  const count = sizeOf(shape)
  // What is the same for all of them stays one number.
  const flat = arrays.map((x) => {
    const all = add(wrap(broadcast(x, shape)), 0) as Untyped
    return all.size === count ? all.reshape([count]) : all
  })
  return borrow(flat.map(valueOf), (...lists) => {
    const [a, b, c] = [0, 1, 2].map((k) => lists[k] ?? NONE) as [Float64Array, Float64Array, Float64Array]
    const [x, y, z] = [a, b, c].map((list) => (list.length === 1 ? 0 : 1)) as [number, number, number]
    for (let i = 0; i < count; i++) check(what, distribution, [a[i * x]!, b[i * y]!, c[i * z]!])
    return filled(shape, flat, (i) => draw(source, a[i * x]!, b[i * y]!, c[i * z]!))
  })
}

/** Bytes of random words of 32 bits. Throws `ShapeError` for more than there may be at a time. */
export function bytesOf(length: number, word: () => number): Uint8Array {
  const count = integerOf('bytes', 'length', length, 0)
  if (count > 2 ** 27) throw new ShapeError(`bytes: ${count} bytes, expected at most ${2 ** 27} at a time`)
  const words = new Uint32Array(Math.ceil(count / 4))
  for (let i = 0; i < words.length; i++) words[i] = word()
  return new Uint8Array(words.buffer, 0, count)
}
