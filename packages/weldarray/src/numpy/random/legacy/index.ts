import type { NdArray, Untyped } from '../../operands/arrays.js'
import { Generator } from '../generator.js'
import { type LegacySeed, type LegacySize, RandomState } from './random-state.js'

export { type LegacySeed, type LegacySize, RandomState } from './random-state.js'

let shared: RandomState | undefined
const common = (): RandomState => (shared ??= new RandomState())

type Method = Exclude<keyof RandomState, 'seed'>
/** A method of the shared generator, which is made when the first of them is called. */
const bound = (name: Method): never =>
  ((...args: unknown[]) => (common() as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...args)) as never

/**
 * Seeds the generator behind the functions of this module: the same numbers as NumPy's for the same seed. NumPy's
 * `numpy.random.seed`.
 * @example
 * np.random.seed(1)
 * np.random.rand() // array(0.417022)
 */
export function seed(value: LegacySeed = null): void {
  isSeeded = true
  common().seed(value)
}

let isSeeded = false
let anyNumbers: Generator | undefined

/**
 * Arrays of numbers that no seed was given for come from a newer generator, whose kernels are twenty times as fast: nobody can tell, and
 * nobody could have them again.
 */
const unseeded =
  (name: 'random' | 'standard_normal', legacy: 'random_sample' | 'standard_normal') =>
  (size?: LegacySize): number | NdArray<'float64'> => {
    if (isSeeded || size === undefined || size === null) return common()[legacy](size)
    anyNumbers ??= new Generator([...crypto.getRandomValues(new BigUint64Array(4))])
    return anyNumbers[name](size as number | number[]) as Untyped
  }

/** Whether a shape was given, and is one; the generator says what is wrong with another. */
const areLengths = (shape: readonly unknown[]): boolean =>
  shape.length > 0 && shape.every((n) => Number.isInteger(n) && (n as number) >= 0)

/**
 * Uniform numbers in [0, 1) in an array of the shape given. NumPy's `numpy.random.rand`.
 * @example
 * np.random.seed(0)
 * np.random.rand(2) // array([0.5488135 , 0.71518937])
 */
export const rand = (...shape: number[]): NdArray<'float64'> =>
  (areLengths(shape) ? random_sample(shape) : common().rand(...shape)) as Untyped
/**
 * Standard normal numbers in an array of the shape given. NumPy's `numpy.random.randn`.
 * @example
 * np.random.seed(0)
 * np.random.randn(2) // array([1.76405235, 0.40015721])
 */
export const randn = (...shape: number[]): NdArray<'float64'> =>
  (areLengths(shape) ? standard_normal(shape) : common().randn(...shape)) as Untyped
/**
 * Uniform in [0, 1), float64. From the stream that `np.random.seed` begins. NumPy's `numpy.random.random_sample`.
 * @example
 * np.random.seed(0)
 * np.random.random_sample(2) // array([0.5488135 , 0.71518937])
 */
export const random_sample = unseeded('random', 'random_sample') as RandomState['random_sample']
/**
 * Uniform numbers in [0, 1): one, or an array of the shape given. NumPy's `numpy.random.random`.
 * @example
 * np.random.seed(0)
 * np.random.random(2) // array([0.5488135 , 0.71518937])
 */
export const random: RandomState['random'] = random_sample
export { random_sample as ranf, random_sample as sample }
/**
 * The normal distribution with mean 0 and standard deviation 1. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.standard_normal`.
 * @example
 * np.random.seed(0)
 * np.random.standard_normal(2) // array([1.76405235, 0.40015721])
 */
export const standard_normal = unseeded('standard_normal', 'standard_normal') as RandomState['standard_normal']
/**
 * Uniform in [low, high). From the stream that `np.random.seed` begins. NumPy's `numpy.random.uniform`.
 * @example
 * np.random.seed(0)
 * np.random.uniform(0, 10, 2) // array([5.48813504, 7.15189366])
 */
export const uniform: RandomState['uniform'] = bound('uniform')
/**
 * The normal distribution with mean `loc` and standard deviation `scale`. From the stream that `np.random.seed` begins.
 * NumPy's `numpy.random.normal`.
 * @example
 * np.random.seed(0)
 * np.random.normal(0, 1, 2) // array([1.76405235, 0.40015721])
 */
export const normal: RandomState['normal'] = bound('normal')
/**
 * e to the power of numbers of the normal distribution. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.lognormal`.
 * @example
 * np.random.seed(0)
 * np.random.lognormal(0, 1, 2) // array([5.83603919, 1.49205924])
 */
export const lognormal: RandomState['lognormal'] = bound('lognormal')
/**
 * The Laplace distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.laplace`.
 * @example
 * np.random.seed(0)
 * np.random.laplace(0, 1, 2) // array([0.10272733, 0.56278358])
 */
export const laplace: RandomState['laplace'] = bound('laplace')
/**
 * The Gumbel distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.gumbel`.
 * @example
 * np.random.seed(0)
 * np.random.gumbel(0, 1, 2) // array([ 0.22831376, -0.22787694])
 */
