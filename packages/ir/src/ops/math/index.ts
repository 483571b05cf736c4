import type { Composite } from '../types.js'
import { exponential } from './exponential.js'

/** The elementary functions, each written once as an expansion. */
export const elementary = {
  ...exponential,
} satisfies Record<string, Composite>
