import { mathType } from '@weldarray/ir'
import { type Untyped, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import type { ArrayInput } from '../types.js'

/** In NumPy's floating dtype for the array. */
export function inFloats(what: string, x: ArrayInput): Untyped {
  const value = toValue(what, x)
  return wrap(value).astype(mathType(value.dtype))
}
