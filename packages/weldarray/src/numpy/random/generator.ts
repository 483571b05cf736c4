import {
  ArgumentError,
  broadcastShapes,
  type DType,
  DTypeError,
  dtypeInfo,
  isFloat,
  isNumbered,
  type Node,
  numberOf,
  type Scalar,
  ShapeError,
  sameShape,
  showShape,
  sizeOf,
  toDType,
  ValueError,
} from '@weldarray/ir'
import {
  type Drawn,
  drawFloats,
  drawIntegers,
  leaf,
  type Memory,
  type PcgState,
  recordDraw,
  refuseWhileTracing,
  reshape,
} from '@weldarray/runtime'
import type { ItemOf } from '../../array/ndarray.js'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfInput, Named } from '../../types/dtype-of.js'
import { declareMethods } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { shapeOf } from '../creation/creation.js'
import { add, exp, greater_equal, isfinite, multiply, subtract } from '../elementwise/functions.js'
import type { Untyped } from '../operands/arrays.js'
import { memoryOf, type NdArray, valueOf, wrap } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import { toValue } from '../operands/operands.js'
import { all } from '../reductions/truth.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { binomial } from './binomial.js'
import { beta, exponential, gamma, poisson } from './distributions.js'
import { type MultivariateOptions, multivariate } from './multivariate.js'
import { Pcg64 } from './pcg64.js'
import { type ChoiceOptions, choose, permute, permuteLines, shuffleRows } from './shuffling.js'
import { BitSource, type Seed } from './source.js'
import { normal, normals } from './ziggurat.js'

/** The shape of what is drawn; nothing for a single number. */
export type Size = number | readonly number[] | null | undefined
type Shape = number | readonly number[]
/** A parameter as the declarations have read it: a number, or something to make an array of. Overloads have options in its place. */
type Parameter = ArrayInput | { readonly size: Shape }

/** What is drawn from an array is of its dtype; from the numbers below one, int64. */
type Chosen<X> = NdArray<X extends number | bigint ? 'int64' : DTypeOfInput<X>>

/**
 * Random numbers from a source of bits: PCG64 for a seed. A seed gives the stream of NumPy's `default_rng(seed)`: the same
 * numbers
 * for `random`, `uniform`, `integers` (32 and 64 bits), `permutation`, `shuffle` and `choice`; for the other distributions the
 * same to the last digits, which depend on tables and logarithms. Numbers are drawn at the call, in order, so they depend on
 * nothing but the seed and the calls before. Without a size the methods return a number.
 * @example
 * new np.random.Generator(np.random.PCG64(1)).random(2) // array([0.51182162, 0.9504637 ])
 */
export class Generator {
  private readonly bits: BitSource

  constructor(source: Seed | BitSource) {
    const isSeed = typeof source === 'bigint' || (Array.isArray(source) && source.every((s) => typeof s === 'bigint'))
    if (!isSeed && !(source instanceof BitSource))
      throw new ArgumentError(
        `Generator: got ${describe(source)}, expected a source of bits, or a bigint or a list of them as seed; use default_rng(seed)`,
      )
    this.bits = source instanceof BitSource ? source : new Pcg64(source)
  }

  /**
   * Asked for whenever numbers are drawn.
   * @internal
   */
  get source(): BitSource {
    refuseWhileTracing('random numbers were drawn')
    return this.bits
  }

  /** Numbers one after the other: by a kernel where there is one for them. */
  private draw(
    what: string,
    size: readonly number[] | number,
    dtype: DType,
    next: () => Scalar,
    many: (count: number) => Memory | Node | null = () => null,
  ): Untyped {
    const shape = shapeOf(what, size)
    const made = many(sizeOf(shape))
    if (made !== null) return wrap('kind' in made ? reshape(made, shape) : leaf(made, shape))
    const memory = memoryOf(dtype, sizeOf(shape))
    const data = memory.data as unknown as Scalar[]
    for (let i = 0; i < data.length; i++) data[i] = next()
    return wrap(leaf(memory, shape))
  }