export const gumbel: RandomState['gumbel'] = bound('gumbel')
/**
 * The logistic distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.logistic`.
 * @example
 * np.random.seed(0)
 * np.random.logistic(0, 1, 2) // array([0.19587791, 0.92072284])
 */
export const logistic: RandomState['logistic'] = bound('logistic')
/**
 * The exponential distribution with mean `scale`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.exponential`.
 * @example
 * np.random.seed(0)
 * np.random.exponential(1, 2) // array([0.79587451, 1.25593076])
 */
export const exponential: RandomState['exponential'] = bound('exponential')
/**
 * The exponential distribution with mean 1. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.standard_exponential`.
 * @example
 * np.random.seed(0)
 * np.random.standard_exponential(2) // array([0.79587451, 1.25593076])
 */
export const standard_exponential: RandomState['standard_exponential'] = bound('standard_exponential')
/**
 * The Cauchy distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.standard_cauchy`.
 * @example
 * np.random.seed(0)
 * np.random.standard_cauchy(2) // array([4.40839827, 0.43676244])
 */
export const standard_cauchy: RandomState['standard_cauchy'] = bound('standard_cauchy')
/**
 * The Rayleigh distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.rayleigh`.
 * @example
 * np.random.seed(0)
 * np.random.rayleigh(1, 2) // array([1.26164536, 1.58488534])
 */
export const rayleigh: RandomState['rayleigh'] = bound('rayleigh')
/**
 * Whole numbers from `low` to below `high` (int64 unless a dtype is given). From the stream that `np.random.seed` begins.
 * NumPy's `numpy.random.randint`.
 * @example
 * np.random.seed(0)
 * np.random.randint(0, 10, 4) // array([5, 0, 3, 3])
 */
export const randint: RandomState['randint'] = bound('randint')
/**
 * The numbers below `n`, or the rows of an array, in random order (a copy). From the stream that `np.random.seed` begins.
 * NumPy's `numpy.random.permutation`.
 * @example
 * np.random.seed(0)
 * np.random.permutation(4) // array([2, 3, 1, 0])
 */
export const permutation: RandomState['permutation'] = bound('permutation')
/**
 * Reorders the rows of an array in place. NumPy's `numpy.random.shuffle`.
 * @example
 * np.random.seed(0)
 * const x = np.arange(4)
 * np.random.shuffle(x)
 * x // array([2., 3., 1., 0.])
 */
export const shuffle: RandomState['shuffle'] = bound('shuffle')
/**
 * Elements drawn from the numbers below `n`, or from an array. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.choice`.
 * @example
 * np.random.seed(0)
 * np.random.choice([10, 20, 30], 2) // array([10., 20.])
 */
export const choice: RandomState['choice'] = bound('choice')
/**
 * Random bytes. From the stream that `np.random.seed` begins. NumPy's `numpy.random.bytes`.
 * @example
 * np.random.seed(0)
 * np.random.bytes(4) // Uint8Array(4) [ 172, 10, 127, 140 ]
 */
export const bytes: RandomState['bytes'] = bound('bytes')
/**
 * The gamma distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.gamma`.
 * @example
 * np.random.seed(0)
 * np.random.gamma(2, 1, 2) // array([5.13882958, 2.23848091])
 */
export const gamma: RandomState['gamma'] = bound('gamma')
/**
 * The gamma distribution with scale 1. From the stream that `np.random.seed` begins. NumPy's `numpy.random.standard_gamma`.
 * @example
 * np.random.seed(0)
 * np.random.standard_gamma(2, 2) // array([5.13882958, 2.23848091])
 */
export const standard_gamma: RandomState['standard_gamma'] = bound('standard_gamma')
/**
 * The beta distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.beta`.
 * @example
 * np.random.seed(0)
 * np.random.beta(2, 3, 2) // array([0.60358975, 0.79868334])
 */
export const beta: RandomState['beta'] = bound('beta')
/**
 * The chi-square distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.chisquare`.
 * @example
 * np.random.seed(0)
 * np.random.chisquare(3, 2) // array([8.59517635, 3.30891648])
 */
export const chisquare: RandomState['chisquare'] = bound('chisquare')
/**
 * Fisher's F distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.f`.
 * @example
 * np.random.seed(0)
 * np.random.f(3, 4, 2) // array([2.55982418, 8.74703665])
 */
export const f: RandomState['f'] = bound('f')
/**
 * Student's t distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.standard_t`.
 * @example
 * np.random.seed(0)
 * np.random.standard_t(3, 2) // array([ 1.67969022, -1.53369098])
 */
export const standard_t: RandomState['standard_t'] = bound('standard_t')
/**
 * The Weibull distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.weibull`.
 * @example
 * np.random.seed(0)
 * np.random.weibull(2, 2) // array([0.89211799, 1.12068317])
 */
