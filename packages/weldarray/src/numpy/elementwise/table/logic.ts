import { broadcastShapes, type DType, isFloat, type MapOp, mathType, type Node } from '@weldarray/ir'
import { broadcast, map } from '@weldarray/runtime'
import { filled, op, truth } from '../../operands/expressions.js'
import { type Operand, settled } from '../../operands/operands.js'
import { compare } from '../compare.js'
import type { Row } from '../ufunc.js'
import { binary, free, type Of, unary } from './builders.js'

const comparison = (name: MapOp, method: string): Of<2, 'truth'> => free(2, (what, [x, y]) => compare(what, name, x!, y!), method)

/** Each operand by itself becomes bool, so no common dtype is needed. */
const logical = (name: MapOp, method: string): Of<2, 'truth'> =>
  free(
    2,
    (what, operands) => {
      const [x, y] = operands.map((v) => truth(settled(v))) as [Node, Node]
      const shape = broadcastShapes(what, x.shape, y.shape)
      return map(name, [broadcast(x, shape), broadcast(y, shape)])
    },
    method,
  )

/** A question about floats; integers have one answer for all. */
const classify = (name: string, ofIntegers: 0 | 1): Of<1, 'truth'> =>
  free(1, (_, [x]) => {
    const value = settled(x as Operand)
    return isFloat(value.dtype) ? op(name, value) : filled(ofIntegers, 'bool', value.shape)
  })

const signbit = (x: Node): Node => {
  const floating: DType = mathType(x.dtype)
  return op('signbit', floating === x.dtype ? x : map('cast', [x], floating))
}

export const logic = {
  /**
   * Whether `x < y`; integers are compared exactly, whatever their dtypes.
   * @example np.less([1, 2, 3], 2) // array([ True, False, False])
   */
  less: comparison('lt', 'lt'),
  /**
   * Whether `x <= y`; integers are compared exactly, whatever their dtypes.
   * @example np.less_equal([1, 2, 3], 2) // array([ True,  True, False])
   */
  less_equal: comparison('le', 'leq'),
  /**
   * Whether `x > y`; integers are compared exactly, whatever their dtypes.
   * @example np.greater([1, 2, 3], 2) // array([False, False,  True])
   */
  greater: comparison('gt', 'gt'),
  /**
   * Whether `x >= y`; integers are compared exactly, whatever their dtypes.
   * @example np.greater_equal([1, 2, 3], 2) // array([False,  True,  True])
   */
  greater_equal: comparison('ge', 'geq'),
  /**
   * Whether `x` equals `y`; NaN equals nothing. Integers are compared exactly, whatever their dtypes.
   * @example np.equal([1, 2, NaN], [1, 3, NaN]) // array([ True, False, False])
   */
  equal: comparison('eq', 'eq'),
  /**
   * Whether `x` differs from `y`; NaN differs from everything.
   * @example np.not_equal([1, 2, NaN], [1, 3, NaN]) // array([False,  True,  True])
   */
  not_equal: comparison('ne', 'neq'),
  /**
   * Whether both are non-zero.
   * @example np.logical_and([1, 0, 2], [1, 1, 0]) // array([ True, False, False])
   */
  logical_and: logical('and', 'and'),
  /**
   * Whether one of both is non-zero.
   * @example np.logical_or([1, 0, 0], [1, 1, 0]) // array([ True,  True, False])
   */
  logical_or: logical('or', 'or'),
  /**
   * Whether exactly one of both is non-zero.
   * @example np.logical_xor([1, 0, 0], [1, 1, 0]) // array([False,  True, False])
   */
  logical_xor: logical('xor', 'xor'),
  /**
   * Whether `x` is zero.
   * @example np.logical_not([1, 0, NaN]) // array([False,  True, False])
   */
  logical_not: free(1, (_, [x]) => op('not', truth(settled(x!))), 'not'),
  /**
   * The bits set in both; of bools, and.
   * @example np.bitwise_and([6n, 5n], 3n) // array([2, 1], dtype=bigint64)
   */
  bitwise_and: binary('bits', 'and', { method: 'band' }),
  /**
   * The bits set in one of both; of bools, or.
   * @example np.bitwise_or([6n, 5n], 3n) // array([7, 7], dtype=bigint64)
   */
  bitwise_or: binary('bits', 'or', { method: 'bor' }),
  /**
   * The bits that differ; of bools, whether they differ.
   * @example np.bitwise_xor([6n, 5n], 3n) // array([5, 6], dtype=bigint64)
   */
  bitwise_xor: binary('bits', 'xor', { method: 'bxor' }),
  /**
   * Every bit turned over; of bools, not.
   * @example np.invert([0n, 5n]) // array([-1, -6], dtype=bigint64)
   */
  invert: unary('bits', 'not', { method: 'bnot' }),
  /**
   * `x` times 2 to the power of `y`; 0 where all bits are shifted out.
   * @example np.left_shift([1n, 2n], 3n) // array([ 8, 16], dtype=bigint64)
   */
  left_shift: binary('shift', 'shl', { method: 'lshift' }),
  /**
   * `x` divided by 2 to the power of `y`, rounded down.
   * @example np.right_shift([8n, -8n], 2n) // array([ 2, -2], dtype=bigint64)
   */
  right_shift: binary('shift', 'shr', { method: 'rshift' }),
  /**
   * Whether `x` is NaN; integers and bools never are.
   * @example np.isnan([1, NaN]) // array([False,  True])
   */
  isnan: classify('isnan', 0),
  /**
   * Whether `x` is an infinity; integers and bools never are.
   * @example np.isinf([1, -Infinity]) // array([False,  True])
   */
  isinf: classify('isinf', 0),
  /**
   * Whether `x` is neither NaN nor an infinity.
   * @example np.isfinite([1, NaN, Infinity]) // array([ True, False, False])
   */
  isfinite: classify('isfinite', 1),
  /**
   * Whether the sign is set: of negative numbers and -0.
   * @example np.signbit([1, -0, -2]) // array([False,  True,  True])
   */
  signbit: free(1, (_, [x]) => signbit(settled(x!))),
} satisfies Record<string, Row>
