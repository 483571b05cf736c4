import { takesNoMore } from '../numpy/arguments/ufunc-options.js'
import { clip, round } from '../numpy/elementwise/choosing.js'
import { methodRows } from '../numpy/elementwise/table/index.js'
import { record } from '../numpy/elementwise/ufunc.js'
import { isNdArray } from '../numpy/operands/arrays.js'
import { toStore, write } from '../numpy/operands/destination.js'
import { operand } from '../numpy/operands/operands.js'
import { argmax, argmin } from '../numpy/reductions/arg-extremes.js'
import * as reductions from '../numpy/reductions/reductions.js'
import { cumprod, cumsum } from '../numpy/reductions/scans.js'
import * as layout from '../numpy/shaping/layout.js'
import type { ArrayInput } from '../numpy/types.js'
import { asMethod } from './as-method.js'
import type { ArrayMethods, InPlaceMethods } from './method-types.js'
import { NdArray } from './ndarray.js'
import type { NumPyMethods } from './numpy-method-types.js'
import { elementwiseMethod, numpyGetters, numpyMethods, toPrimitive } from './numpy-methods.js'
import type { AnyDType, NumberDType } from './types.js'
import { valueOf } from './wrap.js'

declare module './ndarray.js' {
  interface NdArray<out D extends AnyDType = NumberDType> extends ArrayMethods<D>, NumPyMethods<D>, InPlaceMethods<NdArray<D>> {}
}

/** `a op= b`: computed as `a op b` is, then stored in `a`, which may lose precision or range but not the kind of number. */
const inPlace = (name: string) => {
  const [numpy, row] = methodRows.get(name)!
  return function (this: NdArray, other: ArrayInput, ...more: unknown[]): NdArray {
    takesNoMore(`${name}eq`, more)
    return write(`${name}eq`, this, record(numpy, row, [valueOf(this), operand(`${name}eq`, other)]))
  }
}

const elementwise = Object.fromEntries([...methodRows].map(([method, [numpy, row]]) => [method, elementwiseMethod(numpy, row)]))

const { sum, prod, min, max, mean, std, var: variance } = reductions

const methods: Record<string, (this: NdArray, ...args: never[]) => unknown> = {
  ...numpyMethods,
  ...elementwise,
  ...Object.fromEntries(['add', 'sub', 'mul', 'div', 'mod', 'pow'].map((name) => [`${name}eq`, inPlace(name)])),
  ...Object.fromEntries(
    Object.entries({
      ...{ sum, prod, min, max, mean, std, var: variance, argmin, argmax, round, clip, cumsum, cumprod },
      ...{ ravel: layout.ravel, flatten: layout.flatten, clone: layout.copy, squeeze: layout.squeeze },
      ...{ broadcastTo: layout.broadcast_to, expandDims: layout.expand_dims },
    }).map(([name, f]) => [name, asMethod(f as never)]),
  ),
  assign(value: ArrayInput, ...more: unknown[]) {
    takesNoMore('assign', more)
    return write('assign', this, toStore(operand('assign', value), this), 'unsafe')
  },
  reshape(...args: unknown[]) {
    // A list alone, or options alone, are the function's own; lengths by themselves are a list.
    if (args.length === 1) return layout.reshape(this, args[0] as number[])
    const last = args.at(-1)
    const options = typeof last === 'object' && last !== null && !isNdArray(last) ? [last] : []
    const lengths = args.slice(0, args.length - options.length)
    const shape = lengths.length === 1 && typeof lengths[0] === 'object' ? lengths[0] : lengths
    return layout.reshape(this, shape as number[], ...(options as []))
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
