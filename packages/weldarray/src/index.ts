import { installMethods } from './array/methods.js'
import ndarray from './array/ctor.js'

installMethods()

export default ndarray
// Keeps the methods, which methods.ts declares on NdArray, in this file's declarations.
export type {} from './array/methods.js'
export { NdArray, type Nested } from './array/ndarray.js'
export type { AnyDType, DataOf, DTypeOf, ElementOf, NumberDType } from './array/types.js'
export * from './numpy/index.js'
export {
  AxisError,
  DisposedError,
  DTypeError,
  IndexError,
  KernelError,
  MemoryLimitError,
  ShapeError,
  WeldError,
} from '@weldarray/ir'
export { type AsyncOptions, type Configuration, configure, type Counters, shutdown, stats } from '@weldarray/runtime'
