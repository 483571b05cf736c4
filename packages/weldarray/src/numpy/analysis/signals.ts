import { isFloat, type Node, OVERLAPS, ShapeError, showShape, sizeOf } from '@weldarray/ir'
import { call, cast, reshape, view } from '@weldarray/runtime'
import type { Met } from '../../types/dtype-of.js'
import { declare, optionsOf, type Rest } from '../arguments/declare.js'
import { productType } from '../linalg/matmul.js'
import { type Untyped, wrap } from '../operands/arrays.js'
import { once, op } from '../operands/expressions.js'
import { typedPair } from '../operands/operands.js'
import { flip } from '../shaping/axes.js'
import type { ArrayInput } from '../types.js'

/** How much of a convolution: all, as long as the longer operand, or where both overlap whole. */
export type ConvolveMode = 'full' | 'same' | 'valid'

/** Where `v` is as short as this, each of many places where it lies on the other whole is an expression of its elements: part of a loop. */
const [FEW, MANY] = [8, 256]

/** The same as the call gives, to the bit: its sums begin at zero. */
function unrolled(x: Node, y: Node, m: number, count: number): Node {
  const product = (k: number): Node =>
    op('mul', view(x, { shape: [count], strides: [1], offset: k }), view(y, { shape: [count], strides: [0], offset: k }))
  let total = op('add', product(0), 0)
  for (let k = 1; k < m; k++) total = op('add', total, product(k))
  return total
}

/**
 * The sums for `count` places at which `short` lies on `long`, from the first one of `overlap` on; `isTurned`: it is read from its end. Floats are
 * summed in float64.
 */
function slid(long: Node, short: Node, count: number, overlap: ConvolveMode, isTurned: boolean): Untyped {
  const wide = isFloat(long.dtype) ? 'float64' : productType(long.dtype)
  const [x, y] = [cast(long, wide), cast(short, wide)]
  const m = short.shape[0]!
  if (overlap === 'valid' && m <= FEW && count >= MANY) {
    const turned = isTurned ? view(y, { shape: [m], strides: [-1], offset: m - 1 }) : y
    return wrap(cast(unrolled(once(x), once(turned), m, count), long.dtype))
  }
  const attributes = [count, OVERLAPS.indexOf(overlap), Number(isTurned)]
  return wrap(cast(call('correlate', [x, y], attributes, wide), long.dtype))
}

function line(what: string, x: Node): Node {
  if (x.shape.length > 1) throw new ShapeError(`${what}: got shape ${showShape(x.shape)}, expected one axis`)
  if (sizeOf(x.shape) === 0) throw new ShapeError(`${what}: got an empty array, expected at least one element`)
  return x.shape.length === 1 ? x : reshape(x, [1])
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
    return correlated('correlate', a, v, mode, false)
  },
)

/** `isTurned`: the second line is turned, so that it is a convolution. */
function correlated(what: string, a: ArrayInput, v: ArrayInput, mode: ConvolveMode, isTurned: boolean): Untyped {
  const [x, y] = typedPair(what, a, v)
  const [p, q] = [line(what, x), line(what, y)]
  const [n, m] = [p.shape[0]!, q.shape[0]!]
  // The shorter one moves along the longer. A convolution is the same either way, a correlation is turned.
  const isSwapped = m > n
  const [most, least] = [Math.max(n, m), Math.min(n, m)]
  const count = mode === 'full' ? n + m - 1 : mode === 'same' ? most : most - least + 1
  const result = isSwapped ? slid(q, p, count, mode, isTurned) : slid(p, q, count, mode, isTurned)
  return isSwapped && !isTurned ? flip(result) : result
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
    return correlated('convolve', a, v, mode, true)
  },
)
