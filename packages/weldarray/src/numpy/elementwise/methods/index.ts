import type { AnyDType } from '../../../array/types.js'
import { DECLARATION, declare } from '../../arguments/declare.js'
import { ufuncDeclaration } from '../../arguments/ufunc-options.js'
import type { NdArray, Untyped } from '../../operands/arrays.js'
import { toValue } from '../../operands/operands.js'
import { OPTIONS } from '../../reductions/options.js'
import { finishReduction, readReduction } from '../../reductions/reduce-parts.js'
import { arrayOf, reshape } from '../../shaping/layout.js'
import type { ArrayInput, Axes, ReduceOptions, UfuncOptions } from '../../types.js'
import { call, type Row } from '../ufunc.js'
import { accumulate } from './along.js'
import { IDENTITY, reduction } from './fold.js'
import { at } from './in-place.js'
import { reduceat } from './reduceat.js'
import type { AlongOptions, Indices } from './types.js'

/*
 * NumPy's methods of ufuncs: of a row, as the functions themselves are. A function's methods are made when one is first asked for.
 */

const reduce = (name: string, row: Row) =>
  declare(
    `${name}.reduce(array: array, axis?: integers|null, {${OPTIONS.total}})`,
    (a: ArrayInput, axis?: Axes | null, options: ReduceOptions = {}): Untyped => {
      const first = toValue(`${name}.reduce`, a).shape.length === 0 ? null : 0
      const r = readReduction(`${name}.reduce`, a, (axis === undefined ? first : axis) as Axes, options)
      return finishReduction(r, reduction(name, row, r))
    },
  )

const ALONG = 'axis?: integer|null, {dtype?: dtype, out?: ndarray}'

function binaryMethods(name: string, row: Row): object {
  return {
    reduce: reduce(name, row),
    accumulate: declare(
      `${name}.accumulate(array: array, ${ALONG})`,
      (a: ArrayInput, axis?: number | null, options: AlongOptions = {}): Untyped => accumulate(name, row, a, axis, options),
    ),
    reduceat: declare(
      `${name}.reduceat(array: array, indices: array, ${ALONG})`,
      (a: ArrayInput, indices: ArrayInput, axis?: number | null, options: AlongOptions = {}): Untyped =>
        reduceat(name, row, a, indices, axis, options),
    ),
    outer: (a: ArrayInput, b: ArrayInput, options?: UfuncOptions | NdArray): Untyped => {
      const x = arrayOf(`${name}.outer`, a)
      const rank = toValue(`${name}.outer`, b).shape.length
      return call(name, row, [reshape(x, [...x.shape, ...new Array<number>(rank).fill(1)]), b], options)
    },
    at: declare(`${name}.at(a: ndarray, indices: any, b: array)`, (a: NdArray<AnyDType>, indices: Indices, b: ArrayInput): void =>
      at(name, row, a, indices, [b]),
    ),
    nin: 2,
    nout: 1,
    nargs: 3,
    identity: IDENTITY[name] ?? null,
  }
}

const unaryMethods = (name: string, row: Row): object => ({
  at: declare(`${name}.at(a: ndarray, indices: any)`, (a: NdArray<AnyDType>, indices: Indices): void =>
    at(name, row, a, indices, []),
  ),
  nin: 1,
  nout: 1,
  nargs: 2,
})

/** Where a function has what its properties are made of. */
const OF = Symbol.for('weldarray.ufunc')

interface Ufunc {
  readonly [OF]: { readonly name: string; readonly row: Row; made: Readonly<Record<string, unknown>> | null }
}

function methodsOf({ [OF]: of }: Ufunc): Readonly<Record<string, unknown>> {
  const { name, row } = of
  return (of.made ??= { ...(row.arity === 1 ? unaryMethods(name, row) : binaryMethods(name, row)) })
}

const declaration = {
  get(this: Ufunc): string {
    return ufuncDeclaration(this[OF].name, this[OF].row.arity)
  },
  configurable: true,
}

/** Getters that all functions share: there are a hundred functions, whose own would take a millisecond of every import. */
const properties = (...keys: string[]): PropertyDescriptorMap => ({
  [DECLARATION]: declaration,
  ...Object.fromEntries(
    keys.map((key) => [
      key,
      {
        get(this: Ufunc): unknown {
          return methodsOf(this)[key]
        },
        configurable: true,
      },
    ]),
  ),
})

const PROPERTIES = {
  1: properties('at', 'nin', 'nout', 'nargs'),
  2: properties('reduce', 'accumulate', 'reduceat', 'outer', 'at', 'nin', 'nout', 'nargs', 'identity'),
} as const

/** A row's function with the methods and properties that NumPy's have. */
export function withMethods<F extends object>(f: F, name: string, row: Row): F {
  Object.defineProperty(f, 'name', { value: name, configurable: true })
  Object.defineProperty(f, OF, { value: { name, row, made: null } satisfies Ufunc[typeof OF] })
  return Object.defineProperties(f, PROPERTIES[row.arity])
}
