import { ArgumentError, checkOptions, contiguousStrides, type DType, normalizeAxis, ShapeError } from '@weldarray/ir'
import { cast, map, scan as runtimeScan, view } from '@weldarray/runtime'
import { array } from '../numpy/creation/creation.js'
import { concatenate } from '../numpy/joining/joining.js'
import { type NdArray, type Untyped, wrap } from '../numpy/operands/arrays.js'
import { toValue } from '../numpy/operands/operands.js'
import { broadcast_to, moveaxis, ravel, reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput, WeakScalar } from '../numpy/types.js'
import type { Returned } from '../types/dtype-of.js'
import { isBigint } from './parameters.js'
import { type Step, stepOf } from './step.js'
import { type VectorizeOptions, vectorize } from './vectorize.js'

export interface FoldOptions extends Pick<VectorizeOptions, 'where' | 'limit'> {
  /** What the function begins with: it stands before the first element, and is the result of no elements. */
  init?: number | undefined
}

/** Which axis; all elements in C order unless one is given. */
export interface AlongOptions {
  axis?: number | undefined
}

type Join = ((a: ArrayInput, b: ArrayInput) => Untyped) & { readonly refusal: string | null }
type Associative<R = WeakScalar> = (acc: number, x: number) => R

/** The function on whole arrays. */
function joiner(what: string, fn: Associative, options: FoldOptions): Join {
  if (typeof fn !== 'function') throw new ArgumentError(`${what}: got ${typeof fn}, expected a function of two numbers`)
  checkOptions(what, options, ['init', 'where', 'limit'])
  const { where, limit } = options
  const join = vectorize(fn as (a: number, b: number) => number, { where, limit }) as unknown as Join
  return join
}

/** The sequence that is folded along axis 0, whatever axis was asked for. */
function sequence(what: string, input: ArrayInput, options: AlongOptions): { line: Untyped; back: (x: Untyped) => Untyped } {
  checkOptions(what, options, ['axis'])
  const { axis } = options
  // As it is now, whoever else can write to it.
  const x = wrap(toValue(what, input))
  if (axis === undefined) return { line: ravel(x), back: (y) => y }
  const along = normalizeAxis(what, axis, x.shape.length)
  return { line: moveaxis(x, along, 0) as Untyped, back: (y) => moveaxis(y, 0, along) as Untyped }
}

/** What the next levels read in parts, and no level computes again. What was computed at once is there. */
const stored = (x: Untyped): Untyped => (x.isEvaluated ? x : wrap(map('stored', [toValue('stored', x)])))

/** Levels of a tree that one loop computes, from memory to memory: seven joins of eight neighbours. */
const LEVELS = 3

/** Elements of the first axis, from one on. Of the elements themselves: nobody else sees what is between two levels. */
function part(x: Untyped, begin: number, end: number, step = 1): Untyped {
  const node = toValue('part', x)
  const [first, ...others] = contiguousStrides(node.shape) as [number, ...number[]]
  const shape = [Math.ceil((end - begin) / step), ...node.shape.slice(1)]
  return wrap(view(node, { shape, strides: [first * step, ...others], offset: begin * first }))
}

/** One element, in the dtype that two joined have: a result's dtype does not depend on how many elements there are. */
const asJoined = (join: Join, x: Untyped): Untyped => x.astype(join(x, x).dtype) as Untyped

interface Pairs {
  /** Elements 0 and 1, 2 and 3, …, joined. */
  readonly joined: Untyped
  /** The last element, if it is alone. */
  readonly last: Untyped | null
}

function pairs(join: Join, x: Untyped): Pairs {
  const n = x.shape[0]!
  const even = n - (n % 2)
  return { joined: join(part(x, 0, even, 2), part(x, 1, even, 2)), last: even === n ? null : part(x, even, n) }
}

