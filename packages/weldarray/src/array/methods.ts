import { clip, round } from '../numpy/elementwise/choosing.js'
import { methodRows } from '../numpy/elementwise/table/index.js'
import { call, record } from '../numpy/elementwise/ufunc.js'
import { toStore, write } from '../numpy/operands/destination.js'
import { operand } from '../numpy/operands/operands.js'
import { argmax, argmin } from '../numpy/reductions/arg-extremes.js'
import * as reductions from '../numpy/reductions/reductions.js'
import { cumprod, cumsum } from '../numpy/reductions/scans.js'
import * as layout from '../numpy/shaping/layout.js'
import type { ArrayInput, UfuncOptions } from '../numpy/types.js'
import type { ArrayMethods, InPlaceMethods } from './method-types.js'
import { NdArray } from './ndarray.js'
import type { NumPyMethods } from './numpy-method-types.js'
import { numpyGetters, numpyMethods, toPrimitive } from './numpy-methods.js'
import type { AnyDType, NumberDType } from './types.js'
import { valueOf } from './wrap.js'

declare module './ndarray.js' {
  interface NdArray<out D extends AnyDType = NumberDType> extends ArrayMethods<D>, NumPyMethods<D>, InPlaceMethods<NdArray<D>> {}
}

/** `a op= b`: computed as `a op b` is, then stored in `a`, which may lose precision or range but not the kind of number. */
const inPlace = (name: string) => {
  const [numpy, row] = methodRows.get(name)!
  return function (this: NdArray, other: ArrayInput): NdArray {
    return write(`${name}eq`, this, record(numpy, row, [valueOf(this), operand(`${name}eq`, other)]))
  }
}

/** A function as a method: the array is its first argument, and what comes after is checked as the function's. */
const asMethod = (f: (a: NdArray, ...args: never[]) => NdArray) =>
  function (this: NdArray, ...args: unknown[]): NdArray {
    return f(this, ...(args as never[]))
  }

const elementwise = Object.fromEntries(
  [...methodRows].map(([method, [numpy, row]]) => [
    method,
    row.arity === 1
      ? function (this: NdArray, options?: UfuncOptions | NdArray, ...more: unknown[]): NdArray {
          return call(numpy, row, [this], options, more)
        }
      : function (this: NdArray, other: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]): NdArray {
          return call(numpy, row, [this, other], options, more)
        },
  ]),
)

const { sum, prod, min, max, mean, std, var: variance } = reductions

const methods: Record<string, (this: NdArray, ...args: never[]) => unknown> = {
  ...numpyMethods,
  ...elementwise,
  ...Object.fromEntries(['add', 'sub', 'mul', 'div', 'mod', 'pow'].map((name) => [`${name}eq`, inPlace(name)])),
  ...Object.fromEntries(
    Object.entries({
      ...{ sum, prod, min, max, mean, std, var: variance, argmin, argmax, round, clip, cumsum, cumprod },
      ...{ ravel: layout.ravel, flatten: layout.flatten, astype: layout.astype, clone: layout.copy, squeeze: layout.squeeze },
      ...{ broadcastTo: layout.broadcast_to, expandDims: layout.expand_dims },
    }).map(([name, f]) => [name, asMethod(f as never)]),
  ),
  assign(value: ArrayInput) {
    return write('assign', this, toStore(operand('assign', value), this), 'unsafe')
  },
  reshape(...shape: number[] | [readonly number[]]) {
    return layout.reshape(this, (shape.length === 1 && typeof shape[0] === 'object' ? shape[0] : shape) as readonly number[])
  },
}

// Not enumerable: `for in` over an array sees what it sees over an `ndarray`.
for (const [name, value] of Object.entries(methods))
  Object.defineProperty(NdArray.prototype, name, { value, writable: true, configurable: true, enumerable: false })
for (const [name, get] of Object.entries(numpyGetters))
  Object.defineProperty(NdArray.prototype, name, { get, configurable: true, enumerable: false })
Object.defineProperty(NdArray.prototype, Symbol.toPrimitive, { value: toPrimitive, writable: true, configurable: true })

/** Importing this module gives arrays their methods; calling it keeps the import from being dropped. */
export const installMethods = (): void => {}
