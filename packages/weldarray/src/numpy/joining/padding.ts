import { normalizeAxis, type Scalar, ShapeError } from '@weldarray/ir'
import type { Same } from '../../types/dtype-of.js'
import { along } from '../analysis/calculus.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { ArgumentError, integerOf } from '../arguments/values.js'
import { arange } from '../creation/ranges.js'
import { round } from '../elementwise/choosing.js'
import { add, divide, multiply } from '../elementwise/functions.js'
import { take } from '../indexing/indexing.js'
import { isNdArray, type NdArray, type Untyped, valueOf, wrap } from '../operands/arrays.js'
import { toWrite } from '../operands/destination.js'
import { indexArray } from '../operands/eager.js'
import { max, mean, min } from '../reductions/reductions.js'
import { arrayOf, broadcast_to } from '../shaping/layout.js'
import { median } from '../statistics/quantiles.js'
import type { ArrayInput } from '../types.js'
import { concatenate } from './joining.js'
import { type PadFunction, paddedBy } from './padding-by-function.js'
import { framed, type Run, runsOf } from './padding-frames.js'
import { isFloat, joined, repeated, subtractFrom } from './padding-parts.js'

const MODES = [
  'constant',
  'edge',
  'linear_ramp',
  'maximum',
  'mean',
  'median',
  'minimum',
  'reflect',
  'symmetric',
  'wrap',
  'empty',
] as const

export type PadMode = (typeof MODES)[number]

/** One number for all ends, one pair for all axes, or a pair for each axis. */
export type PerAxis<N = number> = N | readonly N[] | readonly (readonly N[])[]

export interface PadOptions {
  mode?: PadMode | PadFunction
  constant_values?: PerAxis<number | bigint>
  end_values?: PerAxis
  /** How many elements at an end the statistics are of; all unless given. */
  stat_length?: PerAxis | null
  /** `'odd'`: the mirror image is taken from twice the edge's value. */
  reflect_type?: 'even' | 'odd'
}

/** Widths by axis, as NumPy's dictionary: nothing at the others. Throws `AxisError`. */
function byAxis(widths: Readonly<Record<string, PerAxis>>, rank: number): PerAxis {
  const list = Array.from({ length: rank }, () => [0, 0] as readonly number[])
  for (const [axis, width] of Object.entries(widths)) {
    if (typeof width !== 'number' && !Array.isArray(width))
      throw new ArgumentError(`pad: the width of axis ${axis} is no number, expected one or a pair`)
    list[normalizeAxis('pad', Number(axis), rank)] = typeof width === 'number' ? [width, width] : (width as readonly number[])
  }
  return list
}

/** Which modes read an option; with another it would be ignored. */
const READ_BY: Readonly<Record<string, readonly PadMode[]>> = {
  constant_values: ['constant'],
  end_values: ['linear_ramp'],
  stat_length: ['maximum', 'mean', 'median', 'minimum'],
  reflect_type: ['reflect', 'symmetric'],
}

function checkOptions(mode: PadMode | PadFunction, given: PadOptions): void {
  const called = typeof mode === 'function' ? 'a function as mode' : `mode '${mode}'`
  for (const [name, modes] of Object.entries(READ_BY))
    if (given[name as keyof PadOptions] !== undefined && !modes.includes(mode as PadMode))
      throw new ArgumentError(`pad: ${called} has no ${name}; it is an option of ${modes.map((m) => `'${m}'`).join(', ')}`)
}

const isNumber = (x: unknown): x is number => typeof x === 'number'
/** Constants are stored as they are: of integers of 64 bits bigints, too. */
const isConstant = (x: unknown): x is number | bigint => typeof x === 'number' || typeof x === 'bigint'

