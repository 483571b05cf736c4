import type { PackagePrograms } from '../support/program.js'
import * as algebra from './algebra.js'
import { cwise } from './cwise.js'
import * as making from './making.js'
import { numjs } from './numjs.js'
import * as ordering from './ordering.js'
import * as signals from './signals.js'

export const packages: readonly PackagePrograms[] = [
  cwise,
  ...Object.values({ ...making, ...algebra, ...ordering, ...signals }),
  numjs,
]
