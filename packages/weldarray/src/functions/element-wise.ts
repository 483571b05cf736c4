import { broadcastShapes, type DType, ShapeError, sizeOf } from '@weldarray/ir'
import { array } from '../numpy/creation/creation.js'
import { countFallback, type NdArray, type Untyped } from '../numpy/operands/arrays.js'
import { arrayOf, broadcast_to, reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput } from '../numpy/types.js'
import type { AnyFunction } from './compile.js'
import type { Float } from './parameters.js'

/**
 * A function called for each element, here and now; counted. A list of results is a list of arrays. The dtypes are those that `array`
 * finds in the results, numbers in the float that a compiled function would compute in; or `dtypes`.
 */
export function callEach(
  fn: AnyFunction,
  args: readonly ArrayInput[],
  float: Float,
  dtypes: readonly DType[] | undefined,
  reason: string,
): NdArray | NdArray[] {
  const list = args.map((a) => arrayOf('vectorize', a))
  const shape = broadcastShapes('vectorize', ...list.map((x) => x.shape))
  const size = sizeOf(shape)
  if (size === 0 && dtypes === undefined)
    throw new ShapeError(
      `vectorize: the function is not compiled (${reason}), so that of no elements the dtype is not known; give otypes`,
    )
  countFallback('vectorize', reason)
  const columns = list.map((x) => [...reshape(broadcast_to(x, shape), [-1])])
  const values = Array.from({ length: size }, (_, i) => fn(...columns.map((c) => c[i])))
  const made = (elements: unknown[], k: number): NdArray => {
    const found = array(elements as number[], dtypes?.[k] ?? dtypes?.[0]) as Untyped
    return reshape(dtypes === undefined && found.dtype === 'float64' ? found.astype(float) : found, shape) as Untyped
  }
  if (!Array.isArray(values[0])) return made(values, 0)
  return values[0].map((_, k) =>
    made(
      values.map((v) => (v as unknown[])[k]),
      k,
    ),
  )
}
