import { type ConstNode, type DType, dtypeInfo, isFloat, ShapeError } from '@weldarray/ir'
import { cast, constant, iota, map, type Value } from '@weldarray/runtime'
import { askedType, type DTypeArgument } from './creation.js'
import { power } from './elementwise.js'
import { op, select } from './pen.js'
import { type NdArray, valueOf, wrap } from './seam.js'
import type { DTypeName, WeakScalar } from './types.js'

const count = (length: number): Value => iota({ shape: [length], strides: [1], offset: 0 })

const isBound = (x: unknown): x is number | bigint => typeof x === 'number' || typeof x === 'bigint'

/**
 * Numbers from `start` (0) up to and without `stop`, `step` (1) apart: `arange(stop)`, `arange(start, stop)`,
 * `arange(start, stop, step)`, each with a dtype or options last. Numbers give float64, bigints bigint64. Lazy.
 */
export function arange(...args: (number | bigint | DTypeArgument)[]): NdArray {
  const bounds = args.filter(isBound)
  const asked = askedType(args.find((x): x is DTypeArgument => !isBound(x)))
  const [start, stop, step] = spread(bounds)
  const dtype: DType = asked ?? (bounds.some((x) => typeof x === 'number') ? 'float64' : 'bigint64')
  if (Number(step) === 0) throw new ShapeError('arange: the step must not be 0')
  const length = Math.max(0, steps(start, stop, step))
  if (!Number.isSafeInteger(length)) throw new ShapeError(`arange: from ${start} to ${stop} by ${step} has no length`)
  const first = constant(start, dtype)
  // NumPy steps by the difference of the first two elements, rounded to the dtype.
  const second = constant(dtypeInfo[dtype].big ? big(start) + big(step) : Number(start) + Number(step), dtype)
  if (dtype === 'bool') return wrap(op('ne', count(length), Number(start) === 0 ? 0 : -1))
  const delta = difference(second, first, dtype)
  return wrap(op('add', op('mul', cast(count(length), dtype), delta), first))
}

/** Start, stop and step of what was given; those left out are of the same kind of number. */
function spread(bounds: readonly (number | bigint)[]): [number | bigint, number | bigint, number | bigint] {
  const exact = bounds.every((x) => typeof x === 'bigint')
  const [zero, one] = exact ? [0n, 1n] : [0, 1]
  return bounds.length === 1 ? [zero, bounds[0]!, one] : [bounds[0]!, bounds[1]!, bounds[2] ?? one]
}

/** How many steps there are, rounded up; of bigints exactly. */
function steps(start: number | bigint, stop: number | bigint, step: number | bigint): number {
  if (typeof start !== 'bigint' || typeof stop !== 'bigint' || typeof step !== 'bigint')
    return Math.ceil((Number(stop) - Number(start)) / Number(step))
  const [range, by] = step > 0n ? [stop - start, step] : [start - stop, -step]
  return Number((range + by - 1n) / by)
}

const big = (x: number | bigint): bigint => (typeof x === 'bigint' ? x : BigInt(Math.trunc(x)))

const difference = (a: Value, b: Value, dtype: DType): Value =>
  dtypeInfo[dtype].big
    ? constant(((a as ConstNode).value as bigint) - ((b as ConstNode).value as bigint), dtype)
    : constant(((a as ConstNode).value as number) - ((b as ConstNode).value as number), dtype)

export interface SpaceOptions {
  /** Whether `stop` is the last number (true). */
  endpoint?: boolean | undefined
  dtype?: DTypeName | undefined
}

function evenly(start: number, stop: number, num: number, endpoint: boolean): Value {
  if (!Number.isSafeInteger(num) || num < 0) throw new ShapeError(`linspace: ${num} numbers, expected a non-negative integer`)
  const parts = endpoint ? num - 1 : num
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

/** Rounds down where the dtype has no fractions, as NumPy does. */
const inType = (value: Value, dtype: DType | undefined): Value =>
  dtype === undefined || isFloat(dtype) ? cast(value, dtype ?? 'float64') : cast(op('floor', value), dtype)

/** `num` (50) numbers evenly spaced from `start` to `stop`; float64 unless a dtype is given. Lazy. */
export function linspace(start: WeakScalar, stop: WeakScalar, num = 50, options: SpaceOptions = {}): NdArray {
  return wrap(inType(evenly(Number(start), Number(stop), num, options.endpoint ?? true), askedType(options)))
}

/** `base` (10) to the power of `linspace(start, stop)`. */
export function logspace(start: number, stop: number, num = 50, options: SpaceOptions & { base?: number } = {}): NdArray {
  const powers = power(options.base ?? 10, wrap(evenly(start, stop, num, options.endpoint ?? true)))
  return wrap(cast(valueOf(powers), askedType(options) ?? 'float64'))
}

/** `num` numbers from `start` to `stop` with one ratio between neighbours. Both must have one sign and not be 0. */
export function geomspace(start: number, stop: number, num = 50, options: SpaceOptions = {}): NdArray {
  if (start === 0 || stop === 0 || start < 0 !== stop < 0)
    throw new ShapeError(`geomspace: from ${start} to ${stop} there is no constant ratio: both must have one sign and not be 0`)
  const endpoint = options.endpoint ?? true
  const exponents = evenly(Math.log10(Math.abs(start)), Math.log10(Math.abs(stop)), num, endpoint)
  const positive = map('pow' as never, [constant(10, 'float64'), exponents])
  const signed = start < 0 ? op('neg', positive) : positive
  // The ends are exact.
  const index = count(num)
  const low = select(op('eq', index, 0), start, signed)
  const values = endpoint && num > 1 ? select(op('eq', index, num - 1), stop, low) : low
  return wrap(cast(values, askedType(options) ?? 'float64'))
}
