import type { DType, TypedArray } from '@weldarray/ir'
import type { NdArray } from '../array/ndarray.js'
import type { AnyDType, DTypeOf, NumberDType } from '../array/types.js'
import type { Nested } from '../numpy/types.js'
import type { Common, Divide, DTypeNames, Float, Math1, Math2, Own, Small, Small1 } from './promotion.generated.js'

/** A dtype, or a kind of number that adapts to the dtypes it meets. */
export type Key = keyof Own

/** Names of dtypes: `ndarray`'s, and all that NumPy has for them (`'float'`, `'double'`, `'f8'`). */
export type DTypeName = keyof DTypeNames

/** The dtype that a name stands for; of a name that may be any, the type tells nothing. */
export type Named<T extends DTypeName> = DType extends T ? NumberDType : DTypeNames[T]

/**
 * What follows a dtype that may be any, as `result_type` gives it, and tells nothing, either: `More`. Another one, a type parameter too, is
 * followed by what nobody can give, so that the next overload is taken.
 */
export type IfAny<D extends DType, More extends unknown[] = []> = DType extends D ? More : [never]

/** A dtype's name as an argument, which tells `T`; an object in its place tells nothing by itself. */
export type NamedBy<T extends DTypeName> = `${T}`

/** The kind of a number, as far as its type tells: one with a fraction lifts integers to float64. */
type KeyOfNumber<X extends number> = number extends X ? 'whole' | 'fraction' : `${X}` extends `${bigint}` ? 'whole' : 'fraction'

/** The dtype of lists, by their elements. */
type KeyOfList<E> = [E] extends [never]
  ? 'float64'
  : E extends number
    ? 'float64'
    : E extends bigint
      ? 'bigint64'
      : E extends boolean
        ? 'bool'
        : E extends readonly (infer Inner)[]
          ? Nested extends E
            ? 'unknown'
            : KeyOfList<Inner>
          : KeyOfArray<E>

/** Arrays of numbers in general are one key, not one for each dtype. */
type KeyOfArray<X> = X extends { readonly dtype: infer D }
  ? 0 extends 1 & D
    ? D
    : [NumberDType] extends [D]
      ? 'unknown'
      : D extends AnyDType
        ? D
        : 'unknown'
  : X extends TypedArray | Uint8ClampedArray
    ? DTypeOf<X>
    : 'unknown'

/** What an operand counts as when dtypes meet: `unknown` where its type does not tell. */
export type KeyOf<X> = 0 extends 1 & X
  ? 'unknown'
  : X extends number
    ? KeyOfNumber<X>
    : X extends bigint
      ? 'bigint'
      : X extends boolean
        ? 'boolean'
        : X extends readonly (infer E)[]
          ? KeyOfList<E>
          : X extends null | undefined
            ? 'boolean'
            : KeyOfArray<X>

/** `KeyOf`, as what tables can be asked for. No intersection: of what is not known yet TypeScript would write out one with each key. */
export type At<X> = KeyOf<X> extends infer K extends Key ? K : never

/*
 * Where an array's dtype is a type parameter, `D extends DType`, tables tell nothing, but what keeps the dtype is known to have it:
 * `np.roll(x, 1)` is an `NdArray<D>`. TypeScript decides a condition on a type parameter later, when it is given; on a type that only
 * contains one it decides now. So conditions here are on what has a `dtype`.
 */
interface Has<D> {
  readonly dtype: D
}

/** The key of an operand, of a type parameter that parameter. */
type KeyIn<X> = 0 extends 1 & X ? 'unknown' : X extends Has<infer D extends DType> ? D : At<X>

/** The dtype that results of an array of dtype `D` have where they keep it: itself, unless only a caller's data has it. */
export type Kept<D extends Key> = Has<D> extends Has<infer E extends DType> ? E : Own[D]

/** The dtype that an input has by itself. */
export type DTypeOfInput<X> = 0 extends 1 & X ? NumberDType : X extends Has<infer D extends DType> ? D : Own[At<X>]

type Each<D> = D extends unknown ? Has<D> : never
type Whole<D, E> = D extends unknown ? Has<E> : never
/** Whether two dtypes are known to be one and the same: one literal, or one type parameter, but no choice of several. */
type IsOneDType<A, B> = (<T>() => T extends Each<A> ? 1 : 2) extends <T>() => T extends Whole<B, B> ? 1 : 2 ? true : false

/** An array of the input's dtype. */
export type Same<X> = NdArray<DTypeOfInput<X>>
/** An array of the dtype in which two inputs meet. */
export type Met<X, Y> = NdArray<TwoOf<'any', X, Y>>
/** The dtype in which the inputs of a list meet, beginning with those that have met. */
type MeetAll<K extends Key, L extends readonly unknown[]> = L extends readonly [infer X, ...infer Rest extends readonly unknown[]]
  ? MeetAll<Two<'any', K, X>, Rest>
  : K
