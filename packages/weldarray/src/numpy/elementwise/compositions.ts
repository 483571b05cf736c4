import { type DType, DTypeError, dtypeInfo, isFloat, mathType, type Node, type Scalar } from '@weldarray/ir'
import { cast } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Elementary, Met, Out, Outcome, Same, Two } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { Untyped } from '../operands/arrays.js'
import { type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { alike, forEach } from '../operands/each.js'
import { filled } from '../operands/expressions.js'
import { commonType, isWeak, type Operand, settled, toValue } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../types.js'
import { where } from './choosing.js'
import { type Binary, type Unary, ufuncOf } from './from-rows.js'
import {
  absolute,
  add,
  arctan2,
  copysign,
  divide,
  equal,
  exp,
  floor_divide,
  isinf,
  isnan,
  less,
  log1p,
  maximum,
  multiply,
  power,
  remainder,
  sin,
  subtract,
  trunc,
} from './functions.js'
import type { BinaryMethods, UnaryMethods } from './methods/types.js'
import type { TypedRow } from './ufunc.js'

/*
 * Elementwise functions that are put together from others, and so fuse with what is around them; the last ones, for which there are
 * no operations, are computed at the call.
 */

type Pair<A> = [A, A]

/**
 * The floored quotient and its remainder, as a list of two. Lazy. NumPy's `numpy.divmod`.
 * @example
 * np.divmod([7, -7], 3) // [ array([ 2., -3.]), array([1., 2.]) ]
 */
export const divmod = declare(
  'divmod(x1: array, x2: array)',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y): Pair<NdArray<Two<'small', At<X>, Y>>> => [
    floor_divide(x, y) as Untyped,
    remainder(x, y) as Untyped,
  ],
)

/**
 * The parts after and before the point, both with the sign of `x`, as a list of two. Lazy. NumPy's `numpy.modf`.
 * @example
 * np.modf([1.5, -2.25]) // [ array([ 0.5 , -0.25]), array([ 1., -2.]) ]
 */
export const modf = declare('modf(x: array)', <X extends ArrayInput>(x: X): [Elementary<X>, Elementary<X>] => {
  const a = floating('modf', x)
  const whole = trunc(a) as Untyped
  return [copysign(where(isinf(a), 0, subtract(a, whole)), a) as Untyped, whole]
})

/** In NumPy's floating dtype for the array. */
function floating(what: string, x: ArrayInput): Untyped {
  const value = toValue(what, x)
  return wrap(value).astype(mathType(value.dtype))
}

function logs(one: number, tail: (negative: NdArray) => NdArray): TypedRow & { arity: 2 } {
  return {
    arity: 2,
    typing: 'float',
    build: (_, [x, y]) => {
      const [a, b] = [wrap(x!), wrap(y!)]
      // Equal ones, infinities among them, have no difference.
      return valueOf(where(equal(a, b), add(a, one), add(maximum(a, b), tail(absolute(subtract(a, b)).neg()))))
    },
  }
}

/**
 * `log(exp(x) + exp(y))`, without overflow. Lazy. NumPy's `numpy.logaddexp`.
 * @example
 * np.logaddexp([0, 1000], [0, 1000]) // array([6.93147181e-01, 1.00069315e+03])
 */
export const logaddexp: Binary<'float'> = ufuncOf(
  'logaddexp',
  logs(Math.LN2, (d) => log1p(exp(d))),
)

/**
 * `log2(2**x + 2**y)`, without overflow. Lazy. NumPy's `numpy.logaddexp2`.
 * @example
 * np.logaddexp2([3], [3]) // array([4.])
 */
export const logaddexp2: Binary<'float'> = ufuncOf(
  'logaddexp2',
  logs(1, (d) => multiply(log1p(power(2, d)), Math.LOG2E)),
)

/**
 * 0 below zero, 1 above, `h` at zero; NaN of NaN. Lazy. NumPy's `numpy.heaviside`.
 * @example
 * np.heaviside([-1, 0, 2], 0.5) // array([0. , 0.5, 1. ])
 */
