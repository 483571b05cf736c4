import { checkRank, type Node, type Scalar, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import {
  broadcast,
  cast,
  constant,
  endsOf,
  keeping,
  recordTake,
  reshape,
  scan,
  scatter,
  view,
  withMemory,
} from '@weldarray/runtime'
import type { Same } from '../../types/dtype-of.js'
import { axisOrFirst } from '../arguments/checks.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { shapeOf } from '../creation/creation.js'
import { wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/**
 * The array repeated as a whole, `reps` times along each axis. Lazy. NumPy's `numpy.tile`.
 * @example
 * np.tile([1, 2], 2) // array([1., 2., 1., 2.])
 */
export const tile = declare(
  'tile(A: array, reps: integers)',
  <X extends ArrayInput>(a: X, reps: number | readonly number[]): Same<X> => {
    const value = toValue('tile', a)
    const times = typeof reps === 'number' ? [reps] : reps
    for (const n of times)
      if (!Number.isInteger(n) || n < 0) throw new ShapeError(`tile: ${n} repetitions, expected a non-negative integer`)
    const rank = Math.max(value.shape.length, times.length)
    checkRank('tile', rank)
    const own = [...new Array<number>(rank - value.shape.length).fill(1), ...value.shape]
    const all = [...new Array<number>(rank - times.length).fill(1), ...times]
    shapeOf(
      'tile',
      own.map((n, i) => n * all[i]!),
    )
    // Each axis becomes two, (repetition, index), which are then joined.
    const lines = reshape(
      value,
      own.flatMap((n) => [1, n]),
    )
    return wrap(
      reshape(
        broadcast(
          lines,
          own.flatMap((n, i) => [all[i]!, n]),
        ),
        own.map((n, i) => n * all[i]!),
      ),
    )
  },
)

/**
 * Each element repeated, by one number or by one per element along the axis; without an axis, of the flattened array. NumPy's
 * `numpy.repeat`.
 * @example
 * np.repeat([1, 2], 2) // array([1., 1., 2., 2.])
 */
export const repeat = declare(
  'repeat(a: array, repeats: array, {axis?: integer|null})',
  <X extends ArrayInput>(
    a: X,
    repeats: number | ArrayInput,
    ...rest: Rest<[axis: number | null], { axis?: number | null }>
  ): Same<X> => {
    const { axis = null } = optionsOf<{ axis?: number | null }>(rest)
    const source = toValue('repeat', a)
    const along = axis === null ? 0 : axisOrFirst('repeat', axis, source.shape.length)
    const value = axis === null || source.shape.length === 0 ? reshape(source, [sizeOf(source.shape)]) : source
    const length = value.shape[along]!
    const numbers = toValue('repeat', repeats)
    if (numbers.shape.length > 1)
      throw new ShapeError(`repeat: counts of shape ${showShape(numbers.shape)}, expected a number or one axis`)
    const [before, after] = [value.shape.slice(0, along), value.shape.slice(along + 1)]
    if (sizeOf(numbers.shape) === 1) {
      const times = withMemory([numbers], (_, [all]) => timesOf(all.data[0]!))
      const shape = shapeOf('repeat', [...before, length * times, ...after])
      return wrap(
        reshape(broadcast(reshape(value, [...before, length, 1, ...after]), [...before, length, times, ...after]), shape),
      )
    }
    if (sizeOf(numbers.shape) !== length)
      throw new ShapeError(`repeat: ${sizeOf(numbers.shape)} counts for a length of ${length}, expected 1 or ${length}`)
    if (length === 0) return wrap(value)
    // They are inside: `clip` does not look.
    return wrap(recordTake('repeat', value, placesFor(cast(numbers, 'float64'), value.shape, along), along, 'clip'))
  },
)

/** A count of repetitions. Throws `ShapeError` for what is none. */
function timesOf(x: Scalar): number {
  const times = Number(x)
  if (!Number.isSafeInteger(times) || times < 0) throw new ShapeError(`repeat: a count of ${x}, expected non-negative integers`)
  return times
}

/**
 * The position of each slice along an axis, as often as its count says: how many slices end before each element of the result. Throws
 * `ShapeError`.
 */
function placesFor(counts: Node, shape: readonly number[], along: number): Node {
  const { least, areWhole } = endsOf(counts)
  if (!areWhole || least < 0) withMemory([counts], (_, [all]) => all.data.forEach(timesOf))
  const ends = scan('sum', counts, 0)
  const total = keeping([ends], () => withMemory([ends], (_, [all]) => all.data[all.length - 1] as number))
  shapeOf(
    'repeat',
    shape.map((n, i) => (i === along ? total : n)),
  )
  const ended = scan('sum', scatter(null, ends, constant(1, 'float64'), total + 1), 0)
  return cast(view(ended, { shape: [total], strides: [1], offset: 0 }), 'int32')
}
