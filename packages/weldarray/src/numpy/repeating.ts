import { checkRank, contiguousStrides, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { broadcast, reshape } from '@weldarray/runtime'
import { axisOrFirst } from './arguments/checks.js'
import { declare } from './arguments/declare.js'
import { shapeOf } from './creation.js'
import { build, type Cells, eagerly } from './eager.js'
import { toValue } from './operands.js'
import { type NdArray, wrap } from './seam.js'
import type { ArrayInput } from './types.js'

/** The array repeated as a whole, `reps` times along each axis. Lazy. */
export const tile = declare('tile(A: array, reps: integers)', (a: ArrayInput, reps: number | readonly number[]): NdArray => {
  const value = toValue('tile', a)
  const times = typeof reps === 'number' ? [reps] : reps
  for (const n of times)
    if (!Number.isInteger(n) || n < 0) throw new ShapeError(`tile: ${n} repetitions, expected a non-negative integer`)
  const rank = Math.max(value.shape.length, times.length)
  checkRank('tile', rank)
  const own = [...new Array<number>(rank - value.shape.length).fill(1), ...value.shape]
  const all = [...new Array<number>(rank - times.length).fill(1), ...times]
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
})

/** Each element repeated, by one number or by one per element along the axis; without an axis, of the flattened array. */
export const repeat = declare(
  'repeat(a: array, repeats: array, axis?: integer|null)',
  (a: ArrayInput, repeats: number | ArrayInput, axis?: number | null | { axis?: number | null }): NdArray => {
    const source = toValue('repeat', a)
    const whole = axis === undefined || axis === null
    const along = whole ? 0 : axisOrFirst('repeat', axis as number, source.shape.length)
    const value = whole || source.shape.length === 0 ? reshape(source, [sizeOf(source.shape)]) : source
    const length = value.shape[along]!
    const step = contiguousStrides(value.shape)[along]!
    const numbers = toValue('repeat', repeats)
    if (numbers.shape.length > 1)
      throw new ShapeError(`repeat: counts of shape ${showShape(numbers.shape)}, expected a number or one axis`)
    return eagerly('repeat', [value, numbers], (cells, counts) => {
      if (counts.length !== 1 && counts.length !== length)
        throw new ShapeError(`repeat: ${counts.length} counts for a length of ${length}, expected 1 or ${length}`)
      const times = countsOf(counts, length)
      const total = times.reduce((sum, n) => sum + n, 0)
      const shape = shapeOf(
        'repeat',
        value.shape.map((n, i) => (i === along ? total : n)),
      )
      return build(value.dtype, shape, (to) => {
        let at = 0
        for (let outer = 0; outer < sizeOf(value.shape.slice(0, along)); outer++)
          for (let i = 0; i < length; i++)
            for (let k = 0, from = (outer * length + i) * step; k < times[i]!; k++)
              for (let inner = 0; inner < step; inner++) to[at++] = cells[from + inner]!
      })
    })
  },
)

/** How often each of `length` slices is repeated. Throws `ShapeError` for what is no count. */
function countsOf(counts: Cells, length: number): number[] {
  const times = Array.from({ length }, (_, i) => Number(counts[counts.length === 1 ? 0 : i]))
  for (const n of times)
    if (!Number.isSafeInteger(n) || n < 0) throw new ShapeError(`repeat: a count of ${n}, expected non-negative integers`)
  return times
}
