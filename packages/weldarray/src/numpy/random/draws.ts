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
import { borrow, memoryOf, type Untyped, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import type { Stream } from './distributions/stream.js'
import type { Distribution } from './distributions/table.js'

/** The shape of what is drawn; nothing for a single number. */
export type Size = number | readonly number[] | null | undefined

/** The largest int64: larger counts are it. What is no count at all is the least, as where NumPy's C casts it. */
const MOST = 2n ** 63n - 1n
const counted = (x: number): bigint => (x >= 2 ** 63 ? MOST : x >= -(2 ** 63) ? BigInt(x) : -MOST - 1n)

/** Throws `ValueError` for parameters the distribution does not have. */
function check(what: string, { parameters, together }: Distribution, values: readonly number[]): void {
  parameters.forEach(([name, must], i) => {
    if (!must.holds(values[i]!)) throw new ValueError(`${what}: ${name} is ${describe(values[i])}, expected ${must.says}`)
  })
  const [a, b, c] = values as [number, number, number]
  if (together?.[0](a, b, c) === false)
    throw new ValueError(`${what}: ${values.map(describe).join(', ')}, expected ${together[1]}`)
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

/** Numbers of a distribution, one after the other: one without a size and of numbers, an array otherwise. */
export function drawn(
  what: string,
  distribution: Distribution,
  draw: Distribution['draw'],
  source: Stream,
  given: readonly (ArrayInput | undefined)[],
  size: Size,
): number | Untyped {
  const { parameters, whole } = distribution
  const values = parameters.map(([, , otherwise], i) => (given[i] ?? otherwise) as ArrayInput)
  const dtype = whole ? 'int64' : 'float64'
  if (values.every((x) => typeof x === 'number')) {
    // -0, which reciprocals tell from 0, is 0.
    const [a, b, c] = values.map((x) => x + 0) as [number, number, number]
    check(what, distribution, [a, b, c].slice(0, values.length))
    if (size === undefined || size === null) {
      const one = draw(source, a, b, c)
      return whole ? numberOf(counted(one)) : one
    }
    const shape = shapeOf(what, size)
    return whole
      ? filledByWhole(source, shape, () => draw(source, a, b, c))
      : filledBy(source, shape, dtype, () => draw(source, a, b, c))
  }
  const arrays: Node[] = values.map((x) => cast(toValue(what, x), 'float64'))
  const shape = drawnShape(
    what,
    size,
    arrays.map((x) => x.shape),
  )
  return borrow(
    arrays.map((x) => broadcast(x, shape)),
    (...lists) => {
      const at = (i: number): [number, number, number] =>
        lists.map((list) => (list[list.length === 1 ? 0 : i] as number) + 0) as [number, number, number]
      const count = sizeOf(shape)
      for (let i = 0; i < count; i++) check(what, distribution, at(i))
      const next = (i: number): number => draw(source, ...at(i))
      return whole ? filledByWhole(source, shape, next) : filledBy(source, shape, dtype, next)
    },
  )
}

/** Bytes of random words of 32 bits. Throws `ShapeError` for more than there may be at a time. */
export function bytesOf(what: string, length: number, word: () => number): Uint8Array {
  const count = integerOf(what, 'length', length, 0)
  if (count > 2 ** 27) throw new ShapeError(`${what}: ${count} bytes, expected at most ${2 ** 27} at a time`)
  const words = Uint32Array.from({ length: Math.ceil(count / 4) }, word)
  return new Uint8Array(words.buffer, 0, count)
}
