import type { NdArray } from '../operands/arrays.js'
import type { ArrayInput } from '../types.js'

/*
 * How methods of distributions are called: a number without a size and of numbers, an array otherwise.
 */

type Drawn = 'float64' | 'int64'
type Shape = number | readonly number[]
/** What may stand behind the parameters: the size, by its place or its name. */
type Sized = [size: Shape | { size: Shape }]
type Numbers<N extends string> = { readonly [K in N]: number }
type Arrays<N extends string> = { readonly [K in N]: ArrayInput }

/** A distribution without parameters. */
export interface No<D extends Drawn = 'float64'> {
  (size?: null): number
  (...size: Sized): NdArray<D>
}

/** … of one. */
export interface One<A extends string, D extends Drawn = 'float64'> {
  (a: number | Numbers<A>, size?: null): number
  (a: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, size?: null): NdArray<D>
  (options: Arrays<A> & { size?: Shape }): NdArray<D>
}

/** … of one that has a default. */
export interface Maybe<A extends string, D extends Drawn = 'float64'> {
  (a?: number | Partial<Numbers<A>>, size?: null): number
  (a: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, size?: null): NdArray<D>
  (options: Partial<Arrays<A>> & { size: Shape }): NdArray<D>
}

/** … of two. */
export interface Two<A extends string, B extends string, D extends Drawn = 'float64'> {
  (a: number, b: number | Numbers<B>, size?: null): number
  (a: ArrayInput, b: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, b: ArrayInput, size?: null): NdArray<D>
  (a: ArrayInput, options: Arrays<B> & { size?: Shape }): NdArray<D>
  (options: Numbers<A | B>): number
  (options: Arrays<A | B> & { size?: Shape }): NdArray<D>
}

/** … of two, the second of which has a default. */
export interface OneAndMaybe<A extends string, B extends string, D extends Drawn = 'float64'> {
  (a: number, b?: number | Partial<Numbers<B>>, size?: null): number
  (a: ArrayInput, b: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, b?: ArrayInput, size?: null): NdArray<D>
  (a: ArrayInput, options: Partial<Arrays<B>> & { size?: Shape }): NdArray<D>
  (options: Arrays<A> & Partial<Arrays<B>> & { size?: Shape }): NdArray<D>
}

/** … of two that have defaults. */
export interface MaybeTwo<A extends string, B extends string, D extends Drawn = 'float64'> {
  (a?: number | Partial<Numbers<A | B>>, b?: number | Partial<Numbers<B>>, size?: null): number
  (a: ArrayInput, b: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, b?: ArrayInput, size?: null): NdArray<D>
  (a: ArrayInput, options: Partial<Arrays<B>> & { size?: Shape }): NdArray<D>
  (options: Partial<Arrays<A | B>> & { size: Shape }): NdArray<D>
}

/** … of three. */
export interface Three<A extends string, B extends string, C extends string, D extends Drawn = 'float64'> {
  (a: number, b: number, c: number | Numbers<C>, size?: null): number
  (a: ArrayInput, b: ArrayInput, c: ArrayInput, ...size: Sized): NdArray<D>
  (a: ArrayInput, b: ArrayInput, c: ArrayInput, size?: null): NdArray<D>
  (a: ArrayInput, b: ArrayInput, options: Arrays<C> & { size?: Shape }): NdArray<D>
  (options: Numbers<A | B | C>): number
  (options: Arrays<A | B | C> & { size?: Shape }): NdArray<D>
}
