import type { Any } from './realm.js'

/** How an input comes about. Real arrays have nothing to be pending; all else is the same for them. */
export const kinds = ['external', 'evaluated', 'pending', 'view', 'view of pending'] as const
export type Kind = (typeof kinds)[number]

const TYPES: Record<string, new (n: number) => Any> = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
}

type Make = (data: unknown, shape?: readonly number[], stride?: readonly number[], offset?: number) => Any

/** A view of `parent` that leaves a frame out and goes through it transposed, in steps, backwards along the first axis. */
function inner(parent: Any, shape: readonly number[]): Any {
  const axes = shape.map((_, k) => shape.length - 1 - k)
  return parent
    .transpose(...axes)
    .lo(...shape.map(() => 1))
    .step(...shape.map((_, k) => (k === 0 ? -2 : 2)))
}

/** An array with `element(i)` for its elements in C order, made by `make`; `real` lays out what is not contiguous. */
export function makeInput(
  make: Make,
  real: Make,
  kind: Kind,
  shape: readonly number[],
  element: (i: number) => number,
  dtype: string,
): Any {
  const isView = kind.startsWith('view')
  const size = shape.reduce((n, d) => n * d, 1)
  const whole = isView ? shape.map((n) => 2 * n + 1).reverse() : shape
  const data = new TYPES[dtype]!(whole.reduce((n, d) => n * d, 1))
  const layout = real(data, whole)
  const target = isView ? inner(layout, shape) : layout
  const index = shape.map(() => 0)
  for (let i = 0; i < size; i++) {
    target.set(...index, element(i))
    for (let k = shape.length - 1; k >= 0 && ++index[k]! === shape[k]; k--) index[k] = 0
  }
  const made = make(data, whole)
  const owned = make === real || kind === 'external' || kind === 'view' ? made : made.clone()
  const ready = make !== real && kind.endsWith('pending') ? owned.mul(1) : owned
  return isView ? inner(ready, shape) : ready
}
