import { type DType, DTypeError, isFloat, type Node, type Scalar, sizeOf, toDType, ValueError } from '@weldarray/ir'
import { type Drawn, drawFloats, leaf, type Memory, type PcgState, recordDraw, reshape } from '@weldarray/runtime'
import type { Named, NamedBy } from '../../types/dtype-of.js'
import { declareMethods, optionsOf, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { shapeOf } from '../creation/creation.js'
import { add, exp, greater, greater_equal, isfinite, multiply, subtract } from '../elementwise/functions.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { toValue } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { Distributed } from './distributed.js'
import type { Simpler } from './distributions/many.js'
import { drawnShape, filledBy, type Size } from './draws.js'
import { exponential, exponentials } from './exponential.js'
import { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'
import { gammas, normal, normals } from './ziggurat.js'

/*
 * Distributions that kernels draw, or that are a line over what kernels draw: uniform, normal and exponential numbers.
 */

type Shape = number | readonly number[]
/** A parameter as the declarations have read it: a number, or something to make an array of. Overloads have options in its place. */
type Parameter = ArrayInput | { readonly size: Shape }

export abstract class Drawing extends Distributed {
  abstract override get source(): BitSource

  /** Numbers one after the other: by a kernel where there is one for them. */
  protected draw(
    what: string,
    size: readonly number[] | number,
    dtype: DType,
    next: () => Scalar,
    many: (count: number) => Memory | Node | null = () => null,
  ): Untyped {
    const shape = shapeOf(what, size)
    const made = many(sizeOf(shape))
    if (made !== null) return wrap('kind' in made ? reshape(made, shape) : leaf(made, shape))
    return filledBy(this.source, shape, dtype, next)
  }

  /** What a kernel draws from where the stream is; it goes on from where that ends. */
  protected byKernel(draw: (from: PcgState) => Drawn | null): Memory | null {
    const { source } = this
    const drawn = source instanceof Pcg64 ? draw(source.position) : null
    if (drawn === null) return null
    ;(source as Pcg64).position = drawn.after
    return drawn.memory
  }

  private floats(
    what: string,
    size: Size,
    next: () => number,
    many?: (count: number) => Memory | Node | null,
  ): number | NdArray<'float64'> {
    return size === undefined || size === null ? next() : this.draw(what, size, 'float64', next, many)
  }

  private doubles(count: number): Memory | Node | null {
    const { source } = this
    // What would take much of all memory is drawn when it is looked at, by those who need no more than a piece of it at a time.
    const later = source instanceof Pcg64 && count > 0 ? recordDraw(source.position, count) : null
    if (later !== null) {
      ;(source as Pcg64).position = later.after
      return later.node
    }
    return this.byKernel((from) => drawFloats('float64', count, from))
  }

  private normals(count: number): Memory | null {
    return this.source instanceof Pcg64 ? normals(this.source, count) : null
  }

  private exponentials(count: number): Memory | null {
    return this.source instanceof Pcg64 ? exponentials(this.source, count) : null
  }

  /** @internal */
  override simpler(...[kind, count, shapes]: Parameters<Simpler>): ReturnType<Simpler> {
    const { source } = this
    if (!(source instanceof Pcg64)) return null
    const start = source.position
    const made =
      kind === 'normals'
        ? this.normals(count)
        : kind === 'exponentials'
          ? this.exponentials(count)
          : kind === 'gammas'
            ? gammas(source, count, shapes!)
            : this.doubles(count)
    if (made === null) return null
    const numbers = wrap('kind' in made ? made : leaf(made, [count]))
    if (kind !== 'positive doubles' || all(greater(numbers, 0))) return numbers
    source.position = start
    return null
  }

  /** `low + range · x` of numbers that are drawn now: of as many as `low` and `range` have elements, where no size is given. */
  private scaled(
    what: string,
    low: Parameter,
    range: ArrayInput,
    size: Size,
    draw: (shape: Size) => NdArray<'float64'> | number,
  ): number | NdArray<'float64'> {
    if (typeof low === 'number' && typeof range === 'number') {
      const x = draw(size)
      return typeof x === 'number' ? low + range * x : (add(multiply(x, range), low) as Untyped)
    }
    const asked = drawnShape(
      what,
      size,
      [low as ArrayInput, range].map((p) => toValue(what, p).shape),
    )
    return add(multiply(draw(asked), range), low as ArrayInput) as Untyped
  }

  /**
   * Uniform in [0, 1): float64 with 53 random bits, or float32 with 24. NumPy's `numpy.random.Generator.random`.
   * @example
   * np.random.default_rng(1).random(2) // array([0.51182162, 0.9504637 ])
   */
  random(): number
  random<T extends DTypeName = 'float64'>(
    size: number | readonly number[],
    ...rest: Rest<[dtype: NamedBy<T>], { dtype?: T }>
  ): NdArray<Named<T>>
  random(size?: Size, ...rest: Rest<[dtype: DTypeName], { dtype?: DTypeName }>): number | NdArray
  random(size?: Size, ...rest: readonly unknown[]): number | NdArray {
    const dtype = toDType(optionsOf<{ dtype?: DTypeName }>(rest).dtype ?? 'float64')
    if (!isFloat(dtype)) throw new DTypeError(`random: dtype ${dtype}, expected float32 or float64`)
    const next = dtype === 'float32' ? () => this.source.float() : () => this.source.double()
    return size === undefined || size === null
      ? next()
      : this.draw('random', size, dtype, next, (n) =>
          dtype === 'float64' ? this.doubles(n) : this.byKernel((from) => drawFloats('float32', n, from)),
        )
  }

  /**
   * Uniform in [low, high). NumPy's `numpy.random.Generator.uniform`.
   * @example
   * np.random.default_rng(1).uniform(0, 10, 2) // array([5.11821625, 9.50463696])
   */
  uniform(low?: number, high?: number): number
  uniform(low: ArrayInput, high: ArrayInput, size: Shape): NdArray<'float64'>
  uniform(low?: ArrayInput, high?: ArrayInput): NdArray<'float64'>
  uniform(low: ArrayInput, options: { high?: ArrayInput; size: Shape }): NdArray<'float64'>
  uniform(options: { low?: ArrayInput; high?: ArrayInput; size: Shape }): NdArray<'float64'>
  uniform(low: Parameter = 0, to: Parameter = 1, size?: Size): number | NdArray<'float64'> {
    const high = to as ArrayInput
    const range = typeof low === 'number' && typeof high === 'number' ? high - low : subtract(high, low as ArrayInput)
    if (!finite(range)) throw new ValueError(`uniform: from ${describe(low)} to ${describe(high)} is no finite range`)
    return this.scaled('uniform', low, range, size, (shape) =>
      this.floats(
        'uniform',
        shape,
        () => this.source.double(),
        (n) => this.doubles(n),
      ),
    )
  }

  /**
   * Normal distribution with mean `loc` and standard deviation `scale`. NumPy's `numpy.random.Generator.normal`.
   * @example
   * np.random.default_rng(1).normal(0, 1, 2) // array([0.34558419, 0.82161814])
   */
  normal(loc?: number, scale?: number): number
  normal(loc: ArrayInput, scale: ArrayInput, size: Shape): NdArray<'float64'>
  normal(loc?: ArrayInput, scale?: ArrayInput): NdArray<'float64'>
  normal(loc: ArrayInput, options: { scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  normal(options: { loc?: ArrayInput; scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  normal(loc: Parameter = 0, spread: Parameter = 1, size?: Size): number | NdArray<'float64'> {
    const scale = spread as ArrayInput
    need('normal', 'scale', scale, notNegative(scale), 'a non-negative number')
    return this.scaled('normal', loc, scale, size, (shape) =>
      this.floats(
        'normal',
        shape,
        () => normal(this.source),
        (n) => this.normals(n),
      ),
    )
  }

  /**
   * Normal distribution with mean 0 and standard deviation 1. NumPy's `numpy.random.Generator.standard_normal`.
   * @example
   * np.random.default_rng(1).standard_normal(2) // array([0.34558419, 0.82161814])
   */
  standard_normal(): number
  standard_normal(size: Shape | { size: Shape }): NdArray<'float64'>
  standard_normal(given?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = given as Size
    return this.floats(
      'standard_normal',
      size,
      () => normal(this.source),
      (n) => this.normals(n),
    )
  }

  /**
   * Exponential distribution with mean `scale`. NumPy's `numpy.random.Generator.exponential`.
   * @example
   * np.random.default_rng(1).exponential(2, 2) // array([2.14605805, 0.61690629])
   */
  exponential(scale?: number): number
  exponential(scale: ArrayInput, size: Shape): NdArray<'float64'>
  exponential(scale?: ArrayInput): NdArray<'float64'>
  exponential(options: { scale?: ArrayInput; size: Shape }): NdArray<'float64'>
  exponential(scale: Parameter = 1, size?: Size): number | NdArray<'float64'> {
    need('exponential', 'scale', scale, notNegative(scale), 'a non-negative number')
    return this.scaled('exponential', 0, scale as ArrayInput, size, (shape) =>
      this.floats(
        'exponential',
        shape,
        () => exponential(this.source),
        (n) => this.exponentials(n),
      ),
    )
  }

  /**
   * Exponential distribution with mean 1. NumPy's `numpy.random.Generator.standard_exponential`.
   * @example
   * np.random.default_rng(1).standard_exponential(2) // array([1.07302903, 0.30845314])
   */
  standard_exponential(): number
  standard_exponential(size: Shape | { size: Shape }): NdArray<'float64'>
  standard_exponential(given?: Size | { size: Shape }): number | NdArray<'float64'> {
    const size = given as Size
    return this.floats(
      'standard_exponential',
      size,
      () => exponential(this.source),
      (n) => this.exponentials(n),
    )
  }

  /**
   * e to the power of numbers of the normal distribution with `mean` and standard deviation `sigma`. NumPy's
   * `numpy.random.Generator.lognormal`.
   * @example
   * np.random.default_rng(1).lognormal(0, 1, 2) // array([1.41281503, 2.27417681])
   */
  lognormal(mean?: number, sigma?: number): number
  lognormal(mean: ArrayInput, sigma: ArrayInput, size: Shape): NdArray<'float64'>
  lognormal(mean?: ArrayInput, sigma?: ArrayInput): NdArray<'float64'>
  lognormal(mean: ArrayInput, options: { sigma?: ArrayInput; size: Shape }): NdArray<'float64'>
  lognormal(options: { mean?: ArrayInput; sigma?: ArrayInput; size: Shape }): NdArray<'float64'>
  lognormal(mean: Parameter = 0, spread: Parameter = 1, size?: Size): number | NdArray<'float64'> {
    const sigma = spread as ArrayInput
    need('lognormal', 'sigma', sigma, notNegative(sigma), 'a non-negative number')
    const numbers = typeof mean === 'number' && typeof sigma === 'number'
    if (numbers && (size === undefined || size === null)) return Math.exp(mean + sigma * normal(this.source))
    return exp(this.normal(mean as ArrayInput, sigma, size as Shape)) as Untyped
  }
}

/** Whether something holds of a parameter's elements, all of them. */
const every = (x: Parameter, holds: (x: ArrayInput) => NdArray<'bool'>): boolean => all(holds(x as ArrayInput))

const finite = (x: ArrayInput): boolean => (typeof x === 'number' ? Number.isFinite(x) : every(x, isfinite))

const notNegative = (x: Parameter): boolean => (typeof x === 'number' ? x >= 0 : every(x, (y) => greater_equal(y, 0)))

/** Throws `ValueError` unless a parameter is as it must be. */
function need(what: string, name: string, x: unknown, holds: boolean, expected: string): void {
  if (!holds) throw new ValueError(`${what}: ${name} is ${describe(x)}, expected ${expected}`)
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
