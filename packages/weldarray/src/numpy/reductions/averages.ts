import {
  contiguousStrides,
  isFloat,
  type Node,
  normalizeAxis,
  promoteTypes,
  ShapeError,
  sameShape,
  showShape,
  ValueError,
} from '@weldarray/ir'
import { broadcast, cast, reduce, reshape, view } from '@weldarray/runtime'
import type { Computed } from '../../types/dtype-of.js'
import { declare, type Rest } from '../arguments/declare.js'
import { full as filledArray } from '../creation/creation.js'
import { borrow, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { op } from '../operands/expressions.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput, Axes, DTypeName } from '../types.js'
import { countOf, finishReduction, type Reduction, readReduction } from './reduce-parts.js'
import { mean as meanOfAll } from './reductions.js'

export interface AverageOptions<W extends ArrayInput | null = ArrayInput | null> {
  axis?: Axes | undefined
  /** Of the array's shape, or of the shape of the axes averaged over. */
  weights?: W | undefined
  /** Whether the sums of the weights come second, in a list. */
  returned?: boolean | undefined
  keepdims?: boolean | undefined
}

/** Weights spread over the array. Throws `ShapeError` unless they have its shape, or that of the axes, in the order they are given in. */
function spreadWeights(r: Reduction, weights: Node, axis: Axes | undefined): Node {
  const { shape } = r.x
  if (sameShape(weights.shape, shape)) return weights
  if (axis === undefined || axis === null)
    throw new ShapeError(
      `average: weights of shape ${showShape(weights.shape)} for an array of shape ${showShape(shape)}: expected the same shape, or an axis`,
    )
  const axes = (typeof axis === 'number' ? [axis] : axis).map((i) => normalizeAxis('average', i, shape.length))
  const wanted = axes.map((i) => shape[i]!)
  if (!sameShape(weights.shape, wanted))
    throw new ShapeError(
      `average: weights of shape ${showShape(weights.shape)}, expected ${showShape(wanted)}, the shape along the axis`,
    )
  // From the order the axes are given in to the array's.
  const order = axes.map((_, k) => k).sort((p, q) => axes[p]! - axes[q]!)
  const steps = contiguousStrides(wanted)
  const sorted = view(weights, { shape: order.map((k) => wanted[k]!), strides: order.map((k) => steps[k]!), offset: 0 })
  const lined = reshape(
    sorted,
    shape.map((n, i) => (axes.includes(i) ? n : 1)),
  )
  return broadcast(lined, shape)
}

interface Average {
  <X extends ArrayInput, W extends ArrayInput | null = null>(
    a: X,
    axis: Axes | undefined,
    options: { weights?: W; returned: true; keepdims?: boolean },
  ): [NdArray<Computed<[X, W]>>, NdArray<Computed<[X, W]>>]
  <X extends ArrayInput, W extends ArrayInput | null = null>(
    a: X,
    axis: Axes | undefined,
    weights: W | undefined,
    ...returned: [returned: true, options?: { keepdims?: boolean }] | [options: { returned: true; keepdims?: boolean }]
  ): [NdArray<Computed<[X, W]>>, NdArray<Computed<[X, W]>>]
  <X extends ArrayInput, W extends ArrayInput | null = null>(
    a: X,
    options: { axis?: Axes; weights?: W; returned: true; keepdims?: boolean },
  ): [NdArray<Computed<[X, W]>>, NdArray<Computed<[X, W]>>]
  <X extends ArrayInput, W extends ArrayInput | null = null>(
    a: X,
    axis?: Axes | AverageOptions<W>,
    ...rest: Rest<[weights: W, returned: boolean], AverageOptions<W>>
  ): NdArray<Computed<[X, W]>>
}

/**
 * Mean weighted by `weights`; the dtype is that of array and weights together, float64 for integers. Evaluates the sums of the
 * weights: throws `ValueError` where one is 0.
 *
 * NumPy's `numpy.average`.
 * @example
 * np.average([1, 2, 3], null, [3, 0, 1]) // array(1.5)
 */
export const average: Average = declare(
  'average(a: array, axis?: integers|null, {weights?: array, returned?: flag, *, keepdims?: flag})',
  ((a: ArrayInput, axis: Axes | undefined, options: AverageOptions = {}) => {
    const { weights, returned, keepdims } = options
    const r = readReduction('average', a, axis, { keepdims })
    if (weights === undefined || weights === null) {
      const result = meanOfAll(wrap(r.x), { axis, keepdims })
      const count = countOf(r.x.shape, r.axes)
      return returned ? [result, filledArray(result.shape, count, result.dtype as DTypeName)] : result
    }
    const given = toValue('average', weights)
    const dtype = promoteTypes(promoteTypes(r.x.dtype, given.dtype), isFloat(r.x.dtype) ? r.x.dtype : 'float64')
    const full = cast(spreadWeights(r, given, axis), 'float64')
    // Arrays hold what is recorded: looking at the sums must not take apart what the mean is still made of.
    const held = wrap(reduce('sum', full, r.axes))
    const sums = valueOf(held)
    const mean = wrap(cast(op('div', reduce('sum', op('mul', cast(r.x, 'float64'), full), r.axes), sums), dtype))
    borrow([sums], (elements) => {
      if ((elements as Float64Array).includes(0))
        throw new ValueError('average: the weights add up to 0, nothing can be divided by that')
    })
    const result = finishReduction(r, valueOf(mean))
    return returned ? [result, finishReduction(r, cast(valueOf(held), dtype))] : result
  }) as never,
)
