import { broadcastShapes, type DType, type Node, type Scalar } from '@weldarray/ir'
import { broadcast } from '@weldarray/runtime'
import { unify } from '../elementwise/ufunc.js'
import type { ArrayInput } from '../types.js'
import type { Untyped } from './arrays.js'
import { build, eagerly } from './eager.js'
import { filled } from './expressions.js'
import { commonType, operand } from './operands.js'

/** Arrays broadcast to one shape, of their common dtype unless one is given. */
export function alike(what: string, arrays: readonly ArrayInput[], as?: DType, shape: readonly number[] = []): Node[] {
  const operands = arrays.map((a) => operand(what, a))
  const dtype = as ?? commonType(what, operands)
  const values = unify(what, operands, dtype)
  const joint = broadcastShapes(what, shape, ...values.map((v) => v.shape))
  return values.map((v) => (v.kind === 'const' ? filled(v.value, dtype, joint) : broadcast(v, joint)))
}

/** A function no kernel is made for, element by element over values of one shape: one array for each dtype told. */
export function forEach(
  what: string,
  values: readonly Node[],
  dtypes: readonly DType[],
  f: (...elements: Scalar[]) => readonly Scalar[],
): Untyped[] {
  const { shape } = values[0]!
  return eagerly(what, values, (...cells) => {
    const size = shape.reduce((n, d) => n * d, 1)
    const rows = Array.from({ length: size }, (_, i) => f(...cells.map((c) => c[c.length === 1 ? 0 : i]!)))
    return dtypes.map((dtype, k) =>
      build(dtype, shape, (to) => {
        for (let i = 0; i < size; i++) to[i] = rows[i]![k]!
      }),
    )
  })
}
