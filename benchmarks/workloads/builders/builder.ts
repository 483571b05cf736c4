import type { NdArray } from 'weldarray'
import type { Implementations } from '../../harness/workload.js'
import { type Input, type Inputs, uniform, type Workload } from '../../harness/workload.js'
import type { Np } from '../../peers/weldarray.js'

export const sizes = [1e3, 1e5, 1e6]

export interface Builder {
  /** The program, in NumPy's words; also its name. */
  readonly what: string
  readonly sizes?: readonly number[]
  readonly inputs?: (n: number) => Record<string, Input>
  readonly weldarray: (np: Np, inputs: Inputs<NdArray>) => () => NdArray[]
  readonly numpy: string
  readonly before?: string
  readonly loop?: Implementations['loop']
  readonly tolerance?: number
}

/** Numbers from 0 to n as an input that a program turns into indices. */
export const indices = (n: number, high = n): Input => ({ shape: [n], low: 0, high, whole: true })

/** A workload from a program and NumPy's expression for it. */
export const builder = ({
  what,
  inputs,
  weldarray,
  numpy,
  before = '',
  loop,
  tolerance,
  sizes: own = sizes,
}: Builder): Workload => ({
  name: what.replaceAll('`', ''),
  what,
  sizes: own,
  inputs: inputs ?? ((n) => ({ a: uniform(n), b: uniform(n) })),
  ...(tolerance === undefined ? {} : { tolerance }),
  implementations: {
    weldarray,
    numpy: `${before}\ndef run():\n    return [${numpy}]\n`,
    ...(loop === undefined ? {} : { loop }),
  },
})
