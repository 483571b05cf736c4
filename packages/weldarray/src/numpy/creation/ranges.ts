import { ArgumentError, type ConstNode, type DType, DTypeError, dtypeInfo, isFloat, type Node, ShapeError } from '@weldarray/ir'
import { cast, constant, iota } from '@weldarray/runtime'
import type { Asked } from '../../types/dtype-of.js'
import { checkScalar } from '../arguments/checks.js'
import { declare } from '../arguments/declare.js'
import { type Untyped, wrap } from '../operands/arrays.js'
import { op, select } from '../operands/expressions.js'
import type { DTypeName } from '../types.js'
import { askedType, DEVICE, type NewOptions, type NewRest } from './creation.js'

const count = (length: number): Node => iota({ shape: [length], strides: [1], offset: 0 })

const isBound = (x: unknown): x is Bound => typeof x === 'number' || typeof x === 'bigint'

/** The dtype of numbers from here to there. */
type Ranged<B extends number | bigint> = [Extract<B, number>] extends [never] ? 'bigint64' : 'float64'

interface Arange {
  <B extends number | bigint, T extends DTypeName = never>(stop: B, ...rest: NewRest<T>): Asked<T, Ranged<B>>
  <B extends number | bigint, T extends DTypeName = never>(start: B, stop: B | null, ...rest: NewRest<T>): Asked<T, Ranged<B>>
  <B extends number | bigint, T extends DTypeName = never>(
    start: B,
    stop: B | null,
    step: B | null,
    ...rest: NewRest<T>
  ): Asked<T, Ranged<B>>
  <B extends number | bigint, T extends DTypeName = never>(
    start: B,
    stop: B | null,
    options: NewOptions<T> & { step: B | null },
  ): Asked<T, Ranged<B>>
  <B extends number | bigint, T extends DTypeName = never>(
    start: B,
    options: NewOptions<T> & { stop?: B | null; step?: B | null },
  ): Asked<T, Ranged<B>>
}

/**
 * Numbers from `start` (0) up to and without `stop`, `step` (1) apart: `arange(stop)`, `arange(start, stop)`,
 * `arange(start, stop, step)`, each with a dtype or options last. Numbers give float64, bigints bigint64. Lazy.
 * Throws `DTypeError` for first elements that an integer dtype does not hold.
 *
 * NumPy's `numpy.arange`.
 * @example
 * np.arange(0, 1, 0.25) // array([0.  , 0.25, 0.5 , 0.75])
 */
export const arange: Arange = declare(
  `arange(start: scalar|null, stop?: scalar|null|dtype, step?: scalar|null|dtype, {dtype?: dtype, *, ${DEVICE}})`,
  ((...args: (number | bigint | null | undefined | DTypeName | NewOptions)[]): Untyped => {
    const given = args.find((x) => x !== null && x !== undefined && !isBound(x)) as DTypeName | NewOptions | undefined
    const asked = askedType(typeof given === 'string' ? { dtype: given } : (given ?? {}))
    const [start, stop, step] = spread(args.slice(0, 3).map((x) => (isBound(x) ? x : undefined)))
    const dtype: DType = asked ?? ([start, stop, step].some((x) => typeof x === 'number') ? 'float64' : 'bigint64')
    if (Number(step) === 0) throw new ShapeError('arange: the step must not be 0')
    const length = Math.max(0, steps(start, stop, step))
    if (!Number.isSafeInteger(length)) throw new ShapeError(`arange: from ${start} to ${stop} by ${step} has no length`)
    return wrap(progression(start, step, length, dtype))
  }) as Arange,
)

/** NumPy stores the first two elements, and goes on by their difference; all of it in the dtype. */
function progression(start: number | bigint, step: number | bigint, length: number, dtype: DType): Node {
  const next = length < 2 ? start : dtypeInfo[dtype].big ? bigSum(start, step) : Number(start) + Number(step)
  if (dtype === 'bool') {
    if (length > 2) throw new DTypeError(`arange: ${length} elements of dtype bool, expected at most 2`)
    const bit = (x: number | bigint): Node => constant(Number(Number(x) !== 0), 'bool')
    return select(op('eq', count(length), 0), bit(start), bit(next))
  }
  if (length > 0) checkScalar('arange', start, dtype)
  if (length > 1) checkScalar('arange', next, dtype)
  const first = constant(start, dtype)
  const second = constant(next, dtype)
  const delta = difference(second, first, dtype)
  const index = count(length)
  const values = op('add', op('mul', cast(index, dtype), delta), first)
  // The second is what was stored: from the difference, which is rounded, it may not come back.
  const again = op('add', delta, first)
  return length < 2 || !isFloat(dtype) || (again as ConstNode).value === (second as ConstNode).value
    ? values
    : select(op('eq', index, 1), second, values)
}

type Bound = number | bigint

/** Start, stop and step of what was given; those left out are of the same kind of number. */
function spread(bounds: readonly (Bound | undefined)[]): [Bound, Bound, Bound] {
  const [first, second, step] = bounds
  const exact = bounds.every((x) => x === undefined || typeof x === 'bigint')
  const [zero, one] = exact ? [0n, 1n] : [0, 1]
  const [start, stop] = second === undefined ? [zero, first] : [first ?? zero, second]
  if (stop === undefined) throw new ArgumentError('arange: there is no stop, expected a number')
  return [start, stop, step ?? one]
}

/** A quotient rounded up, also where it is too small to be told from 0. */
function roundedUp(range: number, by: number): number {
  const exact = range / by
  return exact === 0 && range !== 0 && !Object.is(exact, -0) ? 1 : Math.ceil(exact)
}

/** How many steps there are, rounded up; of bigints exactly. */
function steps(start: number | bigint, stop: number | bigint, step: number | bigint): number {
  if (typeof start !== 'bigint' || typeof stop !== 'bigint' || typeof step !== 'bigint')
    return roundedUp(Number(stop) - Number(start), Number(step))
  const [range, by] = step > 0n ? [stop - start, step] : [start - stop, -step]
  return Number((range + by - 1n) / by)
}

const isWhole = (x: Bound): boolean => typeof x === 'bigint' || Number.isInteger(x)

/** Exact where both are whole; the sum of fractions is cut off, not each of them. */
const bigSum = (x: Bound, y: Bound): bigint =>
  isWhole(x) && isWhole(y) ? BigInt(x) + BigInt(y) : BigInt(Math.trunc(Number(x) + Number(y)))

const difference = (a: Node, b: Node, dtype: DType): Node =>
  dtypeInfo[dtype].big
    ? constant(((a as ConstNode).value as bigint) - ((b as ConstNode).value as bigint), dtype)
    : constant(((a as ConstNode).value as number) - ((b as ConstNode).value as number), dtype)
