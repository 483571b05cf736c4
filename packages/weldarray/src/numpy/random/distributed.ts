import { declareMethods } from '../arguments/declare.js'
import type { ArrayInput } from '../types.js'
import type { Maybe, MaybeTwo, No, One, OneAndMaybe, Three, Two } from './distributed-types.js'
import type { Simpler } from './distributions/many.js'
import type { Stream } from './distributions/stream.js'
import { DISTRIBUTIONS, type Distribution, type DistributionName } from './distributions/table.js'
import { drawn, type Size } from './draws.js'

/*
 * Methods for the distributions of the table. Parameters are numbers, or arrays that broadcast, of which each element's number is drawn in
 * order.
 */

/** What draws from the distributions of the table. */
export abstract class Distributed {
  /**
   * Where numbers come from.
   * @internal
   */
  abstract get source(): Stream
  /**
   * How this generator draws: NumPy's older one keeps its streams.
   * @internal
   */
  abstract drawing(distribution: Distribution): Distribution['draw']
  /**
   * What kernels draw.
   * @internal
   */
  simpler(..._: Parameters<Simpler>): ReturnType<Simpler> {
    return null
  }

  /**
   * The Cauchy distribution (float64). Throws `ValueError` for a size that is none. NumPy's `numpy.random.Generator.standard_cauchy`.
   * @example
   * np.random.default_rng(1).standard_cauchy(2) // array([ 0.42061412, -0.25356654])
   * @example new np.random.RandomState(0).standard_cauchy(2) // array([4.40839827, 0.43676244])
   */
  declare readonly standard_cauchy: No
  /**
   * The gamma distribution with scale 1; `shape` is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.standard_gamma`.
   * @example
   * np.random.default_rng(1).standard_gamma(2, 2) // array([2.15380748, 2.13069041])
   * @example new np.random.RandomState(0).standard_gamma(2, 2) // array([5.13882958, 2.23848091])
   */
  declare readonly standard_gamma: One<'shape'>
  /**
   * Gamma of a shape, times `scale` (1); neither is negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.gamma`.
   * @example
   * np.random.default_rng(1).gamma(2, 1, 2) // array([2.15380748, 2.13069041])
   * @example new np.random.RandomState(0).gamma(2, 1, 2) // array([5.13882958, 2.23848091])
   */
  declare readonly gamma: OneAndMaybe<'shape', 'scale'>
  /**
   * The beta distribution; `a` and `b` are positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.beta`.
   * @example
   * np.random.default_rng(1).beta(2, 3, 2) // array([0.39905349, 0.62444794])
   * @example new np.random.RandomState(0).beta(2, 3, 2) // array([0.60358975, 0.79868334])
   */
  declare readonly beta: Two<'a', 'b'>
  /**
   * The chi-square distribution with `df` degrees of freedom (positive) (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.chisquare`.
   * @example
   * np.random.default_rng(1).chisquare(3, 2) // array([3.16232991, 3.12242578])
   * @example new np.random.RandomState(0).chisquare(3, 2) // array([8.59517635, 3.30891648])
   */
  declare readonly chisquare: One<'df'>
  /**
   * The chi-square distribution with `df` degrees of freedom (positive) about a centre, `nonc` from 0 (squared) (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.noncentral_chisquare`.
   * @example
   * np.random.default_rng(1).noncentral_chisquare(3, 2, 2) // array([7.14500147, 0.15914911])
   * @example new np.random.RandomState(0).noncentral_chisquare(3, 2, 2) // array([ 6.23924552, 10.37824663])
   */
  declare readonly noncentral_chisquare: Two<'df', 'nonc'>
  /**
   * Fisher's F distribution; degrees of freedom are positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.f`.
   * @example
   * np.random.default_rng(1).f(3, 4, 2) // array([0.9894539 , 3.05845211])
   * @example new np.random.RandomState(0).f(3, 4, 2) // array([2.55982418, 8.74703665])
   */
  declare readonly f: Two<'dfnum', 'dfden'>
  /**
   * Fisher's F distribution about a centre, `nonc` from 0; degrees of freedom are positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.noncentral_f`.
   * @example
   * np.random.default_rng(1).noncentral_f(3, 4, 1, 2) // array([1.70972773, 1.7680842 ])
   * @example new np.random.RandomState(0).noncentral_f(3, 4, 1, 2) // array([0.67279648, 0.13127113])
   */
  declare readonly noncentral_f: Three<'dfnum', 'dfden', 'nonc'>
  /**
   * Student's t distribution with `df` degrees of freedom (positive) (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.standard_t`.
   * @example
   * np.random.default_rng(1).standard_t(3, 2) // array([ 0.27919655, -1.02108078])
   * @example new np.random.RandomState(0).standard_t(3, 2) // array([ 1.67969022, -1.53369098])
   */
  declare readonly standard_t: One<'df'>
  /**
   * The Weibull distribution with scale 1; its shape `a` is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.weibull`.
   * @example
   * np.random.default_rng(1).weibull(2, 2) // array([1.03587114, 0.55538558])
   * @example new np.random.RandomState(0).weibull(2, 2) // array([0.89211799, 1.12068317])
   */
  declare readonly weibull: One<'a'>
  /**
   * The Pareto II (Lomax) distribution; its shape `a` is positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.pareto`.
   * @example
   * np.random.default_rng(1).pareto(2, 2) // array([0.71003615, 0.16675521])
   * @example new np.random.RandomState(0).pareto(2, 2) // array([0.48875061, 0.87379424])
   */
  declare readonly pareto: One<'a'>
  /**
   * The distribution with density a·x^(a-1) on [0, 1]; `a` is positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.power`.
   * @example
   * np.random.default_rng(1).power(2, 2) // array([0.8111898 , 0.51518698])
   * @example new np.random.RandomState(0).power(2, 2) // array([0.74081948, 0.84568869])
   */
  declare readonly power: One<'a'>
  /**
   * The Laplace distribution about `loc` (0) with `scale` (1), which is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.laplace`.
   * @example
   * np.random.default_rng(1).laplace(0, 1, 2) // array([0.02392724, 2.31190229])
   * @example new np.random.RandomState(0).laplace(0, 1, 2) // array([0.10272733, 0.56278358])
   */
  declare readonly laplace: MaybeTwo<'loc', 'scale'>
  /**
   * The Gumbel distribution at `loc` (0) with `scale` (1), which is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.gumbel`.
   * @example
   * np.random.default_rng(1).gumbel(0, 1, 2) // array([ 0.33257565, -1.10029403])
   * @example new np.random.RandomState(0).gumbel(0, 1, 2) // array([ 0.22831376, -0.22787694])
   */
  declare readonly gumbel: MaybeTwo<'loc', 'scale'>
  /**
   * The logistic distribution about `loc` (0) with `scale` (1), which is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.logistic`.
   * @example
   * np.random.default_rng(1).logistic(0, 1, 2) // array([0.04729531, 2.95424416])
   * @example new np.random.RandomState(0).logistic(0, 1, 2) // array([0.19587791, 0.92072284])
   */
  declare readonly logistic: MaybeTwo<'loc', 'scale'>
  /**
   * The Rayleigh distribution with mode `scale` (1), which is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.rayleigh`.
   * @example
   * np.random.default_rng(1).rayleigh(1, 2) // array([1.46494302, 0.78543382])
   * @example new np.random.RandomState(0).rayleigh(1, 2) // array([1.26164536, 1.58488534])
   */
  declare readonly rayleigh: Maybe<'scale'>
  /**
   * The inverse Gaussian distribution with a `mean` and a `scale`; both are positive (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.wald`.
   * @example
   * np.random.default_rng(1).wald(3, 2, 2) // array([4.56659342, 4.48438466])
   * @example new np.random.RandomState(0).wald(3, 2, 2) // array([0.46052439, 1.84651223])
   */
  declare readonly wald: Two<'mean', 'scale'>
  /**
   * The von Mises distribution on the circle from -π to π, about `mu` with concentration `kappa`, which is not negative (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.vonmises`.
   * @example
   * np.random.default_rng(1).vonmises(0, 4, 2) // array([-0.50678383, -0.38640032])
   * @example new np.random.RandomState(0).vonmises(0, 4, 2) // array([0.5664411 , 0.55977779])
   */
  declare readonly vonmises: Two<'mu', 'kappa'>
  /**
   * Triangular from `left` over `mode` to `right` (float64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.triangular`.
   * @example
   * np.random.default_rng(1).triangular(0, 1, 2, 2) // array([1.01189234, 1.68524199])
   * @example new np.random.RandomState(0).triangular(0, 1, 2, 2) // array([1.05006685, 1.24526742])
   */
  declare readonly triangular: Three<'left', 'mode', 'right'>
  /**
   * How many events there are where `lam` (1) are expected (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.poisson`.
   * @example
   * np.random.default_rng(1).poisson(4, 3) // array([5, 3, 5])
   * @example new np.random.RandomState(0).poisson(4, 3) // array([6, 7, 1])
   */
  declare readonly poisson: Maybe<'lam', 'int64'>
  /**
   * How many of `n` trials succeed that do so with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.binomial`.
   * @example
   * np.random.default_rng(1).binomial(10, 0.5, 3) // array([5, 8, 3])
   * @example new np.random.RandomState(0).binomial(10, 0.5, 3) // array([5, 6, 5])
   */
  declare readonly binomial: Two<'n', 'p', 'int64'>
  /**
   * How many trials fail before `n` have succeeded (positive), each with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.negative_binomial`.
   * @example
   * np.random.default_rng(1).negative_binomial(3, 0.5, 3) // array([3, 1, 3])
   * @example new np.random.RandomState(0).negative_binomial(3, 0.5, 3) // array([11,  0,  5])
   */
  declare readonly negative_binomial: Two<'n', 'p', 'int64'>
  /**
   * How many trials it takes until one succeeds, each with probability `p` (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.geometric`.
   * @example
   * np.random.default_rng(1).geometric(0.2, 3) // array([ 5,  2, 25])
   * @example new np.random.RandomState(0).geometric(0.2, 3) // array([4, 6, 5])
   */
  declare readonly geometric: One<'p', 'int64'>
  /**
   * The logarithmic series distribution; `p` is from 0 to below 1 (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.logseries`.
   * @example
   * np.random.default_rng(1).logseries(0.9, 3) // array([ 6, 17,  3])
   * @example new np.random.RandomState(0).logseries(0.9, 3) // array([3, 2, 4])
   */
  declare readonly logseries: One<'p', 'int64'>
  /**
   * The Zipf distribution; `a` is above 1 (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.zipf`.
   * @example
   * np.random.default_rng(1).zipf(2, 3) // array([1, 1, 5])
   * @example new np.random.RandomState(0).zipf(2, 3) // array([2, 2, 1])
   */
  declare readonly zipf: One<'a', 'int64'>
  /**
   * How many of `nsample` things that are drawn without replacement are good, of `ngood` good and `nbad` bad ones (int64). Throws `ValueError` for other parameters, `ShapeError` for sizes they do not broadcast to. NumPy's `numpy.random.Generator.hypergeometric`.
   * @example
   * np.random.default_rng(1).hypergeometric(10, 20, 15, 3) // array([4, 5, 5])
   * @example new np.random.RandomState(0).hypergeometric(10, 20, 15, 3) // array([6, 5, 6])
   */
  declare readonly hypergeometric: Three<'ngood', 'nbad', 'nsample', 'int64'>
}

/** `lam?: number|array` of a parameter of the table. */
const declared = (name: DistributionName): string => {
  const { parameters }: Distribution = DISTRIBUTIONS[name]
  const list = parameters.map(([p, , otherwise]) => `${p}${otherwise === undefined ? '' : '?'}: number|array`)
  return `${name}(${[...list, 'size?: integers|null'].join(', ')})`
}

const NAMES = Object.keys(DISTRIBUTIONS) as DistributionName[]

for (const name of NAMES) {
  const distribution: Distribution = DISTRIBUTIONS[name]
  const count = distribution.parameters.length
  Object.defineProperty(Distributed.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Distributed, ...given: unknown[]) {
      const parameters = given.slice(0, count) as ArrayInput[]
      return drawn(name, distribution, this, parameters, given[count] as Size)
    },
  })
}
declareMethods(Distributed.prototype, NAMES.map(declared))