export const heaviside: Binary<'float'> = ufuncOf('heaviside', {
  arity: 2,
  typing: 'float',
  build: (_, [x, h]) => {
    const a = wrap(x!)
    // The constants of a choice would be 64 bits wide.
    return cast(valueOf(where(isnan(a), a, where(equal(a, 0), wrap(h!), where(less(a, 0), 0, 1)))), x!.dtype)
  },
})

/**
 * `sin(πx)/(πx)`, 1 at zero. Lazy. NumPy's `numpy.sinc`.
 * @example
 * np.sinc([0, 0.5]) // array([1.        , 0.63661977])
 */
export const sinc = declare('sinc(x: array)', <X extends ArrayInput>(x: X): Elementary<X> => {
  const a = floating('sinc', x)
  const y = multiply(where(equal(a, 0), 1e-20, a), Math.PI)
  return divide(sin(y), y) as Untyped
})

/**
 * Powers computed in float64 whatever the dtypes: negative exponents of integers are welcome. Lazy. NumPy's
 * `numpy.float_power`.
 * @example
 * np.float_power([2, 4], -1) // array([0.5 , 0.25])
 */
export const float_power: BinaryMethods<'float64'> &
  (<T extends DTypeName = never, O = never>(
    x: ArrayInput,
    y: ArrayInput,
    options?: UfuncOptions<T, O>,
  ) => Outcome<T, O, 'float64'>) = ufuncOf('float_power', {
  arity: 2,
  record: (_, operands) => {
    const [x, y] = operands.map((v) => wrap(cast(settled(v), 'float64')))
    return valueOf(power(x!, y!))
  },
})

/**
 * The array itself: there are no complex elements. NumPy's `numpy.real`.
 * @example
 * np.real([1, 2]) // array([1., 2.])
 */
export const real = declare('real(val: array)', <X extends ArrayInput>(x: X): Same<X> => arrayOf('real', x))
/**
 * Zeros: there are no complex elements. NumPy's `numpy.imag`.
 * @example
 * np.imag([1, 2]) // array([0., 0.])
 */
export const imag = declare('imag(val: array)', <X extends ArrayInput>(x: X): Same<X> => {
  const value = toValue('imag', x)
  return wrap(filled(0, value.dtype, value.shape))
})
/**
 * The array itself: there are no complex elements. NumPy's `numpy.conjugate`.
 * @example
 * np.conjugate([1, 2]) // array([1., 2.])
 */
export const conjugate: Unary<'any'> = ufuncOf('conjugate', { arity: 1, typing: 'any', build: (_, [x]) => x! })
/**
 * The array itself: there are no complex elements. NumPy's `numpy.real_if_close`.
 * @example
 * np.real_if_close([1, 2]) // array([1., 2.])
 */
export const real_if_close = declare(
  'real_if_close(a: array, {tol?: number})',
  <X extends ArrayInput>(x: X, ..._: Rest<[tol: number], { tol?: number }>): Same<X> => arrayOf('real_if_close', x),
)
/**
 * π for negative numbers, 0 for others; in degrees with `deg`. Lazy. NumPy's `numpy.angle`.
 * @example
 * np.angle([1, -1]) // array([0.        , 3.14159265])
 */
export const angle = declare(
  'angle(z: array, {deg?: flag})',
  <X extends ArrayInput>(x: X, ...rest: Rest<[deg: boolean], { deg?: boolean }>): Elementary<X> => {
    const { deg = false } = optionsOf<{ deg?: boolean }>(rest)
    const a = arctan2(0, floating('angle', x))
    return (deg ? multiply(a, 180 / Math.PI) : a) as Untyped
  },
)
/**
 * True everywhere. NumPy's `numpy.isreal`.
 * @example
 * np.isreal([1, 2]) // array([ True,  True])
 */
export const isreal = declare(
  'isreal(x: array)',
  (x: ArrayInput): NdArray<'bool'> => wrap(filled(1, 'bool', toValue('isreal', x).shape)),
)
/**
 * False everywhere. NumPy's `numpy.iscomplex`.
 * @example
 * np.iscomplex([1, 2]) // array([False, False])
 */
