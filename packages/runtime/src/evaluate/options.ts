import { ArgumentError } from '@weldarray/ir'
import { checkTimeLimit } from '../config/config.js'

/** What a synchronous evaluation takes. */
export interface EvaluationOptions {
  /** Milliseconds after which it ends with `TimeLimitError`; else the setting `timeLimit`. */
  readonly timeLimit?: number | undefined
}

/** Options as given, checked. Throws `ArgumentError` and `ConfigError`. */
export function evaluationOptions<T extends EvaluationOptions>(what: string, options: T): T {
  if (typeof options !== 'object' || options === null)
    throw new ArgumentError(`${what}: got ${String(options)}, expected options like { timeLimit: 1000 }`)
  if (options.timeLimit !== undefined) checkTimeLimit(options.timeLimit)
  return options
}
