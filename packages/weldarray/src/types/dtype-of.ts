import type { DType, TypedArray } from '@weldarray/ir'
import type { NdArray } from '../array/ndarray.js'
import type { AnyDType, DTypeOf, NumberDType } from '../array/types.js'
import type { Nested } from '../numpy/types.js'
import type { Common, Divide, DTypeNames, Float, Math1, Math2, Mean, Own, Small, Small1, Sum } from './promotion.generated.js'

/** A dtype, or a kind of number that adapts to the dtypes it meets. */
export type Key = keyof Own

/** Names of dtypes: `ndarray`'s, and all that NumPy has for them (`'float'`, `'double'`, `'f8'`). */
export type DTypeName = keyof DTypeNames

/** The dtype that a name stands for; of a name that may be any, the type tells nothing. */
export type Named<T extends DTypeName> = DType extends T ? NumberDType : DTypeNames[T]

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

/** `KeyOf`, as what tables can be asked for. */
export type At<X> = KeyOf<X> & Key

/** The dtype that an input has by itself. */
export type DTypeOfInput<X> = Own[At<X>]

/** An array of the input's dtype. */
export type Same<X> = NdArray<Own[At<X>]>
/** An array of the dtype in which two inputs meet. */
export type Met<X, Y> = NdArray<Common[At<X>][At<Y>]>
/** The dtype in which the inputs of a list meet, beginning with those that have met. */
type MeetAll<K extends Key, L extends readonly unknown[]> = L extends readonly [infer X, ...infer Rest extends readonly unknown[]]
  ? MeetAll<Common[K][At<X>], Rest>
  : K
type MetKey<L> = L extends readonly [infer X, ...infer Rest extends readonly unknown[]]
  ? MeetAll<At<X>, Rest>
  : L extends readonly (infer X)[]
    ? Common[At<X>][At<X>]
    : 'unknown'
/** The dtype in which the inputs of a list meet. */
export type DTypeOfAll<L> = Own[MetKey<L> & Key]
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

/** An array of what the input adds up to: integers in 64 bits. */
export type Summed<X> = NdArray<Sum[At<X>]>
/** float32 for float32, else float64. */
export type Averaged<X> = NdArray<Mean[At<X>]>
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

/** The dtype an elementwise function of a class makes of one operand. */
export type One<C extends TypingName, X extends Key> = OfOne[C][X]
/** … and of two. */
export type Two<C extends TypingName, X extends Key, Y> = OfTwo[C][X][At<Y>]

/**
 * An array as `out`, which tells `O`. Nothing holds `O` to arrays: it is whatever stood in the place of `out`, options and null, too.
 * What is here of arrays is what no other arrays have: of `O & NdArray<AnyDType>`, an array of any dtype would tell nothing.
 */
export type Out<O> = O & Pick<NdArray<AnyDType>, 'dtype' | 'strides' | 'explain'>

/** The array that `O` is, if it is one. Tells nothing about `O` by what is expected of it. */
type Given<O> = O extends NdArray<infer D> ? NdArray<D> : never

/** What a function returns: the array given as `out`, else one of the dtype asked for, else one of the dtype it chooses. */
export type Outcome<T extends DTypeName, O, D extends AnyDType> = [Given<O>] extends [never]
  ? NdArray<[T] extends [never] ? D : Named<T>>
  : Given<O>

/** An array of the dtype asked for, else of one that is chosen. */
export type Asked<T extends DTypeName, D extends AnyDType> = NdArray<[T] extends [never] ? D : Named<T>>

/** The dtype of what is brought between bounds, if there are any. */
export type Clipped<D extends Key, L, H> = Common[Common[D][At<L>]][At<H>]
