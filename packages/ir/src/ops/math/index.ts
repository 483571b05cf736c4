import type { Composite } from '../types.js'
import { errorFunction } from './error-function.js'
import { exponential } from './exponential.js'
import { hyperbolicFunctions } from './hyperbolic.js'
import { inverseTrigonometric } from './inverse-trigonometric.js'
import { logarithm } from './logarithm.js'
import { power } from './power.js'
import { trigonometric } from './trigonometric.js'

/** The elementary functions, each written once as an expansion. */
export const elementary = {
  ...exponential,
  ...logarithm,
  ...trigonometric,
  ...inverseTrigonometric,
  ...hyperbolicFunctions,
  ...errorFunction,
  ...power,
} satisfies Record<string, Composite>
