import { DTypeError, isFloat, mathType, type Node } from '@weldarray/ir'
import { cast, computedTogether, keeping, map } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import type { At, Elementary, Floating, Outcome, Two } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { borrow, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { alike } from '../operands/each.js'
import { op } from '../operands/expressions.js'
import { settled } from '../operands/operands.js'
import { arrayOf } from '../shaping/layout.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../types.js'
import { where } from './choosing.js'
import { type Binary, type Unary, ufuncOf } from './from-rows.js'
import {
  absolute,
  add,
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
import { inFloats } from './in-floats.js'
import type { BinaryMethods } from './methods/types.js'
import type { TypedRow } from './ufunc.js'

/*
 * Elementwise functions that are put together from others, and so fuse with what is around them.
 */

type Pair<A> = [A, A]

/** Two results that one loop stores. */
function atOnce<A extends NdArray>(x: A, y: A): Pair<A> {
  computedTogether([valueOf(x), valueOf(y)])
  return [x, y]
}

/**
 * The floored quotient and its remainder, as a list of two. Lazy. NumPy's `numpy.divmod`.
 * @example
 * np.divmod([7, -7], 3) // [ array([ 2., -3.]), array([1., 2.]) ]
 */
export const divmod = declare(
  'divmod(x1: array, x2: array)',
  <X extends ArrayInput, Y extends ArrayInput>(x: X, y: Y): Pair<NdArray<Two<'small', At<X>, Y>>> =>
    atOnce(floor_divide(x, y) as Untyped, remainder(x, y) as Untyped),
)

/**
 * The parts after and before the point, both with the sign of `x`, as a list of two. Lazy. NumPy's `numpy.modf`.
 * @example
 * np.modf([1.5, -2.25]) // [ array([ 0.5 , -0.25]), array([ 1., -2.]) ]
 */
export const modf = declare('modf(x: array)', <X extends ArrayInput>(x: X): [Elementary<X>, Elementary<X>] => {
  const a = inFloats('modf', x)
  const whole = trunc(a) as Untyped
  return atOnce(copysign(where(isinf(a), 0, subtract(a, whole)), a) as Untyped, whole)
})

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
  const value = valueOf(inFloats('frexp', x))
  const exponent = op('frexp_exponent', value)
  return atOnce(wrap(op('ldexp', value, map('neg', [exponent]))), wrap(cast(exponent, 'int32'))) as [Untyped, Untyped]
})
