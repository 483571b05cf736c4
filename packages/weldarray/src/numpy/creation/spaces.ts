import { type DType, isFloat, type Node, normalizeAxis, promoteTypes, ShapeError } from '@weldarray/ir'
import { cast, constant, iota, map } from '@weldarray/runtime'
import type { Asked, Computed, Named, NamedBy } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { where } from '../elementwise/choosing.js'
import { absolute, add, divide, equal, log10, multiply, power, sign, subtract } from '../elementwise/functions.js'
import { type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { op, select } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import { any } from '../reductions/truth.js'
import { arrayOf, expand_dims, moveaxis, reshape } from '../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { askedType, shapeOf } from './creation.js'

/*
 * Numbers evenly spaced between two, or between the elements of two arrays: along a new axis then.
 */

export interface SpaceOptions<T extends DTypeName = DTypeName> {
  num?: number | undefined
  /** Whether `stop` is the last number (true). */
  endpoint?: boolean | undefined
  dtype?: T | undefined
  /** Of arrays: where in the result the numbers lie (0). */
  axis?: number | undefined
}

export interface LinspaceOptions<T extends DTypeName = DTypeName> extends SpaceOptions<T> {
  /** Also the distance of neighbours, in a list of two. */
  retstep?: boolean | undefined
  device?: 'cpu' | null | undefined
}

const count = (length: number): Node => iota({ shape: [length], strides: [1], offset: 0 })

const partsOf = (what: string, num: number, endpoint: boolean): number => {
  if (!Number.isSafeInteger(num) || num < 0) throw new ShapeError(`${what}: ${num} numbers, expected a non-negative integer`)
  return endpoint ? num - 1 : num
}

function evenly(what: string, start: number, stop: number, num: number, endpoint: boolean): Node {
  const parts = partsOf(what, num, endpoint)
  const index = count(num)
  const step = (stop - start) / parts
  const scaled =
    parts > 0
      ? step === 0
        ? op('mul', op('div', index, parts), stop - start)
        : op('mul', index, step)
      : op('mul', index, stop - start)
  const values = op('add', scaled, start)
  return endpoint && num > 1 ? select(op('eq', index, num - 1), stop, values) : values
}

/** Along the first axis, between the elements of two arrays; in float32 where both are, or one of them and the other is a number. */
function between(
  what: string,
  start: ArrayInput,
  stop: ArrayInput,
  num: number,
  endpoint: boolean,
): [Untyped, step: Untyped | number] {
  const parts = partsOf(what, num, endpoint)
  const ends = [start, stop].map((x) => valueOf(arrayOf(what, x)))
  const [own, other] = ends.filter((_, i) => !isNumber([start, stop][i])).map((end) => end.dtype)
  const met = promoteTypes(own!, other ?? own!)
  const dtype: DType = isFloat(met) ? met : 'float64'
  const [first, last] = ends.map((end) => wrap(cast(end, dtype))) as [Untyped, Untyped]
  const delta: Untyped = subtract(last, first)
  shapeOf(what, [num, ...delta.shape])
  const index: Untyped = reshape(wrap(cast(count(num), dtype)), [num, ...delta.shape.map(() => 1)])
  const step: Untyped | number = parts > 0 ? divide(delta, parts) : NaN
  // Steps too small for a number of their own are taken as shares of the way.
  const scaled =
    typeof step === 'number'
      ? multiply(index, delta)
      : any(equal(step, 0))
        ? multiply(divide(index, parts), delta)
        : multiply(index, step)
  const values = add(scaled, first)
  return [(endpoint && num > 1 ? where(equal(index, num - 1), last, values) : values) as Untyped, step]
}

/** Rounds down where the dtype is of whole numbers, as NumPy does. */
const inType = (value: Node, dtype: DType = value.dtype): Node =>
  cast(isFloat(dtype) || dtype === 'bool' ? value : op('floor', value), dtype)

const isNumber = (x: unknown): x is number => typeof x === 'number'

/** The place of the numbers' axis in a result with `rank` other ones. */
const placed = (what: string, x: Untyped, axis: number): Untyped =>
  axis === 0 ? x : moveaxis(x, 0, normalizeAxis(what, axis, x.shape.length))

type Bounds<T extends DTypeName> = Rest<
  [num: number, endpoint: boolean, retstep: false, dtype: NamedBy<T>, axis: number],
  LinspaceOptions<T>
>

interface Linspace {
  <X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never>(
    start: X,
    stop: Y,
    options: LinspaceOptions<T> & { retstep: true },
  ): [Asked<T, Computed<[X, Y]>>, step: number | NdArray<Computed<[X, Y]>>]
  <X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never>(
    start: X,
    stop: Y,
    num: number,
    options: LinspaceOptions<T> & { retstep: true },
  ): [Asked<T, Computed<[X, Y]>>, step: number | NdArray<Computed<[X, Y]>>]
  <X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never>(
    start: X,
    stop: Y,
    num: number | undefined,
    endpoint: boolean | undefined,
    retstep: true,
    ...rest: Rest<[dtype: NamedBy<T>, axis: number], LinspaceOptions<T>>
  ): [Asked<T, Computed<[X, Y]>>, step: number | NdArray<Computed<[X, Y]>>]
  <X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never>(
    start: X,
    stop: Y,
    ...rest: Bounds<T>
  ): Asked<T, Computed<[X, Y]>>
}

/**
 * `num` (50) numbers evenly spaced from `start` to `stop`; float64 unless a dtype is given. Between arrays, along a new axis (the first,
 * or `axis`). With `retstep` a list: the numbers, and their distance. Lazy. NumPy's `numpy.linspace`.
 * @example
 * np.linspace(0, 1, 5) // array([0.  , 0.25, 0.5 , 0.75, 1.  ])
 */
export const linspace: Linspace = declare(
  'linspace(start: array, stop: array, {num?: integer, endpoint?: flag, retstep?: flag, dtype?: dtype, axis?: integer, *, device?: "cpu"|null})',
  (start: ArrayInput, stop: ArrayInput, ...rest: readonly unknown[]): never => {
    const options = optionsOf<LinspaceOptions>(rest)
    const { num = 50, endpoint = true, retstep = false, axis = 0 } = options
    const asked = askedType(options)
    if (isNumber(start) && isNumber(stop)) {
      normalizeAxis('linspace', axis, 1)
      const values = wrap(inType(evenly('linspace', start, stop, num, endpoint), asked))
      const parts = endpoint ? num - 1 : num
      return (retstep ? [values, parts > 0 ? (stop - start) / parts : NaN] : values) as never
    }
    const [values, step] = between('linspace', start, stop, num, endpoint)
    const result = placed('linspace', values, axis)
    const given: Untyped = wrap(inType(valueOf(result), asked))
    return (retstep ? [given, step] : given) as never
  },
) as never

export interface LogspaceOptions<T extends DTypeName = DTypeName> extends SpaceOptions<T> {
  /** What is raised to the powers (10). */
  base?: ArrayInput | undefined
}

/**
 * `base` (10) to the power of `linspace(start, stop)`; arrays as in `linspace`. NumPy's `numpy.logspace`.
 * @example
 * np.logspace(0, 3, 4) // array([   1.,   10.,  100., 1000.])
 */
export const logspace = declare(
  'logspace(start: number|array, stop: number|array, {num?: integer, endpoint?: flag, base?: number|array, dtype?: dtype, axis?: integer})',
  <T extends DTypeName = 'float64'>(
    start: ArrayInput,
    stop: ArrayInput,
    ...rest: Rest<[num: number, endpoint: boolean, base: ArrayInput, dtype: NamedBy<T>, axis: number], LogspaceOptions<T>>
  ): NdArray<Named<T>> => {
    const options = optionsOf<LogspaceOptions>(rest)
    const { num = 50, endpoint = true, base = 10, axis = 0 } = options
    const asked = askedType(options)
    const last = (y: Untyped): never => wrap(cast(valueOf(y), asked ?? valueOf(y).dtype)) as never
    if (isNumber(base)) return last(power(base, linspace(start, stop, { num, endpoint, axis })) as Untyped)
    // A base of its own axes decides where the axis of the powers lies.
    const all = [start, stop, base].map((x) => arrayOf('logspace', x))
    const rank = Math.max(...all.map((x) => x.shape.length))
    const [low, high, bases] = all.map((x) => reshape(x, [...new Array<number>(rank - x.shape.length).fill(1), ...x.shape]))
    return last(power(expand_dims(bases!, axis), linspace(low!, high!, { num, endpoint, axis })) as Untyped)
  },
)

/**
 * `num` numbers from `start` to `stop` with one ratio between neighbours; arrays as in `linspace`. Both must have one sign and not be
 * 0. NumPy's `numpy.geomspace`.
 * @example
 * np.geomspace(1, 8, 4) // array([1., 2., 4., 8.])
 */
export const geomspace = declare(
  'geomspace(start: number|array, stop: number|array, {num?: integer, endpoint?: flag, dtype?: dtype, axis?: integer})',
  <T extends DTypeName = 'float64'>(
    start: ArrayInput,
    stop: ArrayInput,
    ...rest: Rest<[num: number, endpoint: boolean, dtype: NamedBy<T>, axis: number], SpaceOptions<T>>
  ): NdArray<Named<T>> => {
    const options = optionsOf<SpaceOptions>(rest)
    const { num = 50, endpoint = true, axis = 0 } = options
    const asked = askedType(options)
    if (isNumber(start) && isNumber(stop)) {
      normalizeAxis('geomspace', axis, 1)
      return wrap(cast(geometric(start, stop, num, endpoint), asked ?? 'float64')) as never
    }
    const [first, last] = [start, stop].map((x) => wrap(cast(toValue('geomspace', x), 'float64'))) as [NdArray, NdArray]
    const turned = sign(first)
    const steps = { num, endpoint }
    const size = power(10, linspace(log10(absolute(first)), log10(multiply(last, turned)), steps)) as Untyped
    checkSigns(first, last)
    const index: Untyped = reshape(wrap(count(num)), [num, ...new Array<number>(size.shape.length - 1).fill(1)])
    const low = where(equal(index, 0), first, multiply(size, turned))
    const values = (endpoint && num > 1 ? where(equal(index, num - 1), last, low) : low) as Untyped
    return wrap(cast(valueOf(placed('geomspace', values, axis)), asked ?? 'float64')) as never
  },
)

const noRatio = (start: number | bigint, stop: number | bigint): ShapeError =>
  new ShapeError(`geomspace: from ${start} to ${stop} there is no constant ratio: both must have one sign and not be 0`)

/** Looks at the elements: throws `ShapeError` unless all pairs have one sign and none is 0. */
function checkSigns(first: NdArray, last: NdArray): void {
  const product = multiply(sign(first), sign(last))
  if (any(equal(product, 1).not()))
    throw new ShapeError('geomspace: where signs differ, or one end is 0, there is no constant ratio')
}

function geometric(start: number, stop: number, num: number, endpoint: boolean): Node {
  if (start === 0 || stop === 0 || start < 0 !== stop < 0) throw noRatio(start, stop)
  const exponents = evenly('geomspace', Math.log10(Math.abs(start)), Math.log10(Math.abs(stop)), num, endpoint)
  const positive = map('pow', [constant(10, 'float64'), exponents])
  const signed = start < 0 ? op('neg', positive) : positive
  // The ends are exact.
  const index = count(num)
  const low = select(op('eq', index, 0), start, signed)
  return endpoint && num > 1 ? select(op('eq', index, num - 1), stop, low) : low
}
