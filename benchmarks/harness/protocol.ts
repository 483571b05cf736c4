import type { StoredInput } from './inputs.js'
import type { Inputs } from './workload.js'

/** What the driver asks of a peer's process: a line of JSON on its standard input, answered by one on its standard output. */
export type Request =
  /** Who are you? */
  | { do: 'hello' }
  /** Read the inputs, prepare temporaries. `source` is the program, for peers that are not JavaScript. */
  | { do: 'prepare'; workload: string; inputs: Inputs<StoredInput>; source: string | null }
  /** Run once and write the results, all as float64, one file each. */
  | { do: 'check'; files: string }
  /** Run `samples` times `calls` times; the answer is milliseconds for one call, one number per sample. */
  | { do: 'run'; samples: number; calls: number }
  /** Let go of inputs and results. */
  | { do: 'drop' }

export type Reply =
  | { is: 'hello'; version: string }
  | { is: 'ready' }
  | { is: 'missing'; reason: string }
  | { is: 'checked'; files: string[] }
  | { is: 'times'; ms: number[] }
  | { is: 'error'; message: string }
