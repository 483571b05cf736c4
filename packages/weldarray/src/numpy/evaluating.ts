import {
  type AsyncOptions,
  evaluate as evaluateValues,
  evaluateAsync as evaluateValuesAsync,
  type Value,
} from '@weldarray/runtime'
import { contentsOf } from '../array/ndarray.js'
import type { NdArray } from './seam.js'

const pending = (arrays: readonly NdArray[]): Value[] => arrays.map(contentsOf).filter((v) => v !== null)

/** Computes the elements of several arrays together: what they share is computed once, in as few passes over memory as there can be. */
export function evaluate(...arrays: NdArray[]): void {
  evaluateValues(pending(arrays), 'explicit')
}

/** As `evaluate`, without blocking the event loop; returns the arrays. */
export async function evaluateAsync(arrays: readonly NdArray[], options: AsyncOptions = {}): Promise<readonly NdArray[]> {
  await evaluateValuesAsync(pending(arrays), options)
  return arrays
}
