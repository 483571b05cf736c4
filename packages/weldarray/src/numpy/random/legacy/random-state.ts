import { type DType, DTypeError, dtypeInfo, type Scalar, ShapeError, sizeOf, toDType } from '@weldarray/ir'
import { leaf, refuseWhileTracing } from '@weldarray/runtime'
import { declareMethods, optionsOf, type Rest } from '../../arguments/declare.js'
import { describe } from '../../arguments/kinds.js'
import { ArgumentError, integerOf } from '../../arguments/values.js'
import { array, shapeOf } from '../../creation/creation.js'
import { take } from '../../indexing/indexing.js'
import { memoryOf, type NdArray, type Untyped, valueOf, wrap, writeValue } from '../../operands/arrays.js'
import { indexArray } from '../../operands/eager.js'
import { cumsum } from '../../reductions/scans.js'
import { arrayOf, reshape } from '../../shaping/layout.js'
import { searchsorted } from '../../sorting/sorting.js'
import type { ArrayInput, DTypeName } from '../../types.js'
import { poisson } from '../distributions.js'
import { mustFit } from '../shuffling.js'
import { beta, gamma, pareto, powerOf, standardT, triangular, weibull } from './distributions.js'
import { MersenneTwister } from './mt19937.js'

export type LegacySize = number | readonly number[] | null
export type LegacySeed = number | bigint | readonly (number | bigint)[] | null

const fresh = (): number[] => [...crypto.getRandomValues(new Uint32Array(624))]

function words(seed: LegacySeed | undefined): number | number[] {
  if (seed === null || seed === undefined) return fresh()
  const word = (s: number | bigint): number => {
    const n = typeof s === 'bigint' ? Number(s) : s
    if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > 0xffffffff)
      throw new ArgumentError(`RandomState: the seed ${describe(s)}, expected integers from 0 to 4294967295`)
    return n
  }
  if (typeof seed === 'object' && Array.isArray(seed) && seed.length > 0) return seed.map(word)
  return word(seed as number)
}

/**
 * NumPy's older generator: the same numbers for the same seed as `numpy.random.RandomState`, also behind `np.random.seed`,
 * `rand`, `randn`, `randint` and the
 * others. New programs use `default_rng`. Without a size functions give a number, with one an array.
 *
 * NumPy's `numpy.random.RandomState`.
 * @example
 * new np.random.RandomState(0).rand(2) // array([0.5488135 , 0.71518937])
 */
export class RandomState {
  private stream: MersenneTwister

  constructor(seed: LegacySeed = null) {
    this.stream = new MersenneTwister(words(seed))
  }

  /**
   * Begins the stream of a seed. NumPy's `numpy.random.RandomState.seed`.
   * @example
   * const rng = new np.random.RandomState(0)
   * rng.seed(1)
   * rng.rand() // array(0.417022)
   */
  seed(seed: LegacySeed = null): void {
    this.stream = new MersenneTwister(words(seed))
  }

  /** Asked for whenever numbers are drawn. */
  private get source(): MersenneTwister {
    refuseWhileTracing('random numbers were drawn')
    return this.stream
  }

  private draw(what: string, size: LegacySize | undefined, next: () => Scalar, dtype: DType = 'float64'): number | Untyped {
    if (size === undefined || size === null) return next() as number
    const shape = shapeOf(what, size)
    const memory = memoryOf(dtype, sizeOf(shape))
    const data = memory.data as unknown as Scalar[]
    for (let i = 0; i < data.length; i++) data[i] = next()
    return wrap(leaf(memory, shape))
  }

