import { ArgumentError, broadcastShapes, type DType, isFloat, isInteger, limitsOf, type Node, toDType } from '@weldarray/ir'
import { broadcast, cast, map } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Clipped, DTypeOfInput, Met, Out, Outcome, Same } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { checkCast } from '../dtypes/casting.js'
import { nonzero } from '../indexing/indexing.js'
import { isNdArray, type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { write } from '../operands/destination.js'
import { op, truth } from '../operands/expressions.js'
import { commonType, inType, isWeak, type Operand, operand, settled, toValue } from '../operands/operands.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../types.js'
import { finish, unify } from './ufunc.js'

interface Where {
  (condition: ArrayInput): NdArray<'int64'>[]
  <X extends ArrayInput, Y extends ArrayInput>(condition: ArrayInput, x: X, y: Y): Met<X, Y>
}

/**
 * `x` where `condition` holds, `y` elsewhere; all three broadcast. With the condition alone: the indices where it
 * holds, one array per axis (`nonzero`).
 *
 * NumPy's `numpy.where`.
 * @example
 * np.where([true, false, true], [1, 2, 3], 0) // array([1., 0., 3.])
 */
export const where: Where = declare(
  'where(condition: array, x?: array, y?: array)',
  (condition: ArrayInput, x?: ArrayInput, y?: ArrayInput): never => {
    if (x === undefined && y === undefined) return nonzero(condition) as never
    if (x === undefined || y === undefined) throw new ArgumentError('where: got one of x and y, expected both or neither')
    const operands = [operand('where', x), operand('where', y)]
    const mask = truth(toValue('where', condition))
    const [a, b] = unify('where', operands, commonType('where', operands)) as [Node, Node]
    const shape = broadcastShapes('where', mask.shape, a.shape, b.shape)
    return wrap(map('select', [broadcast(mask, shape), broadcast(a, shape), broadcast(b, shape)])) as never
  },
) as never

/**
 * A whole number outside the dtype of the result limits nothing, or everything: the nearest value of the dtype stands for it.
 * The dtype is that of the arrays, and float64 with a fraction: the number takes no part in it.
 */
function limitIn(dtype: DType, x: Operand): Operand {
  if (!isInteger(dtype) || !isWeak(x) || typeof x === 'boolean' || !(typeof x === 'bigint' || Number.isInteger(x))) return x
  const [low, high] = limitsOf(dtype)
  const n = BigInt(x)
  return n < low ? low : n > high ? high : n
}

const isBeyond = (x: Operand): boolean => isWeak(x) && typeof x !== 'boolean' && (typeof x === 'bigint' || Number.isInteger(x))

/** The dtype of `clip`: whole numbers fit any of them, since what they limit does. */
function clipType(operands: readonly Operand[]): DType {
  const deciding = operands.filter((x) => !isBeyond(x))
  return deciding.some((x) => !isWeak(x)) && !(deciding.length < operands.length && onlyBool(deciding))
    ? commonType('clip', deciding)
    : commonType('clip', operands)
}

const onlyBool = (operands: readonly Operand[]): boolean =>
  operands.every((x) => typeof x === 'boolean' || (!isWeak(x) && x.dtype === 'bool'))

export interface ClipOptions<T extends DTypeName = DTypeName, O = NdArray<AnyDType>> extends UfuncOptions<T, O> {
  a_min?: ArrayInput | null | undefined
  a_max?: ArrayInput | null | undefined
  /** The array API standard's names of the limits. */
  min?: ArrayInput | null | undefined
  max?: ArrayInput | null | undefined
}

/**
 * `minimum(maximum(a, low), high)`; `null` or nothing for a side that is not limited.
 * Throws `ShapeError` and `DTypeError` as `maximum` does.
 *
 * NumPy's `numpy.clip`.
 * @example
 * np.clip([-5, 0.5, 5], -1, 1) // array([-1. ,  0.5,  1. ])
 */
export const clip = declare(
  'clip(a: array, a_min?: array|null, a_max?: array|null, {out?: ndarray, *, min?: array|null, max?: array|null, where?: array, dtype?: dtype, casting?: casting})',
  <
    X extends ArrayInput,
    L extends ArrayInput | null | undefined = null,
    H extends ArrayInput | null | undefined = null,
    T extends DTypeName = never,
    O = never,
  >(
    a: X,
    low?: L | ClipOptions<T, O>,
    high?: H,
    ...rest: Rest<[out: Out<O> | null], ClipOptions<T, O>>
  ): Outcome<T, O, Clipped<At<X>, L, H>> => {
    const options = optionsOf<ClipOptions>(rest)
    const x = operand('clip', a)
    const side = (y: ArrayInput | null | undefined): Operand | null => (y === null || y === undefined ? null : operand('clip', y))
    const { min, max } = options
    if ((min !== undefined && low !== undefined) || (max !== undefined && high !== undefined))
      throw new ArgumentError('clip: a limit is given twice, by position and as min or max')
    const sides = [side((low ?? min) as ArrayInput | null | undefined), side(high ?? max)]
    const operands = [x, ...sides.filter((s) => s !== null)]
    const dtype = options.dtype === undefined ? clipType(operands) : toDType(options.dtype)
    for (const y of operands) if (!isWeak(y)) checkCast('clip', y.dtype, dtype)
    const values = unify('clip', [x, ...operands.slice(1).map((y) => limitIn(dtype, y))], dtype)
    let result = values.shift()!
    if (sides[0] !== null) result = op('maximum', result, values.shift()!)
    if (sides[1] !== null) result = op('minimum', result, values.shift()!)
    return finish('clip', result, options) as Outcome<T, O, Clipped<At<X>, L, H>>
  },
)

/**
 * Rounded to `decimals` places, halves to the even digit, computed as NumPy does: scaled, rounded, scaled back.
 * Integers stay as they are unless `decimals` is negative.
 *
 * NumPy's `numpy.around`.
 * @example
 * np.around([1.25, 2.5, -1.5]) // array([ 1.,  2., -2.])
 */
export const round = declare(
  'round(a: array, decimals?: integer, {out?: ndarray})',
  <X extends ArrayInput, O = never>(
    a: X,
    decimals: number | RoundOptions<O> = 0,
    ...rest: Rest<[out: Out<O> | null], RoundOptions<O>>
  ): Outcome<never, O, Rounded<DTypeOfInput<X>>> =>
    finish('round', rounded(settled(operand('round', a)), decimals as number), optionsOf<RoundOptions>(rest)) as never,
)

/** bool is rounded in float32. */
export type Rounded<D extends AnyDType> = D extends 'bool' ? 'float32' : D

export interface RoundOptions<O = NdArray<AnyDType>> {
  decimals?: number | undefined
  out?: Out<O> | undefined
}

export function rounded(x: Node, decimals: number): Node {
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

export interface NanOptions {
  /** Whether the array is left as it is (true), or written. */
  copy?: boolean | undefined
  /** What stands for each: a number, or an array of them that broadcasts. */
  nan?: ArrayInput | undefined
  posinf?: ArrayInput | null | undefined
  neginf?: ArrayInput | null | undefined
}

/**
 * NaN and infinities replaced: by 0 and the largest finite values, or by what is given. NumPy's `numpy.nan_to_num`.
 * @example
 * np.nan_to_num([1, NaN, Infinity], { posinf: 9 }) // array([1., 0., 9.])
 */
export const nan_to_num = declare(
  'nan_to_num(x: array, {copy?: flag, nan?: array, posinf?: array|null, neginf?: array|null})',
  <X extends ArrayInput>(
    a: X,
    ...rest: Rest<[copy: boolean, nan: ArrayInput, posinf: ArrayInput | null, neginf: ArrayInput | null], NanOptions>
  ): Same<X> => {
    const { copy = true, nan = 0, posinf, neginf } = optionsOf<NanOptions>(rest)
    const x = toValue('nan_to_num', a)
    const done = (value: Node): Untyped => (copy || !isNdArray(a) ? wrap(value) : write('nan_to_num', a as Untyped, value))
    if (!isFloat(x.dtype)) return done(x)
    const top = x.dtype === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE
    const place = (mask: Node, value: ArrayInput, rest: Node): Node =>
      map('select', [mask, broadcast(inType(operand('nan_to_num', value), x.dtype), x.shape), rest])
    const numbers = place(op('isnan', x), nan, x)
    const below = place(op('eq', x, Infinity), posinf ?? top, numbers)
    return done(place(op('eq', x, -Infinity), neginf ?? -top, below))
  },
)
