import { DTypeError, isFloat, toDType, ValueError } from '@weldarray/ir'
import { drawFloats, leaf } from '@weldarray/runtime'
import type { Named, NamedBy } from '../../types/dtype-of.js'
import { declareMethods, optionsOf, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { add, exp, greater, greater_equal, isfinite, multiply, subtract } from '../elementwise/functions.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { byKernel, drawnOf, floats, many, type Plain } from './by-kernels.js'
import { Distributed } from './distributed.js'
import type { Simpler } from './distributions/many.js'
import { drawnShape, type Size } from './draws.js'
import { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'

/*
 * Distributions that kernels draw, or that are a line over what kernels draw: uniform, normal and exponential numbers.
 */

type Shape = number | readonly number[]
/** A parameter as the declarations have read it: a number, or something to make an array of. Overloads have options in its place. */
type Parameter = ArrayInput | Readonly<Record<string, unknown>>
/** The size, by its place or its name. */
type Sized = Shape | { size: Shape }

export abstract class Drawing extends Distributed {
  abstract override get source(): BitSource

  /** @internal */
  override simpler(...[kind, count, shapes]: Parameters<Simpler>): ReturnType<Simpler> {
    const { source } = this
    if (!(source instanceof Pcg64)) return null
    const start = source.position
    const made = many(source, kind, count, shapes)
    if (made === null) return null
    const numbers = wrap('kind' in made ? made : leaf(made, [count]))
    if (kind !== 'positive doubles' || all(greater(numbers, 0))) return numbers
    source.position = start
    return null
  }

  /**
   * Uniform in [0, 1): float64 with 53 random bits, or float32 with 24. NumPy's `numpy.random.Generator.random`.
   * @example
   * np.random.default_rng(1).random(2) // array([0.51182162, 0.9504637 ])
   */
  random(options?: { size?: null; dtype?: DTypeName }): number
  random<T extends DTypeName = 'float64'>(
    size: number | readonly number[],
    ...rest: Rest<[dtype: NamedBy<T>], { dtype?: T }>
  ): NdArray<Named<T>>
  random<T extends DTypeName = 'float64'>(options: { size: Shape; dtype?: T }): NdArray<Named<T>>
  random(size?: Size, ...rest: Rest<[dtype: DTypeName], { dtype?: DTypeName }>): number | NdArray
  random(given?: unknown, ...rest: readonly unknown[]): number | NdArray {
    const size = given as Size
    const dtype = toDType(optionsOf<{ dtype?: DTypeName }>(rest).dtype ?? 'float64')
    if (!isFloat(dtype)) throw new DTypeError(`random: dtype ${dtype}, expected float32 or float64`)
    const { source } = this
    if (dtype === 'float64') return floats(source, 'random', 'doubles', size)
    const next = (): number => source.float()
    if (size === undefined || size === null) return next()
    return drawnOf(source, 'random', size, dtype, next, (n) => byKernel(source, (from) => drawFloats('float32', n, from)))
  }

  /**
   * Uniform in [low, high). NumPy's `numpy.random.Generator.uniform`.
   * @example
   * np.random.default_rng(1).uniform(0, 10, 2) // array([5.11821625, 9.50463696])
   */
  uniform(low?: number | { low?: number; high?: number; size?: null }, high?: number | { high?: number; size?: null }): number
  uniform(low: ArrayInput, high: ArrayInput, size: Sized): NdArray<'float64'>
  uniform(low?: ArrayInput, high?: ArrayInput): NdArray<'float64'>
  uniform(low: ArrayInput, options: { high?: ArrayInput; size: Shape }): NdArray<'float64'>
  uniform(options: { low?: ArrayInput; high?: ArrayInput; size: Shape }): NdArray<'float64'>
  uniform(low: Parameter = 0, to: Parameter = 1, asked?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = asked as Size
    const high = to as ArrayInput
    const range = typeof low === 'number' && typeof high === 'number' ? high - low : subtract(high, low as ArrayInput)
    if (!finite(range)) throw new ValueError(`uniform: from ${describe(low)} to ${describe(high)} is no finite range`)
    return scaled(this.source, 'uniform', 'doubles', low, range, size)
  }

  /**
   * Normal distribution with mean `loc` and standard deviation `scale`. NumPy's `numpy.random.Generator.normal`.
   * @example
   * np.random.default_rng(1).normal(0, 1, 2) // array([0.34558419, 0.82161814])
   */
  normal(loc?: number | { loc?: number; scale?: number; size?: null }, scale?: number | { scale?: number; size?: null }): number
  normal(loc: ArrayInput, scale: ArrayInput, size: Sized): NdArray<'float64'>
  normal(loc?: ArrayInput, scale?: ArrayInput): NdArray<'float64'>
  normal(loc: ArrayInput, options: { scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  normal(options: { loc?: ArrayInput; scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  normal(loc: Parameter = 0, spread: Parameter = 1, asked?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = asked as Size
    const scale = spread as ArrayInput
    needNotNegative('normal', 'scale', scale)
    return scaled(this.source, 'normal', 'normals', loc, scale, size)
  }

  /**
   * Normal distribution with mean 0 and standard deviation 1. NumPy's `numpy.random.Generator.standard_normal`.
   * @example
   * np.random.default_rng(1).standard_normal(2) // array([0.34558419, 0.82161814])
   */
  standard_normal(): number
  standard_normal(size: Shape | { size: Shape }): NdArray<'float64'>
  standard_normal(given?: Size | { size: Shape }): number | NdArray<'float64'> {
    return floats(this.source, 'standard_normal', 'normals', given as Size)
  }

  /**
   * Exponential distribution with mean `scale`. NumPy's `numpy.random.Generator.exponential`.
   * @example
   * np.random.default_rng(1).exponential(2, 2) // array([2.14605805, 0.61690629])
   */
  exponential(scale?: number | { scale?: number; size?: null }): number
  exponential(scale: ArrayInput, size: Sized): NdArray<'float64'>
  exponential(scale?: ArrayInput): NdArray<'float64'>
  exponential(options: { scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  exponential(scale: Parameter = 1, asked?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = asked as Size
    needNotNegative('exponential', 'scale', scale)
    return scaled(this.source, 'exponential', 'exponentials', 0, scale as ArrayInput, size)
  }

  /**
   * Exponential distribution with mean 1. NumPy's `numpy.random.Generator.standard_exponential`.
   * @example
   * np.random.default_rng(1).standard_exponential(2) // array([1.07302903, 0.30845314])
   */
  standard_exponential(): number
  standard_exponential(size: Shape | { size: Shape }): NdArray<'float64'>
  standard_exponential(given?: Size | { size: Shape }): number | NdArray<'float64'> {
    return floats(this.source, 'standard_exponential', 'exponentials', given as Size)
  }

  /**
   * e to the power of numbers of the normal distribution with `mean` and standard deviation `sigma`. NumPy's
   * `numpy.random.Generator.lognormal`.
   * @example
   * np.random.default_rng(1).lognormal(0, 1, 2) // array([1.41281503, 2.27417681])
   */
  lognormal(
    mean?: number | { mean?: number; sigma?: number; size?: null },
    sigma?: number | { sigma?: number; size?: null },
  ): number
  lognormal(mean: ArrayInput, sigma: ArrayInput, size: Sized): NdArray<'float64'>
  lognormal(mean?: ArrayInput, sigma?: ArrayInput): NdArray<'float64'>
  lognormal(mean: ArrayInput, options: { sigma?: ArrayInput; size: Shape }): NdArray<'float64'>
  lognormal(options: { mean?: ArrayInput; sigma?: ArrayInput; size: Shape }): NdArray<'float64'>
  lognormal(mean: Parameter = 0, spread: Parameter = 1, asked?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = asked as Size
    const sigma = spread as ArrayInput
    needNotNegative('lognormal', 'sigma', sigma)
    const numbers = typeof mean === 'number' && typeof sigma === 'number'
    if (numbers && (size === undefined || size === null)) return Math.exp(mean + sigma * this.source.normal())
    return exp(this.normal(mean as ArrayInput, sigma, size as Shape)) as Untyped
  }
}

/** `low + range · x` of numbers that are drawn now: of as many as `low` and `range` have elements, where no size is given. */
function scaled(
  source: BitSource,
  what: string,
  kind: Plain,
  low: Parameter,
  range: ArrayInput,
  size: Size,
): number | NdArray<'float64'> {
  if (typeof low === 'number' && typeof range === 'number') {
    const x = floats(source, what, kind, size)
    return typeof x === 'number' ? low + range * x : (add(multiply(x, range), low) as Untyped)
  }
  const asked = drawnShape(
    what,
    size,
    [low as ArrayInput, range].map((p) => toValue(what, p).shape),
  )
  return add(multiply(floats(source, what, kind, asked), range), low as ArrayInput) as Untyped
}

/** Whether something holds of a parameter's elements, all of them. */
const every = (x: Parameter, holds: (x: ArrayInput) => NdArray<'bool'>): boolean => all(holds(x as ArrayInput))

const finite = (x: ArrayInput): boolean => (typeof x === 'number' ? Number.isFinite(x) : every(x, isfinite))

/** Throws `ValueError` for a parameter with negative numbers. */
function needNotNegative(what: string, name: string, x: Parameter): void {
  if (!(typeof x === 'number' ? x >= 0 : every(x, (y) => greater_equal(y, 0))))
    throw new ValueError(`${what}: ${name} is ${describe(x)}, expected a non-negative number`)
}

declareMethods(Drawing.prototype, [
  'random(size?: integers, {dtype?: dtype})',
  'uniform(low?: number|array, high?: number|array, size?: integers)',
  'normal(loc?: number|array, scale?: number|array, size?: integers)',
  'standard_normal(size?: integers)',
  'exponential(scale?: number|array, size?: integers)',
  'standard_exponential(size?: integers)',
  'lognormal(mean?: number|array, sigma?: number|array, size?: integers)',
])