  /**
   * Uniform in [0, 1). NumPy's `numpy.random.RandomState.random_sample`.
   * @example
   * new np.random.RandomState(0).random_sample(2) // array([0.5488135 , 0.71518937])
   */
  random_sample(size?: LegacySize): number | NdArray<'float64'> {
    return this.draw('random_sample', size, () => this.source.double())
  }
  /**
   * Uniform in [0, 1), float64; another name of `random_sample`. NumPy's `numpy.random.RandomState.random`.
   * @example
   * new np.random.RandomState(0).random(2) // array([0.5488135 , 0.71518937])
   */
  random(size?: LegacySize): number | NdArray<'float64'> {
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
  standard_normal(size?: LegacySize): number | NdArray<'float64'> {
    return this.draw('standard_normal', size, () => this.source.gauss())
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
      (loc, scale) => loc + positive('normal', scale) * this.source.gauss(),
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
      Math.exp(mean + positive('lognormal', sigma) * this.source.gauss()),
    )
  }
  /**
   * The Laplace distribution. NumPy's `numpy.random.RandomState.laplace`.
   * @example
   * new np.random.RandomState(0).laplace(0, 1, 2) // array([0.10272733, 0.56278358])
   */
  laplace(
    ...rest: Rest<[loc: number, scale: number, size: LegacySize], { loc?: number; scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    const next = (loc: number, scale: number): number => {
      const u = this.source.double()
      if (u >= 0.5) return loc - scale * Math.log(2 - u - u)
      return u > 0 ? loc + scale * Math.log(u + u) : next(loc, scale)
    }
    return this.located('laplace', rest, 'loc scale', [0, 1], next)
  }
  /**
   * The Gumbel distribution. NumPy's `numpy.random.RandomState.gumbel`.
   * @example
   * new np.random.RandomState(0).gumbel(0, 1, 2) // array([ 0.22831376, -0.22787694])
   */
  gumbel(
    ...rest: Rest<[loc: number, scale: number, size: LegacySize], { loc?: number; scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    const next = (loc: number, scale: number): number => {
      const u = 1 - this.source.double()
      return u < 1 ? loc - scale * Math.log(-Math.log(u)) : next(loc, scale)
    }
    return this.located('gumbel', rest, 'loc scale', [0, 1], next)
  }
  /**
   * The logistic distribution. NumPy's `numpy.random.RandomState.logistic`.
   * @example
   * new np.random.RandomState(0).logistic(0, 1, 2) // array([0.19587791, 0.92072284])
   */
  logistic(
    ...rest: Rest<[loc: number, scale: number, size: LegacySize], { loc?: number; scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    const next = (loc: number, scale: number): number => {
      const u = this.source.double()
      return u > 0 ? loc + scale * Math.log(u / (1 - u)) : next(loc, scale)
    }
    return this.located('logistic', rest, 'loc scale', [0, 1], next)
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
  standard_exponential(size?: LegacySize): number | NdArray<'float64'> {
    return this.draw('standard_exponential', size, () => -Math.log(1 - this.source.double()))
  }
  /**
   * The Cauchy distribution. NumPy's `numpy.random.RandomState.standard_cauchy`.
   * @example
   * new np.random.RandomState(0).standard_cauchy(2) // array([4.40839827, 0.43676244])
   */
  standard_cauchy(size?: LegacySize): number | NdArray<'float64'> {
    return this.draw('standard_cauchy', size, () => this.source.gauss() / this.source.gauss())
  }
  /**
   * The Rayleigh distribution. NumPy's `numpy.random.RandomState.rayleigh`.
   * @example
   * new np.random.RandomState(0).rayleigh(1, 2) // array([1.26164536, 1.58488534])
   */
  rayleigh(...rest: Rest<[scale: number, size: LegacySize], { scale?: number; size?: LegacySize }>): number | NdArray<'float64'> {
    const { scale = 1, size } = optionsOf<{ scale?: number; size?: LegacySize }>(rest)
    positive('rayleigh', scale)
    return this.draw('rayleigh', size, () => scale * Math.sqrt(-2 * Math.log(1 - this.source.double())))
  }

  /** Numbers from a distribution whose parameters are larger than 0, or `least` 0 as well. */
  private shaped(
    what: string,
    parameters: Readonly<Record<string, number>>,
    size: LegacySize | undefined,
    next: (...parameters: number[]) => number,
    least: 'positive' | 'zero' = 'positive',
  ): number | NdArray<'float64'> {
    const values = Object.entries(parameters).map(([name, x]) => {
      if (!(least === 'zero' ? x >= 0 : x > 0))
        throw new ArgumentError(`${what}: ${name} is ${x}, expected a number ${least === 'zero' ? 'of at least' : 'above'} 0`)
      // -0, which reciprocals tell from 0, is 0.
      return x + 0
    })
    return this.draw(what, size, () => next(...values))
  }

  /**
   * Gamma of a shape, times `scale` (1). NumPy's `numpy.random.RandomState.gamma`.
   * @example
   * new np.random.RandomState(0).gamma(2, 1, 2) // array([5.13882958, 2.23848091])
   */
  gamma(
    shape: number,
    ...rest: Rest<[scale: number, size: LegacySize], { scale?: number; size?: LegacySize }>
  ): number | NdArray<'float64'> {
    const { scale = 1, size } = optionsOf<{ scale?: number; size?: LegacySize }>(rest)
    return this.shaped('gamma', { shape, scale }, size, (k, theta) => theta! * gamma(this.source, k!), 'zero')
  }
  /**
   * The gamma distribution with scale 1. NumPy's `numpy.random.RandomState.standard_gamma`.
   * @example
   * new np.random.RandomState(0).standard_gamma(2, 2) // array([5.13882958, 2.23848091])
   */
  standard_gamma(shape: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('standard_gamma', { shape }, size, (k) => gamma(this.source, k!), 'zero')
  }
  /**
   * The beta distribution. NumPy's `numpy.random.RandomState.beta`.
   * @example
   * new np.random.RandomState(0).beta(2, 3, 2) // array([0.60358975, 0.79868334])
   */
  beta(a: number, b: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('beta', { a, b }, size, (p, q) => beta(this.source, p!, q!))
  }
  /**
   * The chi-square distribution. NumPy's `numpy.random.RandomState.chisquare`.
   * @example
   * new np.random.RandomState(0).chisquare(3, 2) // array([8.59517635, 3.30891648])
   */
  chisquare(df: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('chisquare', { df }, size, (k) => 2 * gamma(this.source, k! / 2))
  }
  /**
   * Fisher's F. NumPy's `numpy.random.RandomState.f`.
   * @example
   * new np.random.RandomState(0).f(3, 4, 2) // array([2.55982418, 8.74703665])
   */
  f(dfnum: number, dfden: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped(
      'f',
      { dfnum, dfden },
      size,
      (n, d) => (2 * gamma(this.source, n! / 2) * d!) / (2 * gamma(this.source, d! / 2) * n!),
    )
  }
  /**
   * Student's t distribution. NumPy's `numpy.random.RandomState.standard_t`.
   * @example
   * new np.random.RandomState(0).standard_t(3, 2) // array([ 1.67969022, -1.53369098])
   */
  standard_t(df: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('standard_t', { df }, size, (k) => standardT(this.source, k!))
  }
  /**
   * The Weibull distribution. NumPy's `numpy.random.RandomState.weibull`.
   * @example
   * new np.random.RandomState(0).weibull(2, 2) // array([0.89211799, 1.12068317])
   */
  weibull(a: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('weibull', { a }, size, (k) => weibull(this.source, k!), 'zero')
  }
  /**
   * The Pareto II (Lomax) distribution. NumPy's `numpy.random.RandomState.pareto`.
   * @example
   * new np.random.RandomState(0).pareto(2, 2) // array([0.48875061, 0.87379424])
   */
  pareto(a: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('pareto', { a }, size, (k) => pareto(this.source, k!))
  }
  /**
   * The distribution with density a·x^(a-1) on [0, 1]. NumPy's `numpy.random.RandomState.power`.
   * @example
   * new np.random.RandomState(0).power(2, 2) // array([0.74081948, 0.84568869])
   */
  power(a: number, size?: LegacySize): number | NdArray<'float64'> {
    return this.shaped('power', { a }, size, (k) => powerOf(this.source, k!))
  }
  /**
   * Triangular from `left` over `mode` to `right`. NumPy's `numpy.random.RandomState.triangular`.
   * @example
   * new np.random.RandomState(0).triangular(0, 1, 2, 2) // array([1.05006685, 1.24526742])
   */
  triangular(left: number, mode: number, right: number, size?: LegacySize): number | NdArray<'float64'> {
    const all = [left, mode, right]
    if (!all.every((x) => typeof x === 'number') || !(left <= mode && mode <= right && left < right))
      throw new ArgumentError(
        `triangular: ${all.map(describe).join(', ')}, expected numbers left <= mode <= right and left < right`,
      )
    return this.draw('triangular', size, () => triangular(this.source, left, mode, right))
  }
  /**
   * How often something happens that happens `lam` (1) times on average (int64). NumPy's `numpy.random.RandomState.poisson`.
   * @example
   * new np.random.RandomState(0).poisson(4, 3) // array([6, 7, 1])
   */
  poisson(...rest: Rest<[lam: number, size: LegacySize], { lam?: number; size?: LegacySize }>): number | NdArray<'int64'> {
    const { lam = 1, size } = optionsOf<{ lam?: number; size?: LegacySize }>(rest)
    if (!(lam >= 0 && lam < 2 ** 53)) throw new ArgumentError(`poisson: lam is ${String(lam)}, expected a number of at least 0`)
    if (size === undefined || size === null) return poisson(this.source, lam)
    const { big } = dtypeInfo[toDType('int64')]
    return this.draw(
      'poisson',
      size,
      () => (big ? BigInt(poisson(this.source, lam)) : poisson(this.source, lam)),
      toDType('int64'),
    )
  }

  /**
   * Whole numbers from `low` up to and without `high` (`randint(high)` begins at 0); int64 unless a dtype is given. NumPy's
   * `numpy.random.RandomState.randint`.
   * @example
   * new np.random.RandomState(0).randint(0, 10, 4) // array([5, 0, 3, 3])
   */
  randint(
    low: number | bigint,
    ...rest: Rest<
      [high: number | bigint | null, size: LegacySize, dtype: DTypeName],
      { high?: number | bigint | null; size?: LegacySize; dtype?: DTypeName }
    >
  ): number | NdArray {
    const o = optionsOf<{ high?: number | bigint | null; size?: LegacySize; dtype?: DTypeName }>(rest)
    const dtype = toDType(o.dtype ?? 'int64')
    const { bytes, kind, big } = dtypeInfo[dtype]
    if (kind === 'float') throw new DTypeError(`randint: dtype ${dtype}, expected an integer dtype`)
    if (bytes < 4)
      throw new DTypeError(
        `randint: dtype ${dtype} has a stream of its own that is not here; draw int32 or int64 and cast with astype('${dtype}')`,
      )
    const [from, to] = o.high === undefined || o.high === null ? [0n, BigInt(low)] : [BigInt(low), BigInt(o.high)]
    if (to <= from) throw new ArgumentError(`randint: from ${from} to ${to} there is no number`)
    const most = to - from - 1n
    const next = (): bigint => from + this.source.below(most)
    return this.draw('randint', o.size, big && o.size !== undefined && o.size !== null ? next : () => Number(next()), dtype)
  }

  private order(n: number): Float64Array {
    mustFit('permutation', n)
    const list = Float64Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i--) {
      const j = Number(this.source.below(BigInt(i)))
      const kept = list[i]!
      list[i] = list[j]!
      list[j] = kept
    }
    return list
  }

  /**
   * The numbers below `n`, or the rows of an array, in random order (a copy). NumPy's `numpy.random.RandomState.permutation`.
   * @example
   * new np.random.RandomState(0).permutation(4) // array([2, 3, 1, 0])
   */
  permutation(x: number | ArrayInput): NdArray {
    if (typeof x === 'number') return indexArray(this.order(integerOf('permutation', 'n', x, 0)))
    const a = arrayOf('permutation', x)
    return take(a, indexArray(this.order(a.shape[0] ?? 0)), 0)
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
    writeValue(x, valueOf(this.permutation(x)))
  }

  /**
   * Elements drawn from the numbers below `a`, or from a 1-d array, with replacement unless told, with probabilities `p`.
   * NumPy's `numpy.random.RandomState.choice`.
   * @example
   * new np.random.RandomState(0).choice([10, 20, 30], 2) // array([10., 20.])
   */
  choice(
    a: number | ArrayInput,
    ...rest: Rest<
      [size: LegacySize, replace: boolean, p: ArrayInput | null],
      { size?: LegacySize; replace?: boolean; p?: ArrayInput | null }
    >
  ): number | NdArray {
    const { size, replace = true, p = null } = optionsOf<{ size?: LegacySize; replace?: boolean; p?: ArrayInput | null }>(rest)
    const from = typeof a === 'number' ? null : arrayOf('choice', a)
    if (from !== null && from.shape.length !== 1) throw new ShapeError(`choice: got ${from.shape.length} axes, expected one`)
    const n = from === null ? integerOf('choice', 'a', a, 0) : from.size
    const shape = size === undefined || size === null ? [] : shapeOf('choice', size)
    const count = sizeOf(shape)
    if (n === 0 && count > 0) throw new ShapeError('choice: there are no elements to choose from')
    let at: NdArray
    if (p !== null) {
      if (!replace) throw new ArgumentError('choice: probabilities without replacement are not supported; draw with default_rng')
      const sums = cumsum(arrayOf('choice', p).astype('float64'))
      const total = Number(sums.get(n - 1))
      if (sums.size !== n || !(Math.abs(total - 1) < 1e-8))
        throw new ShapeError(`choice: ${sums.size} probabilities that add up to ${total}, expected ${n} that add up to 1`)
      at = searchsorted(sums.div(total), array(Float64Array.from({ length: count }, () => this.source.double())), 'right')
    } else if (replace) at = indexArray(Float64Array.from({ length: count }, () => Number(this.source.below(BigInt(n - 1)))))
    else {
      if (count > n) throw new ShapeError(`choice: ${count} of ${n} elements without replacement`)
      at = indexArray(this.order(n).subarray(0, count))
    }
    const result = reshape(from === null ? at : take(from, at), shape)
    return size === undefined || size === null ? Number(result.item()) : result
  }

  /**
   * Random bytes. NumPy's `numpy.random.RandomState.bytes`.
   * @example
   * new np.random.RandomState(0).bytes(4) // Uint8Array(4) [ 172, 10, 127, 140 ]
   */
  bytes(length: number): Uint8Array {
    const count = integerOf('bytes', 'length', length, 0)
    if (count > 2 ** 27) throw new ShapeError(`bytes: ${count} bytes, expected at most ${2 ** 27} at a time`)
    const wordsOut = Uint32Array.from({ length: Math.ceil(count / 4) }, () => this.source.next32())
    return new Uint8Array(wordsOut.buffer, 0, count)
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
  'laplace({loc?: number, scale?: number, size?: integers|null})',
  'gumbel({loc?: number, scale?: number, size?: integers|null})',
  'logistic({loc?: number, scale?: number, size?: integers|null})',
  'exponential({scale?: number, size?: integers|null})',
  'standard_exponential(size?: integers|null)',
  'standard_cauchy(size?: integers|null)',
  'rayleigh({scale?: number, size?: integers|null})',
  'gamma(shape: number, {scale?: number, size?: integers|null})',
  'standard_gamma(shape: number, size?: integers|null)',
  'beta(a: number, b: number, size?: integers|null)',
  'chisquare(df: number, size?: integers|null)',
  'f(dfnum: number, dfden: number, size?: integers|null)',
  'standard_t(df: number, size?: integers|null)',
  'weibull(a: number, size?: integers|null)',
  'pareto(a: number, size?: integers|null)',
  'power(a: number, size?: integers|null)',
  'triangular(left: number, mode: number, right: number, size?: integers|null)',
  'poisson({lam?: number, size?: integers|null})',
  'randint(low: exact, {high?: exact|null, size?: integers|null, dtype?: dtype})',
  'permutation(x: array)',
  'shuffle(x: ndarray)',
  'choice(a: array, {size?: integers|null, replace?: flag, p?: array|null})',
  'bytes(length: integer)',
])

const positive = (what: string, scale: number): number => {
  if (!(scale >= 0)) throw new ArgumentError(`${what}: the scale is ${describe(scale)}, expected at least 0`)
  return scale
}
