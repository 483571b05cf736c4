import { checkOptions } from '@weldarray/ir'
import { checkTimeLimit } from '../config/config.js'

/** What a synchronous evaluation takes. */
export interface EvaluationOptions {
  /** Milliseconds after which it ends with `TimeLimitError`; else the setting `timeLimit`. */
  readonly timeLimit?: number | undefined
}

/** What each way of evaluating may be told. */
const NAMES = { evaluate: ['timeLimit'], evaluateAsync: ['timeLimit', 'signal', 'onProgress'] } as const

/** Options as given, checked. Throws `ArgumentError` and `ConfigError`. */
export function evaluationOptions<T extends EvaluationOptions>(what: keyof typeof NAMES, options: T): T {
  checkOptions(what, options, NAMES[what])
  if (options.timeLimit !== undefined) checkTimeLimit(options.timeLimit)
  return options
}
