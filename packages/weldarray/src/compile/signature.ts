import { ArgumentError, contiguousStrides, type DType, type View } from '@weldarray/ir'
import { dtypeOf, isNdArray, storageOf } from '../array/wrap.js'

/** What may differ from call to call without another trace: which memory an array has, and where in it it begins. */
export interface ArraySpec {
  readonly dtype: DType
  readonly shape: readonly number[]
  /** As the array has them; null for a caller's data, which is copied at each call. */
  readonly strides: readonly number[] | null
}

/** What an argument has to be for a trace to fit: an array of this structure, or this very value. */
export type Spec = { readonly array: ArraySpec; readonly value?: never } | { readonly array?: never; readonly value: unknown }

function alike(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The structure of an argument. Throws `ArgumentError` for what is neither an array nor a plain value. */
export function specOf(x: unknown, at: number): Spec {
  if (isNdArray(x)) {
    const strides = storageOf(x) === undefined ? null : [...x.stride]
    return { array: { dtype: dtypeOf(x), shape: [...x.shape], strides } }
  }
  if ((typeof x === 'object' && x !== null) || typeof x === 'function')
    throw new ArgumentError(
      `compile: argument ${at + 1} is ${Array.isArray(x) ? 'a list' : `${typeof x === 'function' ? 'a function' : (x.constructor?.name ?? 'an object')}`}, expected an array of this library or a plain value; asarray(x) makes an array of a list, a typed array or an ndarray`,
    )
  return { value: x }
}

/** Whether an argument has a structure. Called for each argument of each call: it makes nothing. */
export function fits(x: unknown, { array, value }: Spec): boolean {
  if (array === undefined) return Object.is(x, value)
  if (!isNdArray(x)) return false
  const { strides } = array
  if (!alike(x.shape, array.shape)) return false
  const storage = storageOf(x)
  if (strides === null) return storage === undefined && dtypeOf(x) === array.dtype
  return storage !== undefined && storage.dtype === array.dtype && alike(x.stride, strides)
}

export const sameSpecs = (args: readonly unknown[], specs: readonly Spec[]): boolean => {
  if (args.length !== specs.length) return false
  for (let i = 0; i < args.length; i++) if (!fits(args[i], specs[i]!)) return false
  return true
}

/** The layout by which a trace reads an array of this structure: from its own beginning. */
export const layoutOf = ({ shape, strides }: ArraySpec): View => ({
  shape,
  strides: strides ?? contiguousStrides(shape),
  offset: 0,
})