  /** What a kernel draws from where the stream is; it goes on from where that ends. */
  private byKernel(draw: (from: PcgState) => Drawn | null): Memory | null {
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
    const parameters = [low as ArrayInput, range].map((p) => toValue(what, p).shape)
    const shape = broadcastShapes(what, ...parameters)
    const asked = size === undefined || size === null ? shape : shapeOf(what, size)
    if (!sameShape(asked, broadcastShapes(what, asked, shape)))
      throw new ShapeError(
        `${what}: size ${showShape(asked)}, and the parameters have shape ${showShape(shape)}; expected a size they broadcast to`,
      )
    return add(multiply(draw(asked), range), low as ArrayInput) as Untyped
  }

  /**
   * Uniform in [0, 1): float64 with 53 random bits, or float32 with 24. NumPy's `numpy.random.Generator.random`.
   * @example
   * np.random.default_rng(1).random(2) // array([0.51182162, 0.9504637 ])
   */
  random(): number
  random<T extends DTypeName = 'float64'>(size: number | readonly number[], options?: { dtype?: T }): NdArray<Named<T>>
  random(size?: Size, options?: { dtype?: DTypeName }): number | NdArray
  random(size?: Size, options: { dtype?: DTypeName } = {}): number | NdArray {
    const dtype = toDType(options.dtype ?? 'float64')
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
      this.floats('exponential', shape, () => exponential(this.source)),
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
    return this.floats('standard_exponential', size, () => exponential(this.source))
  }

  /**
   * Gamma distribution; `shape` and `scale` are not negative. NumPy's `numpy.random.Generator.gamma`.
   * @example
   * np.random.default_rng(1).gamma(2, 1, 2) // array([2.15380748, 2.13069041])
   */
  gamma(shape: number, scale?: number): number
  gamma(shape: number, scale: number, size: Shape): NdArray<'float64'>
  gamma(shape: number, options: { scale?: number; size: Shape }): NdArray<'float64'>
  gamma(shape: number, scale: number, options: { size: Shape }): NdArray<'float64'>
  gamma(shape: number, factor: Parameter = 1, given?: Size | { size: Shape }): number | NdArray<'float64'> {
    const scale = factor as number
    need('gamma', 'shape', shape, shape >= 0, 'a non-negative number')
    need('gamma', 'scale', scale, scale >= 0, 'a non-negative number')
    return this.floats('gamma', given as Size, () => scale * gamma(this.source, shape))
  }

