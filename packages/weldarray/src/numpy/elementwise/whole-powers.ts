import { DTypeError, dtypeInfo, type Node, type Scalar, sizeOf } from '@weldarray/ir'
import { endsOf } from '@weldarray/runtime'
import { filled, literal, op, select } from '../operands/expressions.js'

/** `base ** exponent` of integers of one dtype and shape, multiplied out exactly, wrapping, by repeated squaring. */
export function wholePower(what: string, base: Node, exponent: Node): Node {
  // Of no elements there is no power that could not be.
  if (sizeOf(base.shape) === 0) return base
  if (exponent.kind === 'const') return constantPower(base, checked(what, exponent.value))
  // How many squarings are needed, and whether the call is an error, depends on the exponents: they are looked at now.
  const { least, greatest } = sizeOf(exponent.shape) === 0 ? NONE : endsOf(exponent)
  checked(what, least)
  return variablePower(base, exponent, greatest)
}

/** Of no exponents. */
const NONE = { least: 0, greatest: 0 } as const

function checked(what: string, exponent: Scalar): bigint {
  if (exponent < 0)
    throw new DTypeError(
      `${what}: integers to negative integer powers are not allowed (exponent ${exponent}); cast to float64 first`,
    )
  return BigInt(exponent)
}

function constantPower(base: Node, exponent: bigint): Node {
  if (exponent === 0n) return op('add', op('mul', base, 0), 1)
  let result: Node | null = null
  let square = base
  for (let n = exponent; ; square = op('mul', square, square)) {
    if (n & 1n) result = result === null ? square : op('mul', result, square)
    n >>= 1n
    if (n === 0n) return result!
  }
}

/** By repeated squaring, as often as the greatest of the exponents has binary digits. */
function variablePower(base: Node, exponent: Node, most: number): Node {
  let result: Node = literal(1, base.dtype)
  let square = base
  let rest = exponent
  for (let left = most; left >= 1; left /= 2) {
    const odd = op('ne', op('and', rest, 1), 0)
    result = select(odd, op('mul', result, square), result)
    if (left >= 2) {
      square = op('mul', square, square)
      rest = op('shr', rest, 1)
    }
  }
  // No exponent above 0: ones, in the shape of the operands.
  return most === 0 ? filled(dtypeInfo[base.dtype].big ? 1n : 1, base.dtype, exponent.shape) : result
}
