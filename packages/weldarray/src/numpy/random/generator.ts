import { ArgumentError, dtypeInfo, isNumbered, numberOf, type Scalar, toDType, ValueError } from '@weldarray/ir'
import { drawIntegers, refuseWhileTracing } from '@weldarray/runtime'
import type { ItemOf } from '../../array/ndarray.js'
import type { AnyDType } from '../../array/types.js'
import type { DTypeOfInput, Named, NamedBy } from '../../types/dtype-of.js'
import { declareMethods, optionsOf, type Rest } from '../arguments/declare.js'
import { describe } from '../arguments/kinds.js'
import { shapeOf } from '../creation/creation.js'
import { type NdArray, type Untyped, valueOf } from '../operands/arrays.js'
import { into } from '../operands/destination.js'
import type { ArrayInput, DTypeName } from '../types.js'
import { type Bound, drawnBetween, isOfEach } from './between.js'
import { byKernel, drawnOf } from './by-kernels.js'
import { binomial } from './distributions/binomial.js'
import type { Distribution } from './distributions/table.js'
import { bytesOf, type Size } from './draws.js'
import { type MultivariateOptions, multivariate } from './multivariate.js'
import { Pcg64 } from './pcg64.js'
import { type ChoiceOptions, choose, permute, permuteLines, shuffleRows } from './shuffling.js'
import { bitsOf, checkRange, drawnSmall, pieces } from './small-integers.js'
import { BitSource, type Seed } from './source.js'
import { Drawing } from './uniform-normal.js'
import { dirichlet, type MultivariateMethod, multinomial, multivariateHypergeometric } from './vectors.js'

type Shape = number | readonly number[]

/** What is drawn from an array is of its dtype; from the numbers below one, int64. */
type Chosen<X> = NdArray<X extends number | bigint ? 'int64' : DTypeOfInput<X>>

/**
 * Random numbers from a source of bits: PCG64 for a seed. A seed gives the stream of NumPy's `default_rng(seed)`: the same
 * numbers
 * for `random`, `uniform`, `integers`, `permutation`, `shuffle` and `choice`; for the other distributions the
 * same to the last digits, which depend on tables and logarithms. Numbers are drawn at the call, in order, so they depend on
 * nothing but the seed and the calls before. Without a size the methods return a number.
 * @example
 * new np.random.Generator(np.random.PCG64(1)).random(2) // array([0.51182162, 0.9504637 ])
 */
export class Generator extends Drawing {
  private readonly bits: BitSource