/** A pair for each axis. */
function pairs<N extends number | bigint = number>(
  what: string,
  given: PerAxis<N> | NdArray,
  rank: number,
  isOne: (x: unknown) => x is N = isNumber as never,
): [N, N][] {
  const x = isNdArray(given) ? (given.tolist() as unknown as PerAxis<N>) : given
  if (!isOne(x) && (!Array.isArray(x) || !x.flat().every(isOne)))
    throw new ArgumentError(`pad: ${what} are no numbers: expected one, a pair, or a pair for each axis`)
  const rows: (readonly N[])[] = isOne(x) ? [[x, x]] : x.length > 0 && isOne(x[0]) ? [x as N[]] : (x as N[][])
  const list = rows.map((r): [N, N] => (r.length === 1 ? [r[0]!, r[0]!] : [r[0]!, r[1]!]))
  if (rows.some((r) => r.length < 1 || r.length > 2) || (list.length !== 1 && list.length !== rank))
    throw new ShapeError(`pad: ${what} for ${list.length} axes, expected one pair or one for each of ${rank}`)
  return list.length === rank ? list : Array.from({ length: rank }, () => list[0]!)
}

/** Where the elements of a line longer by `before` and `after` come from, for the modes that only take them again. */
function sources(mode: PadMode, n: number, before: number, after: number): number[] {
  const total = n + before + after
  const from = (i: number): number => {
    if (mode === 'edge') return Math.min(Math.max(i, 0), n - 1)
    if (mode === 'wrap') return ((i % n) + n) % n
    if (n === 1) return 0
    const period = mode === 'reflect' ? 2 * (n - 1) : 2 * n
    const k = ((i % period) + period) % period
    return k < n ? k : mode === 'reflect' ? period - k : period - 1 - k
  }
  return Array.from({ length: total }, (_, i) => from(i - before))
}

const stored = (x: NdArray, value: number | bigint): Untyped => wrap(toWrite('pad', value, x)).astype(x.dtype as 'float64')

/** What fills elements of an array of this dtype. */
function scalarFor(x: NdArray, value: number | bigint): Scalar {
  const node = valueOf(stored(x, value))
  return node.kind === 'const' ? node.value : (node.memory!.data[0] as Scalar)
}

/** Modes whose results are put together from parts of the array and values. */
const OF_PARTS: readonly PadMode[] = ['constant', 'edge', 'empty', 'reflect', 'symmetric', 'wrap']

/** Two neighbouring axes padded in one pass; null where it takes a way of its own. */
function twoAtOnce(x: NdArray, axis: number, mode: PadMode, runs: (axis: number) => Run[] | null): Untyped | null {
  if (!OF_PARTS.includes(mode) || (x.size === 0 && mode !== 'constant')) return null
  const [down, across] = [runs(axis), runs(axis + 1)]
  return down === null || across === null ? null : framed(x, axis, down, across)
}

/** From a value at the far end to the edge's, evenly. */
function ramp(edge: NdArray, axis: number, n: number, end: number, reversed: boolean): Untyped {
  const shape = Array.from(edge.shape, (_, i) => (i === axis ? n : 1))
  const at = arange(n)
  const share = divide(reversed ? at.neg().add(n) : at, n).reshape(shape)
  const start = reversed ? divide(arange(n).add(1), n).reshape(shape) : share
  const wide = edge.astype('float64')
  const line = reversed ? add(wide, multiply(start, wide.neg().add(end))) : add(multiply(wide.sub(end), share), end)
  const whole = isFloat(edge) ? line : line.floor()
  return whole.astype(edge.dtype as 'float64')
}

function statistic(mode: PadMode, x: NdArray, axis: number, spec: string): Untyped {
  const part = along(x, axis, spec)
  const f = { maximum: max, minimum: min, mean, median: (a: NdArray, o: { axis: number }) => median(a, o.axis) }[mode as 'mean']
  const kept = f(part, { axis }).reshape(Array.from(x.shape, (d, i) => (i === axis ? 1 : d)))
  return isFloat(x) || mode === 'maximum' || mode === 'minimum'
    ? kept.astype(x.dtype as 'float64')
    : round(kept).astype(x.dtype as 'float64')
}

type Widths = PerAxis | Readonly<Record<number, number | readonly number[]>>

/**
 * The array with more elements at the ends of its axes: `pad_width` of them, in one number, a pair (before, after), a pair for each axis, or an object that has them by axis. `mode` tells which: zeros or
 * `constant_values`, the edge's, mirror images, … A function as mode is called with each line along each axis, whose ends are zeros
 * that it writes in place, with the two widths and the axis.
 * @example np.pad([1, 2, 3], 2, 'reflect') // array([3., 2., 1., 2., 3., 2., 1.])
 */
