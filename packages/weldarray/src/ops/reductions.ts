import { isNumbered, numberOf, sizeOf } from '@weldarray/ir'
import { type KernelSet, kernelsOf, LONGEST } from './kernels.js'
import { type Argument, checkTwo, type Data, dataOf, isDense } from './operand.js'
import { startOf, traverse } from './traverse.js'

/*
 * Reductions look at the elements, so they run now: in the order of ndarray-ops, which decides the last bits of sums.
 */

interface Elements {
  readonly kernels: KernelSet
  readonly data: Data
}

/** Elements behind accessors are fetched for every use. */
const fetched = (data: Data): Data => new Proxy(data, { get: (target, at) => target.get(Number(at)) })

function elementsOf(array: Argument): Elements {
  const data = dataOf(array)
  if (isNumbered(array.dtype)) return { kernels: kernelsOf('float64')!, data: Float64Array.from(data as BigInt64Array, numberOf) }
  if (array.dtype === 'generic') return { kernels: kernelsOf('mixed')!, data: fetched(data) }
  if (data.length > LONGEST) return { kernels: kernelsOf('mixed')!, data }
  return { kernels: kernelsOf(array.dtype === 'bool' ? 'uint8' : array.dtype) ?? kernelsOf('mixed')!, data }
}

/** Runs the kernel over all elements, handing its result on. */
function fold(op: string, array: Argument, start: unknown): unknown {
  const { kernels, data } = elementsOf(array)
  const kernel = kernels[op]!
  if (isDense(array)) return kernel(1, sizeOf(array.shape), data, startOf(array), 0, 1, start)
  let result = start
  traverse([array], (m, n, at, rows, steps) => {
    result = kernel(m, n, data, at[0], rows[0], steps[0], result)
  })
  return result
}

function some(op: 'any' | 'all', array: Argument): boolean {
  const { kernels, data } = elementsOf(array)
  const kernel = kernels[op]!
  if (isDense(array)) return kernel(1, sizeOf(array.shape), data, startOf(array), 0, 1)
  let found = false
  traverse([array], (m, n, at, rows, steps) => (found = kernel(m, n, data, at[0], rows[0], steps[0])))
  return found
}

/** The index of the first extreme in the order of the loops; the shape itself if no element compares. */
function extremeAt(op: 'argmin' | 'argmax', array: Argument, start: number): number[] {
  const { kernels, data } = elementsOf(array)
  const kernel = kernels[op]!
  const { shape } = array
  const found = [...shape]
  if (shape.length === 1) {
    const at: number = kernel(1, shape[0], data, startOf(array), 0, array.stride[0], start)
    if (at >= 0) found[0] = at
    return found
  }
  const { order } = array
  const origin = shape.map(() => 0)
  let best: unknown = start
  traverse(
    [array],
    (m, n, at, rows, steps) => {
      const k: number = kernel(m, n, data, at[0], rows[0], steps[0], best)
      if (k < 0) return
      const row = Math.trunc(k / n)
      best = data[at[0]! + row * rows[0]! + (k - row * n) * steps[0]!]
      for (let axis = 0; axis < shape.length; axis++) found[axis] = origin[axis]!
      if (shape.length > 0) found[order[0]!] = k - row * n
      if (shape.length > 1) found[order[1]!] = row
    },
    origin,
  )
  return found
}

export const any = (a: Argument): boolean => some('any', a)
export const all = (a: Argument): boolean => !some('all', a)
export const sum = (a: Argument): unknown => fold('sum', a, 0)
export const prod = (a: Argument): unknown => fold('prod', a, 1)
export const norm1 = (a: Argument): unknown => fold('norm1', a, 0)
export const norm2squared = (a: Argument): unknown => fold('norm2squared', a, 0)
export const norm2 = (a: Argument): number => Math.sqrt(fold('norm2squared', a, 0) as number)
export const norminf = (a: Argument): unknown => fold('norminf', a, 0)
export const sup = (a: Argument): unknown => fold('sup', a, -Infinity)
export const inf = (a: Argument): unknown => fold('inf', a, Infinity)
export const argmin = (a: Argument): number[] => extremeAt('argmin', a, Infinity)
export const argmax = (a: Argument): number[] => extremeAt('argmax', a, -Infinity)

/** Whether all elements are `===`. Shapes must agree. */
export function equals(a: Argument, b: Argument): boolean {
  checkTwo(a, b)
  const x = elementsOf(a)
  const y = elementsOf(b)
  const kernel = (x.kernels === y.kernels ? x.kernels : kernelsOf('mixed')!).equals!
  if (isDense(a) && isDense(b)) return !kernel(1, sizeOf(a.shape), x.data, startOf(a), 0, 1, y.data, startOf(b), 0, 1)
  let differ = false
  traverse(
    [a, b],
    (m, n, at, rows, steps) => (differ = kernel(m, n, x.data, at[0], rows[0], steps[0], y.data, at[1], rows[1], steps[1])),
  )
  return !differ
}