export const iscomplex = declare(
  'iscomplex(x: array)',
  (x: ArrayInput): NdArray<'bool'> => wrap(filled(0, 'bool', toValue('iscomplex', x).shape)),
)
/**
 * Whether the elements could have imaginary parts: never. NumPy's `numpy.iscomplexobj`.
 * @example
 * np.iscomplexobj([1, 2]) // false
 */
export const iscomplexobj = declare('iscomplexobj(x: array)', (_: ArrayInput): boolean => false)
/**
 * Whether the elements are real by their dtype: always. NumPy's `numpy.isrealobj`.
 * @example
 * np.isrealobj([1, 2]) // true
 */
export const isrealobj = declare('isrealobj(x: array)', (_: ArrayInput): boolean => true)
interface OutOption {
  out?: NdArray<AnyDType>
}
type OutRest = Rest<[out: NdArray<AnyDType>], OutOption>

/**
 * Where the elements are Infinity. Lazy. NumPy's `numpy.isposinf`.
 * @example
 * np.isposinf([1, Infinity, -Infinity]) // array([False,  True, False])
 */
export const isposinf = declare(
  'isposinf(x: array, {out?: ndarray})',
  (x: ArrayInput, ...rest: OutRest): NdArray<'bool'> => equal(x, Infinity, optionsOf<OutOption>(rest)) as never,
)
/**
 * Where the elements are -Infinity. Lazy. NumPy's `numpy.isneginf`.
 * @example
 * np.isneginf([1, Infinity, -Infinity]) // array([False, False,  True])
 */
export const isneginf = declare(
  'isneginf(x: array, {out?: ndarray})',
  (x: ArrayInput, ...rest: OutRest): NdArray<'bool'> => equal(x, -Infinity, optionsOf<OutOption>(rest)) as never,
)

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

const common = (x: Scalar, y: Scalar): Scalar => {
  let [a, b] = [x < 0 ? -x : x, y < 0 ? -y : y] as [number, number]
  while (b) [a, b] = [b, a % b]
  return a
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
      const values = integers(what, operands)
      return valueOf(forEach(what, values, [values[0]!.dtype], (a, b) => [common(a!, b!)])[0]!)
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
      const values = integers(what, operands)
      const { big, kind } = dtypeInfo[values[0]!.dtype]
      const least = (a: Scalar, b: Scalar): Scalar => {
        const divisor = common(a, b) as number
        if (!divisor) return divisor
        const quotient = (a as number) / divisor
        const product = big ? quotient * (b as number) : Math.imul(quotient, b as number)
        return product < 0 && kind !== 'unsigned' ? -product : product
      }
      return valueOf(forEach(what, values, [values[0]!.dtype], (a, b) => [least(a!, b!)])[0]!)
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
      const ones = (a: Scalar): number => {
        let n = 0
        for (let rest = BigInt(a < 0 ? -a : a); rest > 0n; rest &= rest - 1n) n++
        return n
      }
      return valueOf(forEach(what, integers(what, operands), ['uint8'], (a) => [ones(a!)])[0]!)
    },
  },
  listed('bitwise_count'),
)

/** The neighbour of `x` in its dtype on the way to `y`. */
function neighbour(x: number, y: number, dtype: DType): number {
  if (x !== x || y !== y) return NaN
  if (x === y) return y
  const cell = dtype === 'float32' ? new Float32Array(1) : new Float64Array(1)
  const bits = dtype === 'float32' ? new Uint32Array(cell.buffer) : new BigUint64Array(cell.buffer)
  if (x === 0) {
    bits[0] = (typeof bits[0] === 'bigint' ? 1n : 1) as never
    return y > 0 ? cell[0]! : -cell[0]!
  }
  cell[0] = x
  const up = x > 0 === y > x
  const one = typeof bits[0] === 'bigint' ? 1n : 1
  bits[0] = ((bits[0] as number) + (up ? (one as number) : -(one as number))) as never
  return cell[0]!
}

