/** NumPy's `lib`, as far as it is of use: `lib.stride_tricks`. */
export * as stride_tricks from './shaping/stride-tricks.js'