  constructor(source: Seed | BitSource) {
    super()
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
  override get source(): BitSource {
    refuseWhileTracing('random numbers were drawn')
    return this.bits
  }
  /** @internal */
  override drawing(distribution: Distribution): Distribution['draw'] {
    return distribution.draw
  }

  /**
   * Vectors of the normal distribution with a mean and a covariance matrix: an array of shape (…size, length of the mean). The
   * numbers are NumPy's for `method: 'cholesky'`; those of `'eigh'` and `'svd'` (the default) depend on the signs of vectors.
   *
   * NumPy's `numpy.random.Generator.multivariate_normal`.
   * @example
   * np.random.default_rng(1).multivariate_normal([0, 0], [[1, 0], [0, 1]], 2).shape // [ 2, 2 ]
   */
  multivariate_normal(
    mean: ArrayInput,
    cov: ArrayInput,
    ...rest: Rest<[size: Size], MultivariateOptions & { size?: Size }>
  ): NdArray<'float64'>
  multivariate_normal(mean: ArrayInput, cov: ArrayInput, ...rest: readonly unknown[]): NdArray<'float64'> {
    const [size, options = {}] = rest as [Size, MultivariateOptions?]
    return multivariate(
      mean,
      cov,
      size === undefined || size === null ? [] : shapeOf('multivariate_normal', size),
      options,
      (shape) => this.standard_normal(shape),
    ) as Untyped
  }

  /**
   * How often each of several things comes in `n` draws, with the probabilities along the last axis of `pvals` (int64): an array of shape
   * (…size, number of things). `n` and the other axes of `pvals` broadcast. Throws `ValueError` for probabilities that add up to more
   * than 1, `ShapeError`. NumPy's `numpy.random.Generator.multinomial`.
   * @example
   * np.random.default_rng(1).multinomial(20, [0.2, 0.3, 0.5]) // array([4, 9, 7])
   */
  multinomial(n: ArrayInput, pvals: ArrayInput, size?: Shape | null | { size?: Shape | null }): NdArray<'int64'> {
    return multinomial(this.source, n, pvals, size as Size, binomial)
  }

  /**
   * Vectors of positive numbers that add up to 1, by the Dirichlet distribution with parameters `alpha`, none of which is negative
   * (float64): an array of shape (…size, length of alpha). Throws `ValueError`, `ShapeError`. NumPy's `numpy.random.Generator.dirichlet`.
   * @example
   * np.random.default_rng(1).dirichlet([2, 3, 5]) // array([0.17502526, 0.26357574, 0.561399  ])
   */
  dirichlet(alpha: ArrayInput, size?: Shape | null | { size?: Shape | null }): NdArray<'float64'> {
    return dirichlet(this.source, alpha, size as Size, false)
  }

  /**
   * How many of each colour are among `nsample` things that are drawn without replacement, where there are so many of each as `colors`
   * says (int64): an array of shape (…size, number of colours). Throws `ValueError`, `ShapeError`. NumPy's
   * `numpy.random.Generator.multivariate_hypergeometric`.
   * @example
   * np.random.default_rng(1).multivariate_hypergeometric([16, 8, 4], 6) // array([2, 2, 2])
   */
  multivariate_hypergeometric(
    colors: ArrayInput,
    nsample: number,
    size?: Shape | null | { size?: Shape | null; method?: MultivariateMethod },
    method: MultivariateMethod | { method?: MultivariateMethod } = 'marginals',
  ): NdArray<'int64'> {
    return multivariateHypergeometric(this.source, colors, nsample, size as Size, method as MultivariateMethod)
  }

  /**
   * Random bytes. Throws `ShapeError` for more than 2**27 of them. NumPy's `numpy.random.Generator.bytes`.
   * @example
   * np.random.default_rng(1).bytes(4) // Uint8Array(4) [ 255, 228, 34, 121 ]
   */
  bytes(length: number): Uint8Array {
    const { source } = this
    return source.during(Number(length) / 8, () => bytesOf(length, () => source.word()))
  }

  /**
   * Whole numbers from `low` to below `high` (`integers(high)` starts at 0), or up to it with `endpoint`; int64 unless
   * another integer dtype is given. Bounds that are arrays broadcast. Throws `DTypeError` for bounds the dtype does not hold.
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
    ...rest: IntegerRest<T>
  ): ItemOf<Named<T>>
  integers<T extends DTypeName = 'int64'>(
    low: number | bigint,
    high: number | bigint | null | undefined,
    size: number | readonly number[],
    ...rest: IntegerRest<T>
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
  integers<T extends DTypeName = 'int64'>(
    low: Bound,
    high?: Bound | null,
    ...rest: Rest<[size: Shape | null, dtype: NamedBy<T>, endpoint: boolean], IntegerOptions<T> & { size?: Shape | null }>
  ): NdArray<Named<T>>
  integers<T extends DTypeName = 'int64'>(
    low: Bound,
    options: IntegerOptions<T> & { high?: Bound | null; size?: Shape | null },
  ): NdArray<Named<T>>
  integers(low: Bound, end?: unknown, length?: unknown, ...rest: readonly unknown[]): number | bigint | boolean | NdArray {
    const options = optionsOf<IntegerOptions>(rest)
    const [high, size] = [end as Bound | null | undefined, length as Size]
    const dtype = toDType(options.dtype ?? 'int64')
    const { big, bytes } = dtypeInfo[dtype]
    const bits = bitsOf(dtype)
    const { source } = this
    const piece = bytes < 4 ? pieces(() => source.word(), bits) : null
    if (isOfEach(low) || isOfEach(high))
      return drawnBetween('integers', source, dtype, [low, high], options.endpoint ?? false, size, (most) =>
        piece === null ? source.below64(most) : BigInt(drawnSmall(piece, bits, Number(most))()),
      )
    const [from, to] = high === undefined || high === null ? [0n, BigInt(low)] : [BigInt(low), BigInt(high)]
    const most = to - from - (options.endpoint ? 0n : 1n)
    if (most < 0n) throw new ValueError(`integers: from ${from} to ${to} there is no number`)
    checkRange('integers', dtype, from, from + most)
    const small = Number(from)
    const drawn = piece === null ? null : drawnSmall(piece, bits, Number(most))
    const next: () => Scalar = big
      ? () => from + source.below64(most)
      : drawn !== null
        ? () => small + drawn()
        : most <= 0xffffffffn
          ? () => small + source.below32(Number(most))
          : () => Number(from + source.below64(most))
    if (size === undefined || size === null) {
      const one = next()
      return isNumbered(dtype) ? numberOf(one as bigint) : one
    }
    return drawnOf(source, 'integers', size, dtype, next, (n) =>
      most >= 0xffffffffn
        ? null
        : byKernel(source, (at) => drawIntegers(dtype, n, at, Number(most), from, drawn === null ? 32 : bits)),
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
  choice(a: number, options?: ChoiceOptions & { size?: null }): number
  choice<X extends ArrayInput>(a: X, size: Shape, ...rest: ChoiceRest): Chosen<X>
  choice<X extends ArrayInput>(a: X, options: ChoiceOptions & { size: Shape }): Chosen<X>
  choice(a: ArrayInput, options: ChoiceOptions & { size?: null }): number | bigint | NdArray
  choice(a: number | ArrayInput, size?: Size, ...rest: ChoiceRest): number | bigint | NdArray
  choice(a: number | ArrayInput, size?: unknown, ...rest: readonly unknown[]): number | bigint | NdArray {
    return choose(this, a, size as Size, optionsOf<ChoiceOptions>(rest))
  }
}

declareMethods(Generator.prototype, [
  'multinomial(n: number|array, pvals: array, size?: integers|null)',
  'dirichlet(alpha: array, size?: integers|null)',
  'multivariate_hypergeometric(colors: array, nsample: integer, size?: integers|null, method?: "marginals"|"count")',
  'bytes(length: integer)',
  'multivariate_normal(mean: array, cov: array, size?: integers|null, {*, method?: "svd"|"eigh"|"cholesky"})',
  'integers(low: bounds, high?: bounds|null, size?: integers|null, {dtype?: dtype, endpoint?: flag})',
  'permutation(x: integer|array, axis?: integer)',
  'shuffle(x: ndarray, axis?: integer)',
  'permuted(x: array, {*, axis?: integer|null, out?: ndarray})',
  'choice(a: integer|array, size?: integers|null, {replace?: flag, p?: array|null, axis?: integer, shuffle?: flag})',
])

export interface IntegerOptions<T extends DTypeName = DTypeName> {
  dtype?: T | undefined
  /** Whether `high` itself may be drawn. */
  endpoint?: boolean
}

type IntegerRest<T extends DTypeName> = Rest<[dtype: NamedBy<T>, endpoint: boolean], IntegerOptions<T>>
type ChoiceRest = Rest<[replace: boolean, p: ArrayInput | null, axis: number, shuffle: boolean], ChoiceOptions>
