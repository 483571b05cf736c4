import { composite } from '../composite.js'
import type { Composite } from '../types.js'
import { i0 } from './bessel.js'
import { erf, erfc } from './error-function.js'
import { exp, exp2, expm1 } from './exponential.js'
import { acosh, asinh, atanh, cosh, sinh, tanh } from './hyperbolic.js'
import { acos, asin, atan, atan2 } from './inverse-trigonometric.js'
import { log, log1p, log2, log10 } from './logarithm.js'
import { cbrt, hypot, pow } from './power.js'
import { cos, sin, tan } from './trigonometric.js'

/** The common row of an elementary function: float in, float out, float32 by way of float64. */
const row = (arity: 1 | 2, expand: Composite['expand']): Composite => composite(arity, 'float', 'same', expand, true)

/** The elementary functions, each written once as an expansion. */
export const elementary = {
  exp: row(1, exp),
  exp2: row(1, exp2),
  expm1: row(1, expm1),
  log: row(1, log),
  log2: row(1, log2),
  log10: row(1, log10),
  log1p: row(1, log1p),
  sin: row(1, sin),
  cos: row(1, cos),
  tan: row(1, tan),
  asin: row(1, asin),
  acos: row(1, acos),
  atan: row(1, atan),
  atan2: row(2, atan2),
  sinh: row(1, sinh),
  cosh: row(1, cosh),
  tanh: row(1, tanh),
  asinh: row(1, asinh),
  acosh: row(1, acosh),
  atanh: row(1, atanh),
  erf: row(1, erf),
  erfc: row(1, erfc),
  i0: row(1, i0),
  pow: row(2, pow),
  cbrt: row(1, cbrt),
  hypot: row(2, hypot),
} satisfies Record<string, Composite>