export const pad = declare(
  `pad(array: array, pad_width: any, {mode?: function|${MODES.map((m) => `"${m}"`).join('|')}, *, constant_values?: any, end_values?: any, stat_length?: any, reflect_type?: "even"|"odd"})`,
  <X extends ArrayInput>(
    array: X,
    pad_width: Widths | (PadOptions & { pad_width: Widths }),
    ...rest: Rest<[mode: PadMode | PadFunction], PadOptions>
  ): Same<X> => {
    const o = optionsOf<PadOptions>(rest)
    const mode = o.mode ?? 'constant'
    checkOptions(mode, o)
    let x = arrayOf('pad', array)
    const rank = x.shape.length
    const isByAxis = typeof pad_width === 'object' && pad_width !== null && !Array.isArray(pad_width) && !isNdArray(pad_width)
    const widths = pairs('widths', isByAxis ? byAxis(pad_width as Record<string, PerAxis>, rank) : (pad_width as PerAxis), rank)
    for (const n of widths.flat()) integerOf('pad', 'a width', n, 0)
    if (typeof mode === 'function') return paddedBy(mode, pad(x, widths), widths) as never
    const constants = pairs<number | bigint>('constants', o.constant_values ?? 0, rank, isConstant)
    const ends = pairs('end values', o.end_values ?? 0, rank)
    const lengths = o.stat_length === undefined || o.stat_length === null ? null : pairs('lengths', o.stat_length, rank)
    for (const [low, high] of lengths ?? [])
      if (low < 1 || high < 1) throw new ArgumentError(`pad: stat_length (${low}, ${high}), expected positive integers`)
    const grow = ([before, after]: readonly [number, number], axis: number): void => {
      const n = x.shape[axis]!
      if (n === 0 && mode !== 'constant' && mode !== 'empty')
        throw new ShapeError(`pad: axis ${axis} is empty: mode '${mode}' has nothing to take from; use 'constant'`)
      const join = (first: NdArray, last: NdArray): NdArray =>
        concatenate([repeated(first, axis, before), x, repeated(last, axis, after)], axis)
      const ones = Array.from(x.shape, (d, i) => (i === axis ? 1 : d))
      switch (mode) {
        case 'constant':
        case 'empty': {
          const [low, high] = mode === 'empty' ? [0, 0] : constants[axis]!
          x = join(broadcast_to(stored(x, low), ones), broadcast_to(stored(x, high), ones))
          break
        }
        case 'linear_ramp': {
          const [low, high] = ends[axis]!
          const [first, last] = [along(x, axis, ':1'), along(x, axis, '-1:')]
          x = concatenate(
            [
              ...(before > 0 ? [ramp(first, axis, before, low, false)] : []),
              x,
              ...(after > 0 ? [ramp(last, axis, after, high, true)] : []),
            ],
            axis,
          )
          break
        }
        case 'maximum':
        case 'minimum':
        case 'mean':
        case 'median': {
          const [low, high] = lengths?.[axis] ?? [n, n]
          x = join(statistic(mode, x, axis, `:${Math.min(low, n)}`), statistic(mode, x, axis, `${n - Math.min(high, n)}:`))
          break
        }
        default:
          x =
            o.reflect_type === 'odd'
              ? subtractFrom(x, axis, before, after, mode === 'reflect' ? 1 : 0)
              : (joined(x, mode, axis, before, after) ?? take(x, indexArray(sources(mode, n, before, after)), axis))
      }
    }
    const padded = widths.flatMap((width, axis) => (width[0] > 0 || width[1] > 0 ? [axis] : []))
    const [axis, next] = padded.slice(-2)
    const areTwo = next !== undefined && next === axis! + 1 && o.reflect_type !== 'odd'
    for (const one of areTwo ? padded.slice(0, -2) : padded) grow(widths[one]!, one)
    if (areTwo) {
      const runs = (along: number): Run[] | null => {
        const ends = mode === 'constant' ? constants[along]! : [0, 0]
        return runsOf(
          mode,
          x.shape[along]!,
          widths[along]!,
          ends.map((value) => scalarFor(x, value)),
        )
      }
      const whole = twoAtOnce(x, axis!, mode, runs)
      if (whole === null) for (const one of [axis!, next]) grow(widths[one]!, one)
      else x = whole
    }
    return x === array ? x.clone() : x
  },
)
