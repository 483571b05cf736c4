import { ShapeError } from '@weldarray/ir'
import { refuseWhileTracing } from '@weldarray/runtime'
import type { DTypeOfInput, Named, NamedBy } from '../../../types/dtype-of.js'
import { declareMethods, optionsOf, type Rest } from '../../arguments/declare.js'
import { describe } from '../../arguments/kinds.js'
import { ArgumentError, integerOf } from '../../arguments/values.js'
import { take } from '../../indexing/indexing.js'
import { type NdArray, type Untyped, valueOf, writeValue } from '../../operands/arrays.js'
import { indexArray } from '../../operands/eager.js'
import { arrayOf } from '../../shaping/layout.js'
import type { ArrayInput, DTypeName } from '../../types.js'
import type { Bound } from '../between.js'
import { Distributed } from '../distributed.js'
import { olderBinomial } from '../distributions/binomial.js'
import type { Distribution } from '../distributions/table.js'
import { bytesOf } from '../draws.js'
import { dirichlet, multinomial } from '../vectors.js'
import { type ChoiceOptions, chosen, drawnBy, type IntegerOptions, integers, type LegacySize, shuffled } from './choosing.js'
import { MersenneTwister } from './mt19937.js'
import { type LegacySeed, words } from './seeds.js'

/**
 * NumPy's older generator: the same numbers for the same seed as `numpy.random.RandomState`, also behind `np.random.seed`,
 * `rand`, `randn`, `randint` and the
 * others. New programs use `default_rng`. Without a size functions give a number, with one an array.
 *
 * NumPy's `numpy.random.RandomState`.
 * @example
 * new np.random.RandomState(0).rand(2) // array([0.5488135 , 0.71518937])
 */
export class RandomState extends Distributed {
  private stream: MersenneTwister

  constructor(seed: LegacySeed = null) {
    super()
    this.stream = new MersenneTwister(words(seed))
  }

  /**
   * Begins the stream of a seed. NumPy's `numpy.random.RandomState.seed`.
   * @example
   * const rng = new np.random.RandomState(0)
   * rng.seed(1)
   * rng.rand() // array(0.417022)
   */
  seed(seed: LegacySeed | { seed?: LegacySeed } = null): void {
    this.stream = new MersenneTwister(words(seed as LegacySeed))
  }

  /**
   * Asked for whenever numbers are drawn.
   * @internal
   */
  override get source(): MersenneTwister {
    refuseWhileTracing('random numbers were drawn')
    return this.stream
  }
  /** @internal */
  override drawing(distribution: Distribution): Distribution['draw'] {
    return distribution.older ?? distribution.draw
  }

  private draw(what: string, size: LegacySize | undefined, next: () => number): number | Untyped {
    return drawnBy(this.source, what, size, 'float64', next)
  }

  /**
   * Uniform in [0, 1). NumPy's `numpy.random.RandomState.random_sample`.
   * @example
   * new np.random.RandomState(0).random_sample(2) // array([0.5488135 , 0.71518937])
   */
  random_sample(size?: LegacySize | { size?: LegacySize }): number | NdArray<'float64'> {
    return this.draw('random_sample', size as LegacySize, () => this.source.double())
  }
  /**
   * Uniform in [0, 1), float64; another name of `random_sample`. NumPy's `numpy.random.RandomState.random`.
   * @example
   * new np.random.RandomState(0).random(2) // array([0.5488135 , 0.71518937])
   */
  random(size?: LegacySize | { size?: LegacySize }): number | NdArray<'float64'> {
    return this.random_sample(size)
  }
  /**
   * Uniform in [0, 1) in an array of the shape given. NumPy's `numpy.random.RandomState.rand`.
   * @example
   * new np.random.RandomState(0).rand(2) // array([0.5488135 , 0.71518937])
   */
  rand(...shape: number[]): NdArray<'float64'> {
    return this.random_sample(shape) as Untyped
  }
  /**
   * Standard normal in an array of the shape given. NumPy's `numpy.random.RandomState.randn`.
   * @example
   * new np.random.RandomState(0).randn(2) // array([1.76405235, 0.40015721])
   */
  randn(...shape: number[]): NdArray<'float64'> {
    return this.standard_normal(shape) as Untyped
  }
  /**
   * The normal distribution with mean 0 and standard deviation 1. NumPy's `numpy.random.RandomState.standard_normal`.
   * @example
   * new np.random.RandomState(0).standard_normal(2) // array([1.76405235, 0.40015721])
   */
  standard_normal(size?: LegacySize | { size?: LegacySize }): number | NdArray<'float64'> {
    return this.draw('standard_normal', size as LegacySize, () => this.source.normal())
  }

