import { binomial, olderBinomial } from './binomial.js'
import {
  cauchy,
  gumbel,
  laplace,
  logistic,
  noncentralChisquare,
  noncentralF,
  olderPareto,
  olderPower,
  olderRayleigh,
  olderVonmises,
  olderWald,
  pareto,
  power,
  rayleigh,
  triangular,
  vonmises,
  wald,
  weibull,
} from './continuous.js'
import { geometric, logseries, negativeBinomial, olderGeometric, olderLogseries, olderZipf, zipf } from './discrete.js'
import { beta, chisquare, f, gamma, standardT } from './gamma.js'
import { hypergeometric, olderHypergeometric } from './hypergeometric.js'
import type { Many } from './many.js'
import * as many from './many.js'
import { poisson } from './poisson.js'
import type { Stream } from './stream.js'

/*
 * The distributions whose parameters are numbers, or arrays of them: `Generator` and `RandomState` have a method for each.
 */

/** What a parameter must be. */
export interface Must {
  readonly says: string
  readonly holds: (x: number) => boolean
}

const anything: Must = { says: 'a number', holds: (x) => !Number.isNaN(x) }
const positive: Must = { says: 'a positive number', holds: (x) => x > 0 }
const notNegative: Must = { says: 'a non-negative number', holds: (x) => x >= 0 }
const chance: Must = { says: 'a number from 0 to 1', holds: (x) => x >= 0 && x <= 1 }
const possible: Must = { says: 'a number above 0, and at most 1', holds: (x) => x > 0 && x <= 1 }
const below1: Must = { says: 'a number from 0 to below 1', holds: (x) => x >= 0 && x < 1 }
const above1: Must = { says: 'a number above 1', holds: (x) => x > 1 }
const countable: Must = { says: 'a non-negative number below 2**53', holds: (x) => x >= 0 && x < 2 ** 53 }
const count: Must = { says: 'a non-negative integer', holds: (x) => Number.isSafeInteger(x) && x >= 0 }
const atMostBillion: Must = { says: 'an integer from 0 to 1e9', holds: (x) => Number.isInteger(x) && x >= 0 && x <= 1e9 }

/** A parameter: its name, what it must be, and its default. */
export type Parameter = readonly [name: string, must: Must, otherwise?: number]

export interface Distribution {
  readonly parameters: readonly Parameter[]
  /** Whether the numbers are counts: int64. */
  readonly whole?: boolean
  readonly draw: (source: Stream, ...parameters: readonly [number, number, number]) => number
  /** The same, many at once. */
  readonly many?: Many
  /** How NumPy's older generator draws, where that is not the same. */
  readonly older?: Distribution['draw']
  /** What must hold of the parameters together: what is expected if it does not. */
  readonly together?: readonly [holds: (...parameters: readonly [number, number, number]) => boolean, says: string]
}

const scaled = (draw: Distribution['draw'], all: Many): Distribution => ({
  parameters: [
    ['loc', anything, 0],
    ['scale', notNegative, 1],
  ],
  draw,
  many: all,
})

export const DISTRIBUTIONS = {
  standard_cauchy: { parameters: [], draw: cauchy, many: many.cauchy },
  standard_gamma: { parameters: [['shape', notNegative]], draw: (s, shape) => gamma(s, shape), many: many.standardGamma },
  gamma: {
    parameters: [
      ['shape', notNegative],
      ['scale', notNegative, 1],
    ],
    draw: (s, shape, scale) => scale * gamma(s, shape),
    many: many.gamma,
  },
  beta: {
    parameters: [
      ['a', positive],
      ['b', positive],
    ],
    draw: beta,
    many: many.beta,
  },
  chisquare: { parameters: [['df', positive]], draw: chisquare, many: many.chisquare },
  noncentral_chisquare: {
    parameters: [
      ['df', positive],
      ['nonc', notNegative],
    ],
    draw: noncentralChisquare,
  },
  f: {
    parameters: [
      ['dfnum', positive],
      ['dfden', positive],
    ],
    draw: f,
    many: many.f,
  },
  noncentral_f: {
    parameters: [
      ['dfnum', positive],
      ['dfden', positive],
      ['nonc', notNegative],
    ],
    draw: noncentralF,
  },
  standard_t: { parameters: [['df', positive]], draw: standardT },
  weibull: { parameters: [['a', notNegative]], draw: weibull, many: many.weibull },
  pareto: { parameters: [['a', positive]], draw: pareto, many: many.pareto, older: olderPareto },
  power: { parameters: [['a', positive]], draw: power, many: many.powers, older: olderPower },
  laplace: scaled(laplace, many.laplace),
  gumbel: scaled(gumbel, many.gumbel),
  logistic: scaled(logistic, many.logistic),
  rayleigh: { parameters: [['scale', notNegative, 1]], draw: rayleigh, many: many.rayleigh, older: olderRayleigh },
  wald: {
    parameters: [
      ['mean', positive],
      ['scale', positive],
    ],
    draw: wald,
    older: olderWald,
  },
  vonmises: {
    parameters: [
      ['mu', anything],
      ['kappa', notNegative],
    ],
    draw: vonmises,
    older: olderVonmises,
  },
  triangular: {
    parameters: [
      ['left', anything],
      ['mode', anything],
      ['right', anything],
    ],
    draw: triangular,
    many: many.triangular,
    together: [
      (left, mode, right) => left <= mode && mode <= right && left < right,
      'numbers left <= mode <= right and left < right',
    ],
  },
  poisson: { parameters: [['lam', countable, 1]], whole: true, draw: poisson },
  binomial: {
    parameters: [
      ['n', count],
      ['p', chance],
    ],
    whole: true,
    draw: binomial,
    older: olderBinomial,
  },
  negative_binomial: {
    parameters: [
      ['n', positive],
      ['p', possible],
    ],
    whole: true,
    draw: negativeBinomial,
    // More than this are expected only of parameters whose numbers are no int64.
    together: [(n, p) => ((1 - p) / p) * (n + 10 * Math.sqrt(n)) < 2 ** 53, 'parameters for which fewer than 2**53 are expected'],
  },
  geometric: { parameters: [['p', possible]], whole: true, draw: geometric, many: many.geometric, older: olderGeometric },
  logseries: { parameters: [['p', below1]], whole: true, draw: logseries, older: olderLogseries },
  zipf: { parameters: [['a', above1]], whole: true, draw: zipf, older: olderZipf },
  hypergeometric: {
    parameters: [
      ['ngood', atMostBillion],
      ['nbad', atMostBillion],
      ['nsample', count],
    ],
    whole: true,
    draw: hypergeometric,
    older: olderHypergeometric,
    together: [(good, bad, sample) => sample <= good + bad, 'at most ngood + nbad as nsample'],
  },
} satisfies Readonly<Record<string, Distribution>>

export type DistributionName = keyof typeof DISTRIBUTIONS
