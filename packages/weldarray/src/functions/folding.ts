import {
  ArgumentError,
  checkOptions,
  contiguousStrides,
  type DType,
  dtypeInfo,
  type Node,
  normalizeAxis,
  type ReduceOp,
  reduceOps,
  ShapeError,
} from '@weldarray/ir'
import { cast, layOut, map, scan as runtimeScan, view } from '@weldarray/runtime'
import { concatenate, stack } from '../numpy/joining/joining.js'
import { type NdArray, type Untyped, wrap } from '../numpy/operands/arrays.js'
import { toValue } from '../numpy/operands/operands.js'
import { broadcast_to, moveaxis, ravel, reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput, WeakScalar } from '../numpy/types.js'
import type { Returned } from '../types/dtype-of.js'
import { isBigint } from './parameters.js'
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

/** Elements of arrays that are never there: of more than would be computed at once. */
const MANY = 2 ** 20

/**
 * The operation of the IR that a compiled function is, of those that are running totals, and the dtype it computes in; null if it is something else.
 * Asked of arrays that nobody computes: it is the same whether elements are there or wait.
 */
function operationOf(join: Join, dtype: DType): { op: ReduceOp; dtype: DType } | null {
  const of = [0, 1].map(() => layOut(dtype, { shape: [MANY], strides: [1], offset: 0 }).value)
  const node = toValue('scan', join(...(of.map((x) => wrap(x)) as [Untyped, Untyped])))
  const op = (['sum', 'prod', 'max', 'min'] as const).find((name) => node.kind === 'map' && node.op === reduceOps[name].combine)
  // Small integers become numbers by way of int32, which changes none of them.
  const castOf = (arg: Node, x: Node): boolean =>
    arg === x ||
    (arg.kind === 'map' &&
      arg.op === 'cast' &&
      (arg.dtype === node.dtype || dtypeInfo[x.dtype].bytes < 4) &&
      castOf(arg.args[0]!, x))
  return op !== undefined && of.every((x) => node.args.some((arg) => castOf(arg, x))) ? { op, dtype: node.dtype } : null
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

/**
 * An associative function of two numbers as running totals: element i of the result is what elements 0 to i come to. In the order of a
 * tree, as `reduce`, so that the last element is near what `reduce` gives, not always the same. Sums, products, `Math.max` and `Math.min` of the two are the
 * loops of `cumsum`, `cumprod`, `cummax` and `cummin`, in their order, with the same elements.
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
  const running = (x: Untyped): Untyped => {
    if (x.shape[0]! < 2) return x
    const { joined, last } = pairs(join, x)
    const odd = stored(running(stored(joined)))
    const half = odd.shape[0]!
    const even = half === 1 ? part(x, 0, 1) : concatenate([part(x, 0, 1), join(part(odd, 0, half - 1), part(x, 2, 2 * half, 2))])
    const both = reshape(stack([even, odd], 1), [2 * half, ...[...x.shape].slice(1)]) as Untyped
    return last === null ? both : (concatenate([both, join(part(odd, half - 1, half), last)]) as Untyped)
  }
  /** By dtype, the operation that has a loop of its own. */
  const known = new Map<DType, ReturnType<typeof operationOf>>()
  const totals = (x: Untyped): Untyped => {
    const node = toValue('scan', x)
    const { dtype } = node
    let operation = known.get(dtype)
    if (operation === undefined) {
      // One element says whether it is compiled: what is not would be called for many.
      asJoined(join, part(x, 0, 1))
      operation = join.refusal === null && !isBigint(node) ? operationOf(join, dtype) : null
      known.set(dtype, operation)
    }
    return operation === null ? running(x) : (wrap(runtimeScan(operation.op, cast(node, operation.dtype), 0)) as Untyped)
  }
  return (input: ArrayInput, along: AlongOptions = {}): Untyped => {
    const { line, back } = sequence('scan', input, along)
    if (line.shape[0] === 0) return back(line)
    if (init === undefined) return back(line.shape[0] === 1 ? asJoined(join, line) : totals(line))
    const n = line.shape[0]!
    const first = join(init, part(line, 0, 1))
    return back(totals(n === 1 ? first : (concatenate([first, part(line, 1, n)]) as Untyped)))
  }
}