  /** Numbers from a distribution of two parameters; both are numbers. */
  private located(
    what: string,
    rest: readonly unknown[],
    names: string,
    defaults: readonly [number, number],
    next: (a: number, b: number) => number,
  ): number | NdArray<'float64'> {
    const o = optionsOf<Record<string, unknown>>(rest)
    const [first, second] = names.split(' ') as [string, string]
    const value = (name: string, otherwise: number): number => {
      const x = (o[name] ?? otherwise) as number
      if (Number.isNaN(x)) throw new ArgumentError(`${what}: ${name} is NaN, expected a number`)
      return x
    }
    const [a, b] = [value(first, defaults[0]), value(second, defaults[1])]
    return this.draw(what, o.size as LegacySize | undefined, () => next(a, b))
  }

  /**
   * Uniform in [low, high). NumPy's `numpy.random.RandomState.uniform`.
   * @example
   * new np.random.RandomState(0).uniform(0, 10, 2) // array([5.48813504, 7.15189366])
   */
  uniform(
    ...rest: Rest<[low: number, high: number, size: LegacySize], { low?: number; high?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    return this.located('uniform', rest, 'low high', [0, 1], (low, high) => low + (high - low) * this.source.double())
  }
  /**
   * Normal with mean `loc` and standard deviation `scale`. NumPy's `numpy.random.RandomState.normal`.
   * @example
   * new np.random.RandomState(0).normal(0, 1, 2) // array([1.76405235, 0.40015721])
   */
  normal(
    ...rest: Rest<[loc: number, scale: number, size: LegacySize], { loc?: number; scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    return this.located(
      'normal',
      rest,
      'loc scale',
      [0, 1],
      (loc, scale) => loc + positive('normal', scale) * this.source.normal(),
    )
  }
  /**
   * e to the power of numbers of the normal distribution. NumPy's `numpy.random.RandomState.lognormal`.
   * @example
   * new np.random.RandomState(0).lognormal(0, 1, 2) // array([5.83603919, 1.49205924])
   */
  lognormal(
    ...rest: Rest<[mean: number, sigma: number, size: LegacySize], { mean?: number; sigma?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    return this.located('lognormal', rest, 'mean sigma', [0, 1], (mean, sigma) =>
      Math.exp(mean + positive('lognormal', sigma) * this.source.normal()),
    )
  }
  /**
   * Exponential with mean `scale`. NumPy's `numpy.random.RandomState.exponential`.
   * @example
   * new np.random.RandomState(0).exponential(1, 2) // array([0.79587451, 1.25593076])
   */
  exponential(
    ...rest: Rest<[scale: number, size: LegacySize], { scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    const { scale = 1, size } = optionsOf<{ scale?: number; size?: LegacySize }>(rest)
    positive('exponential', scale)
    return this.draw('exponential', size, () => scale * -Math.log(1 - this.source.double()))
  }
  /**
   * The exponential distribution with mean 1. NumPy's `numpy.random.RandomState.standard_exponential`.
   * @example
   * new np.random.RandomState(0).standard_exponential(2) // array([0.79587451, 1.25593076])
   */
  standard_exponential(size?: LegacySize | { size?: LegacySize }): number | NdArray<'float64'> {
    return this.draw('standard_exponential', size as LegacySize, () => -Math.log(1 - this.source.double()))
  }
  /**
   * How often each of several things comes in `n` draws, with the probabilities along the last axis of `pvals` (int64). Throws
   * `ValueError`, `ShapeError`. NumPy's `numpy.random.RandomState.multinomial`.
   * @example
   * new np.random.RandomState(0).multinomial(20, [0.2, 0.3, 0.5]) // array([4, 7, 9])
   */
  multinomial(n: number, pvals: ArrayInput, size?: LegacySize | { size?: LegacySize }): NdArray<'int64'> {
    return multinomial(this.source, n, pvals, size as LegacySize, olderBinomial)
  }

  /**
   * Vectors of positive numbers that add up to 1, by the Dirichlet distribution with positive parameters `alpha` (float64). Throws
   * `ValueError`, `ShapeError`. NumPy's `numpy.random.RandomState.dirichlet`.
   * @example
   * new np.random.RandomState(0).dirichlet([2, 3, 5]) // array([0.27793837, 0.18253726, 0.53952437])
   */
  dirichlet(alpha: ArrayInput, size?: LegacySize | { size?: LegacySize }): NdArray<'float64'> {
    return dirichlet(this.source, alpha, size as LegacySize, true)
  }

  /**
   * Whole numbers from `low` up to and without `high` (`randint(high)` begins at 0); int64 unless a dtype is given. Bounds that are arrays
   * broadcast. NumPy's
   * `numpy.random.RandomState.randint`.
   * @example
   * new np.random.RandomState(0).randint(0, 10, 4) // array([5, 0, 3, 3])
   */
  randint<T extends DTypeName = 'int64'>(
    low: Bound,
    ...rest: Rest<[high: Bound | null, size: LegacySize, dtype: NamedBy<T>], IntegerOptions<T>>
  ): number | NdArray<Named<T>> {
    return integers(this.source, low, optionsOf<IntegerOptions<T>>(rest))
  }

  /**
   * The numbers below `n`, or the rows of an array, in random order (a copy). NumPy's `numpy.random.RandomState.permutation`.
   * @example
   * new np.random.RandomState(0).permutation(4) // array([2, 3, 1, 0])
   */
  permutation<X extends ArrayInput>(x: X): NdArray<X extends number ? 'int64' : DTypeOfInput<X>> {
    if (typeof x === 'number') return indexArray(shuffled(this.source, integerOf('permutation', 'n', x, 0))) as Untyped
    const a = arrayOf('permutation', x)
    return take(a, indexArray(shuffled(this.source, a.shape[0] ?? 0)), 0) as Untyped
  }
  /**
   * Reorders the rows of an array in place. NumPy's `numpy.random.RandomState.shuffle`.
   * @example
   * const x = np.arange(4)
   * new np.random.RandomState(0).shuffle(x)
   * x // array([2., 3., 1., 0.])
   */
  shuffle(x: NdArray): void {
    if (x.shape.length === 0) throw new ShapeError('shuffle: a 0-d array has no rows')
    // Nothing is drawn for rows without elements, as in NumPy.
    if (x.size > 0) writeValue(x, valueOf(this.permutation(x)))
  }

  /**
   * Elements drawn from the numbers below `a`, or from a 1-d array, with replacement unless told, with probabilities `p`.
   * NumPy's `numpy.random.RandomState.choice`.
   * @example
   * new np.random.RandomState(0).choice([10, 20, 30], 2) // array([10., 20.])
   */
  choice<X extends ArrayInput>(
    a: X,
    ...rest: Rest<[size: LegacySize, replace: boolean, p: ArrayInput | null], ChoiceOptions>
  ): number | NdArray<X extends number ? 'int64' : DTypeOfInput<X>> {
    return chosen(this.source, a, optionsOf<ChoiceOptions>(rest))
  }

  /**
   * Random bytes. NumPy's `numpy.random.RandomState.bytes`.
   * @example
   * new np.random.RandomState(0).bytes(4) // Uint8Array(4) [ 172, 10, 127, 140 ]
   */
  bytes(length: number): Uint8Array {
    const { source } = this
    return bytesOf(length, () => source.next32())
  }
}

declareMethods(RandomState.prototype, [
  'seed(seed?: any)',
  'random_sample(size?: integers|null)',
  'random(size?: integers|null)',
  'rand(...args: integer)',
  'randn(...args: integer)',
  'standard_normal(size?: integers|null)',
  'uniform({low?: number, high?: number, size?: integers|null})',
  'normal({loc?: number, scale?: number, size?: integers|null})',
  'lognormal({mean?: number, sigma?: number, size?: integers|null})',
  'exponential({scale?: number, size?: integers|null})',
  'standard_exponential(size?: integers|null)',
  'randint(low: bounds, {high?: bounds|null, size?: integers|null, dtype?: dtype})',
  'permutation(x: integer|array)',
  'shuffle(x: ndarray)',
  'choice(a: integer|array, {size?: integers|null, replace?: flag, p?: array|null})',
  'multinomial(n: integer, pvals: array, size?: integers|null)',
  'dirichlet(alpha: array, size?: integers|null)',
  'bytes(length: integer)',
])

const positive = (what: string, scale: number): number => {
  if (!(scale >= 0)) throw new ArgumentError(`${what}: the scale is ${describe(scale)}, expected at least 0`)
  return scale
}