/**
 * The next number after each element of `x` in the direction of `y`. NumPy's `numpy.nextafter`.
 * @example
 * np.nextafter(1, 2).item() // 1.0000000000000002
 */
export const nextafter: Binary<'float'> = ufuncOf('nextafter', {
  arity: 2,
  typing: 'float',
  build: (what, [x, y]) => {
    const { dtype } = x!
    const values = alike(what, [wrap(x!), wrap(y!)])
    return valueOf(forEach(what, values, [dtype], (p, q) => [neighbour(p as number, q as number, dtype)])[0]!)
  },
})

/**
 * The distance to the next number away from zero, with the sign of `x`. NumPy's `numpy.spacing`.
 * @example
 * np.spacing([1, 1000]) // array([2.22044605e-16, 1.13686838e-13])
 */
export const spacing: Unary<'float'> = ufuncOf('spacing', {
  arity: 1,
  typing: 'float',
  build: (what, [x]) => {
    const { dtype } = x!
    const step = (p: number): number => (Number.isFinite(p) ? neighbour(p, p < 0 ? -Infinity : Infinity, dtype) - p : NaN)
    return valueOf(forEach(what, [x!], [dtype], (p) => [step(p as number)])[0]!)
  },
})

/**
 * `x` times a power of two, exactly. Powers are whole numbers, of whatever dtype. Throws `DTypeError` for others. NumPy's `numpy.ldexp`.
 * @example
 * np.ldexp([1, 3], [4n, 2n]) // array([16., 12.])
 */
export const ldexp: BinaryMethods &
  (<X extends ArrayInput>(x: X, exponents: ArrayInput, options?: UfuncOptions | NdArray<AnyDType>) => Elementary<X>) = ufuncOf(
  'ldexp',
  {
    arity: 2,
    record: (what, operands) => {
      const [x, n] = operands.map((v) => settled(v)) as [Node, Node]
      const dtype = mathType(x.dtype)
      const values = alike(what, [wrap(cast(x, dtype)), wrap(n)], 'float64')
      return valueOf(forEach(what, values, [dtype], (p, k) => [scaled(p as number, whole(what, k as number))])[0]!)
    },
  },
)

function whole(what: string, power: number): number {
  if (Number.isInteger(power)) return power
  throw new DTypeError(`${what}: a power of ${power}, expected whole numbers`)
}

/** In steps that neither overflow nor lose digits before the last. Beyond these powers everything is 0 or infinite. */
function scaled(x: number, power: number): number {
  let [value, rest] = [x, Math.max(-5000, Math.min(5000, power))]
  for (; rest > 1000; rest -= 1000) value *= 2 ** 1000
  for (; rest < -1000; rest += 1000) value *= 2 ** -1000
  return Math.abs(rest) > 0 ? value * 2 ** rest : value
}

/**
 * Fractions between 1/2 and 1 in size, and powers of two (int32), of which `x` is the product, as a list of two. NumPy's
 * `numpy.frexp`.
 * @example
 * np.frexp([8, 0.75]) // [ array([0.5 , 0.75]), array([4, 0], dtype=int32) ]
 */
export const frexp = declare('frexp(x: array)', <X extends ArrayInput>(x: X): [Elementary<X>, NdArray<'int32'>] => {
  const value = valueOf(floating('frexp', x))
  return forEach('frexp', [value], [value.dtype, 'int32'], (a) => {
    const p = a as number
    if (p === 0 || !Number.isFinite(p)) return [p, 0]
    // Powers beyond the range of doubles are taken in two steps.
    let exponent = Math.floor(Math.log2(Math.abs(p))) + 1
    const half = exponent >> 1
    let fraction = p / 2 ** half / 2 ** (exponent - half)
    if (Math.abs(fraction) >= 1) {
      fraction /= 2
      exponent++
    } else if (Math.abs(fraction) < 0.5) {
      fraction *= 2
      exponent--
    }
    return [fraction, exponent]
  }) as [Untyped, Untyped]
})

export { conjugate as conj }
