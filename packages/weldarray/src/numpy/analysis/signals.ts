import { isFloat, type Node, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { cast, iota, recordTake, reduce, reshape as reshapeNode, view } from '@weldarray/runtime'
import type { Met } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { concatenate } from '../joining/joining.js'
import { products } from '../linalg/matmul.js'
import type { Untyped } from '../operands/arrays.js'
import { type NdArray, wrap } from '../operands/arrays.js'
import { once, op, select } from '../operands/expressions.js'
import { typedPair } from '../operands/operands.js'
import { flip, reshape } from '../shaping/layout.js'
import type { ArrayInput } from '../types.js'

/** How much of a convolution: all, as long as the longer operand, or where both overlap whole. */
export type ConvolveMode = 'full' | 'same' | 'valid'

/**
 * The sums for so many places from `first` on, at which `v` reaches beyond `a`: of the products of what lies on one another. Loads stay
 * inside, and what they do not mean is left out of the sums.
 */
function atEdge(a: Node, v: Node, first: number, count: number): Untyped {
  const dtype = isFloat(a.dtype) ? 'float64' : a.dtype
  const [n, m] = [a.shape[0]!, v.shape[0]!]
  const places = iota({ shape: [count, m], strides: [1, 1], offset: first })
  const x = cast(recordTake('convolve', a, cast(places, 'int32'), 0, 'clip'), dtype)
  const y = view(cast(v, dtype), { shape: [count, m], strides: [0, 1], offset: 0 })
  const isInside = op('and', op('ge', places, 0), op('lt', places, n))
  if (dtype === 'bool') return wrap(reduce('max', op('and', op('and', x, y), isInside), [1]))
  return wrap(cast(reduce('sum', select(isInside, op('mul', x, y), 0), [1]), a.dtype))
}

/** Where `v` is as short as this, each of many windows is an expression of its elements, not a row of a product of matrices. */
const [FEW, MANY] = [8, 256]

/** The same as that product, to the bit: its sums begin at zero. */
function unrolled(x: Node, y: Node, m: number, count: number): Node {
  const product = (k: number): Node =>
    op('mul', view(x, { shape: [count], strides: [1], offset: k }), view(y, { shape: [count], strides: [0], offset: k }))
  let total = op('add', product(0), 0)
  for (let k = 1; k < m; k++) total = op('add', total, product(k))
  return total
}

/** The sums for all places where `v` lies on `a` whole: a product of matrices, whose rows are the windows. Floats are summed in float64. */
function windowed(a: Node, v: Node): Untyped {
  const wide = isFloat(a.dtype) ? 'float64' : a.dtype
  const [x, y] = [cast(a, wide), cast(v, wide)]
  const m = sizeOf(v.shape)
  const count = sizeOf(a.shape) - m + 1
  if (m <= FEW && count >= MANY && wide !== 'bool') return wrap(cast(unrolled(once(x), once(y), m, count), a.dtype))
  const windows = view(x, { shape: [count, m], strides: [1, 1], offset: 0 })
  return products(windows, reshapeNode(y, [m, 1]), [count]).astype(a.dtype as 'float64')
}

function line(what: string, x: NdArray): Untyped {
  if (x.shape.length > 1) throw new ShapeError(`${what}: got shape ${showShape(x.shape)}, expected one axis`)
  if (x.size === 0) throw new ShapeError(`${what}: got an empty array, expected at least one element`)
  return reshape(x, [-1])
}

interface ModeOption {
  mode?: ConvolveMode
}
type ModeRest = Rest<[mode: ConvolveMode], ModeOption>

/**
 * The sums of products of `v` moved along `a` (1-d both): as long as where they overlap whole, unless `mode` tells otherwise.
 * Floats are summed in float64. NumPy's `numpy.correlate`.
 * @example
 * np.correlate([1, 2, 3], [0, 1, 0.5]) // array([3.5])
 */
export const correlate = declare(
  'correlate(a: array, v: array, {mode?: "full"|"same"|"valid"})',
  <X extends ArrayInput, Y extends ArrayInput>(a: X, v: Y, ...rest: ModeRest): Met<X, Y> => {
    const { mode = 'valid' } = optionsOf<ModeOption>(rest)
    return correlated('correlate', a, v, mode)
  },
)

function correlated(what: string, a: ArrayInput, v: ArrayInput, mode: ConvolveMode): Untyped {
  const [x, y] = typedPair(what, a, v)
  const [p, q] = [line(what, wrap(x)), line(what, wrap(y))]
  const [n, m] = [p.size, q.size]
  // The shorter one moves along the longer; turned, if that is the first.
  const swapped = m > n
  const [long, short] = swapped ? [q, p] : [p, q]
  const [most, least] = [Math.max(n, m), Math.min(n, m)]
  const count = mode === 'full' ? n + m - 1 : mode === 'same' ? most : most - least + 1
  const start = mode === 'full' ? 1 - least : mode === 'same' ? -(least >> 1) : 0
  const [longer, shorter] = typedPair(what, long, short)
  const whole = most - least + 1
  const before = -start
  const after = count - whole - before
  const middle = windowed(longer, shorter)
  const result =
    before + after === 0
      ? middle
      : concatenate([atEdge(longer, shorter, start, before), middle, atEdge(longer, shorter, whole, after)])
  return swapped ? flip(result) : result
}

/**
 * The discrete convolution of two 1-d arrays: all of it, unless `mode` tells otherwise. Floats are summed in float64. NumPy's
 * `numpy.convolve`.
 * @example
 * np.convolve([1, 2, 3], [0, 1, 0.5]) // array([0. , 1. , 2.5, 4. , 1.5])
 */
export const convolve = declare(
  'convolve(a: array, v: array, {mode?: "full"|"same"|"valid"})',
  <X extends ArrayInput, Y extends ArrayInput>(a: X, v: Y, ...rest: ModeRest): Met<X, Y> => {
    const { mode = 'full' } = optionsOf<ModeOption>(rest)
    const [x, y] = typedPair('convolve', a, v)
    const [p, q] = [line('convolve', wrap(x)), line('convolve', wrap(y))]
    return p.size >= q.size ? correlated('convolve', p, flip(q), mode) : correlated('convolve', q, flip(p), mode)
  },
)
