import ndarray from './array/ctor.js'
import { installMethods } from './array/methods.js'
import { NdArray as ArrayClass } from './array/ndarray.js'
import type { DTypeOf, NumberDType } from './array/types.js'

installMethods()

export default ndarray

/**
 * The class of arrays.
 * @example
 * np.array([1, 2]) instanceof np.NdArray // true
 */
export const NdArray = ArrayClass
/** An array by its dtype (`NdArray<'float64'>`), by its data as in `@types/ndarray` (`NdArray<Float64Array>`), or of any numbers. */
export type NdArray<D = NumberDType> = ArrayClass<DTypeOf<D>>

// Names that programs import from `@types/ndarray`.
export type Data<T = unknown> = ndarray.Data<T>
export type DataType<D = Data> = ndarray.DataType<D>
export type GenericArray<T> = ndarray.GenericArray<T>
export type TypedArray = ndarray.TypedArray
export type Value<D> = ndarray.Value<D>
export type { DType } from '@weldarray/ir'
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
export { NdArray as ndarray, type Nested, type NestedList } from './array/ndarray.js'
export type { AnyDType, DataOf, DTypeOf, ElementOf, NumberDType } from './array/types.js'
export { type Compiled, type CompileOptions, compile } from './compile/compile.js'
export { type Inspected, type InspectOptions, inspect } from './inspect/inspect.js'
export * from './numpy/index.js'
