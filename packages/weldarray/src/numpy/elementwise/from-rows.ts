import type { OneOf, Outcome, TwoOf, TypingName } from '../../types/dtype-of.js'
import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../types.js'
import { withMethods } from './methods/index.js'
import type { BinaryMethods, UnaryMethods } from './methods/types.js'
import { table } from './table/index.js'
import { call, type Row } from './ufunc.js'

/** A function of one array, element by element: the result has the operand's shape. `C` says how it chooses its dtype. */
export type Unary<C extends TypingName = TypingName> = UnaryMethods & UnaryCall<C>

type UnaryCall<C extends TypingName> = <X extends ArrayInput, T extends DTypeName = never, O = never>(
  x: X,
  options?: UfuncOptions<T, O>,
) => Outcome<T, O, OneOf<C, X>>

/** A function of two arrays whose shapes broadcast. Throws `ShapeError` when they do not, `DTypeError` for dtypes without a loop. */
export type Binary<C extends TypingName = TypingName> = BinaryMethods<C> & BinaryCall<C>

type BinaryCall<C extends TypingName> = <X extends ArrayInput, Y extends ArrayInput, T extends DTypeName = never, O = never>(
  x: X,
  y: Y,
  options?: UfuncOptions<T, O>,
) => Outcome<T, O, TwoOf<C, X, Y>>

type Function<R> = R extends { readonly arity: 1; readonly as?: infer C extends TypingName }
  ? Unary<C>
  : R extends { readonly arity: 2; readonly as?: infer C extends TypingName }
    ? Binary<C>
    : never

const make = (name: string, row: Row): object =>
  row.arity === 1
    ? (x: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) => call(name, row, [x], options, more)
    : (x: ArrayInput, y: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) =>
        call(name, row, [x, y], options, more)

/** A row's function, with the options and methods of NumPy's. `read` is what operands are before anything else is made of them. */
export function ufuncOf<F>(name: string, row: Row, read?: (x: ArrayInput) => ArrayInput): F {
  if (read === undefined) return withMethods(make(name, row), name, row) as F
  const f =
    row.arity === 1
      ? (x: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) => call(name, row, [read(x)], options, more)
      : (x: ArrayInput, y: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]) =>
          call(name, row, [read(x), read(y)], options, more)
  return withMethods(f, name, row) as F
}

/** The functions of the table's rows. elementwise.generated.ts exports each with the row's comment. */
export const functions = Object.fromEntries(
  Object.entries(table).map(([name, row]) => [name, ufuncOf(name, row)]),
) as unknown as {
  readonly [K in keyof typeof table]: Function<(typeof table)[K]>
}
