import type { ArrayLikeNd } from '../array/types.js'

type Scalar = number | bigint
type A = ArrayLikeNd

type Binary = 'add' | 'sub' | 'mul' | 'div' | 'mod' | 'band' | 'bor' | 'bxor' | 'lshift' | 'rshift' | 'rrshift'
type Logic = 'and' | 'or' | 'eq' | 'neq' | 'lt' | 'gt' | 'leq' | 'geq'
type Ordered = 'atan2' | 'pow'
type Two = Binary | Logic | 'max' | 'min' | Ordered | `${Ordered}op`
type One =
  | 'not'
  | 'bnot'
  | 'neg'
  | 'recip'
  | 'abs'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'ceil'
  | 'cos'
  | 'exp'
  | 'floor'
  | 'log'
  | 'round'
  | 'sin'
  | 'sqrt'
  | 'tan'

type Elementwise = { [K in Two]: <D extends A>(dest: D, a: A, b: A) => D } & {
  [K in Two as `${K}s`]: <D extends A>(dest: D, a: A, s: Scalar) => D
} & { [K in Two as `${K}eq`]: <D extends A>(dest: D, b: A) => D } & {
  [K in Two as `${K}seq`]: <D extends A>(dest: D, s: Scalar) => D
} & { [K in One | 'assign']: <D extends A>(dest: D, a: A) => D } & { [K in One as `${K}eq`]: <D extends A>(dest: D) => D }

/** The 150 functions of `ndarray-ops`. */
export interface Ops extends Elementwise {
  assigns<D extends A>(dest: D, s: Scalar): D
  random<D extends A>(dest: D): D
  any(a: A): boolean
  all(a: A): boolean
  equals(a: A, b: A): boolean
  sum(a: A): number
  prod(a: A): number
  norm1(a: A): number
  norm2(a: A): number
  norm2squared(a: A): number
  norminf(a: A): number
  sup(a: A): number
  inf(a: A): number
  argmin(a: A): number[]
  argmax(a: A): number[]
}