/**
 * An associative function of two numbers as a reduction: neighbours are joined, then the results of neighbours, and so on, which is one
 * order for any number of threads. It is compiled as by `vectorize` and recorded: what it is given is computed by the loop that joins
 * eight neighbours, further loops join their results.
 *
 *     const largest = np.reduce((a, b) => Math.max(a, b), { init: 0 })
 *     largest(x, { axis: 0 })
 *
 * Associative: f(f(a, b), c) is f(a, f(b, c)), up to rounding, of elements and of results alike.
 * Without `init`, nothing has no reduction: `ShapeError`.
 *
 * @example
 * np.reduce((acc, x) => Math.max(acc, x))([3, 1, 4]).item() // 4
 */
export function reduce<R extends WeakScalar>(
  fn: Associative<R>,
  options: FoldOptions = {},
): <X extends ArrayInput>(x: X, along?: AlongOptions) => NdArray<Returned<R, [X]>> {
  const join = joiner('reduce', fn, options)
  const { init } = options
  return (input: ArrayInput, along: AlongOptions = {}): Untyped => {
    let { line: x } = sequence('reduce', input, along)
    const shape = [...x.shape].slice(1)
    if (x.shape[0] === 0) {
      if (init === undefined) throw new ShapeError('reduce: there are no elements to reduce; give init')
      return broadcast_to(init, shape).clone() as Untyped
    }
    if (x.shape[0] === 1 && init === undefined) return reshape(asJoined(join, x), shape) as Untyped
    // Those that were alone stand behind all that was joined at their level.
    const alone: Untyped[] = []
    for (let level = 1; x.shape[0]! > 1; level++) {
      const { joined, last } = pairs(join, x)
      if (last !== null) alone.push(last)
      x = level % LEVELS === 0 ? stored(joined) : joined
    }
    for (const last of alone.reverse()) x = join(x, last)
    if (init !== undefined) x = join(init, x)
    return reshape(x, shape) as Untyped
  }
}

/** What is not compiled: called for one element after the other. */
function called(fn: Associative, x: Untyped, dtype: DType): Untyped {
  const elements = [...reshape(x, [-1])] as number[]
  const columns = elements.length / x.shape[0]!
  for (let i = columns; i < elements.length; i++) elements[i] = fn(elements[i - columns]!, elements[i]!) as number
  return reshape(array(elements, dtype) as Untyped, x.shape) as Untyped
}

/**
 * An associative function of two numbers as running totals: element i of the result is what elements 0 to i come to. It is compiled as by
 * `vectorize`, and joins in the order of `cumsum`: one after the other in blocks of a line, whose totals are found first, so that several
 * threads may work on it. One loop computes what it is given, the totals, and what is computed of them.
 *
 * Associative: f(f(a, b), c) is f(a, f(b, c)), up to rounding, of elements and of results alike.
 *
 * @example
 * np.scan((acc, x) => Math.max(acc, x))([3, 1, 4]) // array([3., 3., 4.])
 */
export function scan<R extends WeakScalar>(
  fn: Associative<R>,
  options: FoldOptions = {},
): <X extends ArrayInput>(x: X, along?: AlongOptions) => NdArray<Returned<R, [X]>> {
  const join = joiner('scan', fn, options)
  const { init } = options
  const steps = new Map<DType, Step>()
  const totals = (x: Untyped): Untyped => {
    const node = toValue('scan', x)
    const { dtype } = node
    let step = steps.get(dtype)
    if (step === undefined) {
      // One element says whether it is compiled, and what it gives.
      const { dtype: found } = asJoined(join, part(x, 0, 1))
      if (join.refusal !== null || isBigint(node)) return called(fn, x, found)
      step = stepOf(join, dtype, found)
      steps.set(dtype, step)
    }
    return wrap(cast(runtimeScan(step.op, cast(node, step.carried), 0), step.dtype)) as Untyped
  }
  return (input: ArrayInput, along: AlongOptions = {}): Untyped => {
    const { line, back } = sequence('scan', input, along)
    if (line.shape[0] === 0) return back(line)
    if (init === undefined) return back(totals(line))
    const n = line.shape[0]!
    const first = join(init, part(line, 0, 1))
    return back(totals(n === 1 ? first : (concatenate([first, part(line, 1, n)]) as Untyped)))
  }
}
