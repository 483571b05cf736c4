import {
  type DType,
  DTypeError,
  dtypeInfo,
  dtypeOfKind,
  isFloat,
  type LoopOp,
  type Node,
  scalarText,
  zeroOf,
} from '@weldarray/ir'
import { cast, map } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { Met, Out, Outcome } from '../../types/dtype-of.js'
import { type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { alike } from '../operands/each.js'
import { op } from '../operands/expressions.js'
import { commonType, isWeak, type Operand } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, UfuncOptions } from '../types.js'
import { ufuncOf } from './from-rows.js'
import { equal, trunc } from './functions.js'
import type { BinaryMethods, UnaryMethods } from './methods/types.js'

/*
 * Functions of integers.
 */

/** Operands of a function of integers, of their common dtype and broadcast. Numbers by themselves are int64. Throws `DTypeError`. */
const integers = (what: string, operands: readonly Operand[]): Node[] => {
  const dtype = commonType(what, operands)
  if (isFloat(dtype) && !operands.every((x) => isWeak(x) && Number.isInteger(x)))
    throw new DTypeError(`${what}: got dtype ${dtype}, expected integers: cast with astype('int32')`)
  const inputs = operands.map((x) => (isWeak(x) ? x : wrap(x)))
  return alike(what, inputs, isFloat(dtype) ? 'int64' : dtype)
}

/** Lists are of numbers, float64 by themselves: here they mean integers. Throws `DTypeError` for others. */
function listed(what: string): (x: ArrayInput) => ArrayInput {
  return (x) => {
    if (!Array.isArray(x)) return x
    const list = arrayOf(what, x)
    if (!isFloat(valueOf(list).dtype)) return list
    if (!all(equal(list, trunc(list)))) throw new DTypeError(`${what}: got a list with fractions, expected integers`)
    return list.astype('int64')
  }
}

type Whole = BinaryMethods &
  (<X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y, options?: UfuncOptions | NdArray<AnyDType>) => Met<X, Y>)

/** As kernels know it: numbered or not is a matter of arrays. */
const unsignedOf = (dtype: DType): DType => dtypeInfo[dtypeOfKind('unsigned', dtypeInfo[dtype].bytes)!].stored

/** Euclid's algorithm, as a loop within the element; 64-bit integers take at most 93 rounds. */
const euclid = (d: DType): LoopOp => (euclids[d] ??= euclidOf(d))
const euclids: Partial<Record<DType, LoopOp>> = {}
const euclidOf = (d: DType): LoopOp =>
  `loop{carry ${d} ${d}, $2 = lit ${scalarText(zeroOf(d))} : ${d}, $3 = ne $1 $2 : bool, while $3, $4 = floorrem $0 $1 : ${d}, next $1 $4, limit 100}.0`

/** The sizes of two integers, and their greatest common divisor: unsigned, in which the size of the least integer is exact. */
function divided(x: Node, y: Node): { a: Node; b: Node; divisor: Node } {
  const dtype = unsignedOf(x.dtype)
  const size = (v: Node): Node => (dtypeInfo[v.dtype].kind === 'signed' ? cast(op('abs', v), dtype) : cast(v, dtype))
  const [a, b] = [size(x), size(y)]
  return { a, b, divisor: map(euclid(dtype), [a, b]) }
}

/**
 * The greatest common divisor of integers, not negative. NumPy's `numpy.gcd`.
 * @example
 * np.gcd([12n, 18n], 8n) // array([4, 2], dtype=bigint64)
 */
export const gcd: Whole = ufuncOf(
  'gcd',
  {
    arity: 2,
    record: (what, operands) => {
      const [x, y] = integers(what, operands) as [Node, Node]
      return cast(divided(x, y).divisor, x.dtype)
    },
  },
  listed('gcd'),
)

/**
 * The least common multiple of integers, not negative; 0 where one is 0. NumPy's `numpy.lcm`.
 * @example
 * np.lcm([4n, 6n], 10n) // array([20, 30], dtype=bigint64)
 */
export const lcm: Whole = ufuncOf(
  'lcm',
  {
    arity: 2,
    record: (what, operands) => {
      const [x, y] = integers(what, operands) as [Node, Node]
      const { bytes, big, kind } = dtypeInfo[x.dtype]
      // Small ones are multiplied in 32 bits, and cut off at the end.
      const wide = bytes < 4 ? (kind === 'signed' ? 'int32' : 'uint32') : x.dtype
      const { a, b, divisor } = divided(cast(x, wide), cast(y, wide))
      const product = cast(op('mul', op('floordiv', a, divisor), b), wide)
      return cast(kind === 'signed' && !big ? op('abs', product) : product, x.dtype)
    },
  },
  listed('lcm'),
)

/**
 * The number of ones in the binary form of integers' sizes (uint8). NumPy's `numpy.bitwise_count`.
 * @example
 * np.bitwise_count([7n, 8n]) // array([3, 1], dtype=uint8)
 */
export const bitwise_count: UnaryMethods &
  (<O = never>(x: ArrayInput, options?: UfuncOptions<never, O> | Out<O>) => Outcome<never, O, 'uint8'>) = ufuncOf(
  'bitwise_count',
  {
    arity: 1,
    record: (what, operands) => {
      const [x] = integers(what, operands) as [Node]
      return cast(op('bitwise_count', x.dtype === 'bool' ? cast(x, 'uint8') : x), 'uint8')
    },
  },
  listed('bitwise_count'),
)