export const weibull: RandomState['weibull'] = bound('weibull')
/**
 * The Pareto II (Lomax) distribution. From the stream that `np.random.seed` begins. NumPy's `numpy.random.pareto`.
 * @example
 * np.random.seed(0)
 * np.random.pareto(2, 2) // array([0.48875061, 0.87379424])
 */
export const pareto: RandomState['pareto'] = bound('pareto')
/**
 * The distribution with density a·x^(a-1) on [0, 1]. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.power`.
 * @example
 * np.random.seed(0)
 * np.random.power(2, 2) // array([0.74081948, 0.84568869])
 */
export const power: RandomState['power'] = bound('power')
/**
 * The triangular distribution from `left` to `right` with its peak at `mode`. From the stream that `np.random.seed` begins.
 * NumPy's `numpy.random.triangular`.
 * @example
 * np.random.seed(0)
 * np.random.triangular(0, 1, 2, 2) // array([1.05006685, 1.24526742])
 */
export const triangular: RandomState['triangular'] = bound('triangular')
/**
 * How many events there are where `lam` are expected. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.poisson`.
 * @example
 * np.random.seed(0)
 * np.random.poisson(4, 3) // array([6, 7, 1])
 */
export const poisson: RandomState['poisson'] = bound('poisson')
/**
 * How many of `n` trials succeed that do so with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.binomial`.
 * @example
 * np.random.seed(0)
 * np.random.binomial(10, 0.5, 3) // array([5, 6, 5])
 */
export const binomial: RandomState['binomial'] = bound('binomial')
/**
 * How many trials fail before `n` have succeeded, each with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.negative_binomial`.
 * @example
 * np.random.seed(0)
 * np.random.negative_binomial(3, 0.5, 3) // array([11,  0,  5])
 */
export const negative_binomial: RandomState['negative_binomial'] = bound('negative_binomial')
/**
 * How many trials it takes until one succeeds, each with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.geometric`.
 * @example
 * np.random.seed(0)
 * np.random.geometric(0.2, 3) // array([4, 6, 5])
 */
export const geometric: RandomState['geometric'] = bound('geometric')
/**
 * How many of `nsample` things drawn without replacement are good, of `ngood` good and `nbad` bad ones (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.hypergeometric`.
 * @example
 * np.random.seed(0)
 * np.random.hypergeometric(10, 20, 15, 3) // array([6, 5, 6])
 */
export const hypergeometric: RandomState['hypergeometric'] = bound('hypergeometric')
/**
 * The logarithmic series distribution (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.logseries`.
 * @example
 * np.random.seed(0)
 * np.random.logseries(0.9, 3) // array([3, 2, 4])
 */
export const logseries: RandomState['logseries'] = bound('logseries')
/**
 * The Zipf distribution (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.zipf`.
 * @example
 * np.random.seed(0)
 * np.random.zipf(2, 3) // array([2, 2, 1])
 */
export const zipf: RandomState['zipf'] = bound('zipf')
/**
 * The chi-square distribution about a centre (float64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.noncentral_chisquare`.
 * @example
 * np.random.seed(0)
 * np.random.noncentral_chisquare(3, 2, 2) // array([ 6.23924552, 10.37824663])
 */
export const noncentral_chisquare: RandomState['noncentral_chisquare'] = bound('noncentral_chisquare')
/**
 * Fisher's F distribution about a centre (float64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.noncentral_f`.
 * @example
 * np.random.seed(0)
 * np.random.noncentral_f(3, 4, 1, 2) // array([0.67279648, 0.13127113])
 */
export const noncentral_f: RandomState['noncentral_f'] = bound('noncentral_f')
/**
 * The von Mises distribution on the circle (float64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.vonmises`.
 * @example
 * np.random.seed(0)
 * np.random.vonmises(0, 4, 2) // array([0.5664411 , 0.55977779])
 */
export const vonmises: RandomState['vonmises'] = bound('vonmises')
/**
 * The inverse Gaussian distribution (float64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.wald`.
 * @example
 * np.random.seed(0)
 * np.random.wald(3, 2, 2) // array([0.46052439, 1.84651223])
 */
export const wald: RandomState['wald'] = bound('wald')
/**
 * How often each of several things comes in `n` draws (int64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.multinomial`.
 * @example
 * np.random.seed(0)
 * np.random.multinomial(20, [0.2, 0.3, 0.5]) // array([4, 7, 9])
 */
export const multinomial: RandomState['multinomial'] = bound('multinomial')
/**
 * Vectors of positive numbers that add up to 1 (float64). Throws `ValueError` for other parameters, `ShapeError`. From the stream that `np.random.seed` begins. NumPy's
 * `numpy.random.dirichlet`.
 * @example
 * np.random.seed(0)
 * np.random.dirichlet([2, 3, 5]) // array([0.27793837, 0.18253726, 0.53952437])
 */
export const dirichlet: RandomState['dirichlet'] = bound('dirichlet')
