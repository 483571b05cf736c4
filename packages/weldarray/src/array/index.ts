export { default } from './ctor.js'
export { NdArray, type Nested } from './ndarray.js'
export type * from './types.js'
