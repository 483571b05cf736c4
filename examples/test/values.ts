import type { AnyDType, NdArray } from 'weldarray'

/** The elements in order, in a typed array that is the test's own. */
export const values = <D extends AnyDType>(x: NdArray<D>) => x.flatten().data
