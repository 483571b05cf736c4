import type { Any } from './realm.js'

const isArray = (x: Any): boolean => Array.isArray(x?.shape) && Array.isArray(x?.stride) && typeof x?.dtype === 'string'

function elements(a: Any): unknown[] {
  const list: unknown[] = []
  const walk = (index: number[]): void => {
    if (index.length === a.shape.length) list.push(a.get(...index))
    else for (let i = 0; i < a.shape[index.length]; i++) walk([...index, i])
  }
  walk([])
  return list
}

/**
 * All that can be told about a value, as plain data: of an array its elements, form and memory. Reading `data` is
 * what programs do, so it is done last and seen too.
 */
export function describe(x: Any): unknown {
  if (isArray(x)) {
    const { dtype, size, dimension } = x
    const form = { dtype, size, dimension, shape: [...x.shape], stride: [...x.stride], offset: x.offset, order: [...x.order] }
    const name = String(x.constructor).match(/^function (\w+)/)?.[1]
    return { form, name, elements: elements(x), keys: Object.keys(x), data: Array.from(x.data as ArrayLike<unknown>) }
  }
  if (Array.isArray(x)) return x.map(describe)
  if (ArrayBuffer.isView(x)) return { [x.constructor.name]: Array.from(x as unknown as ArrayLike<number>) }
  if (typeof x === 'object' && x !== null) return Object.fromEntries(Object.keys(x).map((key) => [key, describe(x[key])]))
  return typeof x === 'function' ? 'function' : x
}

/** `got` with the numbers of `wanted` in place of those that differ by no more than the last place or two. */
export function settled(got: Any, wanted: Any): unknown {
  if (typeof got === 'number') return Math.abs(got - wanted) <= 4e-16 * Math.abs(wanted) ? wanted : got
  if (typeof got !== 'object' || typeof wanted !== 'object' || got === null || wanted === null) return got
  if (Array.isArray(got)) return got.map((x, i) => settled(x, wanted[i]))
  return Object.fromEntries(Object.entries(got).map(([key, x]) => [key, settled(x, wanted[key])]))
}
