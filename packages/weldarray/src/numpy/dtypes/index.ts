export { type FloatLimits, finfo, type IntegerLimits, iinfo } from './limits.js'
export * from './types.js'
