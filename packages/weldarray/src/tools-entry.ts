/**
 * What the command `weldarray` knows of the library beyond its public names. Not for users: it changes with what is inside.
 */

export { parse, print, reachable, verify } from '@weldarray/ir'
export { pipeline } from '@weldarray/optimizer'
export {
  allocateMemory,
  type Counters,
  cacheDirectory,
  describePlan,
  engineLacks,
  freeMemory,
  inspectGraph,
  inspectionOf,
  kernelsLack,
  type Memory,
  settings,
  shutdown,
  trustedDirectory,
} from '@weldarray/runtime'
export { contentsOf } from './array/ndarray.js'
export { valueOf } from './array/wrap.js'
export * as np from './index.js'
export { default as ndarray } from './index.js'
export { pageOf } from './inspect/inspect.js'
export { measureRoof } from './inspect/roof.js'
