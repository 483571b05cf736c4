import { broadcastShapes, type DType, isFloat, type MapOp } from '@weldarray/ir'
import { broadcast, map, type Value } from '@weldarray/runtime'
import { type Operand, settled } from '../../operands/operands.js'
import { filled, op, truth } from '../../operands/pen.js'
import { compare } from '../compare.js'
import { mathType } from '../typing.js'
import type { Row } from '../ufunc.js'
import { binary, free, type Of, unary } from './builders.js'

const comparison = (name: MapOp, method: string): Of<2> => free(2, (what, [x, y]) => compare(what, name, x!, y!), method)

/** Each operand by itself becomes bool, so no common dtype is needed. */
const logical = (name: MapOp, method: string): Of<2> =>
  free(
    2,
    (what, operands) => {
      const [x, y] = operands.map((v) => truth(settled(v))) as [Value, Value]
      const shape = broadcastShapes(what, x.shape, y.shape)
      return map(name, [broadcast(x, shape), broadcast(y, shape)])
    },
    method,
  )

/** A question about floats; integers have one answer for all. */
const classify = (name: string, ofIntegers: 0 | 1): Of<1> =>
  free(1, (_, [x]) => {
    const value = settled(x as Operand)
    return isFloat(value.dtype) ? op(name, value) : filled(ofIntegers, 'bool', value.shape)
  })

const signbit = (x: Value): Value => {
  const floating: DType = mathType(x.dtype)
  return op('signbit', floating === x.dtype ? x : map('cast', [x], floating))
}

export const logic = {
  less: comparison('lt', 'lt'),
  less_equal: comparison('le', 'leq'),
  greater: comparison('gt', 'gt'),
  greater_equal: comparison('ge', 'geq'),
  equal: comparison('eq', 'eq'),
  not_equal: comparison('ne', 'neq'),
  logical_and: logical('and', 'and'),
  logical_or: logical('or', 'or'),
  logical_xor: logical('xor', 'xor'),
  logical_not: free(1, (_, [x]) => op('not', truth(settled(x!))), 'not'),
  bitwise_and: binary('bits', 'and', { method: 'band' }),
  bitwise_or: binary('bits', 'or', { method: 'bor' }),
  bitwise_xor: binary('bits', 'xor', { method: 'bxor' }),
  invert: unary('bits', 'not', { method: 'bnot' }),
  left_shift: binary('shift', 'shl', { method: 'lshift' }),
  right_shift: binary('shift', 'shr', { method: 'rshift' }),
  isnan: classify('isnan', 0),
  isinf: classify('isinf', 0),
  isfinite: classify('isfinite', 1),
  signbit: free(1, (_, [x]) => signbit(settled(x!))),
} satisfies Record<string, Row>
