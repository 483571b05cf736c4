import { checkRank, ShapeError } from '@weldarray/ir'
import type { At } from '../../types/dtype-of.js'
import type { Common, Own } from '../../types/promotion.generated.js'
import { declare } from '../arguments/declare.js'
import type { NdArray } from '../operands/arrays.js'
import { arrayOf, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'
import { concatenate } from './joining.js'

/** Nested lists of blocks put together: the innermost lists along the last axis, those around them along the one before. */
export type Blocks = ArrayInput | readonly Blocks[]

const MOST_BLOCKS = 2 ** 20

/** An array of what the blocks' dtypes meet in, as far as pairs of them tell. */
type Blocked<B> = NdArray<Own[Common[At<B>][At<B>]]>

const isList = (b: Blocks): b is readonly Blocks[] => Array.isArray(b)

/** Blocks as arrays, in lists as they were given. */
type Read = NdArray | readonly Read[]

/**
 * One array of blocks: `block([[a, b], [c, d]])`. NumPy's `numpy.block`.
 * @example
 * np.block([[np.ones([1, 2])], [np.zeros([1, 2])]])
 * // array([[1., 1.],
 * //        [0., 0.]])
 */
export const block = declare('block(arrays: any)', <B extends Blocks>(blocks: B): Blocked<B> => {
  let count = 0
  let depth = 0
  let rank = 0
  // Looked at first, once each: a list may hold itself, or the same list again and again.
  const read = (b: Blocks, level: number): Read => {
    checkRank('block', level)
    if (++count > MOST_BLOCKS) throw new ShapeError(`block: more than ${MOST_BLOCKS} blocks`)
    depth = Math.max(depth, level)
    if (isList(b)) {
      if (b.length === 0) throw new ShapeError('block: an empty list, expected at least one block')
      return b.map((part) => read(part, level + 1))
    }
    const x = arrayOf('block', b)
    rank = Math.max(rank, x.shape.length)
    return x
  }
  const join = (b: Read, level: number): NdArray => {
    if (Array.isArray(b))
      return concatenate(
        b.map((part) => join(part, level + 1)),
        rank - depth + level,
      )
    const x = b as NdArray
    if (level !== depth) throw new ShapeError(`block: a block at depth ${level}, expected lists of one depth (${depth})`)
    return x.shape.length === rank ? x : reshape(x, [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape])
  }
  const whole = read(blocks, 0)
  rank = Math.max(depth, rank)
  const result = join(whole, 0)
  return (depth === 0 ? result.clone() : result) as never
})
