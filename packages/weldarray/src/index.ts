import ndarray from './array/ctor.js'

export default ndarray
export { NdArray, type Nested } from './array/ndarray.js'
export type { AnyDType, DataOf, DTypeOf, ElementOf, NumberDType } from './array/types.js'
export * from './numpy/index.js'
