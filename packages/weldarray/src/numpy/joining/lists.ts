import { checkRank, type DType, meeting, type Node, ShapeError, sameShape, showShape } from '@weldarray/ir'
import { cast, reshape } from '@weldarray/runtime'
import { valueOf } from '../operands/arrays.js'
import { nestedValue } from '../operands/nested.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'
import { join } from './parts-in-a-row.js'

/**
 * Lists that hold arrays as one value: these are joined along new axes, in the dtype asked for or the one they meet in. What is pending
 * stays so. Throws `ShapeError` for ragged rows.
 */
export function joinedLists(what: string, lists: readonly ArrayInput[], as?: DType): Node {
  const rows = lists.map((x) => (Array.isArray(x) ? nestedValue(what, x, as) : toValue(what, x)))
  const dtype = as ?? meeting(rows, (v) => v.dtype)!
  const { shape } = rows[0]!
  checkRank(what, shape.length + 1)
  const parts = rows.map((v) => {
    if (!sameShape(v.shape, shape))
      throw new ShapeError(
        `${what}: nested arrays are ragged: rows of shapes ${showShape(shape)} and ${showShape(v.shape)}, expected one shape`,
      )
    return reshape(cast(v, dtype), [1, ...shape])
  })
  return valueOf(join(what, parts, 0))
}
