import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { suite } from './support/suite.js'

/* Methods of arrays with every argument they take, against NumPy (`tools/numpy-names/methods.py`). */
suite('methods', (f) =>
  (a: NdArray, ...args: unknown[]) => {
    const name = f.slice('NdArray.'.length)
    const result = (a as unknown as Record<string, (...given: unknown[]) => unknown>)[name]!.apply(a, args)
    return result instanceof Uint8Array ? np.frombuffer(result, 'uint8') : result
  })
