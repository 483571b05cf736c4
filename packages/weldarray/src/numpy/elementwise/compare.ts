import { broadcastShapes, isBig, isFloat, isUnsigned, limitsOf, type MapOp, type Node } from '@weldarray/ir'
import { broadcast, cast, constant, map } from '@weldarray/runtime'
import { filled, op } from '../operands/expressions.js'
import { commonType, isWeak, type Operand, scalarOf, weakType } from '../operands/operands.js'

/** The same comparison with the operands exchanged. */
const MIRROR: Readonly<Record<string, MapOp>> = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq', ne: 'ne' }

/** Whether `x op y` holds for every element x below (or above) y. */
const ALWAYS_BELOW = new Set<string>(['lt', 'le', 'ne'])
const ALWAYS_ABOVE = new Set<string>(['gt', 'ge', 'ne'])

/** -1 if the whole number lies below every value of the dtype (integers or bool), 1 if above, 0 if within. */
function outside(dtype: Node['dtype'], number: bigint): -1 | 0 | 1 {
  const [low, high] = dtype === 'bool' ? [0n, 1n] : limitsOf(dtype)
  return number < low ? -1 : number > high ? 1 : 0
}

/** Signed with unsigned 64-bit integers: exact, where their common dtype (float64) would round. */
function mixed64(name: MapOp, signed: Node, unsigned: Node): Node {
  const negative = op('lt', signed, 0)
  const plain = map(name, [cast(signed, unsigned.dtype), unsigned])
  return ALWAYS_BELOW.has(name) ? op('or', negative, plain) : op('and', op('not', negative), plain)
}

/**
 * A comparison of two operands of any shapes that broadcast; the result is bool. Comparing integers with
 * whole numbers is exact even where the number does not fit the dtype (NumPy 2).
 */
export function compare(what: string, name: MapOp, x: Operand, y: Operand): Node {
  if (isWeak(x) && !isWeak(y)) return compare(what, MIRROR[name]!, y, x)
  if (!isWeak(x) && isWeak(y) && !isFloat(x.dtype) && typeof y !== 'boolean' && (typeof y === 'bigint' || Number.isInteger(y))) {
    const side = outside(x.dtype, BigInt(y))
    // The number is below all elements, so they are all above it.
    if (side !== 0) return filled(Number((side < 0 ? ALWAYS_ABOVE : ALWAYS_BELOW).has(name)), 'bool', x.shape)
  }
  if (isWeak(x) || isWeak(y)) {
    const dtype = isWeak(x) ? weakType(what, x, y as number) : commonType(what, [x, y])
    return map(
      name,
      [x, y].map((v) => (isWeak(v) ? constant(scalarOf(v), dtype) : cast(v, dtype))),
    )
  }
  const shape = broadcastShapes(what, x.shape, y.shape)
  const [a, b] = [broadcast(x, shape), broadcast(y, shape)]
  if (isBig(a.dtype) && isBig(b.dtype) && isUnsigned(a.dtype) !== isUnsigned(b.dtype))
    return isUnsigned(b.dtype) ? mixed64(name, a, b) : mixed64(MIRROR[name]!, b, a)
  const dtype = commonType(what, [a, b])
  return map(name, [cast(a, dtype), cast(b, dtype)])
}
