import {
  ArgumentError,
  checkOptions,
  convert,
  type DType,
  type Node,
  type Shape,
  ShapeError,
  showShape,
  sizeOf,
} from '@weldarray/ir'
import { broadcast, cast, view } from '@weldarray/runtime'
import { told } from '../numpy/arguments/told.js'
import { array } from '../numpy/creation/creation.js'
import { pad } from '../numpy/joining/padding.js'
import { countFallback, type NdArray, type Untyped, wrap } from '../numpy/operands/arrays.js'
import { operand, toValue } from '../numpy/operands/operands.js'
import { broadcast_to, reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput } from '../numpy/types.js'
import type { Returned } from '../types/dtype-of.js'
import { type AnyFunction, type Captured, type Compiled, compileWith } from './compile.js'
import { number, termOf } from './numbers.js'
import { type Float, floatOf, inDType, isBigint, parameterType } from './parameters.js'
import { record } from './record.js'
import { type Place, Refusal, refuse } from './refusal.js'
import type { Value } from './values.js'
import { DEFAULT_LIMIT } from './vectorize.js'
import { warned } from './warning.js'

/** What neighbours beyond the border are: as `np.pad` has them; with `valid`, elements that have such neighbours are left out. */
const MODES = ['constant', 'edge', 'reflect', 'symmetric', 'wrap', 'valid'] as const

export interface StencilOptions {
  /** `constant` (the default) takes `cval` beyond the border. */
  mode?: (typeof MODES)[number] | undefined
  cval?: number | undefined
  /** What the function uses of its surroundings, as for `vectorize`. */
  where?: Readonly<Record<string, Captured>> | undefined
}

/** The neighbour at a distance along each axis. */
export type Neighbour = (...distance: number[]) => number

type Offset = readonly number[]

/** A compiled stencil: the neighbours it looks at are parameters, after those of the other arrays. */
interface Form extends Compiled {
  readonly offsets: readonly Offset[]
}

function formOf(
  fn: AnyFunction,
  type: DType,
  others: readonly DType[],
  float: Float,
  options: StencilOptions,
  rank: number,
): Form {
  const offsets = new Map<string, Offset>()
  const compiled = compileWith(
    fn,
    ({ t }) => {
      const call = (args: readonly Value[], place: Place): Value => {
        if (args.length !== rank)
          refuse(`a neighbour is given by ${args.length} distances, and the array has ${rank} axes`, place)
        const offset = args.map((a) => {
          const { kind, value } = termOf(a, place)
          return kind === 'lit' && Number.isInteger(value)
            ? value
            : refuse('a distance is not known before the function runs', place)
        })
        const key = offset.join()
        if (!offsets.has(key)) offsets.set(key, offset)
        return number(t.param(others.length + [...offsets.keys()].indexOf(key), type))
      }
      return [{ kind: 'accessor', call }, ...others.map((dtype, i) => number(t.param(i, dtype)))]
    },
    float,
    options.where ?? {},
    DEFAULT_LIMIT,
  )
  return { ...compiled, offsets: [...offsets.values()] }
}

/** How far a stencil reaches along each axis, before and behind. */
const reachOf = (offsets: readonly Offset[], rank: number): [number, number][] =>
  Array.from({ length: rank }, (_, axis) => [
    Math.max(0, ...offsets.map((o) => -o[axis]!)),
    Math.max(0, ...offsets.map((o) => o[axis]!)),
  ])

/** The array with its border, and the shape of the result. */
function bordered(
  x: Untyped,
  reach: readonly [number, number][],
  { mode = 'constant', cval = 0 }: StencilOptions,
): [Untyped, Shape] {
  const shape = [...x.shape]
  if (mode === 'valid') {
    const inner = shape.map((n, axis) => n - reach[axis]![0] - reach[axis]![1])
    if (inner.some((n) => n < 0))
      throw new ShapeError(
        `stencil: shape ${showShape(shape)} is smaller than the stencil, which reaches ${JSON.stringify(reach)}`,
      )
    return [x, inner]
  }
  if (reach.every(([a, b]) => a === 0 && b === 0)) return [x, shape]
  const width = reach.map((r) => [...r])
  return [pad(x, width as never, (mode === 'constant' ? { mode, constant_values: cval } : { mode }) as never) as Untyped, shape]
}

/** The elements in a dtype that holds what is beyond the border, too: the function sees `cval` as it is. */
function withConstant(x: Node, float: Float, { mode = 'constant', cval = 0 }: StencilOptions): Node {
  return mode !== 'constant' || Number(convert(cval, x.dtype)) === cval ? x : cast(x, float)
}

