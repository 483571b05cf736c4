import { broadcastShapes, type DType, DTypeError, dtypeInfo, isFloat, isInteger, toDType } from '@weldarray/ir'
import { broadcast, cast, map, type Value } from '@weldarray/runtime'
import { checkCast } from './casting.js'
import { nonzero } from './indexing.js'
import { commonType, isWeak, type Operand, operand, scalarOf, settled, toValue } from './operands.js'
import { filled, op, truth } from './pen.js'
import { type NdArray, wrap } from './seam.js'
import type { ArrayInput, UfuncOptions } from './types.js'
import { finish, unify } from './ufunc.js'

/**
 * `x` where `condition` holds, `y` elsewhere; all three broadcast. With the condition alone: the indices where it
 * holds, one array per axis (`nonzero`).
 */
export function where(condition: ArrayInput): NdArray[]
export function where(condition: ArrayInput, x: ArrayInput, y: ArrayInput): NdArray
export function where(condition: ArrayInput, x?: ArrayInput, y?: ArrayInput): NdArray | NdArray[] {
  if (x === undefined && y === undefined) return nonzero(condition)
  if (x === undefined || y === undefined) throw new DTypeError('where: give both x and y, or neither')
  const operands = [operand('where', x), operand('where', y)]
  const mask = truth(toValue('where', condition))
  const [a, b] = unify('where', operands, commonType('where', operands)) as [Value, Value]
  const shape = broadcastShapes('where', mask.shape, a.shape, b.shape)
  return wrap(map('select', [broadcast(mask, shape), broadcast(a, shape), broadcast(b, shape)]))
}

/** A whole number outside an integer dtype limits nothing there: the nearest value of the dtype stands for it. */
function limit(x: Operand, dtype: DType): Operand {
  if (!isInteger(dtype) || !isWeak(x) || typeof x === 'boolean' || !(typeof x === 'bigint' || Number.isInteger(x))) return x
  const { kind, bytes } = dtypeInfo[dtype]
  const bits = BigInt(8 * bytes)
  const low = kind === 'unsigned' ? 0n : -(1n << (bits - 1n))
  const high = kind === 'unsigned' ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n
  const n = BigInt(scalarOf(x))
  return n < low ? low : n > high ? high : n
}

/**
 * `minimum(maximum(a, low), high)`; `null` or nothing for a side that is not limited.
 * Throws `ShapeError` and `DTypeError` as `maximum` does.
 */
export function clip(a: ArrayInput, low?: ArrayInput | null, high?: ArrayInput | null, options?: UfuncOptions): NdArray {
  const x = operand('clip', a)
  const side = (y: ArrayInput | null | undefined): Operand | null =>
    y === null || y === undefined ? null : isWeak(x) ? operand('clip', y) : limit(operand('clip', y), x.dtype)
  const sides = [side(low), side(high)]
  const operands = [x, ...sides.filter((s) => s !== null)]
  const dtype = options?.dtype === undefined ? commonType('clip', operands) : toDType(options.dtype)
  for (const y of operands) if (!isWeak(y)) checkCast('clip', y.dtype, dtype)
  const values = unify('clip', operands, dtype)
  let result = values.shift()!
  if (sides[0] !== null) result = op('maximum', result, values.shift()!)
  if (sides[1] !== null) result = op('minimum', result, values.shift()!)
  return finish('clip', result, options)
}

/**
 * Rounded to `decimals` places, halves to the even digit, computed as NumPy does: scaled, rounded, scaled back.
 * Integers stay as they are unless `decimals` is negative.
 */
export function round(a: ArrayInput, decimals = 0, options?: UfuncOptions): NdArray {
  if (!Number.isInteger(decimals)) throw new DTypeError(`round: decimals is ${decimals}, expected an integer`)
  return finish('round', rounded(settled(operand('round', a)), decimals), options)
}

export function rounded(x: Value, decimals: number): Value {
  if (!isFloat(x.dtype)) {
    if (x.dtype === 'bool') return rounded(cast(x, 'float32'), decimals)
    if (decimals >= 0) return x
    const scale = 10 ** -decimals
    return cast(op('mul', op('nearest', op('div', cast(x, 'float64'), scale)), scale), x.dtype)
  }
  if (decimals === 0) return op('nearest', x)
  const scale = 10 ** Math.abs(decimals)
  const [to, back] = decimals > 0 ? ['mul', 'div'] : ['div', 'mul']
  return op(back!, op('nearest', op(to!, x, scale)), scale)
}

export { round as around }

/** NaN and infinities replaced: by 0 and the largest finite values, or by what is given. */
export function nan_to_num(
  a: ArrayInput,
  { nan = 0, posinf, neginf }: { nan?: number; posinf?: number; neginf?: number } = {},
): NdArray {
  const x = toValue('nan_to_num', a)
  if (!isFloat(x.dtype)) return wrap(x)
  const top = x.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE
  const place = (mask: Value, value: number, rest: Value): Value => map('select', [mask, filled(value, x.dtype, []), rest])
  const numbers = place(op('isnan', x), nan, x)
  const below = place(op('eq', x, Infinity), posinf ?? top, numbers)
  return wrap(place(op('eq', x, -Infinity), neginf ?? -top, below))
}
