import type { NdArray } from 'weldarray'

/** The elements in order, in a typed array that is the test's own. */
export const values = (x: NdArray): Float64Array => x.flatten().data as Float64Array