type MetKey<L> = L extends readonly [infer X, ...infer Rest extends readonly unknown[]]
  ? MeetAll<KeyIn<X>, Rest>
  : L extends readonly (infer X)[]
    ? TwoOf<'any', X, X>
    : 'unknown'
/** The dtype in which the inputs of a list meet. */
export type DTypeOfAll<L> = Kept<MetKey<L>>
/** An array of it. */
export type MetAll<L> = NdArray<DTypeOfAll<L>>

/** The dtype in which functions of numbers compute: float32 where that is what their arguments promote to, else float64. */
export type Computed<L extends readonly unknown[]> = [MetKey<L>] extends [never] ? 'float64' : FloatIn<Own[MetKey<L> & Key]>
type FloatIn<D> = D extends 'float32' ? 'float32' : 'float64'

/** The dtype in which systems of equations are solved: float32 where both sides are, else float64. */
export type Solved<X, Y> = Own[At<X>] extends 'float32' ? (Own[At<Y>] extends 'float32' ? 'float32' : 'float64') : 'float64'

/**
 * The dtype of what a function of numbers returns, by the type it returns and what it is called with: a bool among its arguments may be
 * what comes back.
 */
export type Returned<R, L extends readonly unknown[]> = 0 extends 1 & R
  ? NumberDType
  :
      | (R extends number ? Computed<L> | ('bool' extends Own[At<L[number]>] ? 'bool' : never) : never)
      | (R extends boolean ? 'bool' : never)
      | (R extends bigint ? 'bigint64' : never)

/** The input's dtype if it floats, else float64. */
export type Floating<X> = NdArray<Float[At<X>]>
/** The dtype elementary functions compute in. */
export type Elementary<X> = NdArray<Math1[At<X>]>

/** How an elementwise function chooses its dtype, for one operand and for two: see `Typing` in numpy/typing.ts. */
export interface OfOne {
  arithmetic: Own
  any: Own
  bits: Own
  small: Small1
  shift: Small1
  divide: Float
  float: Math1
  truth: Record<Key, 'bool'>
}
export interface OfTwo {
  arithmetic: Common
  any: Common
  bits: Common
  small: Small
  shift: Small
  divide: Divide
  float: Math2
  truth: Record<Key, Record<Key, 'bool'>>
}

export type TypingName = keyof OfOne

/** The classes in which operands of one dtype give that dtype. */
type Keeping = 'arithmetic' | 'any' | 'bits'

/** The dtype an elementwise function of a class makes of one operand. */
export type One<C extends TypingName, X extends Key> = C extends Keeping ? Kept<X> : OfOne[C][X]
/** What the table says of two keys, once they are known: before, TypeScript would write out each pair. */
type Told<C extends TypingName, X extends Key, Y extends Key> = [X, Y] extends [infer A extends Key, infer B extends Key]
  ? OfTwo[C][A][B]
  : never
/** … and of two, the second as it is given. */
export type Two<C extends TypingName, X extends Key, Y> = 0 extends 1 & Y
  ? OfTwo[C][X]['unknown']
  : OneDType<C, X, Y, Told<C, X, At<Y>>>
type OneDType<C extends TypingName, X, Y, Else> = [C, Y] extends [Keeping, Has<infer D extends DType>]
  ? IsOneDType<X, D> extends true
    ? D
    : Else
  : Else

/** The same of operands as they are given. */
export type OneOf<C extends TypingName, X> = X extends Has<infer D extends DType> ? One<C, D> : OfOne[C][At<X>]
export type TwoOf<C extends TypingName, X, Y> =
  X extends Has<infer D extends DType> ? OneDType<C, D, Y, Told<C, At<X>, At<Y>>> : Told<C, At<X>, At<Y>>

/**
 * An array as `out`, which tells `O`. Nothing holds `O` to arrays: it is whatever stood in the place of `out`, options and null, too.
 * What is here of arrays is what no other arrays have: of `O & NdArray<AnyDType>`, an array of any dtype would tell nothing.
 */
export type Out<O> = O & Pick<NdArray<AnyDType>, 'dtype' | 'strides' | 'explain'>

/** The array that `O` is, if it is one. Tells nothing about `O` by what is expected of it. */
type Given<O> = O extends NdArray<infer D> ? NdArray<D> : never

/** The dtype asked for, else one that is chosen. An index, so that what is expected of a result says nothing about `T`. */
type AskedElse<T extends DTypeName, D> = { chosen: D; asked: Named<T> }[[T] extends [never] ? 'chosen' : 'asked']

/** What a function returns: the array given as `out`, else one of the dtype asked for, else one of the dtype it chooses. */
export type Outcome<T extends DTypeName, O, D extends AnyDType> = [Given<O>] extends [never] ? NdArray<AskedElse<T, D>> : Given<O>

/** An array of the dtype asked for, else of one that is chosen. */
export type Asked<T extends DTypeName, D extends AnyDType> = NdArray<AskedElse<T, D>>

/** The dtype of what is brought between bounds, if there are any. */
export type Clipped<D extends Key, L, H> = Common[Common[D][At<L>]][At<H>]
