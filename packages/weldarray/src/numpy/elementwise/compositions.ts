import {
  type DType,
  DTypeError,
  dtypeInfo,
  dtypeOfKind,
  isFloat,
  type LoopOp,
  mathType,
  type Node,
  scalarText,
  zeroOf,
} from '@weldarray/ir'
import { cast, keeping, map } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Elementary, Floating, Met, Out, Outcome, Same, Two } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import type { Untyped } from '../operands/arrays.js'
import { borrow, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { alike } from '../operands/each.js'
import { filled, op } from '../operands/expressions.js'
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
 * Elementwise functions that are put together from others, and so fuse with what is around them.
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
export const sinc = declare('sinc(x: array)', <X extends ArrayInput>(x: X): Floating<X> => {
  const turns = multiply(arrayOf('sinc', x), Math.PI)
  const y = where(equal(turns, 0), 1e-20, turns)
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

/**
 * The next number after each element of `x` in the direction of `y`. NumPy's `numpy.nextafter`.
 * @example
 * np.nextafter(1, 2).item() // 1.0000000000000002
 */
export const nextafter: Binary<'float'> = ufuncOf('nextafter', {
  arity: 2,
  typing: 'float',
  op: 'nextafter',
  build: (_, [x, y]) => op('nextafter', x!, y!),
})

/**
 * The distance to the next number away from zero, with the sign of `x`. NumPy's `numpy.spacing`.
 * @example
 * np.spacing([1, 1000]) // array([2.22044605e-16, 1.13686838e-13])
 */
export const spacing: Unary<'float'> = ufuncOf('spacing', {
  arity: 1,
  typing: 'float',
  op: 'spacing',
  build: (_, [x]) => op('spacing', x!),
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
      if (isFloat(n.dtype))
        keeping([x, n], () => borrow([n], (powers) => (powers as Float64Array).forEach((k) => whole(what, k))))
      const [value, power] = alike(what, [wrap(cast(x, dtype)), wrap(cast(n, dtype))]) as [Node, Node]
      return op('ldexp', value, power)
    },
  },
)

function whole(what: string, power: number): void {
  if (!Number.isInteger(power)) throw new DTypeError(`${what}: a power of ${power}, expected whole numbers`)
}

/**
 * Fractions between 1/2 and 1 in size, and powers of two (int32), of which `x` is the product, as a list of two. NumPy's
 * `numpy.frexp`.
 * @example
 * np.frexp([8, 0.75]) // [ array([0.5 , 0.75]), array([4, 0], dtype=int32) ]
 */
export const frexp = declare('frexp(x: array)', <X extends ArrayInput>(x: X): [Elementary<X>, NdArray<'int32'>] => {
  const value = valueOf(floating('frexp', x))
  return [wrap(op('frexp_fraction', value)), wrap(cast(op('frexp_exponent', value), 'int32'))] as [Untyped, Untyped]
})

export { conjugate as conj }
