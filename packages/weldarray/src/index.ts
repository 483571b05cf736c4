import ndarray from './array/ctor.js'
import { installMethods } from './array/methods.js'

installMethods()

export default ndarray
export {
  ArgumentError,
  AxisError,
  DisposedError,
  DTypeError,
  IndexError,
  InterruptedError,
  KernelError,
  LoopLimitError,
  MemoryLimitError,
  ShapeError,
  SpillError,
  TimeLimitError,
  TraceError,
  ValueError,
  WeldError,
} from '@weldarray/ir'
export {
  type AsyncOptions,
  type CallEvent,
  type Configuration,
  type Counters,
  configure,
  type EvaluationEvent,
  type HitRates,
  type KernelEvent,
  type PlanEvent,
  type Stats,
  type StatsOptions,
  shutdown,
  stats,
} from '@weldarray/runtime'
// Keeps the methods, which methods.ts declares on NdArray, in this file's declarations.
export type {} from './array/methods.js'
// NumPy's name for the class: `x instanceof np.ndarray`.
export { NdArray, NdArray as ndarray, type Nested } from './array/ndarray.js'
export type { AnyDType, DataOf, DTypeOf, ElementOf, NumberDType } from './array/types.js'
export { type Compiled, type CompileOptions, compile } from './compile/compile.js'
export { type Inspected, type InspectOptions, inspect } from './inspect/inspect.js'
export * from './numpy/index.js'