  /**
   * Beta distribution; `a` and `b` are positive. NumPy's `numpy.random.Generator.beta`.
   * @example
   * np.random.default_rng(1).beta(2, 3, 2) // array([0.39905349, 0.62444794])
   */
  beta(a: number, b: number): number
  beta(a: number, b: number, size: Shape): NdArray<'float64'>
  beta(a: number, options: { b: number; size: Shape }): NdArray<'float64'>
  beta(a: number, b: number, options: { size: Shape }): NdArray<'float64'>
  beta(a: number, second: Parameter, given?: Size | { size: Shape }): number | NdArray<'float64'> {
    const b = second as number
    need('beta', 'a', a, a > 0, 'a positive number')
    need('beta', 'b', b, b > 0, 'a positive number')
    return this.floats('beta', given as Size, () => beta(this.source, a, b))
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

  /**
   * How many of `n` trials succeed that do so with probability `p` (int64). NumPy's `numpy.random.Generator.binomial`.
   * @example
   * np.random.default_rng(1).binomial(10, 0.5, 3) // array([5, 8, 3])
   */
  binomial(n: number, p: number): number
  binomial(n: number, p: number, size: Shape): NdArray<'int64'>
  binomial(n: number, options: { p: number; size: Shape }): NdArray<'int64'>
  binomial(n: number, p: number, options: { size: Shape }): NdArray<'int64'>
  binomial(n: number, chance: Parameter, given?: Size | { size: Shape }): number | NdArray<'int64'> {
    const p = chance as number
    need('binomial', 'n', n, Number.isSafeInteger(n) && n >= 0, 'a non-negative integer')
    need('binomial', 'p', p, p >= 0 && p <= 1, 'a number from 0 to 1')
    return this.counts('binomial', given as Size, () => binomial(this.source, n, p))
  }

  /**
   * How many events there are where `lam` are expected (int64). NumPy's `numpy.random.Generator.poisson`.
   * @example
   * np.random.default_rng(1).poisson(4, 3) // array([5, 3, 5])
   */
  poisson(lam?: number): number
  poisson(lam: number, size: Shape): NdArray<'int64'>
  poisson(options: { lam?: number; size: Shape }): NdArray<'int64'>
  poisson(expected: Parameter = 1, size?: Size): number | NdArray<'int64'> {
    const lam = expected as number
    need('poisson', 'lam', lam, lam >= 0 && lam < 2 ** 53, 'a non-negative number below 2**53')
    return this.counts('poisson', size, () => poisson(this.source, lam))
  }

  private counts(what: string, size: Size, next: () => number): number | NdArray<'int64'> {
    return size === undefined || size === null ? next() : this.draw(what, size, 'int64', () => BigInt(next()))
  }

  /**
   * Vectors of the normal distribution with a mean and a covariance matrix: an array of shape (…size, length of the mean). The
   * numbers are NumPy's for `method: 'cholesky'`; those of `'eigh'` and `'svd'` (the default) depend on the signs of vectors.
   *
   * NumPy's `numpy.random.Generator.multivariate_normal`.
   * @example
   * np.random.default_rng(1).multivariate_normal([0, 0], [[1, 0], [0, 1]], 2).shape // [ 2, 2 ]
   */
  multivariate_normal(mean: ArrayInput, cov: ArrayInput, size?: Size, options: MultivariateOptions = {}): NdArray {
    return multivariate(
      mean,
      cov,
      size === undefined || size === null ? [] : shapeOf('multivariate_normal', size),
      options,
      (shape) => this.standard_normal(shape),
    )
  }

  /**
   * Whole numbers from `low` to below `high` (`integers(high)` starts at 0), or up to it with `endpoint`; int64 unless
   * another integer dtype is given. Throws `DTypeError` for bounds the dtype does not hold.
   *
   * NumPy's `numpy.random.Generator.integers`.
   * @example
   * np.random.default_rng(1).integers(0, 10, 4) // array([4, 5, 7, 9])
   */
  integers(low: number | bigint, high?: number | bigint | null, size?: null): number
  integers<T extends DTypeName>(
    low: number | bigint,
    high: number | bigint | null | undefined,
    size: null | undefined,
    options: IntegerOptions<T>,
  ): ItemOf<Named<T>>
  integers<T extends DTypeName = 'int64'>(
    low: number | bigint,
    high: number | bigint | null | undefined,
    size: number | readonly number[],
    options?: IntegerOptions<T>,
  ): NdArray<Named<T>>
  integers<T extends DTypeName = 'int64'>(
    low: number | bigint,
    high: number | bigint,
    options: IntegerOptions<T> & { size: Shape },
  ): NdArray<Named<T>>
  integers<T extends DTypeName = 'int64'>(
    low: number | bigint,
    options: IntegerOptions<T> & { high?: number | bigint; size: Shape },
  ): NdArray<Named<T>>
  integers(
    low: number | bigint,
    end?: unknown,
    length?: unknown,
    options: IntegerOptions = {},
  ): number | bigint | boolean | NdArray {
    const [high, size] = [end as number | bigint | null | undefined, length as Size]
    const dtype = toDType(options.dtype ?? 'int64')
    const [from, to] = high === undefined || high === null ? [0n, BigInt(low)] : [BigInt(low), BigInt(high)]
    const most = to - from - (options.endpoint ? 0n : 1n)
    if (most < 0n) throw new ValueError(`integers: from ${from} to ${to} there is no number`)
    const { big } = dtypeInfo[dtype]
    checkRange(dtype, from, from + most)
    const small = Number(from)
    const next: () => Scalar = big
      ? () => from + this.source.below64(most)
      : most <= 0xffffffffn
        ? () => small + this.source.below32(Number(most))
        : () => Number(from + this.source.below64(most))
    if (size === undefined || size === null) {
      const one = next()
      return isNumbered(dtype) ? numberOf(one as bigint) : one
    }
    return this.draw('integers', size, dtype, next, (n) =>
      most >= 0xffffffffn ? null : this.byKernel((at) => drawIntegers(dtype, n, at, Number(most), from)),
    )
  }

  /**
   * The numbers below `n`, or the slices of an array along an axis (its rows), in random order (a copy). NumPy's `numpy.random.Generator.permutation`.
   * @example
   * np.random.default_rng(1).permutation(4) // array([0, 1, 2, 3])
   */
  permutation<X extends ArrayInput>(x: X, axis: number | { axis?: number } = 0): Chosen<X> {
    return permute(this.source, x, axis as number) as Untyped
  }

  /**
   * Reorders the rows of an array in place. NumPy's `numpy.random.Generator.shuffle`.
   * @example
   * const x = np.arange(4)
   * np.random.default_rng(1).shuffle(x)
   * x // array([0., 1., 2., 3.])
   */
  shuffle(x: NdArray<AnyDType>, axis: number | { axis?: number } = 0): void {
    shuffleRows(this.source, x as Untyped, axis as number)
  }

  /**
   * The elements along an axis in random order, every line by itself; without an axis all of them. A copy, or `out`, which has the shape
   * and dtype. Throws `AxisError`, `ShapeError` and `DTypeError`. NumPy's `numpy.random.Generator.permuted`.
   * @example
   * np.random.default_rng(5).permuted([[1, 2, 3], [4, 5, 6]], { axis: 1 })
   * // array([[2., 3., 1.],
   * //        [4., 6., 5.]])
   */
  permuted<O extends NdArray<AnyDType>>(x: ArrayInput, options: { axis?: number | null; out: O }): O
  permuted<X extends ArrayInput>(x: X, options?: { axis?: number | null }): NdArray<DTypeOfInput<X>>
  permuted(x: ArrayInput, { axis = null, out }: { axis?: number | null; out?: Untyped } = {}): Untyped {
    const made = permuteLines(this.source, x, axis)
    return out === undefined ? made : into('permuted', out, valueOf(made), 'no')
  }

  /**
   * Elements drawn from the numbers below `n`, or from an array, with replacement unless `replace` is false. NumPy's
   * `numpy.random.Generator.choice`.
   * @example
   * np.random.default_rng(1).choice([10, 20, 30], 2) // array([20., 20.])
   */
  choice(a: number): number
  choice<X extends ArrayInput>(a: X, size: Shape, options?: ChoiceOptions): Chosen<X>
  choice<X extends ArrayInput>(a: X, options: ChoiceOptions & { size: Shape }): Chosen<X>
  choice(a: number | ArrayInput, size?: Size, options?: ChoiceOptions): number | bigint | NdArray
  choice(a: number | ArrayInput, size?: unknown, options: ChoiceOptions = {}): number | bigint | NdArray {
    return choose(this, a, size as Size, options)
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

declareMethods(Generator.prototype, [
  'random(size?: integers, {dtype?: dtype})',
  'uniform(low?: number|array, high?: number|array, size?: integers)',
  'normal(loc?: number|array, scale?: number|array, size?: integers)',
  'standard_normal(size?: integers)',
  'exponential(scale?: number|array, size?: integers)',
  'standard_exponential(size?: integers)',
  'gamma(shape: number, scale?: number, size?: integers)',
  'beta(a: number, b: number, size?: integers)',
  'lognormal(mean?: number|array, sigma?: number|array, size?: integers)',
  'binomial(n: number, p: number, size?: integers)',
  'poisson(lam?: number, size?: integers)',
  'multivariate_normal(mean: array, cov: array, size?: integers|null, {*, method?: "svd"|"eigh"|"cholesky"})',
  'integers(low: exact, high?: exact|null, size?: integers|null, {dtype?: dtype, endpoint?: flag})',
  'permutation(x: array, axis?: integer)',
  'shuffle(x: ndarray, axis?: integer)',
  'permuted(x: array, {*, axis?: integer|null, out?: ndarray})',
  'choice(a: array, size?: integers|null, {replace?: flag, p?: array|null, axis?: integer, shuffle?: flag})',
])

export interface IntegerOptions<T extends DTypeName = DTypeName> {
  dtype?: T | undefined
  /** Whether `high` itself may be drawn. */
  endpoint?: boolean
}

function checkRange(dtype: DType, low: bigint, high: bigint): void {
  const { kind, bytes } = dtypeInfo[dtype]
  if (kind === 'float') throw new DTypeError(`integers: dtype ${dtype}, expected an integer dtype`)
  const bits = kind === 'bool' ? 1n : BigInt(8 * bytes)
  const least = kind === 'signed' ? -(1n << (bits - 1n)) : 0n
  if (low < least || high >= least + (1n << bits)) throw new DTypeError(`integers: ${dtype} does not hold ${low} to ${high}`)
}