/** Called element by element: every neighbour is read by itself. */
function eachElement(
  fn: AnyFunction,
  x: Untyped,
  others: readonly ArrayInput[],
  float: Float,
  options: StencilOptions,
  reason: string,
): Untyped {
  countFallback('stencil', reason)
  const rank = x.shape.length
  const seen: Offset[] = []
  // What it looks at is seen by calling it: where the border is, and how far the stencil reaches, is not known before.
  const look: Neighbour = (...distance) => {
    seen.push(distance)
    return 0
  }
  fn(look, ...others.map(() => 0))
  const reach = reachOf(seen, rank)
  const [padded, shape] = bordered(x, reach, options)
  const columns = others.map((o) => [...reshape(broadcast_to(o, shape), [-1])])
  const results = Array.from({ length: sizeOf(shape) }, (_, flat) => {
    let rest = flat
    const index = shape.map(() => 0)
    for (let axis = rank - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis]!
      rest = Math.floor(rest / shape[axis]!)
    }
    const at: Neighbour = (...distance) => {
      if (distance.length !== rank || distance.some((d, axis) => !(-d <= reach[axis]![0] && d <= reach[axis]![1])))
        throw new ArgumentError(
          `stencil: the function looks at (${distance}), and not when it is called with zeros; it is not compiled, so it has to look at all its neighbours always`,
        )
      return Number(padded.get(...index.map((i, axis) => i + reach[axis]![0] + distance[axis]!)))
    }
    return fn(at, ...columns.map((c) => c[flat])) as number
  })
  const found = array(results) as Untyped
  return reshape(found.dtype === 'float64' ? found.astype(float) : found, shape as number[]) as Untyped
}

/**
 * A function of an element's neighbours as one of arrays: `at(-1, 0)` is the element above. It is compiled as by `vectorize`, over
 * views of the array with its border, and recorded; further arguments are the elements of further arrays at the same place.
 *
 *     const blur = np.stencil((at) => (at(-1) + at(0) + at(1)) / 3, { mode: 'edge' })
 *     blur(x)
 *
 * Distances are whole numbers that are known when the function is compiled, one an axis. Throws `ArgumentError` for what is no
 * function or no mode; its calls throw `ShapeError` where an array is smaller than the stencil (`valid`), or other arrays do not fit.
 *
 * @example
 * np.stencil((at) => at(-1) + at(1), { mode: 'edge' })([1, 2, 4]) // array([3., 5., 6.])
 */
export function stencil<R extends number | boolean>(
  fn: (at: Neighbour, ...elements: number[]) => R,
  options: StencilOptions = {},
): <X extends ArrayInput, L extends ArrayInput[]>(x: X, ...others: L) => NdArray<Returned<R, [X, ...L]>> {
  if (typeof fn !== 'function') throw new ArgumentError(`stencil: got ${typeof fn}, expected a function of neighbours`)
  checkOptions('stencil', options, ['mode', 'cval', 'where'])
  const { mode = 'constant' } = options
  if (!MODES.includes(mode)) throw new ArgumentError(`stencil: mode is '${mode}', expected one of ${MODES.join(', ')}`)
  const forms = new Map<string, Form>()
  let refusal: string | null = null
  return (input: ArrayInput, ...others: ArrayInput[]): Untyped => {
    const given = toValue('stencil', input)
    const operands = others.map((o) => operand('stencil', o))
    const float = floatOf([given, ...operands])
    const value = withConstant(given, float, options)
    const x = wrap(value)
    const rank = value.shape.length
    const all = [value, ...operands]
    const [type, ...types] = all.map((o) => parameterType(o, float)) as [DType, ...DType[]]
    const key = `${rank} ${float} ${type} ${types}`
    let form = forms.get(key)
    if (form === undefined && refusal === null && !all.some(isBigint))
      try {
        form = formOf(fn as AnyFunction, type, types, float, options, rank)
        forms.set(key, form)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refusal = warned('stencil', fn as AnyFunction, error)
      }
    if (form === undefined)
      return told('stencil', [x, ...others], () =>
        eachElement(fn as AnyFunction, x, others, float, options, refusal ?? 'bigints are not compiled'),
      )
    const reach = reachOf(form.offsets, rank)
    const [padded, shape] = bordered(x, reach, options)
    const source = inDType(toValue('stencil', padded), type)
    const strides = source.shape.map((_, axis) => sizeOf(source.shape.slice(axis + 1)))
    const neighbours = form.offsets.map((offset) => {
      const start = offset.map((d, axis) => reach[axis]![0] + d)
      return view(source, { shape, strides, offset: start.reduce((sum, i, axis) => sum + i * strides[axis]!, 0) })
    })
    const elements = operands.map((o, i) => {
      const v = inDType(o, types[i]!)
      return v.kind === 'const' ? v : broadcast(toValue('stencil', broadcast_to(wrap(v), shape as number[])), shape)
    })
    const results = record(form, [...elements, ...neighbours], shape)
    if (form.isList) throw new ArgumentError('stencil: the function returns a list, expected a number')
    return wrap(results[0]!)
  }
}
